"""Takes the context of a text: its cue words, the borders of its sentences, its years and its hashes."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from factbook.evidence.contexts.file_format import Context
from factbook.evidence.contexts.likeness import number_hashes, shingle_hashes
from factbook.evidence.cues.lexicon import FILES, cues_of, pattern
from factbook.evidence.texts.normalize import tokens
from factbook.evidence.texts.own_parts import holds
from factbook.evidence.texts.sentence_context import sentence_ends
from factbook.evidence.texts.years import Years, years_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.evidence.texts.normalize import Word
    from factbook.evidence.texts.own_parts import Parts
    from factbook.evidence.texts.store import Text

LISTS = ("negation", "lack", "plain", "but", "denies", "denial", "without", "declines")
"""The lists of cue words whose places are recorded: those that turn round what stands behind or before them."""

MARKS = frozenset(',;:()"-?!')
"""Marks that are recorded as they are; every other one is `·`."""

END = "|"


def take(text: Text, languages: Iterable[str]) -> Context:
    """What checks need of the text, in the languages of the sources that it is."""
    codes = tuple(sorted({language.partition("-")[0].lower() for language in languages}))
    raw = text.raw
    starts = [0, *(at + 1 for at, sign in enumerate(raw) if sign == "\n")]
    row = list(tokens(raw))
    lines = [bisect_right(starts, word.start) for word in row]
    split = dict(enumerate(raw.split("\n"), 1))
    return Context(
        text.name,
        text.sha256,
        codes,
        version(codes),
        _told(raw, row, lines, codes),
        {line: found for line, words in split.items() if (found := _years(words, codes))},
        {line: found for line, words in split.items() if (found := tuple(number_hashes(words)))},
        _grouped(((lines[at], found) for at, found in shingle_hashes([word.normal for word in row]))),
    )


def years_of(context: Context, parts: Parts) -> Years:
    """The years that the parts of a text can mean, by its context."""
    items = {item for line, row in context.years.items() if holds(parts, line) for item in row}
    return Years(frozenset(int(item) for item in items if item.isdigit()), "<" in items)


@cache
def languages_known() -> tuple[str, ...]:
    """The languages of which cue words are known, for a text that no source names yet."""
    return tuple(sorted(file.stem for file in FILES.glob("*.toml")))


@cache
def version(codes: tuple[str, ...]) -> str:
    """Names the cue words of these languages as they are now."""
    lists = [[(name, cues_of(code).lists[name]) for name in LISTS if name in cues_of(code).lists] for code in codes]
    return blake2b(repr(lists).encode("utf-8"), digest_size=4).hexdigest()


def _told(raw: str, row: list[Word], lines: list[int], codes: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
    cues = _places(raw, codes)
    ends = sentence_ends(raw)
    rows: defaultdict[int, list[str]] = defaultdict(list)
    untold, last = 0, 0
    for number, word in enumerate(row):
        item = _item(raw, word, cues)
        line = lines[number]
        border = bool(ends) and _passed(ends, word.start)
        if untold and (item or border or line != lines[last]):
            rows[lines[last]].append(str(untold))
            untold = 0
        if border:
            rows[line].append(END)
        if item:
            rows[line].append(item)
        else:
            untold += 1
        last = number
    if untold:
        rows[lines[last]].append(str(untold))
    return {line: tuple(items) for line, items in rows.items()}


def _passed(ends: list[int], start: int) -> bool:
    """Whether a sentence has ended before this word; the ends that were passed are taken off the list."""
    passed = False
    while ends and ends[-1] <= start:
        ends.pop()
        passed = True
    return passed


def _item(raw: str, word: Word, cues: set[int]) -> str:
    if word.normal.isdigit():
        return ""
    if not any(map(str.isalnum, word.normal)):
        return word.normal if word.normal in MARKS else "·"
    return raw[word.start : word.end] if not cues.isdisjoint(range(word.start, word.end)) else ""


def _places(raw: str, codes: tuple[str, ...]) -> set[int]:
    """The characters of the text that belong to cue words."""
    found: set[int] = set()
    for code in codes:
        lists = cues_of(code).lists
        for name in LISTS:
            if name in lists:
                for match in pattern(lists[name]).finditer(raw):
                    found.update(range(*match.span()))
    return found


def _years(words: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    found = [years_in(words, code) for code in codes]
    stated = sorted({year for one in found for year in one.stated})
    return (*map(str, stated), *(["<"] if any(one.looks_back for one in found) else []))


def _grouped(pairs: Iterator[tuple[int, str]]) -> dict[int, tuple[str, ...]]:
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for line, item in pairs:
        rows[line].append(item)
    return {line: tuple(items) for line, items in rows.items()}
