"""Exports: the facts as a table (CSV), one row for each citation of a fact, as a stream of bytes.

UTF-8 with a byte order mark, without which Excel takes the letters for another encoding; lines end in CRLF
and every cell stands in quotation marks (RFC 4180).
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any

from factbook.exports import plain_text
from factbook.exports.csv_cells import joined, safe
from factbook.exports.csv_columns import READ_ONLY, columns
from factbook.exports.public_urls import public

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Source
    from factbook.evidence.model import Evidence
    from factbook.exports.csv_columns import Column
    from factbook.exports.public_urls import Addresses

    _ByKey = dict[str, list[Column]]

BOM = b"\xef\xbb\xbf"
_AT_ONCE = 256
"""Rows that are written together."""


def table(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[bytes]:
    """The whole table: columns that are read back, then those that are worked out."""
    shown = columns(_languages(corpus, settings))
    names = [*(column.name for column in shown), *READ_ONLY]
    yield BOM + _written([names])
    rows: list[list[str]] = []
    for cells in _rows(corpus, evidence, settings, shown):
        rows.append([*map(cells.get, names, repeat(""))])
        if len(rows) >= _AT_ONCE:
            yield _written(rows)
            rows = []
    if rows:
        yield _written(rows)


def _rows(
    corpus: Corpus, evidence: Evidence, settings: Settings, shown: tuple[Column, ...]
) -> Iterator[dict[str, str]]:
    """The cells of each row by the names of their columns, without those that are empty."""
    of_fact = _by_key(column for column in shown if not column.of_citation)
    of_citation = _by_key(column for column in shown if column.of_citation)
    sources = {source.id: _source(source) for source in corpus.sources.values()}
    addresses, first = public(settings), settings.languages[0]
    for fact in corpus.facts.values():
        value: Any = fact.record.tree.value
        own = _cells(value, of_fact) | _worked_out(corpus, fact, first, addresses)
        for number, citation in enumerate(value["citations"]):
            found = evidence.lookups.get((fact.id, number))
            standing = {"standing": safe(found.standing)} if found else {}
            yield own | _cells(citation, of_citation) | sources.get(citation["source"], {}) | standing


def _cells(value: Any, shown: _ByKey) -> dict[str, str]:
    return {column.name: _cell(found, column) for column, found in _reached(value, shown)}


def _cell(value: Any, column: Column) -> str:
    if isinstance(value, dict) and column.field.type == "text" and not column.field.many:
        return ""  # a text per language has a column for each
    return safe(joined(value))


def _worked_out(corpus: Corpus, fact: Fact, first: str, addresses: Addresses) -> dict[str, str]:
    counts = corpus.counts(fact)
    return {
        "text": safe(plain_text.plain(corpus, fact.statement, first, first)[0]),
        "sources": str(counts.sources),
        "origins": str(counts.origins),
        "asserters": str(counts.asserters),
        "address": safe(addresses.of("fact", fact.id)),
    }


def _source(source: Source) -> dict[str, str]:
    return {
        "publisher": safe(source.publisher or ""),
        "published": safe(source.published.text if source.published else ""),
        "source_language": safe(source.language),
        "url": safe(source.url or ""),
    }


def _languages(corpus: Corpus, settings: Settings) -> tuple[str, ...]:
    """Languages in which some fact's texts are written one by one: the site's first, then the others."""
    texts_of = [column for column in columns() if column.field.type == "text"]
    of_fact = _by_key(column for column in texts_of if not column.of_citation)
    of_citation = _by_key(column for column in texts_of if column.of_citation)
    used: set[str] = set()
    for fact in corpus.facts.values():
        value: Any = fact.record.tree.value
        used.update(_spoken(value, of_fact), *(_spoken(citation, of_citation) for citation in value["citations"]))
    ordered = [language for language in settings.languages if language in used]
    return (*ordered, *sorted(used - set(ordered)))


def _spoken(value: Any, shown: _ByKey) -> Iterator[str]:
    return (language for _, found in _reached(value, shown) if isinstance(found, dict) for language in found)


def _by_key(shown: Iterable[Column]) -> _ByKey:
    """The columns by the first key on their way, so that only those of keys that are there are looked at."""
    found: _ByKey = {}
    for column in shown:
        found.setdefault(column.way[0], []).append(column)
    return found


def _reached(value: Any, shown: _ByKey) -> Iterator[tuple[Column, Any]]:
    """The columns for which there is a value, each with it."""
    for key, top in value.items():
        for column in shown.get(key, ()):
            found = top
            for step in column.way[1:]:
                found = found.get(step) if isinstance(found, dict) else None
            if found is not None:
                yield column, found


def _written(rows: Iterable[Iterable[str]]) -> bytes:
    lines = ('","'.join([cell.replace('"', '""') for cell in row]) for row in rows)
    return "".join([f'"{line}"\r\n' for line in lines]).encode()
