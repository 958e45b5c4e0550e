"""Site: figures in words: the value with its modifier, by locale."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.content.model import Corpus, Figure
    from factbook.site.i18n import Wording
    from factbook.site.texts import Texts

_MINUS = "\u2212"
"""As wide as a digit, and no hyphen."""


def value(wording: Wording, figure: Figure) -> str:
    """`10,000`, or `8,000–12,000` for a range, and `−9 to −3` where a dash would run into a minus."""
    low, high = number(wording, figure.low), number(wording, figure.high)
    if figure.low == figure.high:
        return low
    negative = figure.low.startswith("-") or figure.high.startswith("-")
    return wording.say("{low} to {high}", low=low, high=high) if negative else f"{low}–{high}"


def modifier(wording: Wording, figure: Figure) -> str:
    """`up to`; empty for a value as given."""
    words = {
        "about": wording.say("about"),
        "up-to": wording.say("up to"),
        "at-least": wording.say("at least"),
        "more-than": wording.say("more than"),
        "less-than": wording.say("less than"),
        "almost": wording.say("almost"),
        "just-over": wording.say("just over"),
    }
    return words.get(figure.modifier, "")


def figure_words(wording: Wording, figure: Figure) -> str:
    """`up to 10,000`"""
    return f"{modifier(wording, figure)} {value(wording, figure)}".strip()


def with_unit(corpus: Corpus, texts: Texts, figure: Figure) -> str:
    """`up to 10,000 troops`"""
    series = corpus.series.get(figure.series)
    unit = texts.plain(series.unit) if series else ""
    return f"{figure_words(texts.words, figure)} {unit}".strip()


def number(wording: Wording, typed: str) -> str:
    """A number of the content by locale; as typed when it is not plain digits."""
    try:
        return wording.number(Decimal(typed.replace("_", ""))).replace("-", _MINUS)
    except InvalidOperation:
        return typed
