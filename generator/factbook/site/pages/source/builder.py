"""Site: the page of a source: what the document is, where it comes from, and what is quoted from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.site.fact_list import further
from factbook.site.frames import framed
from factbook.site.html import link
from factbook.site.page import Page, PageType
from factbook.site.pages.source.about import about, title_of
from factbook.site.pages.source.markdown import markdown
from factbook.site.pages.source.quoted import quoted
from factbook.site.paging import Part, further_page, parted
from factbook.site.provenance import edit_path, updated
from factbook.site.reports import source_name
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factbook.content.model import Fact, Source
    from factbook.site.fragments import Fragments


def _ids(made: Fragments) -> Iterable[str]:
    return made.corpus.sources


def pages(made: Fragments, name: str) -> Iterator[Page]:
    """The page of a source, and one for each year of the facts that cite it when they are many."""
    source = made.corpus.sources[name]
    facts = made.standing(made.corpus.facts_by_source.get(name, ()))
    first, parts = parted(facts)
    page = _first(made, source, facts, first, parts)
    yield page
    for part in parts:
        yield _further(made, page, source, part, parts)


def _first(
    made: Fragments, source: Source, facts: Sequence[Fact], shown: Sequence[Fact], parts: Sequence[Part]
) -> Page:
    words, path = made.words, page_path("source", source.id)
    publisher = source_name(made.corpus, made.texts, source)
    html = framed(
        "source",
        words,
        kicker=link("sources/", words.say("Sources & method").replace("&", "&amp;")),
        title=title_of(made, source),
        about=about(made, source),
        note=made.prose(source.note),
        carried=words.count("{n} fact", "{n} facts", len(facts)),
        quoted=quoted(made, source, shown),
        further=further(made, path, parts),
    )
    title = made.texts.plain(source.title) or words.say("Untitled item, {publisher}", publisher=publisher)
    description = words.say("What this briefing quotes from {publisher}: {title}", publisher=publisher, title=title)
    return Page(
        path=path,
        kind="source",
        id=source.id,
        title=title,
        description=description,
        html=html,
        section="sources",
        updated=updated(facts),
        edit_path=edit_path(source.record),
        shell="light",
    )


def _further(made: Fragments, first: Page, source: Source, part: Part, parts: Sequence[Part]) -> Page:
    inner = further(made, first.path, parts, part.name) + quoted(made, source, part.facts)
    page = further_page(first, f"{first.path}{part.name}/", title_of(made, source), part.title, inner, part.facts)
    plain = f"{made.texts.plain(source.title) or source_name(made.corpus, made.texts, source)}, {part.title}"
    return replace(page, title=plain, description=plain)


TYPE = PageType("source", "sources/", _ids, pages, markdown)
