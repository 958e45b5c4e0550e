"""Site: all series: the newest figures of each as a chart, those of one group below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts.series_chart import figure, how_to_read
from factbook.site.charts.values import current
from factbook.site.collation import collation_key
from factbook.site.figures import figure_words
from factbook.site.frames import framed
from factbook.site.html import escape, link, table
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.numbers.markdown import markdown
from factbook.site.paging import numbered_bar, numbered_path
from factbook.site.provenance import updated
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.site.collation import Key
    from factbook.site.fragments import Fragments

_CHARTED = 24
"""So many series are charted; of more there is a line each."""
_NEWEST = 5
_LINES = 250
"""So many lines on a page."""


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """The page of all numbers, and further ones when the series are very many."""
    order = in_order(made)
    charted = len(order) <= _CHARTED
    parts = [order[at : at + _LINES] for at in range(0, len(order), _LINES)] or [[]]
    for number, part in enumerate(parts, 1):
        yield _page(made, part, charted=charted, number=number, of=len(parts))


def in_order(made: Fragments) -> list[str]:
    """The series that have figures: groups by the name of their first, and names in the order of the language."""
    titles = {
        name: collation_key(made.texts.plain(one.title), made.language) for name, one in made.corpus.series.items()
    }
    first: dict[str, Key] = {}
    for name, one in made.corpus.series.items():
        group = one.group or name
        first[group] = min(first.get(group, titles[name]), titles[name])
    shown = [name for name in made.corpus.series if made.values(name)]
    return sorted(shown, key=lambda name: (first[made.corpus.series[name].group or name], titles[name]))


def _page(made: Fragments, part: Sequence[str], *, charted: bool, number: int, of: int) -> Page:
    facts = [value.fact for name in part for value in made.values(name)]
    inner = "".join(figure(made, name, _NEWEST, heading="h2") for name in part) if charted else _lines(made, part)
    any_scale = charted and any(made.chart(name).scale for name in part)
    html = framed(
        "numbers",
        made.words,
        series=inner,
        reading=how_to_read(made) if any_scale else "",
        further=numbered_bar(made.words, "numbers/", number, of),
    )
    title = made.words.say("Numbers")
    return Page(
        path=numbered_path("numbers/", number),
        kind="numbers",
        id="",
        title=title if number == 1 else f"{title}, {made.words.number(number)}",
        description=made.words.say("Every figure in this briefing, with who gives it and when."),
        html=html,
        section="numbers",
        updated=updated(facts),
        markdown=number == 1,
        picture_of="" if number == 1 else "numbers/",
    )


def _lines(made: Fragments, part: Sequence[str]) -> str:
    say = made.words.say
    titles = (say("Number"), say("Newest"), say("Figures"))
    return table(titles, (_line(made, name) for name in part), right=2)


def _line(made: Fragments, name: str) -> str:
    found = made.values(name)
    newest = (current(found) or found)[-1]
    words, when = figure_words(made.words, newest.figure), made.fact(newest.fact.id).when
    title = link(page_path("series", name), made.texts.html(made.corpus.series[name].title))
    count = made.words.number(len(found))
    return f'<tr><td>{title}</td><td><b>{escape(words)}</b>, {escape(when)}</td><td class="r">{count}</td></tr>'


TYPE = PageType("numbers", "numbers/", alone, pages, markdown)
