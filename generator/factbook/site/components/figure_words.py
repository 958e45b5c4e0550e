"""Pages: figures in words: the value with its modifier, by locale."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from factbook.site.components import text_and_links as parts

if TYPE_CHECKING:
    from factbook.content.model import Figure
    from factbook.site.context import Desk
    from factbook.site.i18n import Wording


def value(wording: Wording, figure: Figure) -> str:
    """`10,000`, or `8,000–12,000` for a range."""
    low = number(wording, figure.low)
    return low if figure.low == figure.high else f"{low}–{number(wording, figure.high)}"


def modifier(wording: Wording, figure: Figure) -> str:
    """`up to`; empty for a value as given."""
    words = {
        "about": wording.say("about"),
        "almost": wording.say("almost"),
        "just-over": wording.say("just over"),
        "up-to": wording.say("up to"),
        "at-least": wording.say("at least"),
        "more-than": wording.say("more than"),
        "less-than": wording.say("less than"),
    }
    return words.get(figure.modifier, "")


def figure_words(wording: Wording, figure: Figure) -> str:
    """`up to 10,000`"""
    return f"{modifier(wording, figure)} {value(wording, figure)}".strip()


def with_unit(desk: Desk, figure: Figure) -> str:
    """`up to 10,000 troops`"""
    series = desk.corpus.series.get(figure.series)
    unit = parts.text(desk, series.unit).words if series and series.unit else ""
    return f"{figure_words(desk.wording, figure)} {unit}".strip()


def number(wording: Wording, typed: str) -> str:
    """A number of the content by locale; as typed when it is not plain digits."""
    try:
        return wording.number(Decimal(typed.replace("_", "")))
    except InvalidOperation:
        return typed
