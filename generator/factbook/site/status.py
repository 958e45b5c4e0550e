"""Site: what is unusual about a fact, in words; one report and one speaker is the usual case and is not printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factbook.runtime.frozen import frozen
from factbook.site import dates
from factbook.site.figures import with_unit
from factbook.site.html import escape, link
from factbook.site.urls import fact_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Corpus, Fact
    from factbook.site.texts import Texts


StatusKind = Literal[
    "retracted",
    "superseded",
    "deprecated",
    "disputed",
    "sum",
    "two-reports",
    "one-speaker",
    "second-hand",
    "opinion",
    "denies",
    "declines",
    "expected",
]
"""Values of `data-status`; the lists of what changed have `corrected` too."""


@frozen
class Status:
    """One exception: a word with a sign of its own, and what belongs to it."""

    kind: StatusKind
    word: str
    """Plain text."""
    reason: str = ""
    """Finished HTML."""

    @property
    def html(self) -> str:
        reason = f" {self.reason}" if self.reason else ""
        return f'<span class="status" data-status="{self.kind}">{escape(self.word)}</span>{reason}'


def statuses(corpus: Corpus, texts: Texts, fact: Fact) -> tuple[Status, ...]:
    """What is unusual about a fact, the weightiest first."""
    return (
        *_withdrawn(corpus, texts, fact),
        *_disagreement(corpus, texts, fact),
        *_reports(corpus, texts, fact),
        *_voice(corpus, texts, fact),
        *_stance(texts, fact),
    )


def differing(corpus: Corpus, fact: Fact) -> tuple[Fact, ...]:
    """The facts that still stand and contradict this one."""
    return _standing(corpus, corpus.contradictions.get(fact.id, ()))


def newer(corpus: Corpus, fact: Fact) -> tuple[Fact, ...]:
    """The facts that took its place."""
    return _standing(corpus, corpus.superseded_by.get(fact.id, ()))


def _standing(corpus: Corpus, ids: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(corpus.facts[name] for name in ids if corpus.facts[name].retracted is None)


def _withdrawn(corpus: Corpus, texts: Texts, fact: Fact) -> Iterator[Status]:
    say = texts.words.say
    if fact.retracted is not None:
        note = f"{texts.words.day(fact.retracted.on.day)}: {texts.html(fact.retracted.note)}"
        yield Status("retracted", say("Retracted"), note)
    later = newer(corpus, fact)
    if later:
        yield Status("superseded", say("Superseded"), _others(corpus, texts, say("now"), later))
    if fact.rank == "deprecated" and not later:
        yield Status("deprecated", say("Not relied on"), texts.html(fact.rank_reason))


def _disagreement(corpus: Corpus, texts: Texts, fact: Fact) -> Iterator[Status]:
    others = differing(corpus, fact)
    if others:
        yield Status(
            "disputed", texts.words.say("Disputed"), _others(corpus, texts, texts.words.say("beside"), others)
        )
    for computed in fact.computed:
        working = texts.words.say(
            "{working} = {value}, our arithmetic", working=computed.working, value=computed.value
        )
        yield Status("sum", texts.words.say("Sum"), escape(working))


def _reports(corpus: Corpus, texts: Texts, fact: Fact) -> Iterator[Status]:
    counts = corpus.counts(fact)
    if counts.origins < 2:
        return
    if counts.corroborated:
        word = texts.words.count("{n} independent report", "{n} independent reports", counts.origins)
        yield Status("two-reports", word)
    else:
        word = texts.words.count("{n} report from one speaker", "{n} reports from one speaker", counts.origins)
        yield Status("one-speaker", word)


def _voice(corpus: Corpus, texts: Texts, fact: Fact) -> Iterator[Status]:
    say = texts.words.say
    if fact.via:
        through = texts.words.listed(tuple(map(texts.actor_name, fact.via)))
        yield Status("second-hand", say("Second hand"), escape(say("through {names}", names=through)))
    genres = {source.genre for one in fact.citations if (source := corpus.sources.get(one.source))}
    if "editorial" in genres and not fact.asserted_by:
        yield Status("opinion", say("Editorial opinion"))


def _stance(texts: Texts, fact: Fact) -> Iterator[Status]:
    say = texts.words.say
    match fact.stance:
        case "denies":
            yield Status("denies", say("Denied"))
        case "declines-to-confirm":
            yield Status("declines", say("Neither confirmed nor denied"))
        case "expects":
            yield Status("expected", say("Expected"))


def _others(corpus: Corpus, texts: Texts, lead: str, facts: tuple[Fact, ...]) -> str:
    """`beside 10,000, 12,000`, each leading to its fact."""
    links = ", ".join(link(fact_path(other.id), escape(label(corpus, texts, other))) for other in facts)
    return f"{escape(lead)} {links}"


def label(corpus: Corpus, texts: Texts, fact: Fact) -> str:
    """A few plain words that stand for a fact in a link: its figure, else who says so and when."""
    if fact.figure is not None:
        return with_unit(corpus, texts, fact.figure)
    speakers = texts.words.listed(tuple(map(texts.actor_name, corpus.asserters(fact)[:2])))
    return texts.words.say("{who}, {date}", who=speakers, date=dates.of_fact(texts.words, fact))
