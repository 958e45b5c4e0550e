"""Scaffold: a new source, actor, topic or series from answers, and a new fact from a quote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factbook.authoring.scaffold.slugs import is_spelt_anew, suggested
from factbook.content.model import in_language
from factbook.content.schema import kind

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date

    from factbook.content.model import Corpus, Source
    from factbook.content.yaml import Value

Answers = Mapping[str, str | tuple[str, ...]]
"""What was said, by the name of the field."""
ASKED: dict[str, tuple[str, ...]] = {
    "source": ("file", "title", "publisher", "published", "language", "url"),
    "actor": ("name", "kind"),
    "topic": ("title", "summary"),
    "series": ("title", "unit", "scope"),
}
"""What is asked for at a terminal, in this order; more can be given as flags."""
_NAMED_BY = {"source": ("publisher", "title"), "actor": ("name",), "topic": ("title",), "series": ("title",)}


def name_key(of: str) -> str:
    """The field by which people call a thing of this kind."""
    return _NAMED_BY[of][-1]


def identity(of: str, answers: Answers, taken: Container[str], language: str) -> str:
    """The id that is given, else one made from the name, whose language is that of the site.

    Another spelling of it that is in Latin letters already says better how a name is read.
    """
    words = " ".join(str(answers.get(key, "")) for key in _NAMED_BY[of])
    if is_spelt_anew(words):
        words = next((alias for alias in answers.get("aliases", ()) if not is_spelt_anew(alias)), words)
    spoken = str(answers.get("language") or language)
    return str(answers.get("id") or suggested(words, taken, of, spoken))


def thing(of: str, answers: Answers, taken: Container[str], language: str = "") -> dict[str, Value]:
    """The record of a new source, actor, topic or series."""
    record: dict[str, Value] = {"id": identity(of, answers, taken, language)}
    for field in kind(of).fields:
        answer = answers.get(field.name)
        if answer and field.name != "id":
            record[field.name] = list(answer) if isinstance(answer, tuple) else answer
    return record


def fact(
    corpus: Corpus,
    source: Source,
    citation: Mapping[str, str],
    answers: Answers,
    day: date,
) -> dict[str, Value]:
    """The record of a new fact on one citation: what was not answered is drawn from the source.

    Without a statement the publisher's words are quoted as its report, which is true as it stands and waits
    for somebody's own words; without a date it happened by the day on which it was published.
    """
    quote = citation["quote"]
    statement = str(
        answers.get("statement") or reported(corpus, source, quote, str(answers.get("translation") or ""))
    )
    cited: dict[str, Value] = {"source": source.id, **citation}
    if answers.get("translation"):
        cited["translation"] = str(answers["translation"])
    record: dict[str, Value] = {
        "id": str(answers.get("id") or suggested(quote, corpus.facts, "fact", source.language)),
        "statement": statement,
        "date": str(answers.get("date") or by_publication(source) or ""),
        "topics": list(answers.get("topic") or ([home] if (home := home_of(corpus, source)) else [])),
        "citations": [cited],
        "added": day.isoformat(),
    }
    for key, flag in (("actors", "actor"), ("asserted_by", "asserted_by"), ("via", "via")):
        if answers.get(flag):
            record[key] = list(answers[flag])
    for key in ("stance", "caveat"):
        if answers.get(key):
            record[key] = str(answers[key])
    if answers.get("series"):
        record["figure"] = {
            key: str(answers[key]) for key in ("series", "value", "low", "high", "modifier") if answers.get(key)
        }
    return record


def reported(corpus: Corpus, source: Source, quote: str, translation: str) -> str:
    """A statement that says no more than the quote."""
    voice = corpus.speaker_of(source)
    who = f"[[{voice}]]" if voice in corpus.actors else voice
    if voice == source.id:
        who = in_language(source.title, "", "")[0] if source.title else source.id
    return f"{who}: “{translation or quote}”"


def by_publication(source: Source) -> str | None:
    """The day by which it happened, as a date of the vocabulary: `../2024-05-03`."""
    moment = source.published or source.accessed
    return f"../{moment.day.isoformat()}" if moment else None


def home_of(corpus: Corpus, source: Source) -> str | None:
    """The topic that is home to most facts from the source, else the site's only topic."""
    homes = [corpus.facts[name].topics[0] for name in corpus.facts_by_source.get(source.id, ())]
    if homes:
        return max(sorted(set(homes)), key=homes.count)
    return next(iter(corpus.topics)) if len(corpus.topics) == 1 else None
