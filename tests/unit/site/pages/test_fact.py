"""The page of a fact: how it is cited."""

from __future__ import annotations

import html

import pytest

from factbook.site.pages.fact.builder import TYPE
from tests.unit.site.figures_given import fact, made


@pytest.mark.parametrize(
    ("published", "bibtex", "ris"),
    [
        ("2025-07-13", "date = {2025-07-13}", "DA  - 2025/07/13\n"),
        ("2025-07", "date = {2025-07}", "DA  - 2025/07//\n"),
        ("2025", "date = {2025}", "DA  - 2025///\n"),
    ],
)
def test_a_citation_dates_the_report_no_more_precisely_than_it_is(published: str, bibtex: str, ris: str) -> None:
    dated = f"language: en\nfile: report.txt\npublisher: The Gazette\npublished: {published}\n"
    (page,) = TYPE.pages(made(fact("tide"), source_report=dated), "tide")
    assert bibtex in page.html
    assert ris in page.html


def test_a_citation_has_the_quotation_marks_of_its_page() -> None:
    (page,) = TYPE.pages(made(fact("tide"), language="de"), "tide")
    assert "„so“. " in html.unescape(page.html)
