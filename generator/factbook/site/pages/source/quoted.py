"""Site: what is quoted from a source: each quote once, with the facts that it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.html import escape, link
from factbook.site.urls import fact_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.model import Fact, Source
    from factbook.site.fragments import Fragments


def quoted(made: Fragments, source: Source, facts: Iterable[Fact]) -> str:
    """A row for all quotes that carry the same facts: the words, and the statements that rest on them."""
    carried: dict[str, dict[str, None]] = {}
    for fact in facts:
        for citation in fact.citations:
            if citation.source == source.id:
                carried.setdefault(citation.quote, {})[fact.id] = None
    rows: dict[tuple[str, ...], list[str]] = {}
    for words, found in carried.items():
        rows.setdefault(tuple(found), []).append(words)
    html = "".join(_row(made, source, words, found) for found, words in rows.items())
    return f'<ol class="list quoted">{html}</ol>' if html else ""


def _row(made: Fragments, source: Source, words: Iterable[str], facts: Iterable[str]) -> str:
    quotes = "".join(
        made.texts.foreign(quote, source.language, "blockquote").replace("<blockquote", '<blockquote class="words"')
        for quote in words
    )
    links = "<br>".join(link(fact_path(fact), escape(made.fact(fact).plain)) for fact in facts)
    return f'<li class="quote" data-source="{source.id}">{quotes}<p class="src">{links}</p></li>'
