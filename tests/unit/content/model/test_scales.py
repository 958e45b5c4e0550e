"""Scales: the vocabulary allows the words of each of them, and no other."""

from __future__ import annotations

from factbook.content.model.scales import SCALES
from factbook.content.schema import kind


def test_the_vocabulary_allows_the_words_of_every_scale() -> None:
    judgement = kind("topic").field("judgements").fields.by_name
    assert set(judgement["likelihood"].choices) == {word for words in SCALES.values() for word in words}
    assert set(kind("config").field("scale").choices) == set(SCALES)
