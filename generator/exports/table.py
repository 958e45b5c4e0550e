"""Exports: the facts as a table (CSV), one row for each citation of a fact, as a stream of bytes.

UTF-8 with a byte order mark, without which Excel takes the letters for another encoding; lines end in CRLF
and every cell stands in quotation marks (RFC 4180).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from generator.exports import texts
from generator.exports.addresses import public
from generator.exports.cells import joined, safe
from generator.exports.columns import READ_ONLY, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exports.columns import Column
    from generator.model import Corpus, Evidence, Fact
    from generator.settings import Settings

BOM = b"\xef\xbb\xbf"
_AT_ONCE = 256
"""Rows that are written together."""


def table(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[bytes]:
    """The whole table: columns that are read back, then those that are worked out."""
    shown = columns(_languages(corpus, settings))
    yield BOM + _written([[*(column.name for column in shown), *READ_ONLY]])
    rows: list[list[str]] = []
    for fact in corpus.facts.values():
        rows += _rows(corpus, evidence, settings, fact, shown)
        if len(rows) >= _AT_ONCE:
            yield _written(rows)
            rows = []
    if rows:
        yield _written(rows)


def _rows(
    corpus: Corpus, evidence: Evidence, settings: Settings, fact: Fact, shown: tuple[Column, ...]
) -> Iterator[list[str]]:
    value: Any = fact.record.tree.value
    worked_out = _worked_out(corpus, settings, fact)
    own = [None if column.of_citation else _cell(value, column) for column in shown]
    for number, citation in enumerate(value["citations"]):
        cells = [_cell(citation, column) if cell is None else cell for cell, column in zip(own, shown, strict=True)]
        found = evidence.findings.get((fact.id, number))
        extra = {**worked_out, **_source(corpus, citation["source"]), "standing": found.standing if found else ""}
        yield [*cells, *(safe(extra[name]) for name in READ_ONLY)]


def _cell(value: Any, column: Column) -> str:
    for key in column.way:
        if not isinstance(value, dict) or key not in value:
            return ""
        value = value[key]
    if isinstance(value, dict) and column.field.type == "text" and not column.field.many:
        return ""  # a text per language has a column for each
    return safe(joined(value))


def _worked_out(corpus: Corpus, settings: Settings, fact: Fact) -> dict[str, str]:
    counts, first = corpus.counts(fact), settings.languages[0]
    return {
        "text": texts.plain(corpus, fact.statement, first, first)[0],
        "sources": str(counts.sources),
        "origins": str(counts.origins),
        "asserters": str(counts.asserters),
        "address": public(settings).of("fact", fact.id),
    }


def _source(corpus: Corpus, name: str) -> dict[str, str]:
    source = corpus.sources.get(name)
    return {
        "publisher": (source.publisher if source else None) or "",
        "published": source.published.text if source and source.published else "",
        "source_language": source.language if source else "",
        "url": (source.url if source else None) or "",
    }


def _languages(corpus: Corpus, settings: Settings) -> tuple[str, ...]:
    """Languages in which some fact's texts are written one by one: the site's first, then the others."""
    used: set[str] = set()
    texts_of = [column for column in columns() if column.field.type == "text"]
    for fact in corpus.facts.values():
        value: Any = fact.record.tree.value
        for column in texts_of:
            for holder in value["citations"] if column.of_citation else (value,):
                used.update(_spoken(holder, column))
    ordered = [language for language in settings.languages if language in used]
    return (*ordered, *sorted(used - set(ordered)))


def _spoken(value: Any, column: Column) -> tuple[str, ...]:
    for key in column.way:
        if not isinstance(value, dict) or key not in value:
            return ()
        value = value[key]
    return tuple(value) if isinstance(value, dict) else ()


def _written(rows: list[list[str]]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode()
