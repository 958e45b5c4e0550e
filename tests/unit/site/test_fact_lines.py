"""A long list of facts: every fact is reached from the first page, by year and by what is unusual about it."""

from __future__ import annotations

import re

from factbook.site.fact_lines import by_kind, fact_lines
from factbook.site.pages.topic.builder import TYPE as TOPIC
from tests.unit.site.figures_given import fact, made, value

DENIED = "  stance: denies\n"
MANY = [fact(f"f{n:03}", date=f"{2020 + n // 40}-01", more=DENIED if n < 3 else "") for n in range(80)]


def test_a_short_list_is_one_line() -> None:
    (line,) = fact_lines(made(fact("a")), "topics/war/", made(fact("a")).standing(["a"]))
    assert (line.path, line.title, line.further) == ("topics/war/", "", "")


def test_every_fact_stands_on_a_page_of_its_year_and_of_its_kind() -> None:
    fragments = made(*MANY)
    lines = {line.path: line for line in fact_lines(fragments, "x/", fragments.standing(fragments.corpus.facts))}
    assert list(lines) == ["x/", "x/2021/", "x/2020/", "x/denies/"]
    by_year = {one.id for path in ("x/2021/", "x/2020/") for one in lines[path].facts}
    assert by_year == set(fragments.corpus.facts)
    assert [one.id for one in lines["x/denies/"].facts] == ["f000", "f001", "f002"]
    assert lines["x/denies/"].title == "Denied"
    for line in lines.values():
        assert all(f"x/{part}" in line.html for part in ("denies/",))


def test_a_fact_may_be_of_several_kinds() -> None:
    fragments = made(value("a", "value: 8", more=DENIED))
    assert list(by_kind(fragments, fragments.standing(["a"]))) == ["figure", "denies"]


def test_the_pages_of_a_long_topic() -> None:
    pages = {page.path: page for page in TOPIC.pages(made(*MANY), "war")}
    assert list(pages) == [f"topics/war/{part}" for part in ("", "2021/", "2020/", "denies/")]
    assert pages["topics/war/denies/"].title == "war, Denied"
    assert [page.markdown for page in pages.values()] == [True, False, False, False]


def test_a_year_on_several_pages_is_one_link_and_its_own_pages_lead_to_each_other() -> None:
    """Else a list of fifty thousand facts has as many links on each of its pages as it has pages."""
    fragments = made(*(fact(f"f{n:03}", date="2020-01" if n < 140 else "2021-01") for n in range(150)))
    lines = {line.path: line for line in fact_lines(fragments, "x/", fragments.standing(fragments.corpus.facts))}
    assert list(lines) == ["x/", "x/2021/", "x/2020/", "x/2020-2/", "x/2020-3/"]
    years = ["x/2021/", "x/2020/"]
    assert _linked(lines["x/"].further) == _linked(lines["x/2021/"].further) == years
    for page in ("x/2020/", "x/2020-2/", "x/2020-3/"):
        assert _linked(lines[page].further) == [*years, "x/2020/", "x/2020-2/", "x/2020-3/"]
        assert _linked(lines[page].further, ' aria-current="page"') == [page]


def _linked(html: str, more: str = "") -> list[str]:
    return re.findall(rf'href="[^"]*?(x/[^"]*)"{more}', html)
