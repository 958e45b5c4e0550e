"""Pages: permanent addresses of facts, and old addresses of what was renamed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.pages import parts
from generator.views.places import page_path
from generator.views.planned import PlannedRedirect
from generator.views.redirects import Redirect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Fact
    from generator.pages.desk import Desk


def redirects(desk: Desk) -> Iterator[PlannedRedirect]:
    """One for each fact, retracted ones too, and one for each renamed page."""
    for fact in desk.corpus.facts.values():
        yield PlannedRedirect(page_path("fact", fact.id), partial(_fact, desk, fact))
    for old, new in desk.corpus.redirects.items():
        yield PlannedRedirect(old, partial(_moved, desk, old, new))


def _moved(desk: Desk, old: str, new: str) -> Redirect:
    return Redirect(old, new, "", desk.wording.say("This page has moved"), "", "")


def _fact(desk: Desk, fact: Fact) -> Redirect:
    said = parts.text(desk, fact.statement).words
    note = ""
    if fact.retracted is not None:
        day, why = desk.wording.day(fact.retracted.on.day), parts.text(desk, fact.retracted.note).words
        note = desk.wording.say("Retracted {date}: {why}", date=day, why=why)
    return Redirect(page_path("fact", fact.id), parts.home(desk, fact), fact.id, desk.wording.say("Fact"), said, note)
