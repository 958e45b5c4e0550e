"""A topic's page: how new it is, and until when it is to be looked at again."""

from __future__ import annotations

import re

import pytest

from factbook.site.pages.topic.builder import TYPE
from tests.unit.site.figures_given import fact, made

SOURCE = "language: en\nfile: report.txt\npublisher: The Gazette\n"


def line(topic: str, source: str, language: str = "en") -> list[str]:
    """What stands below the answer."""
    page = next(iter(TYPE.pages(made(fact("one"), language=language, topic_war=topic, source_report=source), "war")))
    found = re.search(r'<p class="facts-line">(.*?)</p>', page.html)
    assert found
    return re.findall(r"<span>([^<]*)</span>", found[1])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("published: 2024-11-05\n", "newest source 5 Nov 2024"),
        ("published: 2024-11\naccessed: 2024-12-24\n", "newest source Nov 2024"),
        ("accessed: 2024-12-24\n", "newest source 24 Dec 2024"),
    ],
)
def test_the_newest_source_is_told(source: str, told: str) -> None:
    assert told in line("title: The war\n", SOURCE + source)


def test_without_any_date_none_is_told() -> None:
    assert not [part for part in line("title: The war\n", SOURCE) if "source" in part]


def test_the_day_by_which_it_is_looked_at_again() -> None:
    assert line("title: The war\nreview_by: 2026-12-31\n", SOURCE)[-1] == "to be reviewed by 31 Dec 2026"
    assert line("title: The war\nreview_by: 2026-12-31\n", SOURCE, "de")[-1] == "Durchsicht bis 31. Dez. 2026"
