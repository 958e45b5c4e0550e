"""How many words stand in each line of a text: what places a quote that is confirmed without the text."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class LineRuns:
    """How many words stand in each line of a text, as runs of lines with equally many."""

    words: "array[int]" = field(default_factory=lambda: array("q"))
    """Words in each line of a run."""
    first_lines: "array[int]" = field(default_factory=lambda: array("q"))
    """The first line of each run, from 1."""
    first_words: "array[int]" = field(default_factory=lambda: array("q"))
    """The number of the first word of each run, from 0."""
    lines: int = 0
    total: int = 0

    def add(self, words: int, lines: int = 1) -> None:
        """Add lines at the end, each with so many words."""
        if lines and (not self.words or self.words[-1] != words):
            self.words.append(words)
            self.first_lines.append(self.lines + 1)
            self.first_words.append(self.total)
        self.lines += lines
        self.total += words * lines

    def first_word(self, line: int) -> int:
        """The number of words before a line."""
        if line > self.lines:
            return self.total
        run = max(bisect_right(self.first_lines, line) - 1, 0)
        return self.first_words[run] + self.words[run] * max(line - self.first_lines[run], 0)

    def line(self, word: int) -> int:
        """The line of a word (from 0)."""
        run = bisect_right(self.first_words, word) - 1  # the last run that begins there: those before are empty
        return self.first_lines[run] + (word - self.first_words[run]) // max(self.words[run], 1)

    def __iter__(self) -> Iterator[str]:
        """The runs as they are written: `12`, or `0*3` for three empty lines."""
        for run, words in enumerate(self.words):
            after = self.first_lines[run + 1] if run + 1 < len(self.words) else self.lines + 1
            lines = after - self.first_lines[run]
            yield str(words) if lines == 1 else f"{words}*{lines}"
