"""Check: a translation says what its quote says: all numbers, in order, with bounds, and *not* where it does.

Wrong: `translation: the operation is over` of the quote "l'opération n'est pas terminée".
Right: `translation: the operation is not over`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.counted_nouns import other_things
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.measures_agree import other_measure, spoken
from factbook.evidence.checks.stated_numbers import one_line
from factbook.evidence.checks.two_languages import Difference, SaidText, differences, strays
from factbook.evidence.numerals import carried, read
from factbook.evidence.numerals.unit_names import unit_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each way in which a translation differs from its quote; numbers too many are errors elsewhere."""
    for fact in corpus.facts.values():
        for number, citation in enumerate(fact.citations):
            source = corpus.sources.get(citation.source)
            if citation.translation is None or source is None:
                continue
            quote = SaidText(citation.quote, source.language)
            for language, words in variants(citation.translation, settings.languages[0]):
                way = () if isinstance(citation.translation, str) else (language,)
                span = fact.record.span("citations", number, "translation", *way)
                labels = (Label(fact.record.span("citations", number, "quote"), "the quote stands here"),)
                for difference in _of(SaidText(words, language), quote):
                    message, advice = _told(difference)
                    yield Diagnostic(
                        "translation-differs", message, span, Severity.WARNING, labels=labels, help=(advice,)
                    )


def _of(translation: SaidText, quote: SaidText) -> Iterator[Difference]:
    """All but what `numbers_traced` tells: where a number is changed, the one that it was is missing."""
    changed = strays(translation, quote)
    for found in differences(translation, quote):
        if not (changed and found.what == "number missing"):
            yield found
    yield from (Difference("thing", here, there) for here, there in other_things(translation, quote))
    yield from _measures(translation, quote)
    if not changed:
        yield from _days(translation, quote)


def _days(translation: SaidText, quote: SaidText) -> Iterator[Difference]:
    """Each day or time of day that the translation leaves out."""
    for quantity in read(quote.words, quote.language):
        full = any(one.day and one.month for one in quantity.dates)
        if (full or (quantity.kind == "time" and any(map(str.isdecimal, quantity.words)))) and carried(
            quantity, ((translation.words, translation.language),)
        ) is None:
            yield Difference("number missing", "", one_line(quantity.words))


def _measures(translation: SaidText, quote: SaidText) -> Iterator[Difference]:
    """Each number that counts another measure than in the quote: 48 pounds, 48 kilograms."""
    for number in read(translation.words, translation.language):
        said = unit_behind(translation.words, number.end, translation.language) if number.kind == "number" else ""
        if said and (other := other_measure(number, said, ((quote.words, quote.language),))):
            yield Difference("thing", f"{one_line(number.words)} … {spoken(said)}", other[1])


def _told(difference: Difference) -> tuple[str, str]:
    here, there = difference.here, difference.there
    if difference.what == "number missing":
        return f"“{there}” of the quote is missing in its translation", "Translate the whole quote."
    if difference.what == "bound":
        return f"the translation has “{here}”, the quote “{there}”", "Bound the number as the quote does."
    if difference.what == "thing":
        return f"“{here}” stands here, “{there}” in the quote", "Call what is counted as the quote does."
    if difference.what == "order":
        message = f"the translation has “{here}”, the quote “{there}”: the numbers changed places"
        return message, "Check which number counts what."
    if difference.what == "weekday":
        return f"the translation says {here}, the quote {there}", "Name the day that the quote names."
    if here:
        return f"the translation says “{here}”, the quote does not", "A denial is a denial in every language."
    return f"the quote says “{there}”, its translation does not", "A denial is a denial in every language."
