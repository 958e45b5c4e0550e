"""Site: every type of page, in the order in which they are made. A new type is its folder and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.actor import builder as actor
from factbook.site.pages.actors import builder as actors
from factbook.site.pages.changes import builder as changes
from factbook.site.pages.disputes import builder as disputes
from factbook.site.pages.fact import builder as fact
from factbook.site.pages.home import builder as home
from factbook.site.pages.numbers import builder as numbers
from factbook.site.pages.search import builder as search
from factbook.site.pages.series import builder as series
from factbook.site.pages.source import builder as source
from factbook.site.pages.sources import builder as sources
from factbook.site.pages.timeline import builder as timeline
from factbook.site.pages.topic import builder as topic
from factbook.site.pages.topics import builder as topics
from factbook.site.untranslated import page_in_spans
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.site.fragments import Fragments
    from factbook.site.page import Page, PageType

TYPES: tuple[PageType, ...] = (
    *(home.TYPE, topic.TYPE, topics.TYPE, actor.TYPE, actors.TYPE, source.TYPE, sources.TYPE),
    *(series.TYPE, numbers.TYPE, disputes.TYPE, timeline.TYPE, search.TYPE, changes.TYPE, fact.TYPE),
)


def pages(made: Fragments) -> Iterator[Page]:
    """Every page of an edition but those of facts, one after another."""
    for one in TYPES:
        for name in one.ids(made) if one is not fact.TYPE else ():
            yield from map(page_in_spans, one.pages(made, name))


def facts(made: Fragments, ids: Iterable[str]) -> Iterator[Page]:
    """The pages of facts."""
    for name in ids:
        yield from map(page_in_spans, fact.pages(made, name))


def paths(made: Fragments) -> Iterator[str]:
    """The path of each page but the further ones of long lists, without making any."""
    for one in TYPES:
        for name in one.ids(made):
            yield path_of(one, name)


def path_of(one: PageType, name: str) -> str:
    """The path of a thing's first page."""
    return page_path("fact", name) if one.kind == "fact" else f"{one.folder}{name}/" if name else one.folder


def page_at(made: Fragments, path: str) -> Page | None:
    """The single page at a path, without making those of other things; None where there is none."""
    for one in TYPES:
        if not path.startswith(one.folder) or (one.folder == "" and path):
            continue
        name = path.removeprefix(one.folder).removesuffix(".html").partition("/")[0]
        found = name if name in one.ids(made) else "" if "" in one.ids(made) else None
        page = (
            next((page for page in one.pages(made, found) if page.path == path), None) if found is not None else None
        )
        if page is not None:
            return page_in_spans(page)
    return None


def markdown_files(made: Fragments) -> Iterator[tuple[str, str]]:
    """Path and text of the Markdown file beside each page that has one; `ROOT` still stands in the text."""
    for one in TYPES:
        if one.kind != "fact":
            for name in one.ids(made):
                yield f"{path_of(one, name)}index.md", one.markdown(made.unmarked, name)


def markdown_at(made: Fragments, path: str) -> str | None:
    """The Markdown file at a path; None where there is none."""
    for one in TYPES:
        for name in one.ids(made) if path.startswith(one.folder) and one.kind != "fact" else ():
            if path == f"{path_of(one, name)}index.md":
                return one.markdown(made.unmarked, name)
    return None
