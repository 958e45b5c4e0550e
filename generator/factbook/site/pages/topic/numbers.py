"""Site: the numbers of a topic: the newest figures of each series that its facts put a value in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.site.charts.series_chart import figure
from factbook.site.html import link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments

_SERIES = 6
_NEWEST = 8


def topic_numbers(made: Fragments, facts: Sequence[Fact]) -> str:
    """The charts, those with most of the topic's figures first; empty when its facts give none."""
    names = [name for name in series_of(facts) if name in made.corpus.series]
    shown = "".join(figure(made, name, _NEWEST) for name in names[:_SERIES])
    if len(names) <= _SERIES:
        return shown
    words = made.words.count("and {n} more number", "and {n} more numbers", len(names) - _SERIES)
    return f'{shown}<p class="keyline">{link("numbers/", words)}</p>'


def series_of(facts: Sequence[Fact]) -> list[str]:
    """The series in which facts give a figure, the most used first."""
    found = Counter(fact.figure.series for fact in facts if fact.figure)
    return [name for name, _ in found.most_common()]
