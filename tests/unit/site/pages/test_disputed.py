"""Disagreements are found in the data and set side by side; only what can be compared is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.disputed import builder as disputed
from factbook.site.pages.disputed import find as disagreements
from tests.unit.site.pages.worlds import world

if TYPE_CHECKING:
    from factbook.site.context import Desk

TROOPS = "title: Troops in Kursk\nunit: troops\n"


def fact(id: str, date: str = "2024-11-04", speaker: str = "", more: str = "") -> str:
    said = f"  asserted_by: [{speaker}]\n" if speaker else ""
    return (
        f"- id: {id}\n  statement: Somebody said so.\n  date: {date}\n  topics: [war]\n{said}{more}"
        "  citations: [{source: report, quote: so}]\n"
    )


def value(id: str, date: str, speaker: str, number: str, more: str = "") -> str:
    return fact(id, date, speaker, f"  figure: {{series: troops, {number}}}\n{more}")


def laid(*facts: str, **files: str) -> Desk:
    return world(fact="".join(facts), **({"series_troops": TROOPS} | files))


def together(desk: Desk) -> list[set[str]]:
    return [{fact.id for fact in group} for group in disagreements.different_values(desk)]


US = value("us", "../2024-11-04", "usa", "value: 10000, modifier: up-to")
KYIV = value("kyiv", "2024-11-04", "ukraine", "value: 11000")


def test_different_values_of_one_series_and_one_week_stand_side_by_side() -> None:
    assert together(laid(US, KYIV)) == [{"us", "kyiv"}]


def test_values_of_different_months_do_not() -> None:
    assert together(laid(US, value("later", "2025-07-13", "reuters", "value: 12000"))) == []


def test_by_a_day_is_near_that_day_and_not_near_every_day_before() -> None:
    assert together(laid(US, value("old", "2024-09-01", "ukraine", "value: 3000"))) == []


def test_a_week_is_near_to_a_day_seven_days_after_its_end_and_not_eight() -> None:
    week = value("week", "2024-11-04/2024-11-10", "usa", "value: 1")
    assert together(laid(week, value("near", "2024-11-17", "ukraine", "value: 2"))) == [{"week", "near"}]
    assert together(laid(week, value("far", "2024-11-18", "ukraine", "value: 2"))) == []


def test_equal_values_a_superseded_one_and_one_speaker_s_own_two_are_no_difference() -> None:
    assert together(laid(KYIV, value("same", "2024-11-05", "usa", "value: 11000"))) == []
    assert together(laid(KYIV, value("new", "2024-11-05", "usa", "value: 9", "  supersedes: [kyiv]\n"))) == []
    assert together(laid(KYIV, value("again", "2024-11-05", "ukraine", "value: 9"))) == []


def test_two_series_are_never_compared() -> None:
    other = fact("both", "2024-11-04", "nyt", "  figure: {series: both, value: 50000}\n")
    assert together(laid(KYIV, other, series_both="title: Both armies\nunit: troops\n")) == []


def test_contradictions_reach_all_that_are_linked_by_them() -> None:
    desk = laid(fact("a", more="  contradicts: [b]\n"), fact("b"), fact("c", more="  contradicts: [b]\n"), fact("d"))
    assert [{fact.id for fact in group} for group in disagreements.contradictions(desk)] == [{"a", "b", "c"}]


def test_a_contradiction_with_a_retracted_fact_is_none() -> None:
    gone = fact("gone", more="  retracted: {on: 2024-12-01, note: Wrong.}\n")
    assert disagreements.contradictions(laid(gone, fact("a", more="  contradicts: [gone]\n"))) == ()


def test_what_a_question_of_the_editors_shows_is_not_shown_again() -> None:
    desk = laid(
        US,
        KYIV.replace("  citations", "  contradicts: [us]\n  citations"),
        briefing="questions: [{title: How many?, facts: [us, kyiv]}]\n",
    )
    page = disputed.disputed(desk, "")
    assert [(kind.heading.id, len(kind.cases)) for kind in page.kinds] == [
        ("Questions", 1),
        ("Denials", 0),
        ("Sums", 0),
    ]


def test_denials_and_refusals_to_confirm_are_told_apart() -> None:
    desk = laid(
        fact("no", speaker="putin", more="  stance: denies\n"),
        fact("silent", speaker="kim", more="  stance: declines-to-confirm\n"),
    )
    kinds = {kind.heading.id: kind for kind in disputed.disputed(desk, "").kinds}
    sides = [side for case in kinds["Denials"].cases for side in case.sides]
    assert [side.stance for side in sides] == ["Denied", "Declines to confirm"]


def different(desk: Desk) -> list[tuple[list[str], str]]:
    """The cases of different values on the page: their facts, and what is said of others."""
    kinds = disputed.disputed(desk, "").kinds
    cases = next(kind.cases for kind in kinds if kind.heading.id == "Different-values")
    return [([side.brief.id for side in case.sides], case.more) for case in cases]


def test_values_of_another_month_are_a_case_of_their_own() -> None:
    later = value("us2", "2024-12-20", "usa", "value: 8"), value("kyiv2", "2024-12-22", "ukraine", "value: 9")
    linked = value("seoul", "2024-11-10", "reuters", "value: 12000")
    assert together(laid(US, KYIV, linked, *later)) == [{"us", "kyiv", "seoul"}, {"us2", "kyiv2"}]
    assert different(laid(US, KYIV, *later)) == [(["us", "kyiv"], ""), (["us2", "kyiv2"], "")]


def test_earlier_cases_are_left_out_whole() -> None:
    early = value("a", "2024-09-01", "usa", "value: 1"), value("b", "2024-09-01", "ukraine", "value: 2")
    many = [
        value(f"v{day:02}", f"2024-11-{day:02}", ("usa", "ukraine")[day % 2], f"value: {day}") for day in range(1, 12)
    ]
    (shown, more), *others = different(laid(*early, *many))
    assert (len(shown), more, others) == (11, "2 earlier values stand on the page of this number.", [])


def test_of_many_values_the_latest_stand_side_by_side_and_the_others_are_counted() -> None:
    many = [
        value(f"v{day:02}", f"2024-11-{day:02}", ("usa", "ukraine")[day % 2], f"value: {day}") for day in range(1, 16)
    ]
    page = disputed.disputed(laid(*many), "")
    (case,) = next(kind for kind in page.kinds if kind.heading.id == "Different-values").cases
    assert [side.brief.id for side in case.sides] == [f"v{day:02}" for day in range(4, 16)]
    assert case.more == "3 earlier values stand on the page of this number."
    assert page.frame.facts == {f"v{day:02}" for day in range(4, 16)}
    (few,) = next(kind for kind in disputed.disputed(laid(US, KYIV), "").kinds if kind.cases).cases
    assert few.more == ""


def test_every_fact_of_the_page_stands_on_it_in_full_once() -> None:
    page = disputed.disputed(laid(US, KYIV.replace("  citations", "  contradicts: [us]\n  citations")), "")
    assert page.facts is not None
    assert [fact.id for fact in page.facts.facts] == ["us", "kyiv"]
    assert page.frame.facts == {"us", "kyiv"}


def test_a_site_without_disagreements_says_so() -> None:
    page = disputed.disputed(laid(fact("a")), "")
    assert [kind.none for kind in page.kinds if not kind.cases] == [
        "No two facts held contradict each other.",
        "No series has two different values of about the same time.",
        "Nobody denies or declines to confirm, in the sources held.",
        "All sums that were worked out agree with what is stated.",
    ]
