"""The page of a series says who gives which figure, in a sentence, a chart and a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.site.pages.series.builder import TYPE
from factbook.site.urls import ROOT
from tests.unit.site.figures_given import SERIES, made, value

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def page(fragments: Fragments, name: str = "troops") -> str:
    return next(TYPE.pages(fragments, name)).html


def words(html: str) -> str:
    return " ".join(re.sub(r"<.*?>", " ", html.replace("&nbsp;", " ")).split())


def answer(fragments: Fragments) -> str:
    found = re.search(r'<p class="answer">(.*?)</p>', page(fragments), re.DOTALL)
    assert found
    return words(found[1])


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ((), "The sources give no figure."),
        ((value("a", "value: 8", speaker="anna"),), "8 troops , according to anna. report"),
        (
            (value("a", "value: 8", speaker="anna"), value("b", "value: 9", speaker="berta", date="2025")),
            "9 troops , according to berta; report 8 , according to anna. report",
        ),
        (
            tuple(value(f"f{n}", f"value: {n}", speaker=f"s{n}", date=f"202{n}") for n in (1, 4, 2, 3)),
            "Lowest: 1 troops , according to s1; report highest: 4 , according to s4. report",
        ),
    ],
)
def test_the_answer_names_who_gives_the_figures(facts: tuple[str, ...], said: str) -> None:
    assert (
        answer(made(*(facts or (value("x", "value: 1", more="  retracted: {on: 2025-01-01, note: No.}\n"),)))) == said
    )


def test_a_superseded_figure_is_no_answer() -> None:
    old, new = value("old", "value: 8"), value("new", "value: 9", more="  supersedes: [old]\n")
    assert answer(made(old, new)) == "9 troops , according to report. report"


def test_each_figure_stands_once_in_the_table_with_its_own_address() -> None:
    html = page(made(value("a", "value: 8"), value("b", "value: 9")))
    assert re.findall(r'<tr class="value" id="(\w)"', html) == ["a", "b"]
    assert f'<a href="{ROOT}facts/a.html">4 Nov 2024</a>' in html


def test_other_counts_are_those_of_the_group_and_never_on_the_same_scale() -> None:
    other = value("c", "value: 50000").replace("troops", "both")
    html = page(
        made(
            value("a", "value: 8"), other, series_troops=f"{SERIES}group: g\n", series_both="title: Both\ngroup: g\n"
        )
    )
    assert "do not compare across" in html
    assert re.findall(r'data-series="(\w+)"', html) == ["both"]  # a lone value of its own has no chart


def test_all_figures_from_one_side_are_said_to_be() -> None:
    files = {
        "briefing": "sides: [{id: east, title: The East}]\n",
        "actor_anna": "name: Anna\nkind: person\nside: east\n",
        "actor_berta": "name: Berta\nkind: person\nside: east\n",
    }
    facts = value("a", "value: 8", speaker="anna"), value("b", "value: 9", speaker="berta")
    assert "all from one side: The East" in words(page(made(*facts, **files)))
    assert "all from one side" not in page(made(*facts, value("c", "value: 7"), **files))


def test_many_figures_go_on_pages_by_year() -> None:
    facts = [value(f"f{n:03}", f"value: {n}", date=f"{2020 + n // 30}-01-{n % 28 + 1:02}") for n in range(90)]
    fragments = made(*facts)
    pages = list(TYPE.pages(fragments, "troops"))
    assert [page.path for page in pages] == [f"numbers/troops/{year}" for year in ("", "2022/", "2021/", "2020/")]
    assert len(re.findall('<tr class="value"', pages[0].html)) == 40
    assert sum(len(re.findall('<tr class="value"', page.html)) for page in pages[1:]) == 90


def test_markdown_has_every_figure() -> None:
    text = TYPE.markdown(made(value("a", "value: 8"), value("b", "value: 9")), "troops")
    assert text.startswith("# Troops in Kursk\n")
    assert [name in text for name in ("facts/a.html", "facts/b.html", "numbers/troops/troops.csv")] == [True] * 3
