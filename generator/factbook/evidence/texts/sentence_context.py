"""The words around a place within its sentence, for the check on negations near a quote."""

import re
from collections.abc import Iterator

from factbook.evidence.texts.chunks import line_start
from factbook.evidence.texts.normalize import Word, tokens, without_tags
from factbook.evidence.texts.search_index import Place, Prepared
from factbook.runtime.frozen import frozen

_REACH = 4000
"""How far a sentence is followed, in bytes, on either side."""

_SENTENCE_END = re.compile(
    # Most characters are none of these: so the rest is not tried at each of them.
    r"(?=[.!?…؟۔।。！？\n])(?:"
    # Not the full stop in "U.S. troops", "Mr. Smith" or "Dr. Müller".
    r"(?:(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)[.!?…؟۔।](?=[\"'”’»“)\]]{0,3}\s)|[。！？])"
    r"[\"'”’»“)\]」』]{0,3}"
    r"|\n[ \t\r]{0,20}\n)"
)
_LAST_SENTENCE_END = re.compile(f"(?s:.*)(?:{_SENTENCE_END.pattern})")


def sentence_ends(raw: str) -> list[int]:
    """Where the sentences of a text end, the last one first."""
    return [found.end() for found in _SENTENCE_END.finditer(raw)][::-1]


@frozen
class Around:
    """The words of the sentence before and after a place, as they stand there, in one line each."""

    before: str
    after: str


def around(prepared: Prepared, place: Place, words: int) -> Around:
    """At most so many words before the place and after it, within the sentence and the source's lines."""
    data, lines = prepared.text.data, prepared.lines or (1, None)
    lowest = line_start(data, lines[0])
    highest = len(data) if lines[1] is None else line_start(data, lines[1] + 1)
    begin, end = place.byte, place.byte + len(place.words.encode("utf-8"))
    before = begun(data[max(lowest, begin - _REACH) : begin].decode("utf-8", "ignore"))
    after = data[end : min(highest, end + _REACH)].decode("utf-8", "ignore")
    stop = _SENTENCE_END.search(after)
    return Around(
        _last_words(before, words),
        _first_words(after[: stop.start() if stop else None], words),
    )


def begun(raw: str) -> str:
    """The sentence in which a text breaks off, from its beginning; a full stop in "U.S." ends none."""
    found = _LAST_SENTENCE_END.match(raw)
    return raw[found.end() :] if found else raw


def _last_words(raw: str, count: int) -> str:
    starts = [word.start for word in _words(raw)][-count:] if count else []
    return _in_one_line(raw[starts[0] :]) if starts else ""


def _first_words(raw: str, count: int) -> str:
    ends = [word.end for word in _words(raw)][:count]
    return _in_one_line(raw[: ends[-1]]) if ends else ""


def _in_one_line(raw: str) -> str:
    """Without tags, and what a line's end parts in one piece."""
    return " ".join(without_tags(raw).replace("\u2060", "").split())


def _words(raw: str) -> Iterator[Word]:
    """The words without the punctuation."""
    return (word for word in tokens(raw) if any(map(str.isalnum, word.normal)))
