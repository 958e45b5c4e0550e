"""Stage: the corpus into page views, each a pure function of what the content says; the list of page kinds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.pages import (
    actors,
    changes,
    disputed,
    facts,
    hits,
    home,
    relations,
    search,
    series,
    sources,
    timeline,
    topics,
)
from generator.pages.desk import Desk
from generator.pages.redirects import redirects
from generator.views.planned import Plan, PlannedFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Corpus, Evidence
    from generator.pages.kinds import PageKind
    from generator.settings import Settings
    from generator.views.page import PageView
    from generator.views.planned import Planned
    from generator.views.redirects import Redirect

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
