"""Stage: the corpus and its evidence as data for other programs, as streams of bytes, and as files of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factbook.exports import bibliography, json_files, json_schemas, jsonld, markdown
from factbook.exports.csv import table
from factbook.exports.feeds import Feeds
from factbook.exports.markdown import mkdocs_tree
from factbook.exports.markdown.llms_txt import llms
from factbook.exports.page_data import Beside
from factbook.exports.shared_facts import Facts
from factbook.site.artifacts import Asset, Pieces
from factbook.site.views.plan import Planned, PlannedFacts

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence
    from factbook.exports.markdown.pages import Pages
    from factbook.site.articles.view import WrittenText
    from factbook.site.artifacts import Body, Edition
    from factbook.site.views.plan import Plan

MARK = mkdocs_tree.MARK
Stream = Callable[[], Iterator[bytes]]
"""Makes a file, piece by piece, each time that it is called."""


def data_files(
    corpus: Corpus, evidence: Evidence, settings: Settings, facts: Facts | None = None
) -> dict[str, Stream]:
    """Every file of `/data/` by its path in that folder. Nothing is made before it is asked for.

    `facts` are those of the first edition, where they are needed elsewhere too.
    """
    facts = facts or Facts(corpus, evidence, settings, settings.languages[0])
    files: dict[str, Stream] = {
        f"{name}.json": partial(json_files.document, name, corpus, evidence, settings, facts.json)
        for name in json_schemas.FILES
    }
    files["facts.csv"] = partial(table, corpus, evidence, settings)
    files["sources.bib"] = partial(bibliography.bibtex, corpus, settings)
    files["sources.csl.json"] = partial(bibliography.csl, corpus, settings)
    files["factbook.jsonld"] = partial(jsonld.graph, corpus, settings, facts.claim)
    return files | {f"schema/{name}": partial(_once, data) for name, data in json_schemas.files()}


def complete(
    edition: Edition,
    plan: Iterable[Plan],
    written: Iterable[WrittenText],
    corpus: Corpus,
    evidence: Evidence,
    settings: Settings,
) -> Edition:
    """The edition with all its data.

    That is linked data in each page, JSON and Markdown beside each, feeds, `llms.txt`, and, in the first edition,
    `/data/`. `plan` is what the edition was rendered from, `written` its hand-written pages, whose bodies come
    later and get their data through `Edition.beside`.
    """
    written = tuple(written)
    beside = Beside(corpus, evidence, settings, edition.language)
    assets = [*edition.assets, *(beside.json(body) for body in edition.bodies)]
    feeds = Feeds(corpus, settings, edition.language)
    assets += feeds.files()
    pages = markdown.pages_in(settings, edition.language)
    assets += _markdown(edition, plan, pages, written)
    shared = (*edition.facts.stages, feeds.shared)
    shared += tuple(pages.shared(one.view) for one in plan if isinstance(one, PlannedFacts))
    if not edition.prefix:
        files = data_files(corpus, evidence, settings, beside.facts)
        shared += (beside.facts.shared,)
        assets += (Asset(f"data/{path}", Pieces(stream)) for path, stream in files.items())
    bodies = tuple(body.finished(beside.linked) for body in edition.bodies)
    site_map = Asset(f"{edition.prefix}llms.txt", partial(_llms, bodies, written, settings, edition.language))
    lists = (*edition.lists, site_map)
    facts = replace(edition.facts, stages=shared)
    return replace(edition, bodies=bodies, assets=tuple(assets), lists=lists, facts=facts, beside=beside.both)


def linker(corpus: Corpus, evidence: Evidence, settings: Settings, language: str) -> Callable[[Body], Body]:
    """A function that puts the linked data into a page, as `complete` does."""
    return Beside(corpus, evidence, settings, language).linked


def _markdown(
    edition: Edition,
    plan: Iterable[Plan],
    pages: Pages,
    written: tuple[WrittenText, ...],
) -> Iterator[Asset]:
    planned = tuple(one for one in plan if isinstance(one, Planned))
    for path, text in markdown.files(planned, pages):
        yield Asset(edition.prefix + path, partial(_encoded, text))
    for page in written:
        yield Asset(f"{edition.prefix}{page.path}index.md", page.text.encode())


def _llms(bodies: Iterable[Body], written: Iterable[WrittenText], settings: Settings, language: str) -> bytes:
    return llms(markdown.listed(bodies, written), settings, language).encode()


def markdown_tree(
    editions: Mapping[str, tuple[Iterable[Plan], Iterable[WrittenText]]],
    corpus: Corpus,
    evidence: Evidence,
    settings: Settings,
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of a tree that MkDocs with Material builds as it stands, and Zensical too.

    `editions` gives each language's plan of pages and its hand-written pages, the site's first language first.
    Feeds and data go with it.
    """
    made = (mkdocs_tree.Edition(name, tuple(plan), tuple(written)) for name, (plan, written) in editions.items())
    yield from mkdocs_tree.tree(tuple(made), settings)
    for language in editions:
        yield from ((f"docs/{feed.path}", feed.data) for feed in Feeds(corpus, settings, language).files())
    for path, stream in data_files(corpus, evidence, settings).items():
        yield f"docs/data/{path}", _whole(stream)


def _encoded(text: Callable[[], str]) -> bytes:
    return text().encode()


def _once(data: bytes) -> Iterator[bytes]:
    yield data


def _whole(stream: Stream) -> bytes:
    return b"".join(stream())
