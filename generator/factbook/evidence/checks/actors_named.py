"""Check: the actors of a fact are named in a cited source, and who speaks is named near the words.

Wrong: `asserted_by: [takeshi-iwaya]` for words that the report puts into Sybiha's mouth.
Right: `asserted_by: [andrii-sybiha]`; a spelling that only this report uses goes into the actor's `aliases`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.character_tables import SPACELESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Actor, Citation, Corpus, Fact, Role
    from factbook.evidence.model import Evidence, QuoteLookup

NEAR = 900
"""Characters before and after a quote in which its speaker is named, some five sentences of a report each way."""
_CLOSE = 200
"""Characters before a quote in which its speaker most often is: they are looked at first, being soon folded."""


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Warnings for names that no cited text holds; texts that are not at hand say nothing either way."""
    folded = _Folded(evidence.texts)
    forms = _AllForms(corpus, settings.languages[0])
    for fact in corpus.facts.values():
        if any(citation.source not in evidence.texts for citation in fact.citations):
            continue
        texts = [folded[citation.source] for citation in fact.citations]
        for key, names in (("actors", fact.actors), ("asserted_by", fact.asserted_by)):
            for number, name in enumerate(names):
                if name not in corpus.actors:
                    continue
                if not _named(forms[name], texts):
                    yield _nowhere(fact, key, number, corpus.actors[name])
                elif key == "asserted_by" and not _named(forms[name], _near(fact, evidence, folded)):
                    yield _not_near(fact, number, corpus.actors[name])


class _Folded(dict[str, str]):
    """The texts without case and accents, each folded when a fact cites it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, source: str) -> str:
        self[source] = _folded(self._texts[source])
        return self[source]


Forms = tuple[tuple[str, ...], ...]
"""What an actor can be called: for each name the beginnings of its words, each after a space."""


def _named(forms: Forms, texts: Iterable[str]) -> bool:
    return any(all(stem in text for stem in form) for text in texts for form in forms)


class _AllForms(dict[str, Forms]):
    """By name, spelling or role; a state or body also by its parts and people, through whom it speaks.

    Each actor's are made when a fact names it.
    """

    def __init__(self, corpus: Corpus, language: str) -> None:
        super().__init__()
        self._corpus, self._language = corpus, language
        self._own: dict[str, Forms] = {}

    def __missing__(self, name: str) -> Forms:
        self[name] = tuple(form for part in _with_parts(name, self._corpus) for form in self._of(part))
        return self[name]

    def _of(self, name: str) -> Forms:
        if name not in self._own:
            found = _forms(self._corpus.actors[name], self._corpus, self._language)
            self._own[name] = tuple(dict.fromkeys(found))
        return self._own[name]


def _with_parts(name: str, corpus: Corpus) -> list[str]:
    found = [name]
    for part in found:
        found.extend(member for member in corpus.members.get(part, ()) if member not in found)
    return found


def _forms(actor: Actor, corpus: Corpus, language: str) -> Iterator[tuple[str, ...]]:
    person = actor.kind == "person"
    least = 3 if person else 5
    for name in actor.all_names:
        words = _folded(name).split()
        if words:
            yield tuple(_stem(word, whole=person) for word in words)
        yield from ((_stem(word, whole=person),) for word in words if len(word) >= least and word not in _COMMON)
    for role in actor.roles:
        yield from _in_office(role, corpus, language)


def _in_office(role: Role, corpus: Corpus, language: str) -> Iterator[tuple[str, ...]]:
    """`Japan's foreign minister`, one phrase, so that a minister of another state is not taken for this one."""
    where = corpus.actors.get(role.of or "")
    if where is None:
        return
    for _, title in variants(role.title, language):
        for _, name in variants(where.name, language):
            for phrase in (f"{name}'s {title}", f"{title} of {name}"):
                yield (_folded(phrase),)


_COMMON = frozenset(
    ("ministry", "foreign", "defence", "defense", "government", "state", "agency", "national", "military", "forces")
)
"""Words of many names that tell nobody apart."""


def _stem(word: str, *, whole: bool = False) -> str:
    """The beginning of a word, so that inflected forms are met too: Ukraine, Ukrainian, Ukraines.

    People's names in Latin letters are taken `whole`: they only grow (Iwaya, Iwayas), and a cut one is another's.
    So are words of scripts without spaces, which may also stand behind another word: 青波汽船の浜田社長.
    """
    if not word.isascii() and _spaceless().search(word):
        return word
    return " " + (word if len(word) < 5 or (whole and word.isascii()) else word[: max(4, len(word) - 2)])


@cache
def _spaceless() -> re.Pattern[str]:
    return re.compile(f"[{SPACELESS}]")


def _folded(text: str) -> str:
    """Words without case and accents, with a space before each."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return " " + " ".join(plain.translate(_LETTERS).split())


class _Letters(dict[int, str | None]):
    """By code point: letters, digits and `_` are themselves, accents nothing, and all else is space."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        self[code] = None if unicodedata.combining(sign) else sign if sign.isalnum() or sign == "_" else " "
        return self[code]


_LETTERS = _Letters()


def _near(fact: Fact, evidence: Evidence, folded: dict[str, str]) -> Iterator[str]:
    for number, citation in enumerate(fact.citations):
        finding = evidence.lookups.get((fact.id, number))
        yield from _around(citation, finding, evidence.texts[citation.source], folded)


def _around(citation: Citation, finding: QuoteLookup | None, text: str, folded: dict[str, str]) -> Iterator[str]:
    """What stands around a quote: the last words of it and before it, which the whole holds too, then the whole."""
    if finding is None or finding.offset is None:
        yield folded[citation.source]
        return
    start, end = finding.offset - NEAR, finding.offset + len(citation.quote) + NEAR
    if start <= 0 and end >= len(text):
        yield folded[citation.source]
        return
    close = text[max(0, finding.offset - _CLOSE) : end - NEAR]
    yield _folded(close.partition(" ")[2])  # a word that is cut at its beginning is another one
    yield _folded(text[max(0, start) : end])


def _nowhere(fact: Fact, key: str, number: int, actor: Actor) -> Diagnostic:
    message = f"no cited source names `{actor.id}`, by name, spelling or role"
    advice = "Is it the right actor? A spelling that the source uses goes into the actor's `aliases`."
    span = fact.record.span(key, number)
    return Diagnostic("actor-not-named", message, span, Severity.WARNING, help=(advice,))


def _not_near(fact: Fact, number: int, actor: Actor) -> Diagnostic:
    message = f"`{actor.id}` is not named near the quote that it is said to have spoken"
    advice = "Read the sentences around the quote: who says it? Words passed on by another go into `via`."
    span = fact.record.span("asserted_by", number)
    return Diagnostic("asserter-not-near", message, span, Severity.WARNING, help=(advice,))
