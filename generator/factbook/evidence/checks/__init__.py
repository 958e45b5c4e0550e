"""Stage: the list of checks. Each looks at the corpus and its evidence and changes nothing; one promise, one file.

To add a check, write its file (a docstring, and `check` as below), its line in the list, the teaching page of
each code in `diagnostics/code_pages/`, and its golden cases in `tests/cases/`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.diagnostics.types import in_order
from factbook.evidence.checks import (
    actors_named,
    computed_adds_up,
    copies_declared,
    dates_in_order,
    everything_used,
    figures_whole,
    languages_agree,
    numbers_traced,
    quotes_affirmed,
    quotes_found,
    quotes_short,
    quotes_translated,
    relations_sensible,
    summaries_traced,
    texts_held,
    translations_agree,
)
from factbook.evidence.model import Evidence
from factbook.runtime import parallel as workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic

    Check = Callable[[Corpus, Evidence, Settings], Iterator[Diagnostic]]

OF_FACTS: tuple[Check, ...] = (
    quotes_found.check,
    quotes_short.check,
    quotes_translated.check,
    translations_agree.check,
    languages_agree.check,
    quotes_affirmed.check,
    dates_in_order.check,
    figures_whole.check,
    numbers_traced.check,
    computed_adds_up.check,
    actors_named.check,
    relations_sensible.check,
)
"""Those that look at each fact by itself: what they say of one does not depend on which others are there."""
OF_THE_WHOLE: tuple[Check, ...] = (
    texts_held.check,
    summaries_traced.check,
    copies_declared.check,
    everything_used.check,
)
CHECKS = (*OF_FACTS, *OF_THE_WHOLE)
OF_TEXTS = frozenset(
    (quotes_found.check, quotes_affirmed.check, actors_named.check, texts_held.check, copies_declared.check)
)
"""Those that need what the texts say; to the others an empty evidence is as good."""
MANY_FACTS = 1000
"""From so many on, a second process checks faster than it costs."""


def run(corpus: Corpus, evidence: Evidence, settings: Settings) -> tuple[Diagnostic, ...]:
    """All that the checks find, by file, line and column."""
    return in_order((*of_words(corpus, settings), *of_texts(corpus, evidence, settings)))


def of_words(corpus: Corpus, settings: Settings) -> tuple[Diagnostic, ...]:
    """What can be told before any text is looked into: what is wrong with the content's own words."""
    unread = Evidence({}, {}, {})
    checks = (check for check in CHECKS if check not in OF_TEXTS)
    return tuple(problem for check in checks for problem in check(corpus, unread, settings))


def of_texts(corpus: Corpus, evidence: Evidence, settings: Settings) -> tuple[Diagnostic, ...]:
    """What the texts tell: the rest of what is wrong."""
    checks = (check for check in CHECKS if check in OF_TEXTS)
    return tuple(problem for check in checks for problem in check(corpus, evidence, settings))


def of_the_whole(corpus: Corpus, evidence: Evidence, settings: Settings) -> tuple[Diagnostic, ...]:
    """What is wrong with anything but single facts."""
    return tuple(problem for check in OF_THE_WHOLE for problem in check(corpus, evidence, settings))


def of_facts(ids: Sequence[str], corpus: Corpus, evidence: Evidence, settings: Settings) -> tuple[Diagnostic, ...]:
    """What is wrong with the facts of `ids`, and with the sources by themselves."""

    def some(ids: Sequence[str]) -> tuple[Diagnostic, ...]:
        facts = {name: corpus.facts[name] for name in ids}
        places = ((name, number) for name, fact in facts.items() for number in range(len(fact.citations)))
        findings = {place: evidence.findings[place] for place in places if place in evidence.findings}
        fewer, less = replace(corpus, facts=facts), replace(evidence, findings=findings)
        return tuple(problem for check in OF_FACTS for problem in check(fewer, less, settings))

    return tuple(problem for half in workers.in_two(some, ids, least=MANY_FACTS) for problem in half)
