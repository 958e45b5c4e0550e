"""Cutting a text by its tokens gives the same ones, of the same kinds, as asking each match what it is."""

from hypothesis import given
from hypothesis import strategies as st

from factbook.evidence.numerals.tokens import _pattern, _told_apart, tokenize

WORDS = "a Z é ß ї я wer haben п'ять ﬁ Ⅷ ² _ \u0301 \u200c 三 http https://a.b/c www.x.y"
SIGNS = "' ’ - – . , : ; / % ½ $ € + ~"
NUMBERS = "0 1 2 9 ٣ ۴ 12,000 2024-11-16 16.11.2024 11/16/2024 19:05 3.5 1.2.3"
PIECES = [*WORDS.split(), *SIGNS.split(), *NUMBERS.split(), " ", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.booleans(), st.booleans())
def test_cut_and_matched_tokens_are_the_same(text: str, spaced: bool, apostrophes: bool) -> None:
    found = tokenize(text, spaced_groups=spaced, apostrophes=apostrophes)
    pattern, _ = _pattern(spaced, apostrophes, "三" in text, False)
    assert found == _told_apart(text, pattern)
