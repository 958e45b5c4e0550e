"""Comparison: old words of corrections, from an earlier state of the content, for the page of changes and feeds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.content.model import Corpus, Fact


def with_previous_wording(before: Corpus, after: Corpus) -> Corpus:
    """`after`, in which each correction of a statement that came since `before` says what stood there.

    Words that the content itself gives (`was`) stay as they are; a correction of something else than the statement
    gets none.
    """
    facts = {
        name: _fact(next((before.facts[id] for id in (name, *fact.redirect_from) if id in before.facts), None), fact)
        for name, fact in after.facts.items()
    }
    return replace(after, facts=facts)


def _fact(old: Fact | None, fact: Fact) -> Fact:
    if old is None or len(fact.revised) <= len(old.revised) or old.statement == fact.statement:
        return fact
    first = fact.revised[len(old.revised)]  # the first correction since then is the one that met the old words
    if first.was is not None:
        return fact
    told = (*fact.revised[: len(old.revised)], replace(first, was=old.statement))
    return replace(fact, revised=(*told, *fact.revised[len(told) :]))
