"""The home page: how new a site is, as precisely as its sources say, and what two reports carry."""

from __future__ import annotations

from factbook.site.pages.home.builder import TYPE
from factbook.site.urls import ROOT
from tests.unit.site.figures_given import fact, made


def test_the_newest_source_is_dated_no_more_precisely_than_it_is() -> None:
    dated = "language: en\nfile: report.txt\npublisher: The Gazette\npublished: 2025-07\n"
    (page,) = TYPE.pages(made(fact("tide"), source_report=dated, briefing="title: Tides\n"), "")
    assert "<dt>Newest source</dt><dd>Jul 2025</dd>" in page.html


def test_what_two_reports_carry_is_counted_and_led_to() -> None:
    of = "language: en\nfile: {0}.txt\npublisher: {0}\n"
    both = fact("tide").replace(
        "[{source: report, quote: so}]", "[{source: report, quote: so}, {source: other, quote: so}]"
    )
    one_voice = both.replace("  citations:", "  asserted_by: [ana]\n  citations:")
    for facts, words in (
        (both, '<a href="{root}timeline/">1 of 1 facts, by independent reports</a>'),
        (fact("tide"), "<dd>0 of 1 facts, by independent reports</dd>"),
        (one_voice, "<dd>0 of 1 facts, by independent reports</dd>"),
        (one_voice, '<dt>Two reports, one speaker</dt><dd><a href="{root}timeline/">1 fact</a></dd>'),
    ):
        files = {f"source_{name}": of.format(name) for name in ("report", "other")}
        (page,) = TYPE.pages(made(facts, briefing="title: Tides\n", **files), "")
        assert words.replace("{root}", ROOT) in page.html
