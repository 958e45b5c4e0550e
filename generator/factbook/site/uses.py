"""Site: where the editors' own texts use facts, looked up once for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.html import escape, link
from factbook.site.judgements import judgement_anchor
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from factbook.content.model import Corpus
    from factbook.site.texts import Texts


def judgements_on(corpus: Corpus, texts: Texts) -> dict[str, list[str]]:
    """For each fact, links to the judgements that rest on it."""
    found: dict[str, list[str]] = {}
    for topic in corpus.topics.values():
        for number, one in enumerate(topic.judgements, 1):
            to = f"{page_path('topic', topic.id)}#{judgement_anchor(one, number)}"
            for name in one.based_on:
                found.setdefault(name, []).append(link(to, escape(texts.plain(one.text))))
    return found


def cited_at_home(corpus: Corpus, texts: Texts) -> frozenset[str]:
    """Facts that the home page cites."""
    asked = (name for question in corpus.briefing.questions for name in question.facts)
    return frozenset((*texts.marks(corpus.briefing.summary), *asked))
