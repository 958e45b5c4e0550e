"""Site: what is quoted from a source: each quote once, with the facts that it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.html import escape, link
from factbook.site.urls import fact_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.content.model import Fact, Source
    from factbook.site.fragments import Fragments


def quoted(made: Fragments, source: Source, facts: Iterable[Fact]) -> str:
    """A row a quote: the words, and the statements that rest on them."""
    carried: dict[str, list[Fact]] = {}
    for fact in facts:
        for citation in fact.citations:
            if citation.source == source.id:
                carried.setdefault(citation.quote, []).append(fact)
    rows = "".join(_row(made, source, words, found) for words, found in carried.items())
    return f'<ol class="list quoted">{rows}</ol>' if rows else ""


def _row(made: Fragments, source: Source, words: str, facts: Sequence[Fact]) -> str:
    quote = made.texts.foreign(words, source.language, "blockquote").replace(
        "<blockquote", '<blockquote class="words"'
    )
    links = "<br>".join(link(fact_path(fact.id), escape(made.fact(fact.id).plain)) for fact in facts)
    return f'<li class="quote" data-source="{source.id}">{quote}<p class="src">{links}</p></li>'
