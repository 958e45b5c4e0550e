"""Site: the page of a series in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts.series_chart import file_path
from factbook.site.urls import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments


def markdown(made: Fragments, name: str) -> str:
    """The whole series in one text."""
    return "".join(_parts(made, name))


def _parts(made: Fragments, name: str) -> Iterator[str]:
    series, say = made.corpus.series[name], made.words.say
    yield f"# {made.texts.heading(series.title)}\n"
    yield from (f"\n{made.texts.markdown(text)}\n" for text in (series.scope, series.description) if text)
    found = made.values(name)
    if not found:
        yield f"\n{say('The sources give no figure.')}\n"
        return
    yield f"\n## {say('Figures')}\n\n"
    yield from (made.fact(value.fact.id).markdown for value in found)
    yield f"\n[CSV]({ROOT}{file_path(name, 'csv')})\n"
