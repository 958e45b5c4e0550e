"""What the numerals room hands out: a quantity read in a text, and whether it has words behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from fractions import Fraction

Kind = Literal[
    "number",  # 12,000; twelve; half
    "percent",  # 12 %, twelve percent
    "percentage-points",  # 3 percentage points
    "money",  # $5 million
    "ordinal",  # third, 5th
    "year",  # 2024: four digits without a group mark, which may still be a plain number
    "decade",  # 1990s
    "date",  # 6 August, November 2024, 2024-11-16
    "time",  # 19:16, 7 p.m.
    "indefinite",  # thousands, dozens, several hundred: an order of magnitude, not a value
    "label",  # part of a name: Type-12, B-52, G7
]
PERCENTS: tuple[Kind, ...] = ("percent", "percentage-points")
"""Kinds of which one sign may stand for several numbers: 5 to 10 percent; 2, 5 and 7 percent."""
UNITS: tuple[Kind, ...] = (*PERCENTS, "money")
"""Kinds that say in what a number counts."""

Modifier = Literal["exactly", "about", "almost", "just-over", "up-to", "at-least", "more-than", "less-than"]


@frozen
class PartialDate:
    """A day in a text, as far as the words say it."""

    year: int | None
    month: int | None
    day: int | None


@frozen
class Quantity:
    """One number, amount, date or label, and where it stands."""

    low: Fraction
    """The value; the smaller end of a range. A time in minutes after midnight; 0 for a date."""
    high: Fraction
    """The same as `low`, except in a range."""
    kind: Kind
    start: int
    """Offset of its first character in the text that was read."""
    end: int
    words: str
    """As printed, without the modifier."""
    modifier: Modifier | None = None
    """What the words around it say; nothing when they say nothing."""
    modifier_sure: bool = True
    """False where the word has another reading ("over two years"), or where the language's bounds are not known."""
    currency: str = ""
    """One sign for a family of spellings ("$" for dollars of any country)."""
    loose: bool = False
    """A range whose ends may also be two numbers ("from 3 to 5")."""
    spelled: bool = False
    """Written in words."""
    dates: tuple[PartialDate, ...] = ()
    """For a date: the readings it allows (03/04/2024 has two)."""
    name: str = ""
    """Of a label: what distinguishes it from others of the same digits, such as `11a` or `3.12.1`."""
    also: tuple[Quantity, ...] = ()
    """Other readings of the same words: 20.000 may be twenty thousand, `20 heures` a time or a span of time."""

    @property
    def is_range(self) -> bool:
        return self.low is not self.high and self.low != self.high


@frozen
class Support:
    """Whether a claimed quantity stands in the words offered for it."""

    found: bool
    quote: int | None = None
    """Index of the quote with the quantity, or with the nearest one; nothing when the dates support it."""
    quantity: Quantity | None = None
    """The quantity in that quote: the support, or the nearest value when there is none."""
