"""Markdown: the map of all pages for programs that read them (https://llmstxt.org)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from factbook.content.model import in_language
from factbook.exports.public_urls import prefix_of
from factbook.runtime.frozen import frozen
from factbook.site.i18n import wording
from factbook.site.markdown_escape import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.config.settings import Settings


@frozen
class Listed:
    """A page in the map."""

    path: str
    """In its edition."""
    title: str
    description: str
    kind: str
    """The page's kind, by which the map is divided."""


def llms(pages: Iterable[Listed], settings: Settings, language: str) -> str:
    """The file `llms.txt` of an edition; that of the first one leads to the others and to the data."""
    first = settings.languages[0]
    name, about = (escaped(in_language(words, language, first)[0]) for words in (settings.name, settings.description))
    sections = (*_sections(pages), *_elsewhere(settings, language))
    told = ("", "Licence: [{}]({})".format(*settings.licence)) if settings.licence else ()
    return "\n".join((f"# {name}", "", f"> {about}", *told, *sections, ""))


def _sections(pages: Iterable[Listed]) -> Iterator[str]:
    by_kind: dict[str, list[Listed]] = {title: [] for title in _TITLES.values()}
    for page in pages:
        by_kind[_TITLES.get(page.kind, _OTHER)].append(page)
    for title, found in by_kind.items():
        if found:
            yield from ("", f"## {title}", "", *map(_line, found))


def _line(page: Listed) -> str:
    about = f": {escaped(page.description)}" if page.description else ""
    return f"- [{escaped(page.title)}]({quote(page.path)}index.md){about}"


def _elsewhere(settings: Settings, language: str) -> Iterator[str]:
    if prefix_of(settings, language):
        return
    yield from ("", "## Data", "", *(f"- [{words}](data/{file})" for file, words in _DATA.items()))
    others = settings.languages[1:]
    if others:
        lines = (f"- [{escaped(wording(other).own_name)}]({prefix_of(settings, other)}llms.txt)" for other in others)
        yield from ("", "## Optional", "", *lines)


_OTHER = "Briefing"
_TITLES = {
    "home": _OTHER,
    "topic": "Topics",
    "topics": "Topics",
    "actor": "Actors",
    "actors": "Actors",
    "numbers": "Numbers",
    "series": "Numbers",
    "source": "Sources",
    "sources": "Sources",
}
"""Headings of the map, for each kind of page; every other kind stands under the first."""
_DATA = {
    "facts.json": "All facts, with quotes, counts and addresses (JSON)",
    "facts.csv": "The same as a table (CSV)",
    "factbook.jsonld": "Everything as linked data (JSON-LD)",
    "sources.csl.json": "The sources as a bibliography (CSL-JSON)",
}
