"""Site: the page of a source in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site import dates
from factbook.site.markdown_escape import address, escaped, heading_text
from factbook.site.reports import source_name
from factbook.site.urls import ROOT, fact_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments


def markdown(made: Fragments, name: str) -> str:
    """What the document is, and each fact with its quotes."""
    return "".join(_parts(made, name))


def _parts(made: Fragments, name: str) -> Iterator[str]:
    source, words = made.corpus.sources[name], made.words
    publisher = source_name(made.corpus, made.texts, source)
    title = made.texts.plain(source.title) or words.say("Untitled item, {publisher}", publisher=publisher)
    yield f"# {heading_text(title)}\n\n{escaped(publisher)}, "
    yield f"{escaped(dates.published(words, source.published))}\n"
    if source.url:
        yield f"\n[{escaped(source.url)}]({address(source.url)})\n"
    if source.note is not None:
        yield f"\n{made.texts.markdown(source.note)}\n"
    yield f"\n## {words.say('What is quoted from it')}\n\n"
    for fact in made.standing(made.corpus.facts_by_source.get(name, ())):
        for citation in fact.citations:
            if citation.source == name:
                yield f"> {escaped(citation.quote)}\n\n"
        yield f"[{escaped(made.fact(fact.id).plain)}]({ROOT}{fact_path(fact.id)})\n\n"
