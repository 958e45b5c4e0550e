"""Every right pair is supported, every wrong one is refused, and words that only look like numbers are none."""

from __future__ import annotations

import pytest
import yaml

from factbook.evidence.numerals import read
from tests.evidence.pairs.pairs import FOLDER, Pair, claimed, pairs, refused

RIGHT = pairs("right")
WRONG = pairs("wrong")
NO_NUMBERS = [
    (language, sentence)
    for language, sentences in yaml.safe_load((FOLDER / "no_numbers.yml").read_text("utf-8")).items()
    for sentence in sentences
]


@pytest.mark.parametrize("pair", RIGHT, ids=lambda pair: f"{pair.quote_language}: {pair.statement}")
def test_right(pair: Pair) -> None:
    assert claimed(pair), "a pair without a number proves nothing"
    assert refused(pair) == ()


@pytest.mark.parametrize("pair", WRONG, ids=lambda pair: f"{pair.quote_language}: {pair.statement}")
def test_wrong(pair: Pair) -> None:
    assert refused(pair)


@pytest.mark.parametrize(("language", "sentence"), NO_NUMBERS)
def test_words_that_only_look_like_numbers(language: str, sentence: str) -> None:
    assert [quantity.words for quantity in read(sentence, language)] == []


def test_there_are_enough() -> None:
    assert len(RIGHT) >= 300
    assert len({pair.quote_language for pair in RIGHT}) >= 10
    assert len(WRONG) >= 100
