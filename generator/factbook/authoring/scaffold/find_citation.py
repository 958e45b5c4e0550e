"""Scaffold: where words stand in the texts at hand, and the citation that leads to exactly one of the places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factbook.authoring.scaffold.widen import widened
from factbook.evidence.texts.chunks import line_start
from factbook.evidence.texts.closest_passage import closest
from factbook.evidence.texts.find_quote import Found, find, wanted_words
from factbook.evidence.texts.normalize import tokens, without_tags
from factbook.evidence.texts.own_parts import prepared
from factbook.evidence.texts.page_breaks import as_place, pages_of
from factbook.evidence.texts.sentence_context import around
from factbook.evidence.texts.store import Text
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.content.model import Corpus, Source
    from factbook.evidence.texts.search_index import Place, Prepared
    from factbook.evidence.texts.store import Snapshots

CONTEXT = 12
"""Words shown on either side."""
MOST_ANCHOR = 12
"""Most words of a prefix or suffix."""
_REACH = 2000
"""Bytes in which those words are looked for."""


@dataclass(frozen=True)
class Document:
    """A text at hand: a source's own lines, or a whole file that no source names."""

    source: Source | None
    text: Text

    @cached_property
    def prepared(self) -> Prepared:
        return prepared(self.text, self.source.parts if self.source else ())


@frozen
class Hit:
    """One place where the words stand, or words much like them."""

    source: Source | None
    file: str
    line: int
    before: str
    """Words of the same sentence before it."""
    words: str
    """In one line, as they stand there."""
    after: str
    citation: dict[str, str]
    """`quote`, `prefix` or `suffix` when it stands more than once in the source, and `at` in a text with pages."""
    likeness: float = 1.0
    """From 0 to 1; 1 for the very words."""


def documents(corpus: Corpus, snapshots: Snapshots, names: Iterable[str]) -> Iterator[Document]:
    """The texts at hand: each source's, and those called `names` that no source names."""
    for source in corpus.sources.values():
        if source.file and isinstance(text := snapshots.text(source.file), Text):
            yield Document(source, text)
    known = {source.file for source in corpus.sources.values()}
    for name in names:
        if name not in known and isinstance(text := snapshots.text(name), Text):
            yield Document(None, text)


def exact(words: str, document: Document, most: int = 0) -> tuple[Hit, ...]:
    """Every place of the words in the document, in order.

    With `most`, each quote is the clause or sentence around them, of at most so many words.
    """
    found = find(document.prepared, words)
    if not isinstance(found, Found):
        return ()
    gapped = _one_line(words) if "[" in words else None
    return tuple(_hit(document, place, gapped, most=most) for place in found.places)


def nearest(words: str, document: Document, most: int = 0) -> Hit | None:
    """The passage of the document most like the words; None when nothing comes near."""
    wanted = [word for part in wanted_words(words).parts for word in part]
    passage = closest(document.prepared, wanted)
    if passage is None:
        return None
    found = find(document.prepared, passage.text)
    if not isinstance(found, Found):
        return None
    place = next((place for place in found.places if place.line == passage.line), found.places[0])
    return _hit(document, place, likeness=passage.likeness, most=most)


def _hit(document: Document, place: Place, quote: str | None = None, likeness: float = 1.0, most: int = 0) -> Hit:
    context = around(document.prepared, place, CONTEXT)
    words = _one_line(place.words)
    wide = place if quote else widened(document.prepared, place, most)
    citation = _anchored(document.prepared, wide, quote or _one_line(wide.words))
    if pages := pages_of(document.prepared.text.data, wide.byte, wide.byte + len(wide.words.encode("utf-8"))):
        citation["at"] = as_place(pages)
    return Hit(
        document.source, document.text.name, place.line, context.before, words, context.after, citation, likeness
    )


def _anchored(prepared: Prepared, place: Place, quote: str) -> dict[str, str]:
    """The citation with as few words around the quote as lead to this place alone."""
    if _is_only(prepared, place, {"quote": quote}):
        return {"quote": quote}
    before, after = _words_before(prepared, place), _words_after(prepared, place)
    for count in range(1, MOST_ANCHOR + 1):
        prefix, suffix = _last(before, count), _first(after, count)
        for anchors in ({"prefix": prefix}, {"suffix": suffix}, {"prefix": prefix, "suffix": suffix}):
            if not any(letter.isalnum() for words in anchors.values() for letter in words):
                continue  # a quotation mark alone would lead there too, and nobody would see why
            citation = {"quote": quote, **{name: words for name, words in anchors.items() if words}}
            if _is_only(prepared, place, citation):
                return citation
    return {"quote": quote}


def _is_only(prepared: Prepared, place: Place, citation: dict[str, str]) -> bool:
    found = find(prepared, citation["quote"], citation.get("prefix"), citation.get("suffix"))
    return isinstance(found, Found) and [one.start for one in found.places] == [place.start]


def _words_before(prepared: Prepared, place: Place) -> str:
    lowest = line_start(prepared.text.data, prepared.lines[0]) if prepared.lines else 0
    return prepared.text.data[max(lowest, place.byte - _REACH) : place.byte].decode("utf-8", "ignore")


def _words_after(prepared: Prepared, place: Place) -> str:
    data = prepared.text.data
    highest = line_start(data, prepared.lines[1] + 1) if prepared.lines else len(data)
    end = place.byte + len(place.words.encode("utf-8"))
    return data[end : min(highest, end + _REACH)].decode("utf-8", "ignore")


def _last(raw: str, count: int) -> str:
    starts = [token.start for token in tokens(raw)][-count:]
    return _one_line(raw[starts[0] :]) if starts else ""


def _first(raw: str, count: int) -> str:
    ends = [token.end for token in tokens(raw)][:count]
    return _one_line(raw[: ends[-1]]) if ends else ""


def _one_line(words: str) -> str:
    """Words of a text as they are quoted: without tags, and a word or number that a line's end parts in one piece."""
    return " ".join(without_tags(words).replace("\u2060", "").split())
