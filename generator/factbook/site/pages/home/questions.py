"""Site: the questions of the home page: what is said, big, by whom; and what the editors think."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts.series_chart import small_mark
from factbook.site.figures import with_unit
from factbook.site.html import escape, link
from factbook.site.judgements import confidences, judgement_anchor, likelihoods
from factbook.site.urls import fact_path, page_path

if TYPE_CHECKING:
    from factbook.content.model import Fact, Judgement, Question
    from factbook.site.fragments import Fragments

_AT_MOST = 6
_CLAIMS = 3
"""So many facts are shown under a question; the others stand on its topic's page."""


def questions(made: Fragments) -> str:
    """The editors' questions; empty when they ask none."""
    return "".join(_question(made, one) for one in made.corpus.briefing.questions[:_AT_MOST])


def _question(made: Fragments, question: Question) -> str:
    facts = [made.corpus.facts[name] for name in question.facts if name in made.corpus.facts]
    title = made.texts.html(question.title)
    path = _leads_to(made, question, facts)
    claims = "".join(_claim(made, fact) for fact in facts[:_CLAIMS])
    rest = len(facts) - _CLAIMS
    more = link(path, made.words.count("{n} more answer", "{n} more answers", rest)) if rest > 0 else ""
    ours = _ours(made, question)
    note = f'<p class="ours">{made.prose(question.note)}</p>' if question.note else ""
    return f'<section class="q"><h3>{link(path, title)}</h3>{claims}{_line(more)}{ours}{note}</section>'


def _line(words: str) -> str:
    return f'<p class="who">{words}</p>' if words else ""


def _leads_to(made: Fragments, question: Question, facts: list[Fact]) -> str:
    """The topic of the question: of its judgement, else of its first fact."""
    if question.judgement:
        return page_path("topic", question.judgement[0])
    topics = [name for fact in facts for name in fact.topics if name in made.corpus.topics]
    return page_path("topic", topics[0]) if topics else ""


def _claim(made: Fragments, fact: Fact) -> str:
    """A figure with its unit, else the whole statement; who, when, and the chips."""
    text = made.fact(fact.id)
    if fact.figure is None:
        said = f'<p class="big said">{text.statement}</p>'
        when = link(fact_path(fact.id), escape(text.when))
        return f'<div class="claim">{said}<p class="who">{when} {text.chips}</p></div>'
    who = made.words.listed(tuple(map(made.texts.actor_name, made.corpus.asserters(fact))))
    said = f'<p class="big">{escape(with_unit(made.corpus, made.texts, fact.figure))}</p>'
    when = link(fact_path(fact.id), escape(text.when))
    drawing = small_mark(made, fact.id)
    return f'<div class="claim">{said}{drawing}<p class="who">{escape(who)}, {when} {text.chips}</p></div>'


def _ours(made: Fragments, question: Question) -> str:
    found = _judgement(made, question)
    if found is None:
        return ""
    judgement, path = found
    said = ""
    if judgement.likelihood:
        said = f" <b>{likelihoods(made.words)[judgement.likelihood]}</b>:"
    firm = ""
    if judgement.confidence:
        firm = " " + made.words.say("Confidence: {level}.", level=confidences(made.words)[judgement.confidence])
    lead = link(path, made.words.say("We think"))
    return f'<p class="ours">{lead}:{said} {made.texts.html(judgement.text)}{firm}</p>'


def _judgement(made: Fragments, question: Question) -> tuple[Judgement, str] | None:
    if question.judgement is None or question.judgement[0] not in made.corpus.topics:
        return None
    topic = made.corpus.topics[question.judgement[0]]
    for number, one in enumerate(topic.judgements, 1):
        if one.id == question.judgement[1]:
            return one, f"{page_path('topic', topic.id)}#{judgement_anchor(one, number)}"
    return None
