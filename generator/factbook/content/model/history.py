"""What became of the facts, and when: made from the dates that the facts themselves carry, never from a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.dates import Moment
    from factbook.content.model.corpus import Corpus
    from factbook.content.model.entities import Change, Fact

What = Literal["retracted", "corrected", "superseded", "added"]
KINDS: tuple[What, ...] = ("retracted", "corrected", "superseded", "added")
"""In the order in which the changes of a day are told: what takes something back comes first."""


@frozen
class Event:
    """One change of what the site says."""

    what: What
    on: Moment
    fact: str
    """Id of the fact that changed."""
    change: Change | None = None
    """The note of a correction or a retraction."""
    by: str = ""
    """Id of the fact that took its place."""
    number: int = 0
    """Which of several corrections, from 1."""

    @property
    def key(self) -> str:
        """A name for the event that stays, unique within the fact: `corrected-2`."""
        return self.what + (f"-{self.number}" if self.number else "") + (f"-{self.by}" if self.by else "")


def history(corpus: Corpus) -> tuple[Event, ...]:
    """Everything that has a date, newest first; facts without the day of their publication are not in it."""
    places = {name: place for place, name in enumerate(corpus.facts)}
    found = [event for fact in corpus.facts.values() for event in _of(corpus, fact)]
    found.sort(key=lambda event: (KINDS.index(event.what), places[event.fact], event.number, event.by))
    found.sort(key=lambda event: event.on.day, reverse=True)
    return tuple(found)


def _of(corpus: Corpus, fact: Fact) -> Iterator[Event]:
    if fact.added is not None:
        yield Event("added", fact.added, fact.id)
    for number, change in enumerate(fact.revised, start=1):
        yield Event("corrected", change.on, fact.id, change, number=number)
    for newer in corpus.superseded_by.get(fact.id, ()):
        added = corpus.facts[newer].added
        if added is not None and (fact.added is None or fact.added.day < added.day):
            yield Event("superseded", added, fact.id, by=newer)
    if fact.retracted is not None:
        yield Event("retracted", fact.retracted.on, fact.id, fact.retracted)
