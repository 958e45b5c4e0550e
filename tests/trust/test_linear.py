"""Promise 10: the worst text that a field can hold costs little, and twice the text costs about twice as much."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from factbook.content import dates, yaml
from factbook.content.schema import date_suggestions
from factbook.content.schema.formats import FORMS, likely
from factbook.content.schema.validate import MAX_TEXT, MAX_VALUE
from factbook.diagnostics.report import visible
from factbook.diagnostics.suggest import did_you_mean
from factbook.evidence import numerals
from factbook.evidence.fingerprints.make_fingerprint import make
from factbook.evidence.texts.closest_passage import closest
from factbook.evidence.texts.find_quote import NotFound, find, wanted_words
from factbook.evidence.texts.normalize import joins, words
from factbook.evidence.texts.search_index import Prepared
from factbook.evidence.texts.store import Text, as_text
from factbook.exports.csv_cells import safe, unsafe
from factbook.runtime import parallel
from factbook.site.articles.markdown_to_html import prose
from tests.trust.conftest import FULL

if TYPE_CHECKING:
    from collections.abc import Callable

STEP = 7
"""How many times longer four times the length may take; what grows with the square takes sixteen times."""
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
    "normalising": words,
    "joins": joins,
    "cells of tables": lambda text: unsafe(safe(text)),
    "messages": lambda text: (visible(text), yaml.shown(text)),
    "reading YAML": lambda text: yaml.read(f"a: |\n  {text}\n".encode(), "a.yml"),
    "near names": lambda text: did_you_mean(text, ("annalena-baerbock", "andrii-sybiha", "takeshi-iwaya")),
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
    """Of the processor, the best of three, as a command runs: a busy machine does not count, nor what pytest keeps."""
    taken = []
    with parallel.gc_paused():
        for _ in range(3):
            start = time.process_time()
            way(text)
            taken.append(time.process_time() - start)
            if taken[-1] < LIMIT / 4:
                break
    return min(taken)


pytestmark = pytest.mark.skipif(
    not FULL, reason="takes times, which only `make trust` does: a busy machine is no fault"
)


HEAVY = ("1/", "1+", "½", "%2e", "1 ", "€1", "12 000 ", "million ", "百万", "a ")
"""What costs most in the pass that reads numbers; texts of one half this and one half that are tried with it."""


@pytest.mark.parametrize("name", WAYS)
def test_texts_at_their_limit(name: str, record: Callable[[int, str, str, str], None]) -> None:
    texts = [(piece * MAX_TEXT)[:MAX_TEXT] for piece in TRIED]
    half = MAX_TEXT // 2
    texts += [(one * half)[:half] + (other * half)[:half] for one, other in permutations(HEAVY, 2)]
    worst = max((seconds(WAYS[name], text), f"{text[:12]}…{text[-12:]}") for text in texts)
    assert worst[0] < LIMIT, worst
    record(10, f"worst text of {MAX_TEXT:,} characters: {name}", f"{len(texts)} texts", f"{worst[0] * 1000:.0f} ms")


def test_forms_at_their_limit(record: Callable[[int, str, str, str], None]) -> None:
    """Every form that a value can have to have, and what is advised where it has not."""
    starts = ("", "https://a", "1-", "wikidata:", "en-", "a", "1")
    worst = max(
        (seconds(partial(_held, name), (start + piece * MAX_VALUE)[:MAX_VALUE]), name, piece)
        for name in FORMS for piece in TRIED for start in starts
    )  # fmt: skip
    assert worst[0] < LIMIT, worst
    record(10, f"worst value of {MAX_VALUE:,} characters in each form", f"{len(FORMS) * len(TRIED) * len(starts):,} values",
           f"{worst[0] * 1000:.0f} ms")  # fmt: skip


def _held(name: str, text: str) -> None:
    FORMS[name](text)
    likely(name, text)


def test_dates_at_their_limit(record: Callable[[int, str, str, str], None]) -> None:
    """Dates in words, in parts and in the notation of libraries."""
    starts = ("", "2024-", "2024-11-16/", "[2024,", "about ", "16 November ")
    worst = max(
        (seconds(_date, (start + piece * MAX_VALUE)[:MAX_VALUE]), piece) for piece in TRIED for start in starts
    )
    assert worst[0] < LIMIT, worst
    record(
        10,
        f"worst date of {MAX_VALUE:,} characters",
        f"{len(TRIED) * len(starts):,} values",
        f"{worst[0] * 1000:.0f} ms",
    )


def _date(text: str) -> None:
    date_suggestions.likely(text)
    with suppress(ValueError):
        dates.read(text)


def test_looking_quotes_up_grows_in_step(record: Callable[[int, str, str, str], None]) -> None:
    """A quote of 2,000 characters, found and not found, in texts of twenty and of eighty thousand."""
    bad, worst = [], 0.0
    for piece in TRIED:
        quote = (piece * MAX_VALUE)[: MAX_VALUE - 5]
        for wanted in (quote, f"{quote} zz", " […] ".join(["a"] * 330), f"{quote[:900]} zz {quote[:900]}"):
            ratio, large = growth(partial(_looked_up, wanted), piece, 20_000)
            worst = max(worst, large)
            if ratio > STEP:
                bad.append((piece, wanted[-12:], ratio, large))
    assert not bad
    record(10, "a quote looked up in a text of four times the length", f"{len(TRIED) * 4} quotes",
           f"at most {STEP} times the time; slowest {worst * 1000:.0f} ms in 80,000 characters")  # fmt: skip


def _looked_up(quote: str, text: str) -> None:
    prepared = Prepared(_text(text))
    if isinstance(find(prepared, quote), NotFound):
        closest(prepared, [word for part in wanted_words(quote).parts for word in part])


def growth(way: Callable[[str], object], piece: str, size: int) -> tuple[float, float]:
    """How many times longer four times the text takes, the least of three; and how long that is in seconds."""
    ratio, large = 99.0, 0.0
    for _ in range(3):
        small, large = (seconds(way, (piece * length)[:length]) for length in (size, 4 * size))
        ratio = min(ratio, large / max(small, 0.004) if large > 0.05 else 0.0)
        if ratio <= STEP:
            break
    return ratio, large


def test_pages_grow_in_step(record: Callable[[int, str, str, str], None]) -> None:
    """Markdown has no limit of 100 ms, for a page is long; but four times the page takes about four times as long."""
    pieces = (
        *TRIED,
        "# a\n",
        "> ",
        "1. ",
        "* a\n",
        "![",
        "`",
        "*a_",
        "|a",
        "[a](b ",
        "a\n\n",
        "~~a",
        "!!! a\n    ",
        "??? note\n    a\n",
        "[^a",
        "[^a]: b\n",
        "[^a]",
        "a\n: b\n",
        "{{ a",
        "<a ",
        "<!--",
        "{.a ",
    )
    bad = [piece for piece in pieces if growth(lambda text: prose(text, "a.md"), piece, 8_000)[0] > STEP]
    assert not bad
    record(10, "Markdown of four times the length", f"{len(pieces)} pages", f"at most {STEP} times the time")
