"""Finds the word that bounds a number: "up to", "mindestens", "более чем", "or more"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, cast

from factbook.evidence.numerals.tokens import SPACES, Token
from factbook.evidence.numerals.unit_names import unit_behind

if TYPE_CHECKING:
    from factbook.evidence.numerals.lexicon import Lexicon
    from factbook.evidence.numerals.quantity import Modifier

_LONGEST = 6
_SENTENCE, _NEAR = 12, 3
"""Words before and behind a number among which stands the verb that it belongs to."""
_ENDS = (".", ";", "!", "?", "।", "؛", "۔")
SOFT = frozenset({"about", "almost", "just-over"})
"""Modifiers that give way to a bound beside them: up to about 12,000; at least a good 1,000."""


def modifier_around(
    text: str, tokens: list[Token], first: int, after: int, lexicon: Lexicon
) -> tuple[Modifier | None, bool]:
    """The modifier of the number in `tokens[first:after]`, and whether it has no other reading there."""
    word = None
    if first and tokens[first - 1].key in lexicon.ends_of_before and not _compares(tokens, first, lexicon):
        word = _before(tokens, first, lexicon)
    if (
        word is None
        and first > 1
        and (lexicon.find(tokens, first, "fraction") or _times(tokens, after))
        and lexicon.find(tokens, first - 1, "definite")
    ):
        word = _before(tokens, first - 1, lexicon)  # more than the half, mehr als die Hälfte
    if word is None or lexicon.before[word] in SOFT:
        near = lexicon.ends_after or not lexicon.starts_of_after.isdisjoint(
            [token[1] for token in tokens[after : after + 3]]
        )
        behind = _behind(tokens, after, lexicon) if near else None
        if behind:
            to = next((token.key for token in tokens[after : after + 3] if token.key in lexicon.to), "")
            return cast("Modifier", behind), not _names_goal(tokens, first, after, to, lexicon)
    if word is None:
        return None, True
    spans = word in lexicon.unsure and _of_a_span(text, tokens, after, lexicon)
    doubtful = (
        spans
        or word in lexicon.doubtful
        or _names_goal(tokens, first, after, word, lexicon)
        or _ends_range(tokens, first, word, lexicon)
    )
    return cast("Modifier", lexicon.before[word]), not doubtful


def _times(tokens: list[Token], after: int) -> bool:
    """Whether the number says how many times: das 2,5-Fache."""
    return after < len(tokens) and tokens[after].key.startswith("fach")


def _names_goal(tokens: list[Token], first: int, after: int, word: str, lexicon: Lexicon) -> bool:
    """Whether "up to" is where something has come to: inflation rose to 17 %; but it rose by up to 17 %.

    The verb stands before in the sentence (steeg vorig jaar tot 17), right before a bound of several words, or behind
    the number (तक बढ़ गए).
    """
    if word not in lexicon.to:
        return False
    begin = first - len(word.split())
    start = max(0, begin - 1 if " " in word else begin - _SENTENCE)
    start = next((at for at in range(begin, start, -1) if tokens[at].gap.startswith(_ENDS)), start)
    near = (*tokens[start:begin], *tokens[after : after + _NEAR])
    return any(token.key.startswith(lexicon.change) for token in near)


def _ends_range(tokens: list[Token], first: int, word: str, lexicon: Lexicon) -> bool:
    """Whether "up to" is the "to" behind a "from": kutoka asilimia 13 hadi asilimia 12.75."""
    at = next((at for at in range(first - 1, max(-1, first - 4), -1) if lexicon.find(tokens, at, "range")), None)
    if at is None or tokens[at].key != word.split()[0]:
        return False
    return any(lexicon.find(tokens, start, "from") for start in range(max(0, at - _LONGEST), at))


def _of_a_span(text: str, tokens: list[Token], after: int, lexicon: Lexicon) -> bool:
    """Whether time, length or area is counted, over which something may go on: over two years, over 5 km."""
    if lexicon.find(tokens, after, "of-time") is not None:
        return True
    return unit_behind(text, tokens[after - 1].end, lexicon.language).startswith(("duration", "length", "area"))


def _compares(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether the words before compare with the number and do not bound it: "2 more than the 83"."""
    for start in range(max(0, first - 5), first):
        number = tokens[start].kind == "num" or lexicon.find(tokens, start, "add") is not None
        words = [token.key for token in tokens[start + 1 : first]]
        while words and words[-1] in lexicon.fillers:
            words.pop()
        bound = lexicon.before.get(" ".join(words)) if number else None
        if bound in ("more-than", "less-than") and _unbroken(tokens, start, first) and len(words) > 1:
            return True
    return False


def _before(tokens: list[Token], first: int, lexicon: Lexicon) -> str | None:
    end = first
    for _ in range(3):
        for width in range(min(_LONGEST, end), 0, -1):
            words = " ".join(token.key for token in tokens[end - width : end])
            if words in lexicon.before and _unbroken(tokens, end - width, first):
                return _bound_of_about(tokens, end - width, words, lexicon)
        if end == 0 or tokens[end - 1].key not in lexicon.fillers:
            return None
        end -= 1
    return None


def _bound_of_about(tokens: list[Token], start: int, words: str, lexicon: Lexicon) -> str:
    """ "Up to about 12,000" is bounded by the first word."""
    if lexicon.before[words] not in SOFT or start == 0 or tokens[start - 1].key not in lexicon.ends_of_before:
        return words
    outer = _before(tokens, start, lexicon)
    return words if outer is None or _names_goal(tokens, start, start, outer, lexicon) else outer


def _behind(tokens: list[Token], after: int, lexicon: Lexicon) -> str | None:
    """The modifier directly behind the number, or behind what it counts: 10 days or more, 60 de ani și peste."""
    if lexicon.ends_after and (modifier := _behind_ending(tokens, after, lexicon)):
        return modifier
    for skipped in (0, 1, 2) if lexicon.find(tokens, after, "of") else (0, 1):
        for width in range(min(4, len(tokens) - after - skipped), 0, -1):
            start = after + skipped
            words = " ".join(token.key for token in tokens[start : start + width])
            if words in lexicon.after and _unbroken(tokens, after - 1, start + width - 1):
                return None if _begins_before(tokens, start + width - 1, lexicon) else lexicon.after[words]
    return None


def _behind_ending(tokens: list[Token], after: int, lexicon: Lexicon) -> str | None:
    """The modifier behind a word whose ending tells: 5 yıla kadar is up to five years, 5 yıl kadar about five."""
    for start, width in product(range(after - 1, after + 2), (2, 1)):
        words = " ".join(token.key for token in tokens[start : start + width])
        if not _unbroken(tokens, after - 1, min(start + width, len(tokens)) - 1) or words in lexicon.after:
            continue
        ending = next((ending for ending in lexicon.ends_after if words.endswith(ending)), None)
        if ending:
            return lexicon.ends_after[ending]
    return None


def _begins_before(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word bounds the next number: 262 homes and more than 7,300 people, 60 and over 100."""
    if at + 1 == len(tokens):
        return False
    word, following = tokens[at : at + 2]
    return f"{word.key} {following.key}" in lexicon.before or (following.kind == "num" and word.key in lexicon.before)


def _unbroken(tokens: list[Token], start: int, end: int) -> bool:
    """No punctuation between the words, except the dot of an abbreviation."""
    for token in tokens[start + 1 : end + 1]:
        gap = token.gap.strip(SPACES + "-.'’\"“”„«»")
        if gap or (". " in token.gap and len(tokens[start].key) > 6):
            return False
    return True
