"""Site: the editors' own judgements, with likelihood and confidence apart.

The words are those of the scale that the configuration names. Those of `icd203` are from the US Intelligence
Community Directive 203, section D.6.e(2)(a):
https://www.dni.gov/files/documents/ICD/ICD-203.pdf
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model.scales import SCALES
from factbook.site.markdown_escape import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Judgement, Topic
    from factbook.site.fragments import Fragments
    from factbook.site.i18n import Wording

_RANGES = {  # in hundredths
    "almost-no-chance": (1, 5),
    "very-unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly-even-chance": (45, 55),
    "likely": (55, 80),
    "very-likely": (80, 95),
    "almost-certain": (95, 99),
}


def judgement_anchor(judgement: Judgement, number: int) -> str:
    """The id of a judgement on its topic's page; `number` counts from 1."""
    return f"Judgement-{judgement.id or number}"


def judgement_table(made: Fragments, topic: Topic) -> str:
    """A topic's judgements; empty when the editors make none."""
    if not topic.judgements:
        return ""
    say = made.words.say
    titles = (say("Judgement"), say("Likelihood"), say("Confidence, and why"), say("Rests on"))
    head = "".join(f"<th>{title}</th>" for title in titles)
    body = "".join(_row(made, one, number) for number, one in enumerate(topic.judgements, 1))
    return f'<table class="judge stack"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def judgement_words(words: Wording, judgement: Judgement) -> str:
    """`very likely, moderate confidence` in plain words; empty where neither is said."""
    parts = []
    if judgement.likelihood:
        parts.append(likelihoods(words)[judgement.likelihood])
    if judgement.confidence:
        parts.append(words.say("confidence: {level}", level=confidences(words)[judgement.confidence]))
    return " · ".join(parts)


def judgement_lines(made: Fragments, topic: Topic) -> Iterator[str]:
    """The same in Markdown."""
    for judgement in topic.judgements:
        why = f": {made.texts.markdown(judgement.because)}" if judgement.because else ""
        said = escaped(judgement_words(made.words, judgement))
        yield f"- {made.texts.markdown(judgement.text)} *{said}*{why}\n"


def likelihoods(words: Wording) -> dict[str, str]:
    """The words for likelihood, of all scales."""
    return {
        "almost-no-chance": words.say("Almost no chance"),
        "very-unlikely": words.say("Very unlikely"),
        "unlikely": words.say("Unlikely"),
        "roughly-even-chance": words.say("About as likely as not"),
        "likely": words.say("Likely"),
        "very-likely": words.say("Very likely"),
        "almost-certain": words.say("Almost certain"),
        "possible": words.say("Possible"),
        "certain": words.say("Certain"),
    }


def confidences(words: Wording) -> dict[str, str]:
    """The scale of confidence, from the lowest on."""
    return {"low": words.say("Low"), "moderate": words.say("Moderate"), "high": words.say("High")}


def _row(made: Fragments, judgement: Judgement, number: int) -> str:
    words = made.words
    likely = firm = ""
    if judgement.likelihood:
        names = likelihoods(words)
        lit = _fields([one == judgement.likelihood for one in SCALES[made.scale]])
        likely = f"{lit}<br><b>{names[judgement.likelihood]}</b>{_range(made, judgement.likelihood)}"
    if judgement.confidence:
        levels = confidences(words)
        why = f": {made.prose(judgement.because)}" if judgement.because else ""
        firm = f"{_filled(levels, judgement.confidence)}<br><b>{levels[judgement.confidence]}</b>{why}"
    chips = made.chips(judgement.based_on)
    anchor = judgement_anchor(judgement, number)
    text = made.prose(judgement.text)
    return f'<tr id="{anchor}"><td>{text}</td><td>{likely}</td><td>{firm}</td><td class="rests">{chips}</td></tr>'


def _range(made: Fragments, name: str) -> str:
    """How likely a word means, in percent; everyday words promise no range."""
    if made.scale != "icd203" or name not in _RANGES:
        return ""
    return f' <span class="nil num">{made.words.percent(*_RANGES[name])}</span>'


def _filled(names: dict[str, str], name: str) -> str:
    """All fields up to the level are lit."""
    level = list(names).index(name)
    return _fields([place <= level for place in range(len(names))])


def _fields(lit: list[bool]) -> str:
    fields = "".join('<i class="on"></i>' if one else "<i></i>" for one in lit)
    return f'<span class="scale" aria-hidden="true">{fields}</span>'
