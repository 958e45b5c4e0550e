"""Check: a quote that the source itself denies, or reports under a negation, is not used to assert.

Wrong: `quote: sent troops to Russia` where the source says "has denied that it sent troops to Russia".
Right: quote the negation too, and say who denies; or `stance: denies`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.contexts.around import readable
from factbook.evidence.cues.lexicon import cues_of, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.evidence.model import Evidence

REACH = 6
"""Words before the quote, in its own sentence, that can turn it round."""

_TURNING = ("negation", "denies")
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"[,;:.!?–—(、。，；：！？।۔،“„«「『]|(?<=\s)\"")
_CLAUSES = re.compile(r"[\s、，；：]+")
"""What parts clauses where it does not part words."""
_AFTER = 3
"""Words behind the quote, in its own clause, that can turn it round."""
_GLUED = 12
"""Characters behind it in which they stand where words are not parted."""


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning, with the words, for each quote within reach of a negation that the statement does not carry."""
    for (name, number), finding in evidence.lookups.items():
        fact = corpus.facts[name]
        language = corpus.sources[fact.citations[number].source].language
        if negation := _before(finding.before, language):
            seen = f"the source says “{readable(negation)}” right before this quote"
        elif behind := _behind(finding.after, language):
            seen = f"the source goes on “{readable(behind)}” right after this quote"
        else:
            continue
        if fact.stance not in ("denies", "declines-to-confirm") and not _says_so(fact, settings):
            yield _negated(fact, number, seen)


def _negated(fact: Fact, number: int, seen: str) -> Diagnostic:
    advice = "Quote the negation too and carry it into the statement, or say who denies it with `stance`."
    span = fact.record.span("citations", number, "quote")
    message = f"{seen}, and the statement does not"
    return Diagnostic("quote-negated", message, span, Severity.WARNING, help=(advice,))


def _before(sentence: str, language: str) -> str | None:
    """The words from a negation to the quote, if there is one within reach."""
    if cues_of(language).parted:
        words = list(_WORD.finditer(sentence))[-REACH:]
        near = sentence[words[0].start() :] if words else ""
    else:
        near = _CLAUSES.split(sentence)[-1][-_GLUED:]
    cues = [cue for name in _TURNING for cue in found(near, language, name)]
    return near[max(cue.start for cue in cues) :].strip() if cues else None


def _behind(sentence: str, language: str) -> str | None:
    """The negation behind the quote in its clause, or the *but* with which its sentence goes on."""
    clause = _CLAUSE_END.split(sentence, maxsplit=1)[0]
    words = list(_WORD.finditer(clause))[:_AFTER]
    near = clause[: words[-1].end() if words else 0] if cues_of(language).parted else clause[:_GLUED]
    if cues := found(near, language, "negation"):
        return " ".join(near[: cues[0].end].split())
    turn = next(iter(found(clause[:_GLUED], language, "but")), None)
    return turn.words if turn and turn.start <= 2 else None


def _says_so(fact: Fact, settings: Settings) -> bool:
    """Whether the statement or its caveat denies or turns, in any language."""
    texts = (*variants(fact.statement, settings.languages[0]), *variants(fact.caveat, settings.languages[0]))
    return any(found(text, language, name) for language, text in texts for name in (*_TURNING, "but"))
