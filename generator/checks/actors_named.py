"""Check: the actors of a fact are named in a cited source, and who speaks is named near the words.

Wrong: `asserted_by: [takeshi-iwaya]` for words that the report puts into Sybiha's mouth.
Right: `asserted_by: [andrii-sybiha]`; a spelling that only this report uses goes into the actor's `aliases`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity
from generator.model import variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Actor, Corpus, Evidence, Fact
    from generator.settings import Settings

NEAR = 900
"""Characters before and after a quote in which its speaker is named, some five sentences of a report each way."""

_WORD = re.compile(r"\w+")


def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Warnings for names that no cited text holds; texts that are not at hand say nothing either way."""
    for fact in corpus.facts.values():
        if any(citation.source not in evidence.texts for citation in fact.citations):
            continue
        texts = [evidence.texts[citation.source] for citation in fact.citations]
        around = [_around(fact, number, evidence) for number in range(len(fact.citations))]
        for key, names in (("actors", fact.actors), ("asserted_by", fact.asserted_by)):
            for number, name in enumerate(names):
                actor = corpus.actors.get(name)
                if actor is None:
                    continue
                if not _named(actor, corpus, texts, settings):
                    yield _nowhere(fact, key, number, actor)
                elif key == "asserted_by" and not _named(actor, corpus, around, settings):
                    yield _not_near(fact, number, actor)


def _named(actor: Actor, corpus: Corpus, texts: list[str], settings: Settings) -> bool:
    """By name, alias or role, by a part of the name, or by the name of what it is part of."""
    chain: list[Actor] = [actor]
    while (parent := corpus.actors.get(chain[-1].part_of or "")) and parent not in chain:
        chain.append(parent)
    forms = [form for link in chain for form in _forms(link, settings.languages[0])]
    return any(_holds(text, form) for text in texts for form in forms)


def _forms(actor: Actor, language: str) -> Iterator[tuple[str, ...]]:
    """What the actor can be called, each as folded words; inflected ends are allowed for when comparing."""
    names = [text for _, text in variants(actor.name, language)] + [alias.text for alias in actor.aliases]
    names += [text for role in actor.roles for _, text in variants(role.title, language)]
    for name in names:
        words = _folded_words(name)
        if words:
            yield words
        if actor.kind == "person":
            yield from ((word,) for word in words if len(word) >= 3)
        else:
            yield from ((word,) for word in words if len(word) >= 5 and word not in _COMMON)


_COMMON = frozenset(
    ("ministry", "foreign", "defence", "defense", "government", "state", "agency", "national", "military", "forces")
)
"""Words of many names that tell nobody apart."""


def _holds(text: str, form: tuple[str, ...]) -> bool:
    words = _folded_words(text)
    stems = [word if len(word) < 5 else word[: max(4, len(word) - 2)] for word in form]
    positions = _index(text).get(stems[0][:4], ())
    return any(
        all(at + i < len(words) and words[at + i].startswith(stem) for i, stem in enumerate(stems))
        for at in positions
    )


@lru_cache(maxsize=4096)
def _index(text: str) -> dict[str, tuple[int, ...]]:
    table: dict[str, list[int]] = {}
    for number, word in enumerate(_folded_words(text)):
        for length in range(1, 5):
            table.setdefault(word[:length], []).append(number)
    return {stem: tuple(numbers) for stem, numbers in table.items()}


@lru_cache(maxsize=4096)
def _folded_words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def _around(fact: Fact, number: int, evidence: Evidence) -> str:
    finding = evidence.findings.get((fact.id, number))
    text = evidence.texts[fact.citations[number].source]
    if finding is None or finding.offset is None:
        return text
    return text[max(0, finding.offset - NEAR) : finding.offset + len(fact.citations[number].quote) + NEAR]


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
