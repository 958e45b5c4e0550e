"""Check: nothing stands twice under two ids: a statement, its citations, a name, an address, a title.

Wrong: two facts with the same statement, or two actors of one name.
Right: one of them, with all citations; the other one's id under `redirect_from`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Actor, Corpus, Fact, Record, Source, Words
    from factbook.content.yaml import Step
    from factbook.evidence.model import Evidence


@frozen
class Said:
    """Something that should stand under one id."""

    what: str
    """In words for the message: "statement"."""
    key: object
    """Equal for what is the same."""
    record: Record
    way: tuple[Step, ...]


@check_of("site", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each second place, with the first."""
    first: dict[object, Said] = {}
    told: set[tuple[str, str, str]] = set()
    for said in _all(corpus, settings.languages[0]):
        before = first.setdefault((said.what, said.key), said)
        pair = said.what, before.record.id, said.record.id
        if before.record is not said.record and pair not in told:
            told.add(pair)
            yield _twice(said, before)


def _all(corpus: Corpus, first: str) -> Iterator[Said]:
    for fact in corpus.facts.values():
        if fact.retracted is None:
            yield from _of_fact(fact, first)
    for actor in corpus.actors.values():
        yield from _of_actor(actor, first)
    for source in corpus.sources.values():
        yield from _of_source(source, first)
    for what, things in (("title of a topic", corpus.topics), ("title of a series", corpus.series)):
        for thing in things.values():
            yield from _in_languages(what, thing.title, thing.record, ("title",), first)


def _of_fact(fact: Fact, first: str) -> Iterator[Said]:
    yield from _in_languages("statement", fact.statement, fact.record, ("statement",), first)
    cited = frozenset((citation.source, _plain(citation.quote)) for citation in fact.citations)
    yield Said("set of citations", (cited, fact.figure and fact.figure.series), fact.record, ("citations",))


def _of_actor(actor: Actor, first: str) -> Iterator[Said]:
    yield from _in_languages("name", actor.name, actor.record, ("name",), first, spoken=False)
    for number, alias in enumerate(actor.aliases):
        yield Said("name", _plain(alias.text), actor.record, ("aliases", number))


def _of_source(source: Source, first: str) -> Iterator[Said]:
    if source.url:
        yield Said("address", (source.url, source.parts), source.record, ("url",))
    if source.title:
        for said in _in_languages("title of a source", source.title, source.record, ("title",), first):
            yield Said(said.what, (said.key, source.publisher, source.parts), said.record, said.way)


def _in_languages(
    what: str, words: Words, record: Record, way: tuple[Step, ...], first: str, *, spoken: bool = True
) -> Iterable[Said]:
    for language, text in variants(words, first):
        key = (language, _plain(text)) if spoken else _plain(text)
        yield Said(what, key, record, way if isinstance(words, str) else (*way, language))


def _twice(said: Said, before: Said) -> Diagnostic:
    message = f"this {said.what} stands under `{before.record.id}` too"
    labels = (Label(before.record.span(*before.way), "it stands here first"),)
    advice = f"Keep `{before.record.id}` or `{said.record.id}`, and list the other id under its `redirect_from`."
    span = said.record.span(*said.way) if said.way != ("citations",) else said.record.tree.key_span("citations")
    return Diagnostic("stands-twice", message, span, Severity.WARNING, labels=labels, help=(advice,))


def _plain(words: str) -> str:
    """Words without what makes no difference to readers: case, white space, and punctuation at the end."""
    return re.sub(r"[\s.!?]+$", "", " ".join(words.split())).casefold()
