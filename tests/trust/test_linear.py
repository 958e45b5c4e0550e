"""Promise 10: the worst text that a field can hold costs little, and twice the text costs about twice as much."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from generator import marked_yaml, numerals
from generator.exports.cells import safe, unsafe
from generator.host.prose import prose
from generator.report import visible
from generator.snapshots.fingerprint import make
from generator.snapshots.normal import joins, normalise
from generator.snapshots.texts import Text, as_text
from generator.suggest import near
from generator.vocabulary.forms import FORMS
from generator.vocabulary.shape import MAX_TEXT, MAX_VALUE
from tests.trust.conftest import FULL

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 0.1
"""Seconds of the processor at the longest that a field may be."""
PIECES = (
    "a", "1", "1,", "1.", "1 ", "12 000 ", "a ", "[", "[[", "[[a|", "]]", "<b ", "<", "&", "&#", "'", '"', "“", "-", "—", "- ", "…", "[…]",
    "[…] ", "e\u0301", "\u0301", "\u200d", "\u200c", "\u00ad", "漢", "二十", "百万", "ก", "ا", "ש", "(", "((", ")", "1+", "a-", "a'", ".", "..",
    ":", "://", "%", "%2e", "@", "\\", "\t", "\u00a0", "million ", "twelve ", "hundred and ", "zwölfhundert", "einundzwanzig", "January ",
    "1 January 2024, ", "half a ", "a dozen ", "€1", "$1 ", "1/", "1st ", "IV ", "½", "\U0001f468\u200d", "=", "+", ";=", "__a", "a_",
)  # fmt: skip
TRIED = PIECES if FULL else PIECES[::5]


WAYS: dict[str, Callable[[str], object]] = {
    "normalising": normalise,
    "joins": joins,
    "cells of tables": lambda text: unsafe(safe(text)),
    "messages": lambda text: (visible(text), marked_yaml.shown(text)),
    "reading YAML": lambda text: marked_yaml.read(f"a: |\n  {text}\n".encode(), "a.yml"),
    "near names": lambda text: near(text, ("annalena-baerbock", "andrii-sybiha", "takeshi-iwaya")),
    "numbers in English": lambda text: numerals.read(text, "en"),
    "numbers in German": lambda text: numerals.read(text, "de"),
    "numbers in Chinese": lambda text: numerals.read(text, "zh"),
    "fingerprint": lambda text: make(_text(text)),
}


def _text(text: str) -> Text:
    read = as_text("a.txt", text.encode())
    assert isinstance(read, Text)
    return read


def seconds(way: Callable[[str], object], text: str) -> float:
    """Of the processor, the best of three: a busy machine does not count."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        way(text)
        taken.append(time.process_time() - start)
        if taken[-1] < LIMIT / 4:
            break
    return min(taken)


pytestmark = pytest.mark.skipif(not FULL, reason="takes times, which only `make trust` does: a busy machine is no fault")


@pytest.mark.parametrize("name", WAYS)
def test_texts_at_their_limit(name: str, record: Callable[[int, str, str, str], None]) -> None:
    worst = max((seconds(WAYS[name], (piece * MAX_TEXT)[:MAX_TEXT]), piece) for piece in TRIED)
    assert worst[0] < LIMIT, worst
    record(10, f"worst text of {MAX_TEXT:,} characters: {name}", f"{len(TRIED)} texts", f"{worst[0] * 1000:.0f} ms")


def test_forms_at_their_limit(record: Callable[[int, str, str, str], None]) -> None:
    """Every form that a value can have to have."""
    starts = ("", "https://a", "1-", "wikidata:", "en-", "a", "1")
    worst = max(
        (seconds(form, (start + piece * MAX_VALUE)[:MAX_VALUE]), name, piece)
        for name, form in FORMS.items() for piece in TRIED for start in starts
    )  # fmt: skip
    assert worst[0] < LIMIT, worst
    record(10, f"worst value of {MAX_VALUE:,} characters in each form", f"{len(FORMS) * len(TRIED) * len(starts):,} values",
           f"{worst[0] * 1000:.0f} ms")  # fmt: skip


def test_pages_grow_in_step(record: Callable[[int, str, str, str], None]) -> None:
    """Markdown has no limit of 100 ms, for a page is long; but twice the page takes about twice as long."""
    bad = []
    for piece in (*TRIED, "# a\n", "> ", "1. ", "* a\n", "![", "`", "*a_", "|a", "[a](b ", "a\n\n", "~~a"):
        small, large = (seconds(lambda text: prose(text, "a.md"), (piece * size)[:size]) for size in (8_000, 32_000))
        if large > 0.05 and large > 7 * max(small, 0.004):
            bad.append((piece, small, large))
    assert not bad
    record(10, "Markdown of four times the length", f"{len(TRIED) + 11} pages", "at most seven times the time")
