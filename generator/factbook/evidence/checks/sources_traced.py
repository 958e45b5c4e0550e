"""Check: what a source's headline and note print in numbers stands in the source's own text.

Wrong: `title: 12,000 soldiers in Kursk` over a text that says 11,000.
Right: the headline as printed; a note whose numbers are those of the text, its dates, its lines or its quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.schema import kind
from factbook.content.schema.texts import texts
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.stated_numbers import claims_in, is_aside, one_line
from factbook.evidence.numerals import carried
from factbook.evidence.numerals.claims import backing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Source
    from factbook.evidence.checks.stated_numbers import Claim
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals.match import FactDate

_HELP = "Write what the source says; a remark of your own does without the number."


@check_of("site", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each number in a text on a source that its own text has not; only where that text is at hand."""
    for source in corpus.sources.values():
        claims = [claim for claim in _claims(source, settings) if not _is_aside(claim)]
        own = evidence.texts.get(source.id) if claims else None
        if own is None:
            continue
        for claim in claims:
            if _stands(claim, own, source.language, _dates(source, corpus)):
                continue
            message = f"“{one_line(claim.quantity.words)}” does not stand in the text of `{source.id}`"
            severity = Severity.WARNING if claim.way[0] == "note" else Severity.ERROR  # a remark may be our own
            yield Diagnostic("number-without-words", message, claim.place(settings), severity, help=(_HELP,))


def _stands(claim: Claim, text: str, language: str, dates: tuple[FactDate, ...]) -> bool:
    """Whether the text has the number: looked for first where its very words stand, which is nearly always enough."""
    near = _around(text, claim.quantity.words)
    return any(carried(claim.quantity, ((words, language),), dates) for words in (near, text) if words)


def _around(text: str, words: str) -> str:
    """The line in which words first stand, with those before and after it; nothing where they stand in none."""
    at = text.find(words)
    if at < 0:
        return ""
    start = text.rfind("\n", 0, max(text.rfind("\n", 0, at), 0)) + 1
    end = text.find("\n", text.find("\n", at) + 1)
    return text[start : end if end > at else None]


def _is_aside(claim: Claim) -> bool:
    return is_aside(claim.quantity) or claim.quantity.kind == "label"  # a name, such as Channel 4


def _claims(source: Source, settings: Settings) -> Iterator[Claim]:
    for text in texts(source.record.tree.value, kind("source").fields):
        if text.field.traced == "quotes":
            yield from claims_in(text.words, source.record, settings, *text.way)


def _dates(source: Source, corpus: Corpus) -> tuple[FactDate, ...]:
    """The days of the source itself, and those of which the facts say that it speaks."""
    known = (source.published, source.accessed)
    own = ((moment.day, moment.last or moment.day, moment.precision) for moment in known if moment)
    facts = (corpus.facts[name] for name in corpus.facts_by_source.get(source.id, ()) if name in corpus.facts)
    return (*own, *(date for fact in facts for date in backing(fact, corpus).dates))
