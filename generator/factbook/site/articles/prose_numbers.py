"""Host: each number on a hand-written page is one of the facts', as in the editors' summaries."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.content.yaml import line_starts, position
from factbook.diagnostics.types import Span
from factbook.evidence.checks.texts_traced import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.checks.facts_behind import FactsBehind
    from factbook.site.articles.load import WrittenPage

_HELP = "Where a page's numbers are no facts', write `checked: no` at its head: readers are told."


def untraced(page: WrittenPage, behind: FactsBehind, corpus: Corpus) -> Iterator[Diagnostic]:
    """A message for each number of a page, its title and its description, behind which no fact stands."""
    lines, head = page.typed.split("\n"), (0, page.front.lines)
    passages = [(one.text, one.lines) for one in page.prose.passages]
    for text, within in (*((text, head) for text in (page.front.title, page.front.description) if text), *passages):
        seen: dict[str, int] = {}
        for traced in behind.in_prose(text, page.language):
            words = traced.quantity.words
            seen[words] = seen.get(words, 0) + 1
            place = _Place(page.file, lines, within, words, seen[words])
            for problem in told(traced, corpus, place, has_chips=within != head):
                yield replace(problem, help=(*problem.help, _HELP))


class _Place:
    """Where a number was typed, looked for when it is asked for."""

    def __init__(self, file: str, lines: list[str], within: tuple[int, int], words: str, number: int) -> None:
        self._file, self._lines, self._within, self._words, self._number = file, lines, within, words, number

    def __call__(self) -> Span:
        first, last = self._within
        pattern = re.compile(r"\s+".join(map(re.escape, self._words.split())))
        text = "\n".join(self._lines[first:last])
        found = list(pattern.finditer(text))[: self._number]
        if not found:
            return Span(self._file, first + 1)
        line, column = position(line_starts(text), found[-1].start())
        return Span(self._file, first + line, column, first + line, column + len(found[-1][0]))
