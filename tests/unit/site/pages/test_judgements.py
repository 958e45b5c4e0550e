"""Judgements: words and ranges as the locale writes them, and links that can be told apart."""

from __future__ import annotations

import pytest

from factbook.site.pages.topic.judgements import judgements
from tests.unit.site.pages.corpora import SOURCE, desk

FILES = {
    "source_report": SOURCE,
    "actor_mayor": "name: The mayor\nkind: person\n",
    "topic_flood": "title: The flood\n"
    "judgements: [{text: It rose., likelihood: likely, based_on: [one, two, other]}]\n",
    "fact": "".join(
        f"- {{id: {id}, statement: It rose., date: {day}, topics: [flood], asserted_by: [mayor],\n"
        "   citations: [{source: report, quote: it rose}]}\n"
        for id, day in (("one", "2024-05-01"), ("two", "2024-05-01"), ("other", "2024-05-02"))
    ),
}


@pytest.mark.parametrize(("language", "range_"), [("en", "55–80%"), ("de", "55–80\u00a0%")])
def test_likelihood_has_its_range(language: str, range_: str) -> None:
    made = desk(language, **FILES)
    section = judgements(made, made.corpus.topics["flood"])
    assert section is not None
    (found,) = section.judgements
    assert found.likelihood is not None
    assert found.likelihood.range == range_


def test_facts_with_one_label_are_told_apart() -> None:
    made = desk("en", **FILES)
    section = judgements(made, made.corpus.topics["flood"])
    assert section is not None
    assert [link.text.words for link in section.judgements[0].based_on] == [
        "The mayor, 1 May 2024 (1)",
        "The mayor, 1 May 2024 (2)",
        "The mayor, 2 May 2024",
    ]
