"""Pages: what a chart of values finds, in words that are exactly true of the values and say nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.components import figure_words as numbers
from factbook.site.components import text_and_links as parts

if TYPE_CHECKING:
    from factbook.content.dates import Date
    from factbook.content.model import Fact
    from factbook.content.model import Figure as Typed
    from factbook.site.context import Desk


_VALUES = frozenset({"exactly", "about", "almost", "just-over"})
"""Modifiers of a value that is drawn as a dot; the others are limits."""


@frozen
class Given:
    """One value as a fact gives it."""

    fact: Fact
    figure: Typed
    low: float | None
    high: float | None
    superseded: bool

    @property
    def date(self) -> Date:
        """For when the value holds."""
        return self.figure.as_of or self.fact.date

    @property
    def faint(self) -> bool:
        return self.superseded or self.fact.rank == "deprecated"


def headline(desk: Desk, values: tuple[Given, ...], series: int) -> str:
    """`3 values from 3 speakers; highest named: 11,000`; for several series only how many there are."""
    words = desk.wording
    if len(values) == 1:
        return words.say("One value, from {who}: {value}", who=_who(desk, values), value=_words(desk, values[0]))
    given = words.count("{n} value", "{n} values", len(values))
    many = len(_speakers(desk, values))
    by = words.count("{n} speaker", "{n} speakers", many) if many > 1 else _who(desk, values)
    told = words.say("{values} from {speakers}", values=given, speakers=by)
    if series > 1:
        counts = words.count("{n} count", "{n} counts", series)
        return words.say("{told}, in {counts}; compare only within one count", told=told, counts=counts)
    return words.say("{told}; {finding}", told=told, finding=short(desk, values))


def short(desk: Desk, values: tuple[Given, ...]) -> str:
    """`highest named: up to 12,000, a ceiling; 1 superseded`: of the values that nobody has replaced."""
    say = desk.wording.say
    standing = [value for value in values if not value.faint and value.high is not None]
    faint = sum(1 for value in values if value.superseded)
    old = desk.wording.count("{n} superseded", "{n} superseded", faint) if faint else ""
    if not standing:
        return old
    told = _finding(desk, standing, len(standing) < len(values))
    return say("{finding}; {superseded}", finding=told, superseded=old) if old else told


def _finding(desk: Desk, standing: list[Given], others: bool) -> str:
    say = desk.wording.say
    top = max(value.high or 0.0 for value in standing)
    highest = [value for value in standing if value.high == top]
    if len(standing) == 1:
        told = _words(desk, highest[0])
        return say("standing: {value}", value=told) if others else told
    if len({(value.low, value.high, value.figure.modifier) for value in standing}) == 1:
        return say("all name {value}", value=_words(desk, highest[0]))
    return say("highest named: {value}", value=_highest(desk, highest))


def reading(desk: Desk, values: tuple[Given, ...], off: frozenset[str], cut: bool) -> str:
    """How to read the marks that are there, and none that are not."""
    say = desk.wording.say
    shapes = {value.figure.modifier for value in values}
    limits = (
        ("up-to", say("← up to")),
        ("less-than", say("← less than")),
        ("at-least", say("→ at least")),
        ("more-than", say("→ more than")),
    )
    arrows = ", ".join(words.replace(" ", "\u00a0", 1) for shape, words in limits if shape in shapes)
    told = (
        (True, say("Time runs down.")),
        (_exact(values), say("A dot is a value as given.")),
        (_ranges(values), say("A bar between two caps is a range as given.")),
        (bool(arrows), say("A bar with an arrow is a limit ({limits}); its length carries no value.", limits=arrows)),
        (bool(shapes & {"about", "almost", "just-over"}), say("Dotted ends: about.")),
        (any(value.faint for value in values), say("Fainter and dashed: superseded.")),
        (bool(off), say("A broken line is not on the scale.")),
        (cut, say("Only the latest values are drawn.")),
    )
    return " ".join(words for holds, words in told if holds)


def _exact(values: tuple[Given, ...]) -> bool:
    return any(value.figure.modifier in _VALUES and value.low == value.high for value in values)


def _ranges(values: tuple[Given, ...]) -> bool:
    return any(value.low != value.high for value in values)


def _highest(desk: Desk, highest: list[Given]) -> str:
    """The highest value in words, and whether it is a limit; only the number where speakers put it differently."""
    say = desk.wording.say
    ways = {value.figure.modifier for value in highest}
    if len(ways) > 1:
        return numbers.number(desk.wording, highest[0].figure.high)
    told = _words(desk, highest[0])
    match ways.pop():
        case "up-to" | "less-than":
            return say("{value}, a ceiling", value=told)
        case "at-least" | "more-than":
            return say("{value}, a floor", value=told)
        case _:
            return told


def _words(desk: Desk, value: Given) -> str:
    return numbers.figure_words(desk.wording, value.figure)


def _speakers(desk: Desk, values: tuple[Given, ...]) -> dict[str, None]:
    return {actor: None for value in values for actor in desk.corpus.asserters(value.fact)}


def _who(desk: Desk, values: tuple[Given, ...]) -> str:
    return desk.wording.listed(tuple(parts.actor_name(desk, actor).words for actor in _speakers(desk, values)))
