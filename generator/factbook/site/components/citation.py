"""Pages: citations as readers see them: the quote, what stands behind it, and the way to the very words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote as percent

from factbook.runtime.frozen import frozen
from factbook.site.components import date_words as when
from factbook.site.components import text_and_links as parts
from factbook.site.views import parts as view
from factbook.site.views import placeholders as marks

if TYPE_CHECKING:
    from factbook.content.model import Citation, Fact, Source
    from factbook.evidence.model import Finding
    from factbook.site.context import Desk

_SKIP = "[…]"


def citations(desk: Desk, fact: Fact) -> tuple[view.Citation, ...]:
    """The citations of a fact, in their order."""
    home = parts.home(desk, fact)
    return tuple(
        _citation(desk, fact, number, citation, desk.corpus.sources[citation.source], home)
        for number, citation in enumerate(fact.citations)
        if citation.source in desk.corpus.sources
    )


def one(desk: Desk, fact: Fact, place: int) -> view.Citation:
    """One of them, counted from 0, made when more than its id is asked for."""
    citation = fact.citations[place]
    source = desk.corpus.sources[citation.source]

    def make() -> view.Citation:
        return _citation(desk, fact, place, citation, source, parts.home(desk, fact))

    return view.later(view.Citation, marks.citation_id(fact.id, place + 1), make)


def cites(desk: Desk, fact: Fact) -> tuple[view.Cite, ...]:
    """The number of each source behind a fact, leading to its first quote."""
    home = parts.home(desk, fact)
    first: dict[str, int] = {}
    for number, citation in enumerate(fact.citations, start=1):
        if citation.source in desk.corpus.sources:
            first.setdefault(citation.source, number)
    return tuple(
        view.Cite(
            source,
            marks.label(source),
            marks.citation_id(fact.id, number),
            marks.citation(fact.id, number, home),
            parts.publisher(desk, desk.corpus.sources[source]).words,
        )
        for source, number in first.items()
    )


def derivation(desk: Desk, source: Source) -> str:
    """What a source was made from: `copy of a report by Associated Press`; empty for a report of its own."""
    made = source.made_from
    if made is None:
        return ""
    origin = _origin_name(desk, source)
    say = desk.wording.say
    match made.how:
        case "translation":
            return say("translation of a report by {name}", name=origin)
        case "excerpt":
            return say("excerpt of a report by {name}", name=origin)
        case "summary":
            return say("summary of a report by {name}", name=origin)
        case _:
            return say("copy of a report by {name}", name=origin)


def original(url: str | None, words: str) -> str:
    """The address of a page at the very words of a quote, which browsers go to and highlight.

    A text fragment (https://wicg.github.io/scroll-to-text-fragment/): `-`, `,` and `&` have a meaning in
    it and are percent-encoded; a quote with a gap becomes its start and its end.
    """
    if not url:
        return ""
    pieces = [piece for piece in (" ".join(piece.split()) for piece in words.split(_SKIP)) if piece]
    ends = (pieces[0], pieces[-1]) if len(pieces) > 1 else tuple(pieces)
    fragment = ",".join(percent(piece, safe="").replace("-", "%2D") for piece in ends)
    return f"{url.partition('#')[0]}#:~:text={fragment}"


def _citation(desk: Desk, fact: Fact, number: int, citation: Citation, source: Source, home: str) -> view.Citation:
    finding = desk.evidence.findings.get((fact.id, number))
    of = _shown(desk, source)
    return view.Citation(
        id=marks.citation_id(fact.id, number + 1),
        source=source.id,
        label=of.label,
        href=marks.citation(fact.id, number + 1, home),
        quote=parts.quoted(desk, citation.quote, source.language),
        translation=None if source.language == desk.language else parts.some_text(desk, citation.translation),
        note=parts.some_text(desk, citation.note),
        publisher=of.publisher,
        derivation=of.derivation,
        headline=of.headline,
        published=of.published,
        language=of.language,
        standing=finding.standing if finding else "unread",
        standing_words=_standing(desk, finding),
        original=original(source.url, citation.quote),
        archived=original(source.archive_url, citation.quote),
    )


@frozen
class Shown:
    """What all citations of a source say of it."""

    label: str
    publisher: view.Link
    derivation: str
    headline: view.Text | None
    published: str
    language: str


def _shown(desk: Desk, source: Source) -> Shown:
    if source.id not in desk.shown:
        desk.shown[source.id] = Shown(
            label=marks.label(source.id),
            publisher=parts.source_link(desk, source),
            derivation=derivation(desk, source),
            headline=headline(desk, source),
            published=when.published(desk.wording, source.published),
            language=desk.wording.language_name(source.language),
        )
    return desk.shown[source.id]


def headline(desk: Desk, source: Source) -> view.Text | None:
    """A source's title, in its own language unless the content translates it."""
    if source.title is None:
        return None
    if isinstance(source.title, str):
        return parts.foreign(desk, source.title, source.language)
    return parts.name(desk, source.title)


def _origin_name(desk: Desk, source: Source) -> str:
    """Whose report a source was made from: the agency, else the publisher of the report."""
    made = source.made_from
    if made is not None and made.agency is not None:
        return parts.actor_name(desk, desk.corpus.actor_by_name.get(made.agency, made.agency)).words
    parent = desk.corpus.sources.get(made.source or "") if made else None
    return parts.publisher(desk, parent or source).words


def _standing(desk: Desk, finding: Finding | None) -> str:
    """Whether the quote was found, in words."""
    say = desk.wording.say
    match finding.standing if finding else "unread":
        case "found":
            return say("Quote found, line {line}", line=finding.line if finding else "")
        case "confirmed":
            return say("Quote confirmed by fingerprint")
        case "unverifiable" | "unread":
            return say("Quote not verifiable here")
        case _:
            return say("Quote not found")
