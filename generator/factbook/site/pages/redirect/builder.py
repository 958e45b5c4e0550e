"""Pages: permanent addresses of facts, and old addresses of what was renamed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factbook.site.components import text_and_links as parts
from factbook.site.urls import page_path
from factbook.site.views.plan import PlannedRedirect
from factbook.site.views.redirect import Redirect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.context import Desk


def redirects(desk: Desk) -> Iterator[PlannedRedirect]:
    """One for each fact, retracted ones too, and one for each renamed page."""
    of_fact, moved = partial(_fact, desk), partial(_moved, desk)
    for name in desk.corpus.facts:
        yield PlannedRedirect(page_path("fact", name), name, of_fact)
    for old in desk.corpus.redirects:
        yield PlannedRedirect(old, old, moved)


def _moved(desk: Desk, old: str) -> Redirect:
    return Redirect(old, desk.corpus.redirects[old], "", desk.wording.say("This page has moved"), "", "")


def _fact(desk: Desk, name: str) -> Redirect:
    fact = desk.corpus.facts[name]
    said = parts.text(desk, fact.statement).words
    note = ""
    if fact.retracted is not None:
        day, why = desk.wording.day(fact.retracted.on.day), parts.text(desk, fact.retracted.note).words
        note = desk.wording.say("Retracted {date}: {why}", date=day, why=why)
    return Redirect(page_path("fact", fact.id), parts.home(desk, fact), fact.id, desk.wording.say("Fact"), said, note)
