"""A number as it is read from words and digits, before its unit is known."""

from __future__ import annotations

from fractions import Fraction

from factbook.runtime.frozen import frozen


@frozen
class Amount:
    """A number's value and the tokens it takes."""

    value: Fraction
    first: int
    after: int
    """Index of the first token behind it."""
    spelled: bool = False
    indefinite: bool = False
    ordinal: bool = False
    fraction: bool = False
    scale: Fraction = Fraction(1)
    """What the leading digits were multiplied by: 1,000,000 in "8 million"."""
    grouped: bool = True
    """False for bare digits, which may be a year."""
