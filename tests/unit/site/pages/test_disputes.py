"""Disagreements are found in the data and set side by side; only what can be compared is."""

from __future__ import annotations

from factbook.site.pages.disputes.builder import TYPE
from factbook.site.pages.disputes.cases import cases, refusals
from tests.unit.site.figures_given import fact, made, value

US = value("us", "value: 10000, modifier: up-to", date="../2024-11-04", speaker="usa")
KYIV = value("kyiv", "value: 11000", speaker="ukraine")


def together(*facts: str, **files: str) -> list[set[str]]:
    """The cases of figures that differ."""
    return [{one.id for one in case.facts} for case in cases(made(*facts, **files)) if not case.declared]


def test_different_figures_of_one_series_and_one_week_stand_side_by_side() -> None:
    assert together(US, KYIV) == [{"us", "kyiv"}]


def test_figures_of_different_months_do_not() -> None:
    assert together(US, value("later", "value: 12000", date="2025-07-13", speaker="reuters")) == []


def test_by_a_day_is_near_that_day_and_not_near_every_day_before() -> None:
    assert together(US, value("old", "value: 3000", date="2024-09-01", speaker="ukraine")) == []


def test_a_week_is_near_to_a_day_seven_days_after_its_end_and_not_eight() -> None:
    week = value("week", "value: 1", date="2024-11-04/2024-11-10", speaker="usa")
    assert together(week, value("near", "value: 2", date="2024-11-17", speaker="ukraine")) == [{"week", "near"}]
    assert together(week, value("far", "value: 2", date="2024-11-18", speaker="ukraine")) == []


def test_equal_figures_a_superseded_one_and_one_speaker_s_own_two_are_no_difference() -> None:
    assert together(KYIV, value("same", "value: 11000", date="2024-11-05", speaker="usa")) == []
    new = value("new", "value: 9", date="2024-11-05", speaker="usa", more="  supersedes: [kyiv]\n")
    assert together(KYIV, new) == []
    assert together(KYIV, value("again", "value: 9", date="2024-11-05", speaker="ukraine")) == []


def test_two_series_are_never_compared() -> None:
    other = value("both", "value: 50000", speaker="nyt").replace("troops", "both")
    assert together(KYIV, other, series_both="title: Both armies\nunit: troops\n") == []


def test_contradictions_reach_all_that_are_linked_by_them() -> None:
    facts = fact("a", more="  contradicts: [b]\n"), fact("b"), fact("c", more="  contradicts: [b]\n"), fact("d")
    assert [[one.id for one in case.facts] for case in cases(made(*facts))] == [["a", "b", "c"]]


def test_a_contradiction_with_a_retracted_fact_is_none() -> None:
    gone = fact("gone", more="  retracted: {on: 2024-12-01, note: Wrong.}\n")
    assert cases(made(gone, fact("a", more="  contradicts: [gone]\n"))) == ()


def test_a_fact_stands_in_one_case_alone() -> None:
    declared = value("us", "value: 10000", speaker="usa", more="  contradicts: [kyiv]\n")
    assert [case.declared for case in cases(made(declared, KYIV))] == [True]


def test_a_denial_is_listed_once_and_the_page_claims_no_dispute_where_there_is_none() -> None:
    fragments = made(fact("no", more="  stance: denies\n"), fact("yes"))
    assert [one.id for one in refusals(fragments)] == ["no"]
    html = next(TYPE.pages(fragments, "")).html
    assert html.count('id="no"') == 1
    assert "1 denial" in html
    assert "No two facts here" not in html
    assert "No two facts here" in next(TYPE.pages(made(fact("yes")), "")).html


def test_many_cases_go_on_further_pages() -> None:
    facts = [
        part for n in range(45) for part in (fact(f"a{n:02}", more=f"  contradicts: [b{n:02}]\n"), fact(f"b{n:02}"))
    ]
    pages = list(TYPE.pages(made(*facts), ""))
    assert [page.path for page in pages] == ["disputes/", "disputes/page-2/", "disputes/page-3/"]
    assert sum(page.html.count('class="case"') for page in pages) == 45
