"""Check: what the editors write in their own voice prints only numbers that a fact carries.

Wrong: `summary: Some 15,000 soldiers were sent.` in a topic whose facts say 11,000 and 12,000.
Right: a number of the topic's facts; or a fact that says 15,000, with its quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.stated_numbers import claims_in, one_line
from factbook.evidence.numerals.claims import backing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Briefing, Corpus, Record, Topic, Words
    from factbook.content.yaml import Step
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals.claims import Backing

    Text = tuple[Words | None, tuple[Step, ...], Iterable[str], str]
    """Words, the way to them, the facts that may stand behind them, and whose facts these are."""

_HELP = "Use a number of the facts, or write a fact that carries this one."


@check_of("site", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each number in a summary, judgement, open question or dispute that no fact has."""
    behind: dict[str, Backing] = {}
    for topic in corpus.topics.values():
        for text in _of_topic(topic, corpus):
            yield from _without_fact(text, topic.record, corpus, settings, behind)
    if corpus.briefing.record is not None:
        for text in _of_briefing(corpus.briefing, corpus):
            yield from _without_fact(text, corpus.briefing.record, corpus, settings, behind)


def _of_topic(topic: Topic, corpus: Corpus) -> Iterator[Text]:
    own = corpus.facts_by_topic.get(topic.id, ())
    yield topic.summary, ("summary",), own, "this topic's facts"
    for number, judgement in enumerate(topic.judgements):
        for key, words in (("text", judgement.text), ("because", judgement.because)):
            yield words, ("judgements", number, key), judgement.based_on, "the facts it is based on"
    for number, unknown in enumerate(topic.unknowns):
        yield unknown, ("unknowns", number), own, "this topic's facts"


def _of_briefing(briefing: Briefing, corpus: Corpus) -> Iterator[Text]:
    yield briefing.summary, ("summary",), (*briefing.numbers, *corpus.facts), "any fact"
    for number, dispute in enumerate(briefing.questions):
        for key, words in (("title", dispute.title), ("note", dispute.note)):
            yield words, ("questions", number, key), dispute.facts, "the facts it sets side by side"


def _without_fact(
    text: Text, record: Record, corpus: Corpus, settings: Settings, behind: dict[str, Backing]
) -> Iterator[Diagnostic]:
    words, way, facts, whose = text
    claimed = [claim for claim in claims_in(words, record, settings, *way) if not claim.is_aside]
    if not claimed or any(fact not in corpus.facts for fact in facts):
        return  # a fact that is not there is told where it is named
    for claim in claimed:
        if not any(_backing(fact, corpus, behind).support(claim.quantity).found for fact in facts):
            message = f"“{one_line(claim.quantity.words)}” stands in no quote of {whose}"
            yield Diagnostic("number-without-fact", message, claim.place(settings), help=(_HELP,))


def _backing(fact: str, corpus: Corpus, behind: dict[str, Backing]) -> Backing:
    if fact not in behind:
        behind[fact] = backing(corpus.facts[fact], corpus)
    return behind[fact]
