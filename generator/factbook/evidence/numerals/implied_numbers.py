"""Finds the words that imply a number without naming it ("both", "a", "erstmals"): support, never claims."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factbook.evidence.numerals.lexicon import lexicon_of


@lru_cache(maxsize=1024)
def implied(text: str, language: str) -> frozenset[tuple[bool, Fraction]]:
    """The values implied in the text, each with whether it is an ordinal."""
    lexicon = lexicon_of(language)
    tokens = lexicon.tokens(text)
    found = set()
    for index in range(len(tokens)):
        for role in ("hint", "hint-ordinal"):
            for phrase in lexicon.all(tokens, index, role):
                found.add((role == "hint-ordinal", phrase.value))
        if lexicon.find(tokens, index, "each") and (share := lexicon.find(tokens, index + 1, "ordinal")):
            found.update(((False, Fraction(1)), (False, share.value)))  # every eighth is one in eight
    return frozenset(found)


@lru_cache(maxsize=1024)
def months_named(text: str, language: str) -> frozenset[int]:
    """The months that the text names in any way, with a day, a year, or alone."""
    lexicon = lexicon_of(language)
    tokens = lexicon.tokens(text)
    found = (
        phrase
        for index, token in enumerate(tokens)
        if text[token.start].isupper() or not lexicon.capital_months
        for phrase in lexicon.all(tokens, index, "month")
    )
    return frozenset(int(phrase.value) for phrase in found)
