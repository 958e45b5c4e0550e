"""Pages: the search, a form that needs the index, and the lists in which everything stands anyway."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.site import frame as frames
from factbook.site.components import text_and_links as parts
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.search import view
from factbook.site.views.parts import Heading, Text

if TYPE_CHECKING:
    from factbook.site.context import Desk
    from factbook.site.views.parts import Link


def search(desk: Desk, _: str) -> view.Search:
    """The page of the search."""
    say = desk.wording.say
    about = frames.About(
        path="search/",
        kind="search",
        title=Text(say("Search")),
        kicker=(parts.page_link(desk, say("Briefing"), ""),),
        description=say("Find facts by their words, actors, topics, sources, years and status."),
        section=None,
        hide=frozenset({"navigation", "toc"}),
    )
    return view.Search(
        frame=replace(frames.frame(about, ()), search=()),  # nobody looks for the search
        questions=_questions(desk),
        words=_words(desk),
        otherwise=Heading("Lists", say("Or look through the lists")),
        ways=_ways(desk),
    )


KINDS = (PageKind("search", alone, search, "search/", None),)


def _questions(desk: Desk) -> tuple[view.Question, ...]:
    say = desk.wording.say
    return (
        view.Question("topic", say("Topic"), say("All topics")),
        view.Question("actor", say("Actor"), say("All actors")),
        view.Question("source", say("Source"), say("All sources")),
        view.Question("year", say("Year"), say("All years")),
        view.Question("status", say("Status"), say("Any status")),
    )


def _words(desk: Desk) -> dict[str, str]:
    say = desk.wording.say
    return {
        "topic": say("Topic"),
        "actor": say("Actor"),
        "source": say("Source"),
        "series": say("Number"),
        "fact": say("Fact"),
        "page": say("Page"),
        "found": say("{n} found", n="{n}"),
        "some": say("Nothing has all of these words; {n} have some of them", n="{n}"),
        "none": say("Nothing found. Try fewer or other words, or fewer filters."),
        "failed": say("The search could not be loaded. The lists hold the same."),
        "close": say("Close"),
        "alone": say("Open as a page, to share it"),
    }


def _ways(desk: Desk) -> tuple[Link, ...]:
    say = desk.wording.say
    return (
        parts.page_link(desk, say("Timeline"), "timeline/"),
        parts.page_link(desk, say("Topics"), "topics/"),
        parts.page_link(desk, say("Actors"), "actors/"),
        parts.page_link(desk, say("Numbers"), "numbers/"),
        parts.page_link(desk, say("Sources"), "sources/"),
    )
