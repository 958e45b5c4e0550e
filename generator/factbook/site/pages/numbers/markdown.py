"""Site: all series in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """The list of all numbers in one text."""
    rows = [
        f"- [{made.texts.markdown(made.corpus.series[name].title)}]({ROOT}{page_path('series', name)}index.md): "
        f"{made.words.count('{n} figure', '{n} figures', len(made.values(name)))}\n"
        for name in made.corpus.series
        if made.values(name)
    ]
    return f"# {made.words.say('Numbers')}\n\n{''.join(rows)}"
