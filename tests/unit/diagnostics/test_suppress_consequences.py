"""What may follow from a file that cannot be read is not shown: its advice would be wrong."""

from __future__ import annotations

from factbook.diagnostics.report import summary
from factbook.diagnostics.suppress_consequences import causes
from factbook.diagnostics.types import Diagnostic, Severity, Span

UNUSED = Diagnostic("actor-unused", "nobody names it", Span("content/actors/a.yml"), Severity.WARNING)
UNKNOWN = Diagnostic("reference-unknown", "there is no fact", Span("content/briefing.yml"))
QUOTE = Diagnostic("quote-not-found", "not there", Span("content/facts/b.yml"))
SYNTAX = Diagnostic("yaml-syntax", "a colon", Span("content/facts/a.yml"))
DATE = Diagnostic("date-form", "not a date", Span("content/facts/a.yml"))


def test_a_lost_file_hides_what_it_may_hold() -> None:
    assert causes((UNUSED, UNKNOWN, QUOTE, SYNTAX)) == (QUOTE, SYNTAX)
    assert summary((UNUSED, UNKNOWN, SYNTAX)) == "1 error in 1 file"


def test_a_lost_fact_hides_that_nothing_names_its_actors() -> None:
    assert causes((UNUSED, UNKNOWN, DATE)) == (UNKNOWN, DATE)


def test_everything_is_shown_otherwise() -> None:
    page = Diagnostic("page-front-matter", "no such key", Span("content/pages/about.md"))
    config = Diagnostic("url-form", "no address", Span("site_config.yml"))
    for others in ((), (QUOTE,), (page,), (config,)):
        assert causes((UNUSED, UNKNOWN, *others)) == (UNUSED, UNKNOWN, *others)
