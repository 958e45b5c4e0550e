"""What checks and pages share: which facts stand behind each number that the editors write in their own voice.

A number is traced to the facts whose marks `[^id]` follow it in its clause; without a mark to those that the text's
own record names (`based_on`, `facts`), else to all facts of the topic, actor or series that the text is about.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from factbook.content.model import MARK
from factbook.content.schema import kind
from factbook.content.schema.texts import texts
from factbook.evidence.checks.stated_numbers import claims_in, is_aside
from factbook.evidence.numerals import modifier_differs
from factbook.evidence.numerals.claims import backing, claims
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Record
    from factbook.content.schema.texts import TextField
    from factbook.content.yaml import Value
    from factbook.evidence.checks.stated_numbers import Claim
    from factbook.evidence.numerals.claims import Backing
    from factbook.evidence.numerals.quantity import Quantity, Support

Asked = tuple[tuple[str, ...], str, bool]
"""The facts that may stand behind a text, which these are in words, and whether the text's record names them."""
_CLAUSE_ENDS = re.compile(r"[.!?…।؟;؛:–—]['\")\]”»’]*\s+\S|[。！？；：]\S")
_AMOUNTS = frozenset({"number", "money", "percent", "percentage-points"})
"""Kinds of numbers of which readers ask who says so; a day or a name stands in many facts."""


@frozen
class Traced:
    """A number in a text, and the facts behind it."""

    quantity: Quantity
    facts: tuple[str, ...]
    """Ids of the facts that say so and still hold, or that are named."""
    withdrawn: tuple[str, ...]
    """Ids of others that say so: retracted, or replaced or advised against and not named."""
    named: bool
    """Whether marks, or the text's own record, name the facts that were asked."""
    whose: str
    """Which facts were asked, in words."""
    bounded: Quantity | None = None
    """The number as a quote of the first of these facts has it, where all of them bound it in another way."""

    @property
    def is_open(self) -> bool:
        """Whether readers cannot be told which of several facts says so."""
        return len(self.facts) > 1 and not self.named and self.quantity.kind in _AMOUNTS


class FactsBehind:
    """Traces numbers to facts; what stands behind a fact is read once."""

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self._corpus, self._settings = corpus, settings
        self._backings: dict[str, Backing] = {}

    def traced(self, record: Record) -> Iterator[tuple[Claim, TextField, Traced]]:
        """Each number in a topic's, actor's, series' or the briefing's texts that facts must carry."""
        for text in texts(record.tree.value, kind(record.kind).fields):
            if text.field.traced == "facts":
                asked = cache(partial(self._asked, record, text))
                for claim in claims_in(text.words, record, self._settings, *text.way):
                    if not is_aside(claim.quantity) and not self._in_own_name(claim, record):
                        yield claim, text, self._traced(claim.quantity, claim.text, asked)

    def in_prose(self, text: str, language: str) -> Iterator[Traced]:
        """Each number in a text of a hand-written page, behind which any fact may stand."""
        for quantity in claims(text, language):
            if not is_aside(quantity):
                yield self._traced(quantity, text, lambda: (self._all, "any fact", False))

    def _in_own_name(self, claim: Claim, record: Record) -> bool:
        """Whether the number is part of what the actor is called whom the text is about: the 95th Brigade."""
        if record.kind != "actor" or record.id not in self._corpus.actors:
            return False
        start, end = claim.quantity.start, claim.quantity.end
        names = self._corpus.actors[record.id].all_names
        return any(claim.text.find(name, max(end - len(name), 0), start + len(name)) >= 0 for name in names)

    def _traced(self, quantity: Quantity, text: str, asked: Callable[[], Asked]) -> Traced:
        if marked := _marked(quantity, text):
            return self._trace(quantity, marked, "the facts that its marks name", named=True)
        facts, whose, named = asked()
        return self._trace(quantity, facts, whose, named=named)

    def _trace(self, quantity: Quantity, facts: Iterable[str], whose: str, *, named: bool) -> Traced:
        found = ((name, self._support(name, quantity)) for name in facts if name in self._corpus.facts)
        saying = {name: support for name, support in found if support}
        standing = [name for name in saying if self.supports(name, named=named)]
        withdrawn = tuple(name for name in saying if name not in standing)
        alike = [name for name in standing if _bounded_alike(quantity, saying[name])]
        bounds = [saying[name].quantity for name in standing if modifier_differs(quantity, saying[name])]
        other = bounds[0] if len(bounds) == len(standing) > 0 else None
        return Traced(quantity, tuple(alike or standing), withdrawn, named, whose, other)

    def supports(self, name: str, *, named: bool) -> bool:
        """Whether a fact can stand behind a text: a retracted one never, an earlier one where it is named."""
        fact = self._corpus.facts[name]
        if fact.retracted is not None:
            return False
        return named or (fact.rank != "deprecated" and name not in self._corpus.superseded_by)

    def _support(self, name: str, quantity: Quantity) -> Support | None:
        if name not in self._backings:
            self._backings[name] = backing(self._corpus.facts[name], self._corpus)
        return self._backings[name].carries(quantity)

    def _asked(self, record: Record, text: TextField) -> Asked:
        """The facts that may stand behind a text, which these are in words, and whether its record names them."""
        for part in reversed(text.within[1:]):
            for key, value in part.items():
                if key in _NAMING and isinstance(value, list):
                    return tuple(map(str, value)), _NAMING[key], True
            if "topics" in part:
                return self._of_topics(part["topics"]), "the facts of its topics", False
        tables: Mapping[str, tuple[Mapping[str, tuple[str, ...]], str]] = {
            "topic": (self._corpus.facts_by_topic, "this topic's facts"),
            "actor": (self._corpus.facts_by_actor, "the facts that name this actor"),
            "series": (self._corpus.facts_by_series, "the facts of this series"),
        }
        if record.kind not in tables:
            return self._all, "any fact", False
        table, whose = tables[record.kind]
        return table.get(record.id, ()), whose, False

    def _of_topics(self, topics: Value) -> tuple[str, ...]:
        names = topics if isinstance(topics, list) else []
        return tuple(fact for name in names for fact in self._corpus.facts_by_topic.get(str(name), ()))

    @cached_property
    def _all(self) -> tuple[str, ...]:
        return tuple(self._corpus.facts)


def _marked(quantity: Quantity, text: str) -> tuple[str, ...]:
    """The facts whose marks stand behind the number, in its clause or right after its end."""
    marks = list(MARK.finditer(text, quantity.end))
    if not marks or _CLAUSE_ENDS.search(text[quantity.end : marks[0].start()]):
        return ()
    names, end = [marks[0][1]], marks[0].end()
    for mark in marks[1:]:
        if text[end : mark.start()].strip():
            break
        names.append(mark[1])
        end = mark.end()
    return tuple(names)


def _bounded_alike(quantity: Quantity, support: Support) -> bool:
    """Whether both say "up to", or "more than", or nothing of the kind."""
    return support.quantity is not None and support.quantity.modifier == quantity.modifier


_NAMING = {"based_on": "the facts it is based on", "facts": "the facts it names"}
"""Keys under which a part of a record names facts."""
