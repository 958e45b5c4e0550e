"""Exports: the sources as CSL-JSON, for Zotero, Pandoc and citation processors, and as BibTeX.

CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html. Names are given as they were
printed: which part of one is the family name is nowhere said, and a wrong guess would be printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factbook.content.model import in_language
from factbook.exports.json_files import dumped
from factbook.exports.public_urls import public
from factbook.site.tex_escape import tex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.dates import Moment
    from factbook.content.model import Corpus, Source


def csl(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """`sources.csl.json`: one item a line."""
    yield b"["
    for number, source in enumerate(corpus.sources.values()):
        yield (b",\n" if number else b"\n") + dumped(_item(corpus, source, settings))
    yield b"\n]\n"


def bibtex(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """`sources.bib`: one entry a source, in UTF-8."""
    for source in corpus.sources.values():
        fields = ((name, value) for name, value in _fields(corpus, source, settings) if value)
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
        yield f"@misc{{{source.id},\n{lines}}}\n\n".encode()


def title(source: Source, first: str) -> str:
    """A source's headline in its own language where it has several; empty without one."""
    if source.title is None:
        return ""
    if isinstance(source.title, dict) and source.language in source.title:
        return source.title[source.language]
    return in_language(source.title, source.language, first)[0]


def _item(corpus: Corpus, source: Source, settings: Settings) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": source.id,
        "type": _TYPES.get(source.genre, "webpage"),
        "title": _called(corpus, source, settings),
        "container-title": source.publisher,
        "author": [{"literal": name} for name in source.authors],
        "issued": _parts(source.published),
        "accessed": _parts(source.accessed),
        "language": source.language,
        "URL": source.url or source.archive_url,
        "archive_location": source.archive_url if source.url else None,
        "genre": source.genre,
        "note": _note(corpus, source, settings),
    }
    return {key: value for key, value in item.items() if value}


def _fields(corpus: Corpus, source: Source, settings: Settings) -> Iterator[tuple[str, str]]:
    published = source.published
    yield "title", f"{{{tex(_called(corpus, source, settings))}}}"
    yield "author", " and ".join(f"{{{tex(name)}}}" for name in source.authors)
    yield "publisher", tex(source.publisher or "")
    yield "year", str(published.day.year) if published else ""
    yield "month", str(published.day.month) if published and published.precision != "year" else ""
    yield "date", published.date_text if published else ""
    yield "langid", tex(source.language)
    yield "url", _url(source.url or source.archive_url or "")
    yield "urldate", source.accessed.day.isoformat() if source.accessed else ""
    yield "note", tex(_note(corpus, source, settings))


def _called(corpus: Corpus, source: Source, settings: Settings) -> str:
    """The headline; a text without one is described in brackets."""
    return title(source, settings.languages[0]) or f"[{_whose(corpus, source) or 'No headline'}]"


def _note(corpus: Corpus, source: Source, settings: Settings) -> str:
    """Whose report it is, and where its quotes stand."""
    address = public(settings).of("source", source.id)
    whose = _whose(corpus, source)
    return f"{whose}; quotes: {address}" if whose else f"Quotes: {address}"


def _whose(corpus: Corpus, source: Source) -> str:
    """`Translation of a report by Associated Press`; the agency alone where the text is its own."""
    made = source.made_from
    if made is None:
        return source.agency or ""
    parent = corpus.sources.get(made.source or "")
    whose = made.agency or (parent.publisher if parent else None)
    how = "copy" if made.how == "syndication" else made.how
    return f"{how.capitalize()} of a report by {whose}" if whose else ""


def _parts(moment: Moment | None) -> dict[str, Any] | None:
    if moment is None:
        return None
    parts = [moment.day.year, moment.day.month, moment.day.day]
    return {"date-parts": [parts[: _KNOWN_PARTS[moment.precision]]]}


def _url(address: str) -> str:
    """An address in which braces and backslashes, which no address needs, are percent-encoded."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", address)


_KNOWN_PARTS = {"year": 1, "month": 2, "day": 3}
_TYPES = {
    "article": "article-newspaper",
    "press-release": "document",
    "report": "report",
    "book": "book",
    "law": "legislation",
    "court-decision": "legal_case",
    "dataset": "dataset",
    "transcript": "speech",
    "interview": "interview",
    "editorial": "article-newspaper",
    "video": "motion_picture",
    "audio": "broadcast",
    "post": "post",
    "page": "webpage",
}
"""Item types of CSL 1.0.2."""
