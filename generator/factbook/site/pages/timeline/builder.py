"""Site: the timeline: every fact by date, the newest on the first page, the others by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.fact_lines import PageFacts, fact_lines
from factbook.site.frames import framed
from factbook.site.html import escape
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.timeline.markdown import markdown
from factbook.site.provenance import updated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments

_FOLDER = "timeline/"


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """The timeline of all facts; when they go on several pages, one of each kind of exception too."""
    for line in fact_lines(made, _FOLDER, made.standing(made.corpus.facts)):
        yield _page(made, line)


def _page(made: Fragments, line: PageFacts) -> Page:
    first = line.path == _FOLDER
    html = framed(
        "timeline",
        made.words,
        part=escape(line.title),
        facts=line.html,
        further=line.further,
        newest=made.words.number(len(line.facts)) if first and line.further else "",
    )
    return Page(
        path=line.path,
        kind="timeline",
        id=line.kind,
        title=", ".join(filter(None, (made.words.say("Timeline"), line.title))),
        description=made.words.say("Every fact in this briefing, by date."),
        html=html,
        section="timeline",
        updated=updated(line.facts),
        markdown=first,
        picture_of="" if first else _FOLDER,
    )


TYPE = PageType("timeline", _FOLDER, alone, pages, markdown)
