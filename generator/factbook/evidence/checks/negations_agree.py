"""Check: a statement says *not* where its quote does, and nowhere else; and what it denies is denied there.

Wrong: `statement: The operation was over.` over the quote "the operation is not over".
Right: `statement: The operation was not over.`
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.statement_and_quotes import (
    compared,
    keys,
    same_language,
    spoken_of,
    telling_words,
)
from factbook.evidence.checks.two_languages import left_open
from factbook.evidence.cues.lexicon import found, rivals_in, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.checks.statement_and_quotes import Compared
    from factbook.evidence.checks.two_languages import SaidText
    from factbook.evidence.cues.lexicon import Cue
    from factbook.evidence.model import Evidence

REACH = 4
"""Telling words behind a negation that it turns round."""
CODE = "negation-differs"
_ADVICE = "Carry the denial as the quote has it, or quote the words that deny."


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for a negation or a denial that the statement or its quotes have alone."""
    for pair in compared(corpus, settings.languages[0]):
        message = _added(pair) or _dropped(pair) or _turned(pair)
        if message and not (_opposites(pair) or any(left_open(pair.statement, quote) for quote in pair.quotes)):
            yield pair.warning(CODE, message, _ADVICE)


def _added(pair: Compared) -> str | None:
    """A *not* of the statement for which no quote has one, nor a word for what is wanting."""
    mine = _of(pair.statement, "negation")
    lacks = max(sum(len(_of(text, "lack")) for text in texts) for texts in (pair.originals, pair.quotes))
    if mine and not _all(pair, "negation") and lacks <= len(_of(pair.statement, "lack")):
        return f"“{mine[0].words}” stands here, and in no quote"
    denied = words_of(pair.statement.words, pair.statement.language, "denial")
    if denied and not (_all(pair, "negation") or _all(pair, "lack")):
        return f"“{denied}” stands here, and no quote denies anything"
    return None


def _opposites(pair: Compared) -> bool:
    """Whether one says by an opposite what the other denies: not open, closed."""
    said = rivals_in(pair.statement.words, pair.statement.language)
    quoted = [rivals_in(quote.words, quote.language) for quote in pair.quotes]
    return any(
        said[group].keys().isdisjoint(names[group]) for names in quoted for group in said.keys() & names.keys()
    )


def _dropped(pair: Compared) -> str | None:
    """A *not* of a quote before words that the statement has without one."""
    if _of(pair.statement, "negation") or _of(pair.aside, "negation"):
        return None
    if _of(pair.statement, "denial"):
        return None
    less = len(_of(pair.statement, "lack"))
    for quote in pair.quotes:
        if same_language(quote, pair.statement) and len(_of(quote, "lack")) >= less:
            for negation in (*_of(quote, "negation"), *(() if less else _of(quote, "without"))):
                said = keys(pair.statement.words, pair.statement.language)
                if not said.isdisjoint(spoken_of(quote, negation, REACH)):
                    return f"the quote says “{_phrase(quote, negation)}”, and nothing here does"
    return None


def _turned(pair: Compared) -> str | None:
    """A word that begins with un- on one side, and without it on the other: used, unused."""
    if not pair.is_complete or _of(pair.statement, "negation") or _all(pair, "negation"):
        return None
    mine, theirs = _words(pair.statement), frozenset(chain.from_iterable(_words(quote) for quote in pair.quotes))
    for one, other, here in ((mine, theirs, True), (theirs, mine, False)):
        for word in sorted(one - other):
            plain = word.removeprefix("un")
            if plain != word and len(plain) >= 4 and plain in other and plain not in one:
                return f"“{word if here else plain}” stands here, “{plain if here else word}” in the quote"
    return None


def _phrase(text: SaidText, cue: Cue) -> str:
    """A cue with the next word, as they stand there."""
    return " ".join(text.words[cue.start :].split()[: 1 + len(cue.words.split())])


def _words(text: SaidText) -> frozenset[str]:
    return frozenset(word.words.casefold() for word in telling_words(text.words, text.language))


def _of(text: SaidText, name: str) -> tuple[Cue, ...]:
    return found(text.words, text.language, name)


def _all(pair: Compared, name: str) -> list[Cue]:
    """In the quotes as they stand in their sources, and as they are translated."""
    texts = dict.fromkeys((text.words, text.language) for text in (*pair.originals, *pair.quotes))
    return [cue for words, language in texts for cue in found(words, language, name)]
