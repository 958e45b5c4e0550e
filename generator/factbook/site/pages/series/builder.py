"""Site: the page of a series: who gives which figure, the chart, the table, what is counted, and other counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts.series_chart import AT_MOST, downloads, figure, how_to_read
from factbook.site.charts.values import Value, current
from factbook.site.fact_list import further
from factbook.site.frames import framed
from factbook.site.html import items
from factbook.site.page import Page, PageType
from factbook.site.pages.series.answer import answer
from factbook.site.pages.series.markdown import markdown
from factbook.site.pages.series.table import value_table
from factbook.site.paging import Part, further_page, parted
from factbook.site.provenance import edit_path, updated
from factbook.site.section_bar import section_bar
from factbook.site.sides import row_of, row_title
from factbook.site.source_table import report_count
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factbook.content.model import Series
    from factbook.site.fragments import Fragments

_OTHERS = 6
"""So many other counts of the same group are charted."""
_OTHERS_NEWEST = 6
_JUDGEMENTS = 4


def _ids(made: Fragments) -> Iterable[str]:
    return made.corpus.series


def pages(made: Fragments, name: str) -> Iterator[Page]:
    """The page of a series, and one for each year of its figures when they are many."""
    series = made.corpus.series[name]
    by_fact = {value.fact.id: value for value in made.values(name)}
    first, parts = parted([value.fact for value in by_fact.values()])
    page = _first(made, series, [by_fact[fact.id] for fact in first], parts)
    yield page
    for part in parts:
        yield _further(made, page, series, [by_fact[fact.id] for fact in part.facts], part, parts)


def _first(made: Fragments, series: Series, shown: Sequence[Value], parts: Sequence[Part]) -> Page:
    path, chart = page_path("series", series.id), made.chart(series.id)
    facts = [value.fact for value in chart.values]
    others = _others(made, series)
    html = framed(
        "series",
        made.words,
        bar=_bar(made, chart.values, len(others)),
        title=made.texts.html(series.title),
        answer=answer(made, series, chart.values),
        line=_line(made, chart.values),
        chart=chart.html() if chart.scale else "",
        id=series.id,
        reading=_reading(made, chart.values),
        downloads=downloads(made, series.id) if chart.values else "",
        table=value_table(made, shown),
        further=further(made, path, parts),
        counted=[made.prose(text) for text in (series.scope, series.description) if text],
        judgements=_judgements(made, chart.values),
        others="".join(figure(made, name, _OTHERS_NEWEST) for name in others),
    )
    return Page(
        path=path,
        kind="series",
        id=series.id,
        title=made.texts.plain(series.title),
        description=made.texts.plain(series.scope or series.description),
        html=html,
        section="numbers",
        updated=updated(facts),
        edit_path=edit_path(series.record),
    )


def _further(
    made: Fragments, first: Page, series: Series, shown: Sequence[Value], part: Part, parts: Sequence[Part]
) -> Page:
    inner = further(made, first.path, parts, part.name) + value_table(made, shown)
    path = f"{first.path}{part.name}/"
    return further_page(first, path, made.texts.html(series.title), part.title, inner, part.facts)


def _bar(made: Fragments, found: Sequence[Value], others: int) -> str:
    say = made.words.say
    return section_bar(
        made.words,
        (
            ("Answer", say("Answer"), None, True),
            ("Chart", say("Chart"), None, len(found) > 1),
            ("Table", say("Table"), len(found), bool(found)),
            ("Counted", say("What is counted"), None, True),
            ("Others", say("Other counts"), others, bool(others)),
        ),
    )


def _line(made: Fragments, found: tuple[Value, ...]) -> str:
    """How many figures there are and what they rest on; whether only one side gives any; how new they are."""
    words, now = made.words, current(found)
    facts = [value.fact for value in found]
    parts = [
        words.say(
            "{figures} from {reports}",
            figures=words.count("{n} figure", "{n} figures", len(found)),
            reports=words.count("{n} report", "{n} reports", report_count(made, facts)),
        )
    ]
    sides = {row_of(made.corpus, name) for value in now for name in made.corpus.asserters(value.fact)}
    if made.corpus.briefing.sides and len(now) > 1 and len(sides) == 1 and "" not in sides:
        side = row_title(made.corpus, made.texts, next(iter(sides)))
        parts.append(words.say("all from one side: {side}", side=side))
    if found:
        parts.append(words.say("newest {date}", date=made.fact(found[-1].fact.id).when))
    return "".join(f"<span>{part}</span>" for part in parts)


def _reading(made: Fragments, found: Sequence[Value]) -> str:
    """How the chart is read, and what of it is not shown."""
    chart = made.chart(found[0].figure.series) if found else None
    if chart is None or chart.scale is None:
        return ""
    notes = [how_to_read(made)]
    if not chart.scale.from_zero:
        cut = made.words.say("The scale does not begin at zero.")
        notes.append(f'<p class="keyline">{cut}</p>')
    if len(found) > AT_MOST:
        newest = made.words.say(
            "The newest {n} of {total} figures.", n=made.words.number(AT_MOST), total=made.words.number(len(found))
        )
        notes.append(f'<p class="keyline">{newest}</p>')
    return "".join(notes)


def _judgements(made: Fragments, found: Sequence[Value]) -> str:
    """What the editors think that rests on these figures."""
    links = dict.fromkeys(one for value in found for one in made.judgements_on.get(value.fact.id, ()))
    return items(list(links)[:_JUDGEMENTS], '<ul class="links">')


def _others(made: Fragments, series: Series) -> list[str]:
    """Other series of the same group that have figures."""
    if series.group is None:
        return []
    group = (one.id for one in made.corpus.series.values() if one.group == series.group and one.id != series.id)
    return [name for name in group if made.values(name)][:_OTHERS]


TYPE = PageType("series", "numbers/", _ids, pages, markdown)
