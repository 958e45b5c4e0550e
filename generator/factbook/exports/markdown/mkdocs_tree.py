"""Markdown: a folder that plain MkDocs with Material, or Zensical, builds as it stands: the way out of this program.

The configuration asks for nothing but what both know: no plugin beside the search, no font or script from
elsewhere, and only Markdown's tables beside the core.
"""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING

from factbook.content.model import in_language
from factbook.exports.public_urls import prefix_of
from factbook.exports.series_files import series_files
from factbook.runtime.frozen import frozen
from factbook.site import page_types
from factbook.site.i18n import wording
from factbook.site.pages.fact import markdown as fact
from factbook.site.sections import sections
from factbook.site.urls import ROOT, to_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.site.articles.view import WrittenText
    from factbook.site.fragments import Fragments

MARK = "# Written by `factbook export markdown`; it builds with `mkdocs build` and with `zensical build`."
"""The first line of the configuration, by which a later export knows that it may replace the folder."""


_FACT = re.compile(rf"({ROOT}facts/[^/)]+)\.html\b")


@frozen
class EditionTree:
    """What one language's part of the tree is made from."""

    language: str
    made: Fragments
    written: tuple[WrittenText, ...]


def tree(editions: tuple[EditionTree, ...], settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file, one after another."""
    yield "mkdocs.yml", _configuration(editions, settings).encode()
    for edition in editions:
        folder = f"docs/{prefix_of(settings, edition.language)}"
        for path, text in chain(page_types.markdown_files(edition.made), _facts(edition.made)):
            yield folder + path, _FACT.sub(r"\1.md", text).replace(ROOT, to_root(path)).encode()
        for asset in series_files(edition.made, prefix_of(settings, edition.language)):
            yield f"docs/{asset.path}", asset.data
        for page in edition.written:
            yield f"{folder}{page.path}index.md", page.text.encode()


def _facts(made: Fragments) -> Iterator[tuple[str, str]]:
    """A file for each fact, which in a site has a page and no twin: every date leads there."""
    for name in made.corpus.facts:
        yield f"facts/{name}.md", fact.markdown(made.unmarked, name)


def _configuration(editions: tuple[EditionTree, ...], settings: Settings) -> str:
    """`mkdocs.yml`. JSON texts are YAML texts, and in them nothing is a tag or a variable."""
    first, *others = editions
    nav: list[dict[str, object]] = list(_navigation(first, ""))
    for other in others:
        name = wording(other.language).own_name
        nav.append({name: list(_navigation(other, prefix_of(settings, other.language)))})
    name, about = (
        in_language(words, first.language, first.language)[0] for words in (settings.name, settings.description)
    )
    lines = (
        MARK,
        f"site_name: {_quoted(name)}",
        f"site_description: {_quoted(about)}",
        f"site_url: {_quoted(settings.url)}" if settings.url else "",
        "docs_dir: docs",
        "theme: {name: material, font: false, features: [navigation.tabs, toc.follow]}",
        "plugins: [search]",
        "markdown_extensions: [tables, footnotes, admonition, def_list, pymdownx.details]",
        "validation: {omitted_files: ignore}",
        f"nav: {json.dumps(nav, ensure_ascii=False, indent=2)}",
    )
    return "\n".join(line for line in lines if line) + "\n"


def _navigation(edition: EditionTree, prefix: str) -> Iterator[dict[str, object]]:
    """The pages of the tabs and those written by hand; all others are reached from them."""
    there = frozenset(page_types.paths(edition.made))
    for _, path, name in sections(edition.made.unmarked.words):
        if path in there:
            yield {_plain(name): f"{prefix}{path}index.md"}
    for page in edition.written:
        yield {_plain(page.title): f"{prefix}{page.path}index.md"}


def _quoted(text: str) -> str:
    return json.dumps(_plain(text), ensure_ascii=False)


def _plain(text: str) -> str:
    """A text that the theme prints as it is, without escaping it."""
    return text.replace("<", "‹").replace(">", "›")
