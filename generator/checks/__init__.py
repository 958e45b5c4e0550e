"""Stage: the list of checks. Each looks at the corpus and its evidence and changes nothing; one promise, one file.

To add a check, write its file (a docstring, and `check` as below), its line in the list, the teaching page of
each code in `generator/codes/`, and its golden cases in `tests/cases/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import (
    actors_named,
    computed_adds_up,
    copies_declared,
    dates_in_order,
    everything_used,
    figures_whole,
    modifiers_agree,
    numbers_traced,
    quotes_affirmed,
    quotes_found,
    quotes_short,
    quotes_translated,
    relations_sensible,
    summaries_traced,
    texts_held,
)
from generator.diagnostics import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.diagnostics import Diagnostic
    from generator.model import Corpus, Evidence
    from generator.settings import Settings

    Check = Callable[[Corpus, Evidence, Settings], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    texts_held.check,
    quotes_found.check,
    quotes_short.check,
    quotes_translated.check,
    quotes_affirmed.check,
    dates_in_order.check,
    figures_whole.check,
    numbers_traced.check,
    summaries_traced.check,
    modifiers_agree.check,
    computed_adds_up.check,
    copies_declared.check,
    actors_named.check,
    relations_sensible.check,
    everything_used.check,
)


def run(corpus: Corpus, evidence: Evidence, settings: Settings) -> tuple[Diagnostic, ...]:
    """All that the checks find, by file, line and column."""
    return in_order(problem for check in CHECKS for problem in check(corpus, evidence, settings))
