"""The timeline: every fact once, the newest first page, filters that reach facts on all pages."""

from __future__ import annotations

import re

from factbook.site.pages.timeline.builder import TYPE
from tests.unit.site.figures_given import fact, made


def ids(html: str) -> list[str]:
    return re.findall(r'<li class="fact[^"]*" id="(\w+)"', html)


def test_a_short_timeline_is_one_page_by_date_with_filters_that_work_there() -> None:
    facts = [fact(f"f{n}", date=f"202{n}", more="  stance: denies\n" if n == 2 else "") for n in range(5)]
    (page,) = TYPE.pages(made(*reversed(facts)), "")
    assert ids(page.html) == ["f0", "f1", "f2", "f3", "f4"]
    assert "data-f=" in page.html


def test_a_long_one_goes_on_by_year_and_each_filter_has_pages_of_its_own() -> None:
    facts = [
        fact(f"f{n:03}", date=f"{2020 + n // 40}-01-{n % 28 + 1:02}", more="  stance: denies\n" if n < 3 else "")
        for n in range(80)
    ]
    pages = {page.path: page for page in TYPE.pages(made(*facts), "")}
    assert list(pages) == ["timeline/", "timeline/2021/", "timeline/2020/", "timeline/denies/"]
    assert len(ids(pages["timeline/"].html)) == 40
    assert len(ids(pages["timeline/denies/"].html)) == 3  # none of them stands on the first page
    assert "timeline/denies/" in pages["timeline/"].html
    assert [path for path, page in pages.items() if page.markdown] == ["timeline/"]


def test_a_retracted_fact_is_not_on_it() -> None:
    gone = fact("gone", more="  retracted: {on: 2024-12-01, note: Wrong.}\n")
    (page,) = TYPE.pages(made(gone, fact("a")), "")
    assert ids(page.html) == ["a"]
