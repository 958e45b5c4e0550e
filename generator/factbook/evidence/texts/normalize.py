"""Normalisation 2: a text or a quote as a row of words that can be compared, each with its place.

A *word* here is what a comparison never cuts: a word, a whole number (`12,000`, `19:05`), one
mark of punctuation, or, in scripts that put no space between words, one character. How the text is laid out
(white space, line ends, hyphens at them) decides nothing. What counts as the
same is written down for other programs in docs/reference/fingerprint.md; whatever changes here changes
what fingerprints mean, and needs a new number.

The expressions below take each character once: their parts begin with different characters, and runs are
possessive, so that no text can make them slow.
"""

import html
import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import accumulate, compress

from factbook.evidence.texts import character_tables
from factbook.evidence.texts.character_tables import (
    APOSTROPHES,
    DASHES,
    DIGIT_SEPARATORS,
    ELLIPSES,
    GROUPING_SPACES,
    HAN_NUMERALS,
    HYPHENS,
    INVISIBLE,
    PERCENT,
    QUOTATIONS,
    SPACELESS,
    SUBJOINERS,
)
from factbook.runtime.frozen import frozen

NORMALISATION = 2

HYPHENS_LIMIT = 12
"""A quote with more hyphens is not looked up without each of them: it is no quote."""


@frozen
class Word:
    """One word of a text: what is compared, and where it stands (character offsets, end exclusive)."""

    normal: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """The words of a text in normal form, in order."""
    blank = without_tags(text)
    found = _word(blank).findall(blank)
    normal = list(map(_normal_words().__getitem__, found))
    return [word for word in normal if word] if "" in normal else normal


def tokens(text: str) -> Iterator[Word]:
    """The words of a text with their places: the same words, in the same order, as `words` gives."""
    normal_words = _normal_words()
    blank = without_tags(text)
    for found in _word(blank).finditer(blank):
        if normal := normal_words[found[0]]:
            yield Word(normal, found.start(), found.end())


def placed_words(text: str) -> "tuple[list[str], array[int], array[int]]":
    """The same words, where they start, and where they end."""
    blank = without_tags(text)
    parts = _word(blank).split(blank)
    bounds = array("L", accumulate(map(len, parts)))  # ends of what stands between words and of words, by turns
    starts, ends = bounds[:-1:2], bounds[1::2]
    normal = list(map(_normal_words().__getitem__, parts[1::2]))
    if "" in normal:
        starts, ends = array("L", compress(starts, normal)), array("L", compress(ends, normal))
        normal = [word for word in normal if word]
    return normal, starts, ends


def joins(text: str) -> frozenset[int]:
    """The offsets between two words that are one to a reader, so that no quote may begin or end there.

    Those are the hyphens in `non-combat` and `B-52`, the dash in `10–12`, the sign of `-5`, the per cent of
    `100%`, the groups of `12 000`, and the characters of one Chinese number.
    """
    places: set[int] = set()
    text = without_tags(text)
    for sign in _grammar().join_sign.finditer(text):
        found = _grammar().join.match(text, sign.start())
        if found and (found["both"] or found["before"]):
            places.add(found.start())
        if found and (found["both"] or found["after"]):
            places.add(found.end())
    return frozenset(places)


def may_join(sign: str) -> bool:
    """Whether there can be a join before or behind this character."""
    return sign in _join_signs() or sign.isdecimal()


def marked_words(text: str) -> list[str]:
    """The words of a text in normal form, with `JOIN` between two words that are one to a reader.

    The text must not hold a NUL (a `Text` never does).
    """
    return words(_grammar().join.sub(_mark, without_tags(text)))


JOIN = "\0"
_BROKEN = re.compile(r"\n(?:(?<=[\u00ad‐\r-]\n)|(?<=\d[.,٫٬]\n))")
"""Where a line's end may part a word or a number: a look that costs little, for most lines end otherwise."""


def without_tags(text: str) -> str:
    """The text without inline tags, with character references read, and words put together that a line's end parts.

    Every other character keeps its offset.
    """
    if "<" in text:
        text = _grammar().tag.sub(_blank, text)
        text = _grammar().line_break.sub(lambda tag: " " * len(tag[0]), text)
    if "&" in text:
        text = _grammar().reference.sub(_character, text)
    return _grammar().broken_word.sub(_blank, text) if _BROKEN.search(text) else text


def is_broken(text: str) -> bool:
    """Whether a word or a number of the text goes on in its next line."""
    if "\n" not in text:
        return False
    is_word = _BROKEN.search(text) and _grammar().broken_word.search(text)
    return bool(is_word or _grammar().broken_group.search(text))


def closed_up(quote: str) -> Iterator[str]:
    """The quote with its hyphens between letters left out: a text that breaks its lines there holds no others.

    All of them, and each by itself: `non-combat` is `noncombat` where the text has `non-` at a line's end.
    """
    places = [found.span() for found in _grammar().hyphen.finditer(quote)] if "-" in quote or "‐" in quote else []
    if places:
        yield _grammar().hyphen.sub("", quote)
    if 1 < len(places) <= HYPHENS_LIMIT:
        yield from (quote[:start] + quote[end:] for start, end in places)


def _blank(found: re.Match[str]) -> str:
    return "\u2060" * len(found[0])


def _character(found: re.Match[str]) -> str:
    """The character that a reference stands for, at its end, so that nothing is cut inside of it."""
    meant = html.unescape(found[0])
    return meant.rjust(len(found[0]), "\u2060") if len(meant) == 1 and meant > "\0" else found[0]


class _Grammar:
    """The expressions, each compiled when it is first needed: that takes milliseconds."""

    @cached_property
    def tag(self) -> re.Pattern[str]:
        return re.compile(f"</?(?:{character_tables.INLINE_TAGS})(?:[\\s/][^<>\\n]{{0,250}})?>", re.IGNORECASE)

    @cached_property
    def line_break(self) -> re.Pattern[str]:
        return re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)

    @cached_property
    def broken_word(self) -> re.Pattern[str]:
        letter, hyphens = r"[^\W\d_]", "[-‐]"
        number = (
            "|".join(rf"(?<=(?<![\d.,])\d{{{digits}}}[.,٫٬])" for digits in (1, 2, 3)) + r"|(?<=\d[.,٬]\d{3}[.,٬])"
        )
        soft = "\u00ad\\r?\\n[ \\t]*+(?=\\S)"
        hard = f"(?<={letter}){hyphens}\\r?\\n[ \\t]*+(?={letter})"
        return re.compile(rf"{soft}|{hard}|(?:{number})\r?\n[ \t]*+(?=\d{{3}}(?!\d))")

    @cached_property
    def broken_group(self) -> re.Pattern[str]:
        return re.compile(_broken_group())

    @cached_property
    def hyphen(self) -> re.Pattern[str]:
        return re.compile(r"(?<=[^\W\d_])[-‐]\s{0,9}(?=[^\W\d_])")

    @cached_property
    def reference(self) -> re.Pattern[str]:
        return re.compile("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")

    @cached_property
    def word(self) -> re.Pattern[str]:
        return re.compile(_word_pattern())

    @cached_property
    def plain_word(self) -> re.Pattern[str]:
        return re.compile(_plain_word_pattern())

    @cached_property
    def join_sign(self) -> re.Pattern[str]:
        signs = re.escape(DASHES + "+") + PERCENT + HAN_NUMERALS
        return re.compile(f"[{signs}{GROUPING_SPACES}\r\n](?:(?<=[{signs}])|(?=[\n \t]*\\d))")

    @cached_property
    def join(self) -> re.Pattern[str]:
        return re.compile(_join_pattern(), re.DOTALL)


@cache
def _grammar() -> _Grammar:
    return _Grammar()


def _word(text: str) -> re.Pattern[str]:
    """What finds each word of this text."""
    return _grammar().plain_word if text.isascii() else _grammar().word


def _plain_word_pattern() -> str:
    """What `_word_pattern` comes to in ASCII: compiled in no time, and faster."""
    letter, number = r"[A-Za-z0-9_]", r"\d++(?:[.,:/']\d++)*"
    alternatives = (
        _PLAINEST,
        f"(?:[A-Za-z_]|{number}){letter}*+(?:['`]{letter}++)*",
        "['`\"]++",
        "-++",
        r"\.\.++",
        r"\S",
    )
    return f"(?=\\S)({'|'.join(alternatives)})"


def _word_pattern() -> str:
    # Groups are repeated greedily, never possessively: up to Python 3.11.4 that loses characters
    # (https://github.com/python/cpython/issues/106052). Nothing after them can fail, so the matches are the same.
    ignored, marks, dashes = f"[{INVISIBLE}]", character_tables.marks(), re.escape(DASHES)
    clinging, letter = _clinging(), _letter()
    rest = f"(?:{letter}++|{clinging}++)*"
    gershayim = '(?<=[\u0590-\u05ff])["״](?=[\u0590-\u05ff])'
    tail = f"{rest}(?:(?:[{APOSTROPHES}]{ignored}*+(?:{letter}|[{marks}])|{gershayim}){rest})*"
    separator = f"[{re.escape(DIGIT_SEPARATORS)}]"
    number = f"\\d[\\d{INVISIBLE}]*+(?:{separator}{ignored}*+\\d[\\d{INVISIBLE}]*+)*"
    alternatives = (
        _PLAINEST,
        f"{ignored}*+(?:[^\\W\\d{SPACELESS}{APOSTROPHES}]|[{marks}]|{number}){tail}",
        f"[{SPACELESS}](?:{clinging}|(?<=[{SUBJOINERS}])[{SPACELESS}])*",
        f"[{QUOTATIONS}][{QUOTATIONS}{marks}{INVISIBLE}]*+",
        f"[{dashes}][{dashes}{marks}{INVISIBLE}]*+",
        f"…{clinging}*+[{ELLIPSES}]*+{clinging}*+|[.⋯][{ELLIPSES}]++{clinging}*+",
        f"{ignored}++",
        f"\\S{clinging}*+",
    )
    return f"(?=\\S)({'|'.join(alternatives)})"


_PLAINEST = r"[A-Za-z_]++(?=[ \n,.;:()!?\-])|[,.;:()!?](?=[ \n])"
"""Most words and marks: the rest of either pattern would take the same ones, in three times the time."""


@cache
def _join_signs() -> frozenset[str]:
    return frozenset(DASHES + "+" + PERCENT + HAN_NUMERALS)


def _join_pattern() -> str:
    dashes, in_word = re.escape(DASHES), f"(?:{_letter()}|{_clinging()})"
    both = (
        f"[{re.escape(HYPHENS)}](?<={in_word}.)(?={in_word})|[{dashes}](?<=\\d.)(?=\\d)|{_group()}|{_broken_group()}"
    )
    after = f"[{dashes}+](?<!{in_word}.)(?=\\d)"
    before = f"[{PERCENT}](?<=\\d.)|[{HAN_NUMERALS}](?<=[\\d{HAN_NUMERALS}].)"
    # The first look-ahead is there for speed: the search jumps from one of these characters to the next.
    signs = f"[{dashes}+{PERCENT}{HAN_NUMERALS}{GROUPING_SPACES}\r\n]"
    return f"(?={signs})(?:(?P<both>{both})|(?P<after>{after})|(?P<before>{before}))"


def _group() -> str:
    """The space between groups of three digits: "12 000"."""
    before = "|".join(rf"(?<=(?<![\d.,])\d{{{digits}}})" for digits in (1, 2, 3))
    return rf"(?:{before})[{GROUPING_SPACES}](?=\d{{3}}(?!\d))"


def _broken_group() -> str:
    """A line's end between them, where both lines go on in words: elsewhere they are two numbers of a table."""
    before = "|".join(rf"(?<=[^\W\d_] \d{{{digits}}})" for digits in (1, 2, 3))
    return rf"(?:{before})\r?\n[ \t]*+(?=\d{{3}}(?!\d)[ \u00a0]?[^\W\d_])"


def _letter() -> str:
    return f"[^\\W{SPACELESS}{APOSTROPHES}]"


def _clinging() -> str:
    return f"[{character_tables.marks()}{INVISIBLE}]"


class _NormalWords(dict[str, str]):
    """From a word as it stands to its normal form; remembers the words that come again and again."""

    def __missing__(self, raw: str) -> str:
        normal = _normal(raw)
        if len(raw) <= 40:
            if len(self) >= 200_000:
                self.clear()
            self[raw] = normal
        return normal


@cache
def _normal_words() -> _NormalWords:
    return _NormalWords()


def _normal(raw: str) -> str:
    if raw.isascii() and raw.isalnum():
        return raw
    folded = raw.translate(_foldings())
    if folded and raw[0] in QUOTATIONS:
        folded = character_tables.QUOTATION + folded.lstrip("'\"")
    elif folded and raw[0] in DASHES:
        folded = character_tables.DASH + folded.lstrip("-")
    elif folded.startswith(".."):
        folded = character_tables.ELLIPSIS + folded.lstrip(".")
    return unicodedata.normalize("NFC", folded)


@cache
def _foldings() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(mark): character_tables.QUOTATION for mark in QUOTATIONS}
    table.update((ord(mark), character_tables.APOSTROPHE) for mark in APOSTROPHES)
    table.update((ord(dash), character_tables.DASH) for dash in DASHES)
    table.update((ord(mark), "...") for mark in "…⋯")
    table.update(_ligatures())
    table.update((code, None) for code in _codes(INVISIBLE))
    return table


def _ligatures() -> Iterator[tuple[int, str]]:
    """Typographic ligatures and presentation forms, which text taken from a PDF is full of."""
    for code in (*range(0xFB00, 0xFB50), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF)):
        letters = unicodedata.normalize("NFKC", chr(code))
        if " " not in letters and letters != chr(code):
            yield code, letters


def _codes(character_class: str) -> Iterator[int]:
    """Each code point of the inside of a character class such as `ab-d`."""
    for span in re.findall(r".-.|.", character_class):
        yield from range(ord(span[0]), ord(span[-1]) + 1)


def _mark(found: re.Match[str]) -> str:
    before = JOIN if found["both"] or found["before"] else ""
    after = JOIN if found["both"] or found["after"] else ""
    return before + found[0] + after
