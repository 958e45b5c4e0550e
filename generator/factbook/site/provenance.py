"""Site: when a page's content was last edited, and in which file it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from factbook.content.model import Fact, Record


def edited(fact: Fact) -> date | None:
    """The day of a fact's last change, as its own dates tell."""
    days = [one.on.day for one in fact.revised]
    if fact.added is not None:
        days.append(fact.added.day)
    if fact.retracted is not None:
        days.append(fact.retracted.on.day)
    return max(days, default=None)


def updated(facts: Iterable[Fact]) -> date | None:
    """The day of the last change to any of them."""
    return max((day for fact in facts if (day := edited(fact)) is not None), default=None)


def edit_path(record: Record) -> str:
    """Where a record stands in the repository, with its line."""
    span = record.span()
    return f"{quote(span.path)}#L{span.line}"
