"""Site: a fact as others cite it: plain, as a footnote (Chicago), as BibTeX and as RIS.

Each names the report, where it was read, its date, the words, and this site's address of the fact.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.model import in_language
from factbook.runtime.frozen import frozen
from factbook.site import dates
from factbook.site.reports import source_name
from factbook.site.tex_escape import tex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factbook.content.model import Corpus, Source
    from factbook.site.reports import Report
    from factbook.site.texts import Texts


@frozen
class Cited:
    """What the forms are made of; all plain text."""

    id: str
    speakers: str
    statement: str
    author: str
    """Whose report it is."""
    title: str
    """The source's headline; empty for none."""
    container: str
    """Who published the source."""
    published: str
    """As precisely as the source gives it: `2025-07`; empty where it does not."""
    published_words: str
    quote: str
    site: str
    address: str
    """Of the fact's page; empty on a site without a public address."""
    edited: date | None
    edited_words: str


def cited(
    corpus: Corpus,
    texts: Texts,
    report: Report,
    fact: str,
    statement: str,
    *,
    site: str,
    address: str,
    edited: date | None,
) -> Cited:
    """A fact by its first citation."""
    known = corpus.facts[fact]
    citation = known.citations[0]
    source = corpus.sources[citation.source]
    return Cited(
        id=fact,
        speakers=texts.words.listed(tuple(map(texts.actor_name, corpus.asserters(known)))),
        statement=statement,
        author=report.name,
        title=_headline(texts, source),
        container=source_name(corpus, texts, source),
        published=source.published.date_text if source.published else "",
        published_words=dates.published(texts.words, source.published),
        quote=" ".join(citation.quote.split()),
        site=site,
        address=address,
        edited=edited,
        edited_words=texts.words.day(edited) if edited else "",
    )


def plain(one: Cited, texts: Texts) -> str:
    """One line for a letter or a post."""
    seen = f" ({one.edited_words})" if one.edited_words else ""
    where = f", {one.address}" if one.address else ""
    quoted = texts.words.say("Quoted in {site}", site=one.site)
    words = _marked(one.quote, texts)
    return f"{one.speakers}: {words}. {_report(one, texts)}, {one.published_words}. {quoted}{where}{seen}."


def footnote(one: Cited, texts: Texts) -> str:
    """As a note in the Chicago manner."""
    edited = texts.words.say("last edited {date}", date=one.edited_words) if one.edited_words else ""
    quoted = texts.words.say("as quoted in {site}", site=one.site)
    tail = ", ".join(
        part for part in (quoted, _marked(one.statement.rstrip("."), texts), edited, one.address) if part
    )
    return f"{_report(one, texts)}, {one.published_words}, {_marked(one.quote, texts)}, {tail}."


def bibtex(one: Cited) -> str:
    """As an entry of BibTeX, in UTF-8."""
    fields = (
        ("author", f"{{{tex(one.author)}}}"),
        ("title", f"{{{tex(one.title or one.statement)}}}"),
        ("howpublished", tex(one.container if one.container != one.author else "")),
        ("date", one.published),
        ("note", tex(f"{one.speakers}: “{one.quote}”. Via {one.site}")),
        ("url", re.sub(r"[{}\\\s]", "", one.address)),
    )
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value.strip("{}"))
    return f"@misc{{{one.id},\n{lines}}}\n"


def ris(one: Cited) -> str:
    """As a record of RIS, which reference managers read."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris_fields(one))


def _ris_fields(one: Cited) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "AU", one.author
    yield "TI", one.title or one.statement
    if one.container != one.author:
        yield "T2", one.container
    if one.published:
        given = one.published.split("-")
        yield "DA", "/".join(given) + "/" * (4 - len(given) if len(given) < 3 else 0)
    yield "N1", f"{one.speakers}: “{one.quote}”. {one.statement}"
    if one.address:
        yield "UR", one.address
    yield "ER", ""


def _report(one: Cited, texts: Texts) -> str:
    """`Associated Press, “Headline”, The Guardian`"""
    title = _marked(one.title, texts) if one.title else ""
    return ", ".join(dict.fromkeys(part for part in (one.author, title, one.container) if part))


def _marked(text: str, texts: Texts) -> str:
    """In the quotation marks of the page's language."""
    return texts.words.say("“{text}”", text=text)


def _headline(texts: Texts, source: Source) -> str:
    if source.title is None:
        return ""
    if isinstance(source.title, dict) and source.language in source.title:
        return source.title[source.language]
    return in_language(source.title, texts.language, source.language)[0]
