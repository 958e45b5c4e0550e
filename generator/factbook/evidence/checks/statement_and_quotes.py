"""What the checks of meaning share: a statement beside the words that it rests on, in one language where possible."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from factbook.content.model import LINK, in_language, variants
from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.two_languages import SaidText
from factbook.evidence.cues.lexicon import Cue, cues_of, found, pattern, rivals_in
from factbook.runtime.frozen import frozen
from factbook.runtime.remember_last import remember_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Citation, Corpus, Fact

_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE_END = re.compile(r"(?<!\b[^\W\d_])[.;!?…](?=\s|$)|[。！？]")
"""Where words no longer belong to those before."""
_OPENING = re.compile(r"(?:^|[\s(])[\"“„«»][^\"“”„«»]*$")
_CLOSING = re.compile('["“”«»]')
_SHORTEST = 3
_SMALL_TOO = ("negation", "possible", "future")
_STEM = 5
"""Letters by which two forms of one word are known: estimate, estimates, estimated."""


@frozen
class Compared:
    """A fact's statement in its first language, and each of its quotes as readers of that language meet it."""

    fact: Fact
    statement: SaidText
    quotes: tuple[SaidText, ...]
    """The translation of each citation, or the quote itself."""
    originals: tuple[SaidText, ...]
    """The quotes as they stand in their sources."""
    aside: SaidText
    """The caveat, in which a hedge may stand too."""

    @property
    def is_complete(self) -> bool:
        """Whether every quote can be read in the language of the statement."""
        return all(same_language(quote, self.statement) for quote in self.quotes)

    def warning(self, code: str, message: str, advice: str) -> Diagnostic:
        """A warning at the statement that shows the first quote beside it."""
        typed = self.fact.statement
        way = () if isinstance(typed, str) else (self.statement.language,)
        span = self.fact.record.span("statement", *way)
        labels = (Label(self.fact.record.span("citations", 0, "quote"), "the words that it rests on"),)
        return Diagnostic(code, message, span, Severity.WARNING, labels=labels, help=(advice,))


@remember_last
def compared(corpus: Corpus, first: str) -> tuple[Compared, ...]:
    """Each fact with its statement and quotes, where there are any whose source is known."""
    return tuple(_compared(corpus, first))


def _compared(corpus: Corpus, first: str) -> Iterator[Compared]:
    for fact in corpus.facts.values():
        known = [citation for citation in fact.citations if citation.source in corpus.sources]
        if not known or len(known) < len(fact.citations):
            continue
        language, words = variants(fact.statement, first)[0]
        statement = SaidText(_spoken(words, language, corpus), language)
        quotes = tuple(_as_read(citation, corpus, language, first) for citation in known)
        aside = in_language(fact.caveat, language, first)[1] if fact.caveat else ""
        originals = tuple(SaidText(citation.quote, corpus.sources[citation.source].language) for citation in known)
        yield Compared(fact, statement, quotes, originals, SaidText(aside, language))


def same_language(one: SaidText, other: SaidText) -> bool:
    """Whether two texts are in one language, whatever its region."""
    return one.language.partition("-")[0] == other.language.partition("-")[0]


def _as_read(citation: Citation, corpus: Corpus, language: str, first: str) -> SaidText:
    for spoken, words in variants(citation.translation, first):
        if spoken == language:
            return SaidText(words, spoken)
    return SaidText(citation.quote, corpus.sources[citation.source].language)


def _spoken(words: str, language: str, corpus: Corpus) -> str:
    """The text as it is printed: links by their words, or by the name of the actor that they lead to."""

    def name(link: re.Match[str]) -> str:
        actor = corpus.actors.get(link[1].strip())
        return link[2] or (in_language(actor.name, language, language)[1] if actor else " ")

    return LINK.sub(name, words) if "[[" in words else words


def around(text: SaidText, cue: Cue, count: int) -> tuple[Cue, ...]:
    """The next telling words behind a cue in its sentence; where none follow, the last before it."""
    border = (
        SENTENCE_END.search(text.words, cue.end)
        if not _said_aloud(text, cue)
        else _CLOSING.search(text.words, cue.end)
    )
    end = border.start() if border else len(text.words)
    words = telling_words(text.words, text.language)
    behind = [word for word in words if word.start >= cue.end and word.end <= end]
    if behind:
        return tuple(behind[:count])
    return tuple(word for word in words if word.end <= cue.start)[-count:]


def _said_aloud(text: SaidText, cue: Cue) -> bool:
    """Whether a cue stands in quotation marks that close behind it: called it "no cause for joy" and left."""
    return bool(_OPENING.search(text.words[: cue.start])) and bool(_CLOSING.search(text.words, cue.end))


def spoken_of(text: SaidText, cue: Cue, count: int) -> frozenset[str]:
    """What the words around a cue, in its sentence, speak of."""
    words = around(text, cue, count)
    return keys(text.words[words[0].start : words[-1].end], text.language) if words else frozenset()


@lru_cache(maxsize=2048)
def keys(text: str, language: str) -> frozenset[str]:
    """The words that mean something, each by its beginning, and what they are rivals for (#fate/dead)."""
    rivals = (f"#{group}/{name}" for group, names in rivals_in(text, language).items() for name in names)
    return frozenset((*(key(word.words) for word in telling_words(text, language)), *rivals))


@lru_cache(maxsize=2048)
def telling_words(text: str, language: str) -> tuple[Cue, ...]:
    """The words that mean something, in order."""
    return tuple(Cue(match[0], *match.span()) for match in _WORD.finditer(text) if is_telling(match[0], language))


@lru_cache(maxsize=1 << 15)
def key(word: str) -> str:
    """The beginning of a word without case, accents and plural."""
    plain = word.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    plain = plain.replace("’", "'").replace(".", "").removesuffix("'s")
    return plain if plain[:1].isdigit() else plain.rstrip("s")[:_STEM] or plain


@lru_cache(maxsize=1 << 15)
def is_telling(word: str, language: str) -> bool:
    """Whether a word says what a sentence is about: a number, or none of the common small words."""
    if word[0].isdigit():
        return True
    if len(word) < _SHORTEST or found(word, language, "small"):
        return False
    lists = cues_of(language).lists
    return not any(pattern(lists[name]).fullmatch(word) for name in _SMALL_TOO if name in lists)
