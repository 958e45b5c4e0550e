"""Site: the words behind a fact: its quotes by report, copies of one report below one another and counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote as percent

from factbook.site import chips, dates
from factbook.site.html import escape, link
from factbook.site.markdown_escape import escaped
from factbook.site.reports import source_name
from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.content.model import Citation, Corpus, Fact, Source
    from factbook.evidence.model import Evidence, QuoteLookup
    from factbook.site.reports import Report
    from factbook.site.texts import Texts

_SKIP = "[…]"


def quotes(corpus: Corpus, evidence: Evidence, texts: Texts, reports: Mapping[str, Report], fact: Fact) -> str:
    """A section for each report that carries the fact."""
    sections = []
    for mention in chips.mentions(corpus, reports, (fact,)):
        inner = [
            _quote(corpus, texts, evidence.lookups.get((fact.id, number)), citation)
            for number, citation in enumerate(fact.citations)
            if corpus.origin_of[citation.source] == mention.report.id
        ]
        sections.append(_section(texts, mention, inner, _copies_begin(corpus, fact, mention)))
    return "".join(sections)


def quotes_markdown(corpus: Corpus, texts: Texts, fact: Fact) -> str:
    """Each quote with its source, in Markdown."""
    lines = []
    for citation in fact.citations:
        source = corpus.sources[citation.source]
        name = escaped(source_name(corpus, texts, source))
        date = escaped(dates.published(texts.words, source.published))
        at = f", {escaped(citation.at)}" if citation.at else ""
        lines.append(
            f"> {escaped(' '.join(citation.quote.split()))}\n>\n"
            f"> [{name}]({ROOT}{page_path('source', source.id)}index.md), {date}{at}\n"
        )
    return "\n".join(lines)


def original(url: str, words: str) -> str:
    """The address of a page at the very words of a quote, which browsers go to and highlight.

    A text fragment (https://wicg.github.io/scroll-to-text-fragment/): `-`, `,` and `&` have a meaning in
    it and are percent-encoded; a quote with a gap becomes its start and its end.
    """
    pieces = [piece for piece in (" ".join(piece.split()) for piece in words.split(_SKIP)) if piece]
    ends = (pieces[0], pieces[-1]) if len(pieces) > 1 else tuple(pieces)
    fragment = ",".join(percent(piece, safe="").replace("-", "%2D") for piece in ends)
    return f"{url.partition('#')[0]}#:~:text={fragment}"


def _copies_begin(corpus: Corpus, fact: Fact, mention: chips.Mention) -> int:
    """How many of the report's quotes in the fact stand in the first of its copies."""
    return sum(1 for citation in fact.citations if citation.source == mention.sources[0])


def _section(texts: Texts, mention: chips.Mention, inner: list[str], own: int) -> str:
    """`inner` are the quotes; the first `own` of them are shown in full, those of other copies below."""
    report, words = mention.report, texts.words
    whose = texts.actor_link(report.speaker) if report.speaker else escape(report.name)
    about = escape(chips.about(report, len(mention.sources), words))
    copies = ""
    if inner[own:]:
        lead = words.say("Another copy of the same report, counted once:")
        copies = f'<div class="copies"><p>{lead}</p>{"".join(inner[own:])}</div>'
    return (
        f'<section class="report" id="{report.anchor}" data-name="{escape(report.name)}" data-about="{about}">'
        f"<h3>{whose} <small>{about}</small></h3>"
        f"{''.join(inner[:own])}{copies}</section>"
    )


def _quote(corpus: Corpus, texts: Texts, finding: QuoteLookup | None, citation: Citation) -> str:
    source = corpus.sources[citation.source]
    words = texts.foreign(citation.quote, source.language, "blockquote")
    parts = [words.replace("<blockquote", '<blockquote class="words"', 1)]
    if citation.translation is not None and source.language != texts.language:
        ours = texts.words.say("our translation")
        parts.append(f'<p class="src"><i>{texts.html(citation.translation)}</i> ({ours})</p>')
    parts.append(f'<p class="src">{_source_line(corpus, texts, finding, citation, source)}</p>')
    if citation.note is not None:
        parts.append(f'<p class="src">{texts.html(citation.note)}</p>')
    return f'<div class="quote" data-source="{source.id}">{"".join(parts)}</div>'


def _source_line(
    corpus: Corpus, texts: Texts, finding: QuoteLookup | None, citation: Citation, source: Source
) -> str:
    say = texts.words.say
    name = escape(source_name(corpus, texts, source))
    parts = [link(page_path("source", source.id), name), escape(dates.published(texts.words, source.published))]
    if citation.at:
        parts.append(escape(citation.at))
    parts.append(escape(texts.words.language_name(source.language)))
    parts.append(_standing(texts, finding))
    if source.url:
        address = escape(original(source.url, citation.quote))
        parts.append(f'<a href="{address}">{say("Open at this quote")}</a>')
    if source.archive_url:
        address = escape(original(source.archive_url, citation.quote))
        parts.append(f'<a href="{address}">{say("Archived copy")}</a>')
    if not (source.url or source.archive_url):
        parts.append(say("no link"))
    copy = f'<button type="button" class="copy" data-copy=".quote" hidden>{say("Copy quote")}</button>'
    return f"{' · '.join(parts)} {copy}"


def _standing(texts: Texts, finding: QuoteLookup | None) -> str:
    """Whether the quote was found, in words."""
    if finding is not None and finding.standing in ("found", "confirmed"):
        return f'<span class="ok" data-standing="{finding.standing}">{texts.words.say("quote checked")}</span>'
    return f'<span class="open" data-standing="unread">{texts.words.say("quote not checked here")}</span>'
