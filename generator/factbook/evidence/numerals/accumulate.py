"""Adds up the parts of one spelled number, and refuses a part that does not fit: "twenty five", not "five twenty"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.evidence.numerals.lexicon import Lexicon


class Sum:
    """A number while its words are being added."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.total = Fraction(0)
        self.section: Fraction | None = None
        self.last_scale: Fraction | None = None
        self.units_first = lexicon.units_first
        self.ten_takes_units = lexicon.ten_takes_units
        self.pairs_of_years = lexicon.pairs_of_years

    @property
    def value(self) -> Fraction:
        return self.total + (self.section or 0)

    def add(self, value: Fraction, linked: bool) -> bool:
        if not self._fits(value, linked):
            return False
        self.section = (self.section or Fraction(0)) + value
        return True

    def _fits(self, value: Fraction, linked: bool) -> bool:
        section = self.section
        if section is None:
            return self.last_scale is None or value < self.last_scale
        if section == 0 or value == 0 or section.denominator != 1 or value.denominator != 1:
            return False
        if value < 10:
            return section % 10 == 0 and (self.ten_takes_units or section % 100 != 10)
        if value < 100:
            units_first = linked and self.units_first and value % 10 == 0 and 0 < section % 100 < 10
            return section % 100 == 0 or units_first
        return section % 1000 == 0 and section > 0

    def pair(self, value: Fraction) -> bool:
        """Twenty | twenty-four, nineteen | eighty-four."""
        section = self.section
        if not self.pairs_of_years or self.total or section is None or not 10 <= value < 100:
            return False
        if section not in (17, 18, 19, 20):
            return False
        self.section = section * 100 + value
        return True

    def times(self, value: Fraction) -> bool:
        if value < 1000:
            return self._hundreds(value)
        if self.section is None and self.total == 0:
            self.total = value
        elif self.last_scale is None or value < self.last_scale:
            self.total += (self.section if self.section is not None else Fraction(1)) * value
        elif value > self.last_scale and (self.section is None or self.total):
            self.total = (self.total + (self.section or 0)) * value
        else:
            return False
        self.section, self.last_scale = None, value
        return True

    def _hundreds(self, value: Fraction) -> bool:
        if self.section is None:
            self.section = value
            return self.last_scale is None or self.last_scale > value
        if self.section == 0 or self.section >= value:
            return False
        self.section *= value
        return True
