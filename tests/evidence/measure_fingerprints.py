"""Measures fingerprints on real texts: how often a wrong quote passes, and what can be guessed back.

    FACTBOOK_SNAPSHOTS=folder python -m tests.evidence.measure_fingerprints

prints the tables of docs/explanation/fingerprints.md. The guessing needs `wordfreq`, a list of words with their
frequencies; without it that table is left out. Nothing is random but what the seed makes so.
"""

from __future__ import annotations

import os
import random
import sys
from collections import defaultdict
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import cycle, islice
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.evidence.fingerprints.make_fingerprint import Confirmed, confirm, make, take
from factbook.evidence.texts.normalize import words
from factbook.evidence.texts.store import Snapshots, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SEED = 20241116
TRIALS = 40_000
"""Wrong quotes for each cell of the tables."""

KEYS = 40
"""As many different keys are tried with each text, so that one unlucky pair of words does not count many times."""

Row = list[str]


@dataclass(slots=True)
class Scheme:
    """A way to fingerprint: windows of so many words, hashes of so many bits."""

    window: int
    bits: int
    key: bytes = b"measured"
    _numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def numbers(self, word: str) -> tuple[int, ...]:
        """The word's number for each place in a window."""
        if word not in self._numbers:
            digest = int.from_bytes(blake2b(word.encode(), key=self.key).digest(), "big")
            mask = (1 << self.bits) - 1
            self._numbers[word] = tuple(digest >> self.bits * place & mask for place in range(self.window))
        return self._numbers[word]

    def hashes(self, row: Row) -> list[int]:
        """The hash of every window."""
        numbers = [self.numbers(word) for word in row]
        found = []
        for start in range(len(row) - self.window + 1):
            value = 0
            for place in range(self.window):
                value ^= numbers[start + place][place]
            found.append(value)
        return found


def changed(quote: Row, words_of_all: Row, chance: random.Random) -> Row:
    """One word replaced by another of the five texts."""
    at = chance.randrange(len(quote))
    return [*quote[:at], chance.choice(words_of_all), *quote[at + 1 :]]


def dropped(quote: Row, _: Row, chance: random.Random) -> Row:
    """One word left out, not at the ends."""
    at = chance.randrange(1, max(len(quote) - 1, 2))
    return quote[:at] + quote[at + 1 :]


def added(quote: Row, words_of_all: Row, chance: random.Random) -> Row:
    """One word put in."""
    at = chance.randrange(len(quote) + 1)
    return [*quote[:at], chance.choice(words_of_all), *quote[at:]]


def swapped(quote: Row, _: Row, chance: random.Random) -> Row:
    """Two neighbours exchanged."""
    at = chance.randrange(len(quote) - 1)
    return [*quote[:at], quote[at + 1], quote[at], *quote[at + 2 :]]


def invented(quote: Row, words_of_all: Row, chance: random.Random) -> Row:
    """Other words altogether, of the five texts."""
    return [chance.choice(words_of_all) for _ in quote]


CHANGES: tuple[Callable[[Row, Row, random.Random], Row], ...] = (changed, dropped, added, swapped, invented)


def wrong_quotes(
    row: Row, length: int, change: Callable[[Row, Row, random.Random], Row], words_of_all: Row, trials: int
) -> Iterator[Row]:
    """Quotes that had this length before the change, and do not stand in the text."""
    chance, whole = random.Random(f"{SEED}{change.__name__}{length}"), f" {' '.join(row)} "
    while trials:
        start = chance.randrange(len(row) - length)
        quote = change(row[start : start + length], words_of_all, chance)
        if f" {' '.join(quote)} " not in whole:
            trials -= 1
            yield quote


def passes(scheme: Scheme, starts: dict[int, list[int]], hashes: list[int], quote: Row) -> bool:
    """Whether all windows of a quote stand in a row somewhere."""
    wanted = scheme.hashes(quote)
    return any(hashes[start : start + len(wanted)] == wanted for start in starts.get(wanted[0], ()))


def chosen_scheme(texts: list[Text], rows: list[Row], words_of_all: Row) -> None:
    """Wrong quotes held against the real fingerprints, by the program itself."""
    print(
        "Wrong quotes confirmed, of", TRIALS, "each (quotes too short to be verified are not counted as confirmed)\n"
    )
    print("| words | " + " | ".join(change.__name__ for change in CHANGES) + " |")
    print("|---|" + "---|" * len(CHANGES))
    prints = [
        [take(replace(text, sha256=blake2b(b"%d" % key, digest_size=32).hexdigest())) for key in range(KEYS)]
        for text in texts
    ]
    for length in (4, 5, 6, 8, 12):
        cells = []
        for change in CHANGES:
            wrongly = 0
            for keyed, row in zip(prints, rows, strict=True):
                quotes = wrong_quotes(row, length, change, words_of_all, TRIALS // len(rows))
                for quote, fingerprint in zip(quotes, cycle(keyed), strict=False):
                    wrongly += isinstance(confirm(fingerprint, " ".join(quote)), Confirmed)
            cells.append(str(wrongly))
        print(f"| {length} | " + " | ".join(cells) + " |", flush=True)


def other_schemes(rows: list[Row], words_of_all: Row) -> None:
    """One word changed in a quote of n words, for other windows and widths."""
    print(f"\nOne word changed, per {TRIALS} quotes, by the number of words\n")
    print("| window | bits | bytes a word | 3 | 4 | 5 | 6 | 8 |\n|---|---|---|---|---|---|---|---|")
    for window, bits in ((5, 16), (5, 24), (4, 16), (3, 8), (3, 10), (3, 12), (3, 16), (2, 12)):
        cells = []
        for length in (3, 4, 5, 6, 8):
            if length < window:
                cells.append("–")
                continue
            cells.append(str(sum(_wrongly(window, bits, row, length, words_of_all) for row in rows)))
        print(f"| {window} | {bits} | {bits / 8:g} | " + " | ".join(cells) + " |", flush=True)


def _wrongly(window: int, bits: int, row: Row, length: int, words_of_all: Row) -> int:
    quotes, wrongly = wrong_quotes(row, length, changed, words_of_all, TRIALS // 5), 0
    for key in range(KEYS):
        scheme = Scheme(window, bits, b"%d" % key)
        hashes, starts = scheme.hashes(row), defaultdict(list)
        for start, value in enumerate(hashes):
            starts[value].append(start)
        wrongly += sum(passes(scheme, starts, hashes, quote) for quote in islice(quotes, TRIALS // 5 // KEYS))
    return wrongly


@dataclass(slots=True)
class Guesser:
    """A reader with a list of words and how frequent they are, who knows one quote and wants the words after it."""

    scheme: Scheme
    beam: int = 100
    tried: int = 40
    """Of the words that fit, so many are followed, the most frequent first."""
    _fitting: dict[int, list[tuple[float, str]]] = field(default_factory=dict)

    def learn(self, frequencies: Iterable[tuple[str, float]]) -> None:
        """Sorts the words by the number that they have at the end of a window."""
        for word, share in sorted(frequencies, key=lambda pair: -pair[1]):
            bucket = self._fitting.setdefault(self.scheme.numbers(word)[-1], [])
            bucket.append((log(share), word))

    def fitting(self, row: Row, wanted: int) -> list[tuple[float, str]]:
        """The words that fit a hash after the words before, the most frequent first."""
        last = self.scheme.window - 1
        for place, word in enumerate(row[len(row) - last :]):
            wanted ^= self.scheme.numbers(word)[place]
        return self._fitting.get(wanted, [])

    def continued(self, known: Row, hashes: list[int]) -> Row:
        """The likeliest words after the known ones, one for each hash; shorter when no word fits."""
        paths: list[tuple[float, Row]] = [(0.0, known)]
        for wanted in hashes:
            longer = [
                (likelihood + more, [*row, word])
                for likelihood, row in paths
                for more, word in self.fitting(row, wanted)[: self.tried]
            ]
            if not longer:
                break
            paths = sorted(longer, key=lambda path: -path[0])[: self.beam]
        return paths[0][1][len(known) :]


def dictionary() -> list[tuple[str, float]]:
    """Fifty thousand English words as they stand in a text, with capitals, possessives, numbers and marks."""
    from wordfreq import top_n_list, word_frequency  # type: ignore[import-not-found, unused-ignore]

    found: dict[str, float] = {}
    for word in top_n_list("en", 50_000):
        share = word_frequency(word, "en")
        found[word] = 0.75 * share
        found[word.capitalize()] = found.get(word.capitalize(), 0) + 0.15 * share
        found[word.capitalize() + "'s"] = 0.01 * share
    for mark, share in (
        (",", 0.05),
        (".", 0.045),
        ('"', 0.015),
        ("-", 0.01),
        (":", 0.003),
        (")", 0.002),
        ("(", 0.002),
    ):
        found[mark] = share
    numbers = [str(number) for number in (*range(1, 101), *range(1990, 2031))]
    numbers += [f"{number},000" for number in (*range(1, 21), *range(25, 101, 5))]
    return list({**found, **dict.fromkeys(numbers, 0.0001)}.items())


def guessing(rows: list[Row]) -> None:
    """How much a reader with a dictionary guesses back who knows six words and wants the next forty."""
    frequencies = dictionary()
    known_words = {word for word, _ in frequencies}
    print(f"\nGuessing the words after a known quote, with {len(frequencies)} spellings and their frequencies\n")
    print("| bits | spellings that fit one hash | likeliest is right | words right before the first wrong one |")
    print("|---|---|---|---|")
    inside = sum(word in known_words for row in rows for word in row) / sum(map(len, rows))
    for bits in (8, 10, 12, 16, 24):
        guesser = Guesser(Scheme(3, bits))
        guesser.learn(frequencies)
        fit, first, asked, runs = 0, 0, 0, []
        for row in rows:
            hashes, chance = guesser.scheme.hashes(row), random.Random(SEED)
            for at in range(2, len(row)):
                fitting = guesser.fitting(row[at - 2 : at], hashes[at - 2])
                fit, asked = fit + len(fitting), asked + 1
                first += bool(fitting) and fitting[0][1] == row[at]
            for _ in range(10):
                start = chance.randrange(len(row) - 46)
                guess = guesser.continued(row[start : start + 6], hashes[start + 4 : start + 44])
                pairs = zip([*guess, *[""] * 40], row[start + 6 : start + 46], strict=False)
                runs.append(next((number for number, (one, other) in enumerate(pairs) if one != other), 40))
        print(f"| {bits} | {fit / asked:.1f} | {first / asked:.0%} | {sum(runs) / len(runs):.1f} of 40 |", flush=True)
    print(f"\nOf the texts' own words, {inside:.0%} are in the dictionary: no dictionary gives back the others.")


def repeated(rows: list[Row]) -> None:
    """How many windows of a text are the same as another one of it."""
    windows = [window for row in rows for window in zip(row, row[1:], row[2:], strict=False)]
    different = sum(len(set(zip(row, row[1:], row[2:], strict=False))) for row in rows)
    print(f"\nWindows that stand more than once in their text: {1 - different / len(windows):.1%}")


def main() -> int:
    """Prints all tables; 2 when there are no texts."""
    folder = Path(os.environ.get("FACTBOOK_SNAPSHOTS", "content/snapshots"))
    names = sorted(path.name for path in folder.glob("0*.txt"))
    found = [Snapshots((folder,)).text(name) for name in names]
    texts = [text for text in found if isinstance(text, Text)]
    if not texts:
        print("no texts: FACTBOOK_SNAPSHOTS must name their folder", file=sys.stderr)
        return 2
    rows = [words(text.raw) for text in texts]
    words_of_all = sorted({word for row in rows for word in row})
    for text, row in zip(texts, rows, strict=True):
        size, count = len(make(text)), len(row)
        print(f"{text.name}: {text.size} bytes, {count} words, fingerprint {size} bytes, {size / count:.2f} a word")
    print()
    chosen_scheme(texts, rows, words_of_all)
    other_schemes(rows, words_of_all)
    repeated(rows)
    try:
        guessing([row for text, row in zip(texts, rows, strict=True) if not text.name.startswith("001")])
    except ImportError:
        print("\nwordfreq is not installed: nothing guessed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
