"""Site, charts: the chart of a series as a list: date, speaker, figure, and a mark on the scale of the series."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.charts.marks import base, grid, mark
from factbook.site.charts.scale import Scale, scale_of
from factbook.site.charts.values import Value, speakers, when_words
from factbook.site.figures import figure_words, number, with_unit
from factbook.site.html import escape, link
from factbook.site.urls import fact_path, page_path

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments

AT_MOST = 60
"""So many values are shown, the newest."""
_LONG_LABEL = 7
"""Letters from which the numbers along the scale have no room beside one another on a phone."""


_IN_OUR_FONT = re.compile(
    "[\u0020-\u017f\u0386-\u03ce\u0400-\u045f\u1e00-\u1eff\u2010-\u2015\u2018-\u2022\u2026\u20ac\u2212]*"
)
"""Latin, Greek and Cyrillic letters: what the font of our pictures has."""


@frozen
class SeriesChart:
    """The chart of a series, made once for all pages that show it."""

    id: str
    values: tuple[Value, ...]
    scale: Scale | None
    """None for a lone value, which has nothing to be compared with."""
    axis: str
    rows: tuple[str, ...]
    """Finished HTML, one for each value."""

    def html(self, newest: int = AT_MOST) -> str:
        """The newest values, as finished HTML."""
        rows = "".join(self.rows[-newest:])
        kind = "" if self.scale else " lone"
        return f'<div class="chart{kind}">{self.axis}<ol>{rows}</ol></div>' if rows else ""


def made_chart(made: Fragments, series: str) -> SeriesChart:
    """The chart of a series."""
    found = made.values(series)
    scale = scale_of(found) if len(found) > 1 else None
    behind = grid(scale) if scale else ""
    rows = tuple(_row(made, value, mark(scale, value, behind) if scale else "") for value in found)
    return SeriesChart(series, found, scale, _axis(made, series, scale) if scale else "", rows)


def figure(made: Fragments, series: str, newest: int, *, heading: str = "h3") -> str:
    """The chart under the name of its series, as pages about other things show it."""
    chart = made.chart(series)
    if not chart.values:
        return ""
    name = link(page_path("series", series), made.texts.html(made.corpus.series[series].title))
    rest = len(chart.values) - newest
    more = ""
    if rest > 0:
        words = made.words.count("and {n} earlier figure", "and {n} earlier figures", rest)
        more = f'<p class="keyline">{link(page_path("series", series), words)}</p>'
    head = f"<figcaption><{heading}>{name}</{heading}>{downloads(made, series)}</figcaption>"
    return f'<figure class="figure-chart" data-series="{series}">{head}{chart.html(newest)}{more}</figure>'


def downloads(made: Fragments, series: str) -> str:
    """Links to the chart as pictures and to its values as a table."""
    kinds = ("csv", *picture_kinds(made, series))
    links = " ".join(link(file_path(series, kind), kind.upper()) for kind in kinds)
    return f'<p class="tools noprint">{links}</p>'


def picture_kinds(made: Fragments, series: str) -> tuple[str, ...]:
    """As what the chart can be taken along: PNG only in scripts that our own font has, none of a lone value."""
    found, one = made.values(series), made.corpus.series[series]
    if len(found) < 2:
        return ()
    who = (speakers(made, value) for value in found)
    words = (made.name, made.texts.plain(one.title), made.texts.plain(one.unit), *who)
    return ("png", "svg") if all(map(_IN_OUR_FONT.fullmatch, words)) else ("svg",)


def file_path(series: str, kind: str) -> str:
    """Where the picture or the table of a series stands."""
    return f"{page_path('series', series)}{series}.{kind}"


def how_to_read(made: Fragments) -> str:
    """What the marks mean; once a page."""
    words = made.words.say(
        "A dot is an exact figure. An arrow means “up to” (←) or “more than” (→); its length means nothing. "
        "Dashed: superseded."
    )
    return f'<p class="keyline">{words}</p>'


def small_mark(made: Fragments, value_of: str) -> str:
    """The mark of a fact's figure alone, on the scale of its series; empty where there is nothing to compare."""
    figure = made.corpus.facts[value_of].figure
    chart = made.chart(figure.series) if figure and figure.series in made.corpus.series else None
    if chart is None or chart.scale is None:
        return ""
    value = next((one for one in chart.values if one.fact.id == value_of), None)
    return mark(chart.scale, value, base(), small=True) if value else ""


def _axis(made: Fragments, series: str, scale: Scale) -> str:
    labels = [number(made.words, format(tick.normalize(), "f")) for tick in scale.ticks]
    wide = " wide" if max(map(len, labels)) >= _LONG_LABEL else ""
    unit = made.corpus.series[series].unit
    spans = "".join(f"<span><i>{escape(label)}</i></span>" for label in labels)
    return (
        f'<div class="axis" aria-hidden="true"><span>{made.texts.html(unit)}</span>'
        f'<div class="ticks{wide}">{spans}</div></div>'
    )


def _row(made: Fragments, value: Value, drawing: str) -> str:
    text = made.fact(value.fact.id)
    past = ' class="past"' if value.past else ""
    date = link(fact_path(value.fact.id), escape(when_words(made, value)))
    who = f"{escape(speakers(made, value))} {text.chips}"
    told = figure_words(made.words, value.figure) if drawing else with_unit(made.corpus, made.texts, value.figure)
    return (
        f'<li{past}><span class="when">{date}</span><span class="who">{who}</span>'
        f'<b class="val num">{escape(told)}</b>{drawing}</li>'
    )
