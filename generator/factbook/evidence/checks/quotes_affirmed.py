"""Check: a quote that the source itself denies, or reports under a negation, is not used to assert.

Wrong: `quote: sent troops to Russia` where the source says "has denied that it sent troops to Russia".
Right: quote the negation too, and say who denies; or `stance: denies`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.contexts.around import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.evidence.model import Evidence

REACH = 6
"""Words before the quote, in its own sentence, that can turn it round."""

_NEGATIONS = {
    "de": "nicht nie niemals kein keine keinen keiner keines bestritt bestreitet bestritten dementiert dementierte "
    "leugnet leugnete zurückgewiesen ohne weder",
    "en": "not never no nor neither without deny denies denied denying reject rejects rejected rejecting refuted "
    "dismissed false untrue cannot",
    "es": "no nunca niega negó niegan negaron rechaza rechazó desmintió sin ni tampoco",
    "fr": "ne n pas jamais nie nié dément démenti rejette rejeté sans ni aucun aucune",
    "it": "non mai nega negato smentisce smentito respinge respinto senza né",
    "nl": "niet nooit geen ontkent ontkende ontkend verwerpt zonder noch",
    "pl": "nie nigdy zaprzecza zaprzeczył zaprzeczyła odrzuca odrzucił bez ani",
    "pt": "não nunca nega negou rejeita rejeitou desmentiu sem nem",
    "ru": "не ни никогда отрицает отрицал отрицала отрицали опроверг опровергла опровергает отверг без",
    "uk": "не ні ніколи заперечує заперечив заперечила заперечили спростував спростувала відкинув без",
}
_WORD = re.compile(r"[^\W\d_]+")


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning, with the words, for each quote within reach of a negation that the statement does not carry."""
    for (name, number), finding in evidence.findings.items():
        fact = corpus.facts[name]
        source = corpus.sources[fact.citations[number].source]
        negation = _negation(finding.before, source.language)
        if negation is None or fact.stance in ("denies", "declines-to-confirm") or _says_so(fact, settings):
            continue
        message = f"the source says “{readable(negation)}” right before this quote, and the statement does not"
        advice = "Quote the negation too and carry it into the statement, or say who denies it with `stance`."
        span = fact.record.span("citations", number, "quote")
        yield Diagnostic("quote-negated", message, span, Severity.WARNING, help=(advice,))


def _negation(sentence: str, language: str) -> str | None:
    """The words from the negation to the quote, if there is one within reach."""
    negations = _negations(language)
    before = sentence.replace("n't", "n't not").replace("n’t", "n’t not")
    words = list(_WORD.finditer(before))[-REACH:]
    for word in reversed(words):
        if word[0].casefold() in negations:
            return sentence[-(len(before) - word.start()) :].strip() or word[0]
    return None


@cache
def _negations(language: str) -> frozenset[str]:
    return frozenset(_NEGATIONS.get(language.partition("-")[0], "").split())


def _says_so(fact: Fact, settings: Settings) -> bool:
    for language, text in variants(fact.statement, settings.languages[0]):
        negations = _negations(language)
        found = {word[0].casefold() for word in _WORD.finditer(text.replace("n't", " not").replace("n’t", " not"))}
        if negations & found:
            return True
    return False
