"""Check: every number that the site prints stands in the words of a source, or is worked out from such (rule 2).

Wrong: `statement: 11,000 soldiers arrived.` over the quote "up to 12,000 North Korean troops".
Right: the number of the quote, in digits or in words of any language; or its working under `computed`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Label
from generator.model import variants
from generator.numerals import read, supported
from generator.numerals.claims import Backing, backing, claims, end_claims, figure_claim, in_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Span
    from generator.marked_yaml import Step
    from generator.model import Corpus, Evidence, Fact, Record, Words
    from generator.numerals.quantity import Quantity, Support
    from generator.settings import Settings

_HELP = (
    "Quote the words that have this number, or correct it to what the source says.",
    "If you worked it out, put the working under `computed`.",
)
_HELP_TOPIC = "Use a number of the facts, or write a fact that carries this one."


def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each number, date and amount that nothing stands behind, in every language variant."""
    behind = {fact.id: backing(fact, corpus) for fact in corpus.facts.values()}
    for fact in corpus.facts.values():
        if not behind[fact.id].complete:
            continue  # told where the source is read
        for claim in fact_claims(fact, corpus, settings):
            support = behind[fact.id].support(claim.quantity)
            if not support.found:
                yield _untraced(claim.quantity, claim.place(settings), support, fact, behind[fact.id])
        yield from _figure(fact, behind[fact.id])
        yield from _translations(fact, behind[fact.id], settings)
    yield from _topics(corpus, settings, behind)
    yield from _briefing(corpus, settings, behind)


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity that a text of the content claims, and where the text stands."""

    quantity: Quantity
    text: str
    record: Record
    way: tuple[Step, ...]

    def place(self, settings: Settings) -> Span:
        """The number itself inside the scalar, as the file has it; the file is read again for that."""
        try:
            typed = (settings.root / self.record.tree.path).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return self.record.span(*self.way)
        pattern = r"\s+".join(re.escape(word) for word in self.quantity.words.split())
        before = [match.start() for match in re.finditer(pattern, self.text)]
        occurrence = before.index(self.quantity.start) if self.quantity.start in before else 0
        return self.record.tree.within(typed, self.quantity.words, *self.way, occurrence=occurrence)


def fact_claims(fact: Fact, corpus: Corpus, settings: Settings) -> Iterator[Claim]:
    """Each quantity in the statement and the caveat of a fact, in every language."""
    for key, words in (("statement", fact.statement), ("caveat", fact.caveat)):
        for claim in _claims(words, fact.record, settings, key):
            if not _in_a_name(claim, fact, corpus):
                yield claim


def _in_a_name(claim: Claim, fact: Fact, corpus: Corpus) -> bool:
    """Whether the number is part of the name of an actor to whom the text links here: the 95th Brigade."""
    if not in_link(claim.text, claim.quantity):
        return False
    names = [name for actor in fact.actors if actor in corpus.actors for name in _names(corpus, actor)]
    return any(quantity.low == claim.quantity.low for name in names for quantity in read(name, ""))


def _names(corpus: Corpus, actor: str) -> Iterator[str]:
    found = corpus.actors[actor]
    yield from (name for _, name in variants(found.name, ""))
    yield from (alias.text for alias in found.aliases)


def _claims(words: Words | None, record: Record, settings: Settings, *way: Step) -> Iterator[Claim]:
    for language, text in variants(words, settings.languages[0]):
        here = way if isinstance(words, str) else (*way, language)
        for quantity in claims(text, language):
            yield Claim(quantity, text, record, here)


def _untraced(claim: Quantity, place: Span, support: Support, fact: Fact, behind: Backing) -> Diagnostic:
    message = f"“{_one_line(claim.words)}” stands in no quote of this fact"
    labels: tuple[Label, ...] = ()
    if support.quantity is not None and support.quote is not None:
        message += f"; {_nearest(claim, support.quantity)}"
        span = fact.record.span("citations", behind.citations[support.quote], "quote")
        labels = (Label(span, f"“{_one_line(support.quantity.words)}” stands here"),)
    return Diagnostic("number-without-words", message, place, labels=labels, help=_HELP)


def _nearest(claim: Quantity, nearest: Quantity) -> str:
    """What stands there instead; for the same signs in two languages, how each language reads them."""
    if claim.words == nearest.words and claim.low != nearest.low:
        return f"in this language it is {float(claim.low):g}, in the quote's {float(nearest.low):g}"
    return f"the nearest there is “{_one_line(nearest.words)}”"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _figure(fact: Fact, behind: Backing) -> Iterator[Diagnostic]:
    """The value of a figure, or both ends of its range."""
    if fact.figure is None:
        return
    try:
        claim = figure_claim(fact.figure)
    except ValueError:
        return  # told where the file is read: not a plain number
    support = behind.support(claim)
    if support.found:
        return
    value = fact.record.tree.value
    if isinstance(value, dict) and "value" in (value.get("figure") or {}):
        yield _untraced(claim, fact.record.span("figure", "value"), support, fact, behind)
        return
    for end, key, words in zip(end_claims(claim), ("low", "high"), (fact.figure.low, fact.figure.high), strict=True):
        if not (support := behind.support(end)).found:
            named = replace(end, words=words)
            yield _untraced(named, fact.record.span("figure", key), support, fact, behind)


def _translations(fact: Fact, behind: Backing, settings: Settings) -> Iterator[Diagnostic]:
    """A translation prints no number that its own quote does not have."""
    for quote, number in zip(behind.quotes, behind.citations, strict=True):
        way = ("citations", number, "translation")
        for claim in _claims(fact.citations[number].translation, fact.record, settings, *way):
            support = supported(claim.quantity, (quote,), behind.dates)
            if not support.found:
                message = f"“{_one_line(claim.quantity.words)}” is not in the quote that this translates"
                if support.quantity is not None:
                    message += f"; the nearest there is “{_one_line(support.quantity.words)}”"
                span = fact.record.span("citations", number, "quote")
                labels = (Label(span, "the quote stands here"),)
                yield Diagnostic("number-without-words", message, claim.place(settings), labels=labels)


def _topics(corpus: Corpus, settings: Settings, behind: dict[str, Backing]) -> Iterator[Diagnostic]:
    """Summaries and judgements print only numbers of their facts."""
    for topic in corpus.topics.values():
        own = [behind[fact] for fact in corpus.facts_by_topic.get(topic.id, ()) if fact in behind]
        texts: list[tuple[Words | None, tuple[Step, ...], list[Backing]]] = [(topic.summary, ("summary",), own)]
        for number, judgement in enumerate(topic.judgements):
            based = [behind[fact] for fact in judgement.based_on if fact in behind]
            texts += [
                (judgement.text, ("judgements", number, "text"), based),
                (judgement.why, ("judgements", number, "why"), based),
            ]
        for words, way, backings in texts:
            yield from _without_fact(words, topic.record, settings, way, backings, "this topic's facts")


def _briefing(corpus: Corpus, settings: Settings, behind: dict[str, Backing]) -> Iterator[Diagnostic]:
    record = corpus.briefing.record
    if record is not None:
        everything = list(behind.values())
        yield from _without_fact(corpus.briefing.summary, record, settings, ("summary",), everything, "any fact")


def _without_fact(
    words: Words | None,
    record: Record,
    settings: Settings,
    way: tuple[Step, ...],
    backings: list[Backing],
    whose: str,
) -> Iterator[Diagnostic]:
    for claim in _claims(words, record, settings, *way):
        if not any(backing.support(claim.quantity).found for backing in backings):
            message = f"“{_one_line(claim.quantity.words)}” stands in no quote of {whose}"
            yield Diagnostic("number-without-fact", message, claim.place(settings), help=(_HELP_TOPIC,))
