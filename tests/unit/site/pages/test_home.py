"""The home page: how new a site is, as precisely as its sources say."""

from __future__ import annotations

from factbook.site.pages.home.builder import TYPE
from tests.unit.site.figures_given import fact, made


def test_the_newest_source_is_dated_no_more_precisely_than_it_is() -> None:
    dated = "language: en\nfile: report.txt\npublisher: The Gazette\npublished: 2025-07\n"
    (page,) = TYPE.pages(made(fact("tide"), source_report=dated, briefing="title: Tides\n"), "")
    assert "<dt>Newest source</dt><dd>Jul 2025</dd>" in page.html
