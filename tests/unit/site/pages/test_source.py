"""The page of a source: what would find one whose address nobody knows, and each statement once."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest

from factbook.site.pages.source.about import about
from factbook.site.pages.source.markdown import markdown
from factbook.site.pages.source.quoted import quoted
from tests.unit.site.figures_given import made

FACT = """\
- id: barrier
  statement: The barrier held.
  date: 2024-11-04
  topics: [war]
  citations:
    - {source: report, quote: it held all night}
    - {source: report, quote: 'the barrier […] was closed before the "great" tide came in'}
"""


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        pytest.param("title: The night of the tide\n", '"The night of the tide" The Gazette', id="by its title"),
        pytest.param("", '"was closed before the" The Gazette', id="by its longest words in a row"),
    ],
)
def test_a_search_is_offered(more: str, asked: str) -> None:
    page = made(FACT, source_report=f"language: en\nfile: report.txt\npublisher: The Gazette\n{more}")
    assert f"?q={quote_plus(asked)}" in about(page, page.corpus.sources["report"])


def test_where_the_address_is_known_none_is_needed() -> None:
    source = "language: en\nfile: report.txt\npublisher: The Gazette\nurl: https://gazette.example/tide\n"
    page = made(FACT, source_report=source)
    assert "?q=" not in about(page, page.corpus.sources["report"])


def test_a_statement_stands_once_under_all_its_quotes() -> None:
    page = made(FACT, source_report="language: en\nfile: report.txt\n")
    source = page.corpus.sources["report"]
    for text in (quoted(page, source, page.corpus.facts.values()), markdown(page, "report")):
        assert text.count("The barrier held.") == 1
        assert text.index("it held all night") < text.index("tide came in") < text.index("The barrier held.")
