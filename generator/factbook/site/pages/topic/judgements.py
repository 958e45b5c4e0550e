"""Pages: the editors' own view, with likelihood and confidence apart.

Words and ranges are those of the US Intelligence Community Directive 203, section D.6.e(2)(a):
https://www.dni.gov/files/documents/ICD/ICD-203.pdf
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.components import status
from factbook.site.components import text_and_links as parts
from factbook.site.pages.topic import view
from factbook.site.views.parts import Heading, Link, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Judgement, Topic, Words
    from factbook.site.context import Desk
    from factbook.site.i18n import Wording


def judgements(desk: Desk, topic: Topic) -> view.Judgements | None:
    """The section of a topic's judgements; none when the editors make none."""
    if not topic.judgements:
        return None
    say = desk.wording.say
    note = say("The editors’ view, kept apart from what others claim below.")
    return view.Judgements(
        heading=Heading("Judgements", say("Key judgements"), note),
        judgements=tuple(_judgement(desk, judgement) for judgement in topic.judgements),
        likelihoods=tuple(_step(desk.wording, name) for name in _RANGES),
        confidences=_meanings(desk.wording),
    )


def _judgement(desk: Desk, judgement: Judgement) -> view.JudgementView:
    likelihood, confidence = judgement.likelihood, judgement.confidence
    return view.JudgementView(
        text=parts.text(desk, judgement.text),
        likelihood=_step(desk.wording, likelihood) if likelihood else None,
        confidence=_confidence(desk, confidence, judgement.because) if confidence else None,
        based_on=tuple(_based_on(desk, judgement)),
    )


def _based_on(desk: Desk, judgement: Judgement) -> Iterator[Link]:
    """The facts by their labels; those that share one are told apart by a number."""
    facts = desk.facts(judgement.based_on)
    labels = [status.label(desk, fact) for fact in facts]
    for place, (fact, label) in enumerate(zip(facts, labels, strict=True)):
        shared = f" ({labels[: place + 1].count(label)})" if labels.count(label) > 1 else ""
        yield Link(Text(label + shared), parts.fact_href(desk, fact))


_RANGES = {  # in hundredths
    "almost-no-chance": (1, 5),
    "very-unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly-even-chance": (45, 55),
    "likely": (55, 80),
    "very-likely": (80, 95),
    "almost-certain": (95, 99),
}


def _likelihoods(wording: Wording) -> dict[str, str]:
    return {
        "almost-no-chance": wording.say("Almost no chance"),
        "very-unlikely": wording.say("Very unlikely"),
        "unlikely": wording.say("Unlikely"),
        "roughly-even-chance": wording.say("Roughly even chance"),
        "likely": wording.say("Likely"),
        "very-likely": wording.say("Very likely"),
        "almost-certain": wording.say("Almost certain"),
    }


def _confidences(wording: Wording) -> dict[str, str]:
    return {
        "low": wording.say("Low"),
        "moderate": wording.say("Moderate"),
        "high": wording.say("High"),
    }


def _meanings(wording: Wording) -> tuple[tuple[str, str], ...]:
    words = _confidences(wording)
    return (
        (words["low"], wording.say("the information is scant, questionable or hard to check")),
        (words["moderate"], wording.say("credible and plausible, but not well enough corroborated for more")),
        (words["high"], wording.say("good information from several sources; it can still be wrong")),
    )


def _step(wording: Wording, name: str) -> view.Step:
    """A place on the scale of likelihood."""
    words = _likelihoods(wording)
    return view.Step(words[name], list(words).index(name), len(words), False, wording.percent(*_RANGES[name]), None)


def _confidence(desk: Desk, name: str, why: Words | None) -> view.Step:
    words = _confidences(desk.wording)
    return view.Step(words[name], list(words).index(name), len(words), True, "", parts.some_text(desk, why))
