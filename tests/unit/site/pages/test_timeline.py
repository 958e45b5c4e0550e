"""The timeline dates nothing more precisely than its source, and can be narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.timeline import builder as timeline
from factbook.site.pages.timeline import periods
from tests.unit.site.pages.worlds import world

if TYPE_CHECKING:
    import pytest

    from factbook.site.pages.timeline.view import Entry, Timeline


def fact(id: str, date: str, more: str = "") -> str:
    return (
        f"- id: {id}\n  statement: Something happened here.\n  date: {date}\n  topics: [war]\n{more}"
        "  citations: [{source: report, quote: so}]\n"
    )


def line(*facts: str) -> Timeline:
    return timeline.timeline(world(fact="".join(facts)), "")


def entries(page: Timeline) -> list[Entry]:
    return [entry for year in page.years for month in year.months for entry in month.entries]


def test_a_month_stands_as_a_month_and_not_as_its_first_day() -> None:
    (entry,) = entries(line(fact("november", "2024-11")))
    assert (entry.brief.when.words, entry.brief.when.precision) == ("Nov 2024", "month")


def test_a_year_stands_before_the_months_and_under_no_month() -> None:
    page = line(fact("autumn", "2024-11-16"), fact("year", "2024"))
    (year,) = page.years
    assert [(month.title, [entry.brief.id for entry in month.entries]) for month in year.months] == [
        ("Month not stated", ["year"]),
        ("Nov 2024", ["autumn"]),
    ]


def test_from_a_year_to_a_month_is_no_more_precise_than_that() -> None:
    page = line(fact("long", "2024/2025-07"))
    (entry,) = entries(page)
    assert entry.brief.when.words == "2024 to Jul 2025"
    assert [month.title for month in page.years[0].months] == ["Month not stated"]


def test_an_open_start_stands_at_its_known_end() -> None:
    page = line(fact("by", "../2024-11-04"), fact("before", "2024-11-01"), fact("after", "2024-11-09"))
    assert [entry.brief.id for entry in entries(page)] == ["before", "by", "after"]


def test_the_day_of_the_report_stands_apart_from_the_day_of_the_event() -> None:
    (entry,) = entries(line(fact("said", "2024-08-06", "  asserted_on: 2024-11-16\n")))
    assert (entry.brief.when.words, entry.brief.when.note) == ("6 Aug 2024", "said 16 Nov 2024")


def test_each_fact_can_be_found_by_its_topics_actors_and_stance() -> None:
    more = "  asserted_by: [putin]\n  actors: [kim]\n  stance: declines-to-confirm\n"
    (entry,) = entries(line(fact("silent", "2024-11-04", more)))
    assert (entry.topics, set(entry.actors), entry.stance) == (("war",), {"putin", "kim"}, "declines-to-confirm")
    assert entry.stance_word == "Declines to confirm"


def test_filters_offer_only_what_is_there_with_how_many_facts() -> None:
    page = line(fact("a", "2024-11-04", "  asserted_by: [putin]\n"), fact("b", "2024-11-05"))
    found = {filter.name: [(choice.value, choice.count) for choice in filter.choices] for filter in page.filters}
    assert found == {"topic": [("war", 2)], "actor": [("putin", 1)], "kind": [("asserts", 2)]}


def test_the_legend_explains_only_marks_that_are_there() -> None:
    assert [precision for precision, _ in line(fact("a", "2024-11-04"), fact("b", "2024")).legend] == ["day", "year"]


def test_a_long_line_is_divided_by_year_and_a_full_year_by_month(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periods, "_FULL", 2)
    monkeypatch.setattr(periods, "LATEST", 1)
    desk = world(
        fact=fact("old", "2023-05-01")
        + fact("year", "2024")
        + fact("a", "2024-11-04")
        + fact("b", "2024-11")
        + fact("c", "2025-01-02")
    )
    divided = {name: [fact.id for fact in facts] for name, facts in periods.periods(desk).items()}
    assert divided == {"": ["c"], "2023": ["old"], "2024-00": ["year"], "2024-11": ["b", "a"], "2025": ["c"]}
    page = timeline.timeline(desk, "2024-00")
    assert (page.frame.path, page.frame.title) == ("timeline/2024-00/", "Timeline: 2024, Month not stated")
    assert [(link.text.words, bool(link.href)) for link in page.pages] == [
        ("Latest", True),
        ("2023", True),
        ("2024, Month not stated", False),
        ("Nov 2024", True),
        ("2025", True),
    ]


def test_a_line_that_one_page_holds_has_no_others() -> None:
    assert line(fact("a", "2024-11-04")).pages == ()


def test_a_retracted_fact_is_not_on_the_line() -> None:
    gone = fact("gone", "2024-11-04", "  retracted: {on: 2024-12-01, note: Wrong.}\n")
    page = line(gone, fact("stays", "2024-11-05"))
    assert [entry.brief.id for entry in entries(page)] == ["stays"]
    assert page.total == "1 fact"
