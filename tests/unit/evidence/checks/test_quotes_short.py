"""The quick look at a quote's length never takes a long one for short."""

from hypothesis import given
from hypothesis import strategies as st

from factbook.evidence.checks.quotes_short import _is_short
from factbook.evidence.texts.word_count import word_count


@given(st.text(st.characters(max_codepoint=127), max_size=60), st.integers(0, 8))
def test_a_quote_that_looks_short_is_short(quote: str, limit: int) -> None:
    assert not _is_short(quote, limit) or word_count(quote) <= limit
