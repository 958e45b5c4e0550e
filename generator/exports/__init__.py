"""Stage: the corpus and its evidence as data for other programs, as streams of bytes, and as files of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.bodies import Asset
from generator.exports import bibliography, documents, linked, markdown, schemas
from generator.exports.atom import feeds
from generator.exports.beside import Beside
from generator.exports.markdown.index import llms
from generator.exports.table import table
from generator.views.page import PageView

if TYPE_CHECKING:
    from generator.bodies import Edition
    from generator.model import Corpus, Evidence
    from generator.settings import Settings
    from generator.views.redirects import Redirect
    from generator.views.written import WrittenText

Stream = Callable[[], Iterator[bytes]]
"""Makes a file, piece by piece, each time that it is called."""


def data_files(corpus: Corpus, evidence: Evidence, settings: Settings) -> dict[str, Stream]:
    """Every file of `/data/` by its path in that folder. Nothing is made before it is asked for."""
    files: dict[str, Stream] = {
        f"{name}.json": partial(documents.document, name, corpus, evidence, settings) for name in schemas.FILES
    }
    files["facts.csv"] = partial(table, corpus, evidence, settings)
    files["sources.bib"] = partial(bibliography.bibtex, corpus, settings)
    files["sources.csl.json"] = partial(bibliography.csl, corpus, settings)
    files["factbook.jsonld"] = partial(linked.graph, corpus, settings)
    return files | {f"schema/{name}": partial(_once, data) for name, data in schemas.files()}


def complete(
    edition: Edition,
    views: Iterable[PageView | Redirect],
    written: Iterable[WrittenText],
    corpus: Corpus,
    evidence: Evidence,
    settings: Settings,
) -> Edition:
    """The edition with all its data.

    That is linked data in each page, JSON and Markdown beside each, feeds, `llms.txt`, and, in the first edition,
    `/data/`. `views` are those that the edition was rendered from, `written` its hand-written pages.
    """
    beside = Beside(corpus, evidence, settings, edition.language)
    assets = [*edition.assets, *(beside.json(body) for body in edition.bodies)]
    assets += feeds(corpus, settings, edition.language)
    assets += _markdown(edition, views, tuple(written), settings)
    if not edition.prefix:
        files = data_files(corpus, evidence, settings)
        assets += (Asset(f"data/{path}", partial(_whole, stream)) for path, stream in files.items())
    return replace(edition, bodies=tuple(map(beside.linked, edition.bodies)), assets=tuple(assets))


def _markdown(
    edition: Edition, views: Iterable[PageView | Redirect], written: tuple[WrittenText, ...], settings: Settings
) -> Iterator[Asset]:
    pages = tuple(view for view in views if isinstance(view, PageView))
    for path, text in markdown.files(pages, settings, edition.language):
        yield Asset(edition.prefix + path, text.encode())
    for page in written:
        yield Asset(f"{edition.prefix}{page.path}index.md", page.text.encode())
    listed = markdown.listed(pages, written)
    yield Asset(f"{edition.prefix}llms.txt", llms(listed, settings, edition.language).encode())


def _once(data: bytes) -> Iterator[bytes]:
    yield data


def _whole(stream: Stream) -> bytes:
    return b"".join(stream())
