"""What a fact's words claim in numbers, and everything that may stand behind such a claim."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, cast, get_args

from factbook.content.model import LINK, MARK, variants
from factbook.evidence.numerals.arithmetic import WorkingMistake, evaluate
from factbook.evidence.numerals.lexicon import lexicon_of
from factbook.evidence.numerals.match import carried, supported
from factbook.evidence.numerals.quantity import UNITS, Modifier, Quantity, Support
from factbook.evidence.numerals.reading import read
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    import re

    from factbook.content.dates import Date
    from factbook.content.model import Corpus, Fact, Series
    from factbook.evidence.numerals.match import FactDate, Quote

_UNIT = 20
"""Characters behind a number in which its unit stands."""
_AS_WORKED_OUT = frozenset({"number", "year", "money", "percent", "percentage-points"})


@frozen
class Backing:
    """What may support the numbers of a fact."""

    quotes: tuple[Quote, ...]
    citations: tuple[int, ...]
    """For each quote the number of its citation, from 0."""
    dates: tuple[FactDate, ...]
    """The dates of the fact, and the days on which its sources were published."""
    results: tuple[Fraction, ...]
    """What the fact's workings come to."""
    complete: bool = True
    """False when a cited source could not be read, so that the language of its quote is not known."""

    def support(self, claim: Quantity) -> Support:
        """Whether the claim stands in a quote, in the dates, or under `computed`; if not, the nearest value."""
        return self.carries(claim) or supported(claim, self.quotes, self.dates)

    def carries(self, claim: Quantity) -> Support | None:
        """What of the quotes, the dates or `computed` has the claim's value, if anything has."""
        found = carried(claim, self.quotes, self.dates)
        worked_out = claim.kind in _AS_WORKED_OUT and not claim.is_range and claim.low in self.results
        return found or (Support(True) if worked_out else None)


def claims(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities in a statement, links read by their words only; offsets count in the text as given."""
    if "[^" in text:
        text = MARK.sub(lambda found: " " * len(found[0]), text)
    text = LINK.sub(_words_of_link, text) if "[[" in text else text
    found = read(text, language)
    idle = [one for one, other in pairwise(found) if _only_places(one, other, text, language)]
    return tuple(one for one in found if one not in idle) if idle else found


def _only_places(one: Quantity, other: Quantity, text: str, language: str) -> bool:
    """Whether a "first" only says where a number of months stands, which many languages say without an ordinal."""
    if one.kind != "ordinal" or one.low != 1 or not one.spelled or other.kind != "number":
        return False
    if text[one.end : other.start].strip():
        return False
    lexicon = lexicon_of(language)
    return lexicon.find(lexicon.tokens(text[other.end : other.end + _UNIT]), 0, "of-time") is not None


def in_link(text: str, quantity: Quantity) -> bool:
    """Whether the quantity stands in the words of a link."""
    opened = text.rfind("[[", 0, quantity.start)  # a link holds no further brackets
    link = LINK.match(text, opened) if opened >= 0 else None
    return link is not None and quantity.start < link.end()


def figure_claim(fact: Fact, corpus: Corpus, first: str) -> Quantity | None:
    """The figure of a fact as a claim, in the unit of its series: percent, points, money or a plain number.

    None when it has none, or one that is no plain number (load tells so). `first` is the site's first language.
    """
    figure = fact.figure
    if figure is None:
        return None
    try:
        low, high = _plain_number(figure.low), _plain_number(figure.high)
    except ValueError:
        return None
    words = figure.low if low == high else f"{figure.low}–{figure.high}"
    claim = Quantity(low, high, "number", 0, 0, words, _modifier(figure.modifier))
    return _in_unit(claim, corpus.series.get(figure.series), first)


def _in_unit(claim: Quantity, series: Series | None, first: str) -> Quantity:
    """The figure in the unit of its series; of any kind where the series names no unit."""
    if series is None or series.unit is None:
        return replace(claim, also=tuple(replace(claim, kind=kind) for kind in UNITS))
    for language, words in variants(series.unit, first):
        found = read(f"7 {words}", language)
        if found and found[0].kind in UNITS:
            return replace(claim, kind=found[0].kind, currency=found[0].currency, words=f"{claim.words} {words}")
    return claim


def end_claims(claim: Quantity) -> tuple[Quantity, Quantity]:
    """A range as two claims: at least its lower end, up to its upper end."""
    return (
        replace(claim, high=claim.low, modifier="at-least"),
        replace(claim, low=claim.high, modifier="up-to"),
    )


def backing(fact: Fact, corpus: Corpus) -> Backing:
    """Everything that may stand behind the numbers of this fact."""
    sources = corpus.sources
    cited = [
        (number, citation.quote, sources[citation.source])
        for number, citation in enumerate(fact.citations)
        if citation.source in sources
    ]
    dates = [fact.date, fact.asserted_on, fact.figure.as_of if fact.figure else None]
    published = [source.published.day for _, _, source in cited if source.published]
    results = [evaluate(computed.working) for computed in fact.computed]
    return Backing(
        quotes=tuple((quote, source.language) for _, quote, source in cited),
        citations=tuple(number for number, _, _ in cited),
        dates=(*(_fact_date(when) for when in dates if when), *((day, day, "day") for day in published)),
        results=tuple(result for result in results if not isinstance(result, WorkingMistake)),
        complete=len(cited) == len(fact.citations),
    )


def _words_of_link(match: re.Match[str]) -> str:
    """The words of a link in their place, the rest as spaces."""
    if match[2] is None:
        return " " * len(match[0])
    return " " * (match.start(2) - match.start()) + match[2] + "  "


def _plain_number(value: str) -> Fraction:
    return Fraction(value.replace("−", "-"))


def _modifier(name: str) -> Modifier | None:
    return cast("Modifier", name) if name in get_args(Modifier) and name != "exactly" else None


def _fact_date(when: Date) -> FactDate:
    precision = when.precision if when.precision in ("month", "year") else "day"
    return when.first, when.last, precision
