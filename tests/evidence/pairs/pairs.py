"""Reads the pairs and judges one as the checks do: every number traced, every bound kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from factbook.content import dates
from factbook.evidence.numerals import modifier_differs, supported
from factbook.evidence.numerals.claims import claims

if TYPE_CHECKING:
    from factbook.evidence.numerals import FactDate, Quantity

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pair:
    """A quote and a statement about it."""

    group: str
    quote_language: str
    quote: str
    language: str
    statement: str
    date: str = ""

    @property
    def fact_dates(self) -> tuple[FactDate, ...]:
        """The date of the fact, where the pair gives one."""
        if not self.date:
            return ()
        when = dates.read(self.date)
        return ((when.first, when.last, when.precision),)


def pairs(name: str) -> tuple[Pair, ...]:
    """The pairs of one file, in order."""
    groups = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return tuple(Pair(group, *row) for group, rows in groups.items() for row in rows)


def claimed(pair: Pair) -> tuple[Quantity, ...]:
    """What the statement claims in numbers."""
    return claims(pair.statement, pair.language)


def refused(pair: Pair) -> tuple[str, ...]:
    """The claims of the statement that the quote does not bear out, each with why."""
    quotes = ((pair.quote, pair.quote_language),)
    found = []
    for claim in claimed(pair):
        support = supported(claim, quotes, pair.fact_dates)
        if not support.found:
            found.append(f"{claim.words}: nothing behind it")
        elif modifier_differs(claim, support):
            found.append(f"{claim.words}: bounded otherwise")
    return tuple(found)
