"""The parts of a file that are one source: what stands between them is left out, and no quote runs over the gap."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factbook.evidence.texts.chunks import line_start
from factbook.evidence.texts.search_index import Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.evidence.texts.store import Text

Parts = tuple[tuple[int, int], ...]
"""First and last line of each part, from 1, in order; empty: the whole file."""

_WORDS = re.compile(rb"[^\n\f]+")
GAP = "\x02"
"""Stands in the first line of what is left out: a word of its own, which no quote holds."""


def prepared(text: Text, parts: Parts) -> Prepared:
    """The source made ready for searching."""
    lines = (parts[0][0], parts[-1][1]) if parts else None
    return Prepared(without_gaps(text, parts), lines, whole=text)


def without_gaps(text: Text, parts: Parts) -> Text:
    """The text with the lines between the parts left empty, so that every other one keeps its number and page."""
    data = text.data
    for (_, last), (first, _) in reversed(list(pairwise(parts))):
        start, stop = line_start(data, last + 1), line_start(data, first)
        if start < stop:
            data = data[:start] + GAP.encode() + _WORDS.sub(b"", data[start:stop]) + data[stop:]
    return text if data is text.data else replace(text, data=data)


def holds(parts: Sequence[tuple[int, int]], line: int) -> bool:
    """Whether a line belongs to the source."""
    return not parts or any(first <= line <= last for first, last in parts)
