"""Pages: all numbers, and one page for each series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site import frame as frames
from factbook.site.charts import series_chart as figures
from factbook.site.components import date_words as when
from factbook.site.components import fact as facts
from factbook.site.components import source_list as origins
from factbook.site.components import text_and_links as parts
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.series import view
from factbook.site.views.parts import Heading, Link, Text

if TYPE_CHECKING:
    from factbook.content import model
    from factbook.site.context import Desk


_CHARTS = 60
"""Charts that one page can hold and still open on a phone; further series are listed below them."""


def numbers(desk: Desk, _: str) -> view.Numbers:
    """Every series that has a value, those of one group in one chart, the most told numbers first."""
    say = desk.wording.say
    told = _most_told_first(desk)
    found = (_entry(desk, name, together) for name, together in told[:_CHARTS])
    entries = tuple(entry for entry in found if entry)
    behind = _behind(desk, tuple(entry.figure for entry in entries))
    about = frames.About(
        path="numbers/",
        kind="numbers",
        title=Text(say("Numbers")),
        kicker=(parts.page_link(desk, say("Briefing"), ""),),
        description=say("Who gave which number, when, and in which words: every series of this briefing."),
        section="numbers",
        in_navigation=True,
    )
    return view.Numbers(
        frame=frames.frame(about, entries, numbers=origins.numbering(desk, behind), updated=frames.latest(behind)),
        lead=say("Values as they were given, by whoever gave them. Nothing here is averaged, rounded or added up."),
        entries=entries,
        further=tuple(parts.series_link(desk, name) for _, together in told[_CHARTS:] for name in together),
    )


def one(desk: Desk, name: str) -> view.Series:
    """One series: its values beside those of its group, and the facts behind it."""
    series = desk.corpus.series[name]
    own = tuple(value.fact for value in figures.values(desk, name))
    chart = _chart(desk, name, series)
    numbered = origins.numbering(desk, (*own, *_behind(desk, (chart.figure,) if chart else ())))
    behind = facts.fact_list(desk, _facts_heading(desk), own)
    sources = origins.source_list(desk, Heading("Sources", desk.wording.say("Sources, by origin")), numbered)
    about = _about(desk, series, chart)
    return view.Series(
        frame=frames.frame(about, (chart, behind, sources), shown=own, numbers=numbered),
        scope=parts.some_text(desk, series.scope),
        description=parts.some_text(desk, series.description),
        meta=_meta(desk, own),
        chart=chart,
        facts=behind,
        sources=sources,
    )


KINDS = (
    PageKind("numbers", alone, numbers, "numbers/", "numbers", listed="Numbers"),
    PageKind("series", lambda desk: desk.corpus.series, one, "numbers/", "numbers"),
)


def _most_told_first(desk: Desk) -> list[tuple[str, tuple[str, ...]]]:
    """The charts that have a value, by how many they have."""
    told = {name: tuple(together) for name, together in figures.groups(desk).items()}
    counts = {
        name: sum(len(desk.facts(desk.corpus.facts_by_series.get(series, ()))) for series in together)
        for name, together in told.items()
    }
    return [(name, told[name]) for name in sorted(told, key=lambda name: -counts[name]) if counts[name]]


def _entry(desk: Desk, name: str, together: tuple[str, ...]) -> view.NumbersEntry | None:
    figure = figures.figure(desk, together, name)
    if figure is None:
        return None
    heading = Heading(f"Series-{name}", _title(desk, figure))
    return view.NumbersEntry(heading, figure, tuple(_counted(desk, other) for other in together))


def _title(desk: Desk, figure: view.Figure) -> str:
    """The first series' title, and how many stand beside it."""
    _, *others = figure.chart.scopes
    first = parts.text(desk, desk.corpus.series[figure.series.split()[0]].title).words
    if not others:
        return first
    beside = desk.wording.count("{n} count beside it", "{n} counts beside it", len(others))
    return desk.wording.say("{title}, and {others}", title=first, others=beside)


def _chart(desk: Desk, name: str, series: model.Series) -> view.ChartSection | None:
    """The chart of the series' group, with this series first."""
    group = figures.groups(desk)[series.group or name]
    figure = figures.figure(desk, tuple(dict.fromkeys((name, *group))), series.group or name, name)
    if figure is None:
        return None
    heading = Heading("Values", desk.wording.say("The values"))
    return view.ChartSection(heading, figure, tuple(_counted(desk, other) for other in group if other != name))


def _counted(desk: Desk, name: str) -> view.Counted:
    series = desk.corpus.series[name]
    scope, description = parts.some_text(desk, series.scope), parts.some_text(desk, series.description)
    return view.Counted(parts.series_link(desk, name), scope, description)


def _behind(desk: Desk, drawn: tuple[view.Figure, ...]) -> tuple[model.Fact, ...]:
    """The facts behind some charts, in the order of the tables."""
    return tuple(desk.corpus.facts[value.fact] for figure in drawn for value in figure.values)


def _facts_heading(desk: Desk) -> Heading:
    say = desk.wording.say
    return Heading("Facts", say("The facts behind it"), say("Oldest first. A number opens the words behind it."))


def _about(desk: Desk, series: model.Series, chart: view.ChartSection | None) -> frames.About:
    say = desk.wording.say
    title = parts.text(desk, series.title)
    return frames.About(
        path=parts.series_path(series.id),
        kind="series",
        id=series.id,
        title=title,
        kicker=(
            parts.page_link(desk, say("Briefing"), ""),
            parts.page_link(desk, say("Numbers"), "numbers/"),
            Link(Text(say("Series"))),
        ),
        description=f"{title.words}: {chart.figure.headline}" if chart else title.words,
        section="numbers",
        record=series.record,
    )


def _meta(desk: Desk, own: tuple[model.Fact, ...]) -> tuple[str, ...]:
    """`3 values`, `2 sources of 1 origin`, `latest 4 Nov 2024`."""
    if not own:
        return (desk.wording.say("Nobody has put a value on it in the sources held."),)
    latest = desk.wording.say("latest {date}", date=when.words(desk.wording, own[-1].date))
    return (
        desk.wording.count("{n} value", "{n} values", len(own)),
        origins.summary(desk, own),
        latest,
    )
