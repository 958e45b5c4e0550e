"""Ground: where the page of each thing stands in the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.content.model import Corpus, Fact

ROOT = "\0"
"""The way to the edition's root in finished strings, which stand on pages of any depth: a character that no content
can hold. Who writes a page puts in `to_root` of its path, once for the whole page."""

FOLDERS = {"source": "sources", "actor": "actors", "topic": "topics", "series": "numbers", "fact": "facts"}
"""The folder of each kind's pages."""


def page_path(kind: str, name: str) -> str:
    """Path of a thing's page from the edition's root: a folder with a slash at the end, of a fact a flat file."""
    return f"{FOLDERS[kind]}/{name}.html" if kind == "fact" else f"{FOLDERS[kind]}/{name}/"


def fact_path(fact: str) -> str:
    """Path of a fact's own page."""
    return f"facts/{fact}.html"


def file_of(path: str) -> str:
    """The file in which the page at a path stands."""
    return path if path.endswith(".html") else f"{path}index.html"


def to_root(path: str) -> str:
    """`../../` from a page or a file two folders down; empty for the home page."""
    return "../" * path.count("/")


def home(corpus: Corpus, fact: Fact) -> str:
    """Path of the page on which a fact stands in full: its first topic's or actor's, else the home page."""
    for topic in fact.topics:
        if topic in corpus.topics:
            return page_path("topic", topic)
    for actor in (*fact.asserted_by, *fact.actors):
        if actor in corpus.actors:
            return page_path("actor", actor)
    return ""
