"""Pages: the timeline by year, and by month in a full year, when one page cannot hold all its facts."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.content.dates import Date
    from factbook.content.model import Fact
    from factbook.site.context import Desk
    from factbook.site.i18n import Wording

LATEST = 300
"""Facts on the first page of a timeline that has several."""
_FULL = 2000
"""Facts that one page can hold and still open on a phone."""


def periods(desk: Desk) -> dict[str, tuple[Fact, ...]]:
    """The facts by the name of their page, oldest first: `` alone when one page holds them all, else `` for the
    latest ones and `2024` or `2024-11` for the others."""
    if not desk.periods:
        desk.periods.update(_divided(desk))
    return desk.periods


def are_several(desk: Desk) -> bool:
    """Whether the line is divided, which a page that only leads there need not do."""
    return len(desk.current) > _FULL


def title(wording: Wording, name: str) -> str:
    """A period in words: `2024`, `Nov 2024`, `2024, month not stated`."""
    year, _, month = name.partition("-")
    words = wording.year(date(int(year), 1, 1))
    if not month:
        return words
    return (
        wording.month(date(int(year), int(month), 1))
        if month != "00"
        else f"{words}, {wording.say('Month not stated')}"
    )


def shown(when: Date) -> date:
    """The day by which a fact stands on the line: the end of "by", the start of everything else."""
    return when.sort_key[0]


def month_of(fact: Fact) -> tuple[int, int]:
    """Year and month; month 0 for a fact of which only the year is known."""
    day = shown(fact.date)
    left, _, right = fact.date.text.partition("/")
    typed = right if left in ("", "..") else left
    return day.year, 0 if len(typed.rstrip("~?%")) == 4 else day.month


def _divided(desk: Desk) -> dict[str, tuple[Fact, ...]]:
    in_order = desk.current
    if not are_several(desk):
        return {"": tuple(in_order)}
    found: dict[str, tuple[Fact, ...]] = {"": tuple(in_order[-LATEST:])}
    for year, group in groupby(in_order, key=lambda fact: shown(fact.date).year):
        facts = tuple(group)
        if len(facts) <= _FULL:
            found[f"{year}"] = facts
            continue
        for (_, month), part in groupby(sorted(facts, key=month_of), key=month_of):
            found[f"{year}-{month:02}"] = tuple(part)
    return found
