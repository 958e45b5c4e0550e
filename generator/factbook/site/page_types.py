"""Stage: the corpus into page views, each a pure function of what the content says; the list of page kinds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factbook.site.components import fact as facts
from factbook.site.components import search_entry as hits
from factbook.site.context import Desk
from factbook.site.pages.actor import builder as actors
from factbook.site.pages.changes import builder as changes
from factbook.site.pages.disputed import builder as disputed
from factbook.site.pages.home import builder as home
from factbook.site.pages.redirect.builder import redirects
from factbook.site.pages.relations import builder as relations
from factbook.site.pages.search import builder as search
from factbook.site.pages.series import builder as series
from factbook.site.pages.source import list as sources
from factbook.site.pages.timeline import builder as timeline
from factbook.site.pages.topic import builder as topics
from factbook.site.views.plan import Plan, PlannedFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence
    from factbook.site.page_type import PageKind
    from factbook.site.views.page import PageView
    from factbook.site.views.plan import Planned
    from factbook.site.views.redirect import Redirect

KINDS: tuple[PageKind, ...] = (
    *home.KINDS,
    *topics.KINDS,
    *actors.KINDS,
    *series.KINDS,
    *timeline.KINDS,
    *disputed.KINDS,
    *sources.KINDS,
    *relations.KINDS,
    *search.KINDS,
    *changes.KINDS,
)
"""Every kind of page, in the order of the navigation. A new kind is its module and one line here."""


def plan(corpus: Corpus, evidence: Evidence, settings: Settings, language: str) -> tuple[Plan, ...]:
    """All pages of the edition in `language`, in the order of their kinds and ids, the redirects, and the facts.

    Each is made when its view is asked for, and what several pages share once.
    """
    desk = Desk(corpus, evidence, settings, language)
    pages = (kind.planned(desk, name) for kind in KINDS for name in kind.ids(desk))
    return (*pages, *redirects(desk), _facts(desk))


def _facts(desk: Desk) -> PlannedFacts:
    view = lru_cache(maxsize=1)(lambda name: facts.whole(desk, desk.corpus.facts[name]))
    return PlannedFacts(tuple(desk.corpus.facts), view, lambda name: hits.hit(desk, view(name)))


def finder(corpus: Corpus, evidence: Evidence, settings: Settings, language: str) -> Callable[[str], Planned | None]:
    """A function that gives the single page at a path, and looks at no other; None where there is none."""
    desk = Desk(corpus, evidence, settings, language)

    def find(path: str) -> Planned | None:
        for kind in KINDS:
            name = path.removeprefix(kind.folder).removesuffix("/")
            if path.startswith(kind.folder) and name in kind.ids(desk):
                return kind.planned(desk, name)
        return None

    return find


def views(corpus: Corpus, evidence: Evidence, settings: Settings, language: str) -> tuple[PageView | Redirect, ...]:
    """The same, all made."""
    every = plan(corpus, evidence, settings, language)
    return tuple(planned.view() for planned in every if not isinstance(planned, PlannedFacts))
