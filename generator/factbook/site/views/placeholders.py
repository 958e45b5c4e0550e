"""Ground: addresses and labels that depend on the page they stand on, written as marks that rendering fills.

A fact is rendered once and stands on several pages: at another depth (`../../`, `../`), under another
citation number (1b here, 3b there), and beside facts that are on this page or on another one. So what
depends on the page is a mark in the fragment, and one pass over the finished page fills them all
(`site.render.fill_placeholders`). That keeps numbers in order of reading on every page, which site-wide numbers
could not do, at the price of one regular expression a page.

Marks are delimited by two characters that Unicode never assigns and that `factbook.content.yaml` refuses
in content, so that no contributor's text can hold one.
"""

from __future__ import annotations

OPEN, CLOSE = "\uffff", "\ufffe"
ROOT = f"{OPEN}/"
"""The way from the page to the site's root: empty, `../` or `../../`."""


def page(path: str) -> str:
    """The address of a page, given as its path from the site's root."""
    return ROOT + path


def fact(fact_id: str, home: str) -> str:
    """The address of a fact: on this page when it stands here, else on its home page."""
    return f"{OPEN}#{fact_id} {home}{CLOSE}"


def citation(fact_id: str, number: int, home: str) -> str:
    """The address of a fact's citation, counted from 1: on this page when it stands here, else at home."""
    return f"{OPEN}#{citation_id(fact_id, number)} {home}{CLOSE}"


def citation_id(fact_id: str, number: int) -> str:
    """The id of a citation's element; ids of facts never hold two hyphens in a row, so it is unique."""
    return f"{fact_id}--{number}"


def source_id(source: str) -> str:
    """The id of a source's entry in a page's list of sources."""
    return f"source--{source}"


def number(origin: str) -> str:
    """The number of an origin on the page."""
    return f"{OPEN}%{origin}{CLOSE}"


def back(source: str, pattern: str) -> str:
    """The links to all citations of a source on the page, each as `pattern` with href, letter and label filled in."""
    return f"{OPEN}~{source} {pattern}{CLOSE}"


def label(source: str) -> str:
    """A source's label on the page: the number of its origin, and a letter when the origin has copies."""
    return f"{OPEN}@{source}{CLOSE}"


def letters(number: int) -> str:
    """a, b, … z, aa, ab: letters for back-references and copies, counted from 0."""
    return (letters(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)
