"""Stage: the list of checks. Each looks at the corpus and its evidence and changes nothing; one promise, one file.

To add a check, write its file (a docstring, and `check` with what it says of itself: `declaration.py`), its line in
the list, the teaching page of each code in `diagnostics/code_pages/`, and its golden cases in `tests/cases/`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from factbook.diagnostics.types import in_order
from factbook.evidence.checks import (
    actors_named,
    computed_adds_up,
    copies_declared,
    dates_in_order,
    dates_quoted,
    everything_used,
    figures_whole,
    hedges_kept,
    languages_agree,
    later_replaces_earlier,
    likelihoods_in_scale,
    measures_agree,
    names_traced,
    negations_agree,
    nothing_twice,
    numbers_keep_their_nouns,
    numbers_traced,
    pages_agree,
    quotes_affirmed,
    quotes_found,
    quotes_related,
    quotes_short,
    quotes_translated,
    relations_sensible,
    sources_quoted_in_part,
    sources_traced,
    speakers_agree,
    statements_are_sentences,
    stitches_within_sentences,
    texts_held,
    texts_traced,
    topics_reviewed,
    translations_agree,
    units_named,
    withdrawals_travel,
    words_agree,
    years_stated,
)
from factbook.evidence.model import Evidence
from factbook.runtime import parallel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.checks.declaration import Check

CHECKS: tuple[Check, ...] = (
    quotes_found.check,
    quotes_short.check,
    statements_are_sentences.check,
    quotes_translated.check,
    translations_agree.check,
    languages_agree.check,
    quotes_related.check,
    negations_agree.check,
    hedges_kept.check,
    words_agree.check,
    numbers_keep_their_nouns.check,
    quotes_affirmed.check,
    pages_agree.check,
    dates_in_order.check,
    dates_in_order.check_sources,
    dates_quoted.check,
    years_stated.check,
    figures_whole.check,
    numbers_traced.check,
    measures_agree.check,
    computed_adds_up.check,
    units_named.check,
    actors_named.check,
    speakers_agree.check,
    names_traced.check,
    stitches_within_sentences.check,
    relations_sensible.check,
    relations_sensible.check_sources,
    texts_held.check,
    texts_traced.check,
    likelihoods_in_scale.check,
    withdrawals_travel.check,
    later_replaces_earlier.check,
    sources_traced.check,
    nothing_twice.check,
    sources_quoted_in_part.check,
    copies_declared.check,
    everything_used.check,
    topics_reviewed.check,
)
_MANY_FACTS = 1000
"""From so many on, a second process checks faster than it costs."""
_FACTS_AT_ONCE = 200


def run(corpus: Corpus, evidence: Evidence, settings: Settings) -> tuple[Diagnostic, ...]:
    """All that the checks find, by file, line and column."""
    per_fact = run_per_fact(tuple(corpus.facts), corpus, evidence, settings)
    return in_order((*per_fact, *run_site_wide(corpus, evidence, settings)))


def run_per_fact(
    ids: Sequence[str], corpus: Corpus, evidence: Evidence, settings: Settings
) -> tuple[Diagnostic, ...]:
    """What is wrong with each of the facts `ids` by itself."""
    without = run_per_fact_without_texts(ids, corpus, settings)
    return (*without, *run_per_fact_with_texts(ids, corpus, evidence, settings))


def run_per_fact_without_texts(
    ids: Sequence[str], corpus: Corpus, settings: Settings, own: Callable[[], object] = tuple
) -> tuple[Diagnostic, ...]:
    """What of that can be told before any text is looked into, by several processes where the facts are many.

    `own` is called in this process alone, before it takes part.
    """
    checks = [check for check in CHECKS if check.scope == "fact" and not check.needs_texts]
    found = parallel.parallel_map(
        lambda alone: _found(checks, alone, Evidence({}, {}, {}), settings),
        tuple(_in_turn(ids, corpus)),
        least=_MANY_FACTS // _FACTS_AT_ONCE,
        own=own,
    )
    return tuple(chain.from_iterable(found))


def run_per_fact_with_texts(
    ids: Sequence[str], corpus: Corpus, evidence: Evidence, settings: Settings
) -> tuple[Diagnostic, ...]:
    """What of that the texts tell."""
    checks = [check for check in CHECKS if check.scope == "fact" and check.needs_texts]
    return tuple(
        problem
        for alone in _in_turn(ids, corpus)
        for problem in _found(checks, alone, _of_these(alone, evidence), settings)
    )


def run_site_wide(corpus: Corpus, evidence: Evidence, settings: Settings) -> tuple[Diagnostic, ...]:
    """What is wrong with anything but single facts."""
    return _found((check for check in CHECKS if check.scope == "site"), corpus, evidence, settings)


def _in_turn(ids: Sequence[str], corpus: Corpus) -> Iterator[Corpus]:
    """The corpus with some of the facts and no others: a check of single facts sees none but those it looks at.

    So few that what one check has read of their texts is still known to the next one.
    """
    for first in range(0, len(ids), _FACTS_AT_ONCE):
        yield replace(corpus, facts={name: corpus.facts[name] for name in ids[first : first + _FACTS_AT_ONCE]})


def _of_these(alone: Corpus, evidence: Evidence) -> Evidence:
    """The evidence for the facts of a corpus."""
    places = ((name, number) for name, fact in alone.facts.items() for number in range(len(fact.citations)))
    lookups = {place: evidence.lookups[place] for place in places if place in evidence.lookups}
    return replace(evidence, lookups=lookups)


def _found(checks: Iterable[Check], corpus: Corpus, evidence: Evidence, settings: Settings) -> tuple[Diagnostic, ...]:
    return tuple(problem for check in checks for problem in check(corpus, evidence, settings))
