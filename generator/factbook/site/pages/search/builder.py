"""Site: the page of the search: a form that needs a script, and the lists in which everything stands anyway."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.site.frames import framed
from factbook.site.html import escape
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.search.markdown import markdown
from factbook.site.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """The one page of the search."""
    html = framed("search", made.words, words=escape(json.dumps(_words(made))), ways=sections(made.words)[1:])
    yield Page(
        path="search/",
        kind="search",
        id="",
        title=made.words.say("Search"),
        description=made.words.say("Find facts, numbers, topics, people and sources by their words."),
        html=html,
        section="",
    )


def _words(made: Fragments) -> dict[str, object]:
    """What the script says."""
    say = made.words.say
    return {
        "found": say("{n} results with all words; best first", n="{n}"),
        "some": say("Nothing has all words; {n} results with some of them, best first", n="{n}"),
        "none": say("Nothing here has these words. Try fewer or other ones, or look through the lists:"),
        "failed": say("The search could not be loaded. Everything stands in the lists, too."),
        "left": say("Not looked for: {words}.", words="{words}"),
        "missing": say("Found nowhere: {words}.", words="{words}"),
        "instead": say("Looked for instead: {words}.", words="{words}"),
        "kinds": {
            "all": say("All"),
            "fact": say("Facts"),
            "series": say("Numbers"),
            "topic": say("Topics"),
            "actor": say("People and states"),
            "source": say("Sources"),
            "page": say("Pages"),
        },
    }


TYPE = PageType("search", "search/", alone, pages, markdown)
