"""Exports: the corpus and its evidence as data for other programs, as streams of bytes, and as files of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factbook.exports import bibliography, openapi
from factbook.exports import json_files as documents
from factbook.exports import json_schemas as schemas
from factbook.exports import jsonld as linked
from factbook.exports.calendars import Calendars
from factbook.exports.csv import table
from factbook.exports.feeds import Feeds
from factbook.exports.markdown import mkdocs_tree as tree
from factbook.exports.series_files import series_files
from factbook.site.artifacts import Asset, Pieces
from factbook.site.redirects import redirect_pages

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence
    from factbook.site.articles.view import WrittenText
    from factbook.site.artifacts import Edition
    from factbook.site.fragments import Fragments

Stream = Callable[[], Iterator[bytes]]
"""Makes a file, piece by piece, each time that it is called."""


def data_files(corpus: Corpus, evidence: Evidence, settings: Settings) -> dict[str, Stream]:
    """Every file of `/data/` by its path in that folder. Nothing is made before it is asked for."""
    fact = documents.fact(corpus, evidence, settings)
    claim = linked.fact(corpus, settings, settings.languages[0])
    files: dict[str, Stream] = {
        f"{name}.json": partial(documents.document, name, corpus, evidence, settings, fact) for name in schemas.FILES
    }
    files["facts.csv"] = partial(table, corpus, evidence, settings)
    files["sources.bib"] = partial(bibliography.bibtex, corpus, settings)
    files["sources.csl.json"] = partial(bibliography.csl, corpus, settings)
    files["factbook.jsonld"] = partial(linked.graph, corpus, settings, claim)
    return files | {f"schema/{name}": partial(_once, data) for name, data in schemas.files()}


def complete(edition: Edition, settings: Settings) -> Edition:
    """The edition with its feeds, redirects, files beside the pages of series and, in the first one, `/data/`.

    Markdown is made with the pages.
    """
    corpus, evidence = edition.made.corpus, edition.made.evidence
    assets = [*edition.assets, *_followed(corpus, settings, edition.language)]
    assets += (*series_files(edition.made, edition.prefix), *redirect_pages(edition.made, edition.prefix))
    if not edition.prefix and "data" in settings.outputs:
        files = data_files(corpus, evidence, settings)
        assets += (Asset(f"data/{path}", Pieces(stream)) for path, stream in files.items())
        assets.append(Asset(openapi.PATH, openapi.openapi(files, settings)))
    return replace(edition, assets=tuple(assets))


def markdown_tree(
    editions: Mapping[str, tuple[Fragments, Iterable[WrittenText]]], settings: Settings
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of a tree that MkDocs with Material builds as it stands, and Zensical too.

    `editions` gives what each language's pages are made of and its hand-written pages, the site's first language
    first. Feeds and data go with it.
    """
    yield from tree.tree(
        tuple(tree.EditionTree(name, made, tuple(written)) for name, (made, written) in editions.items()), settings
    )
    for language, (made, _) in editions.items():
        yield from ((f"docs/{one.path}", one.data) for one in _followed(made.corpus, settings, language))
    first = editions[settings.languages[0]][0]
    for path, stream in data_files(first.corpus, first.evidence, settings).items():
        yield f"docs/data/{path}", b"".join(stream())


def _followed(corpus: Corpus, settings: Settings, language: str) -> Iterator[Asset]:
    """What readers subscribe to."""
    yield from Feeds(corpus, settings, language).files()
    if "calendar" in settings.outputs:
        yield from Calendars(corpus, settings, language).files()


def _once(data: bytes) -> Iterator[bytes]:
    yield data
