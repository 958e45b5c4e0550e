"""What `new fact` asks a person, in order; an answer that leads nowhere is said to be so at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factbook.authoring.scaffold.records import by_publication, home_of
from factbook.cli.prompts import problems_with, sentence, until_right
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from factbook.authoring.scaffold.records import Answers
    from factbook.cli.prompts import Ask, Wrong
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Source
    from factbook.diagnostics.report import Output

_MOST_NAMED = 6
_STATEMENT = "One or two sentences of your own, the speaker first; Enter repeats the quote"


@frozen
class Interview:
    """Somebody at a terminal, and what they answer."""

    ask: Ask
    output: Output
    given: dict[str, str | tuple[str, ...]]

    def need(self, what: str, word: str, wrong: Wrong, offered: str = "", *, needed: bool = False) -> None:
        """Asks for one thing, unless it was said already."""
        if not self.given.get(what):
            answer = until_right(self.ask, self.output, what, word, wrong, offered=offered, needed=needed)
            self.given[what] = answer

    def ids(self, what: str, word: str, table: Collection[str], of: str, offered: str = "") -> None:
        """Asks for ids of the kind `of`, with commas or spaces between."""
        if not self.given.get(what):
            wrong = partial(_unknown_among, of, table)
            name = what.replace("_", " ")
            self.given[what] = _several(until_right(self.ask, self.output, name, word, wrong, offered=offered))


def answered(
    corpus: Corpus,
    settings: Settings,
    answers: Answers,
    someone: tuple[Ask, Output],
    absent: Callable[[Source, str], str],
) -> Answers:
    """The answers, with what makes a good fact asked for. `absent` says that a quote does not stand in a source."""
    talk = Interview(*someone, dict(answers))
    word = f"Its id: {_some(corpus.sources)}"
    talk.need("source", word, partial(_unknown_source, corpus), _latest(corpus), needed=True)
    source = corpus.sources.get(str(talk.given["source"]))
    if source is None:
        return talk.given
    talk.need("quote", "The shortest words that carry the fact", partial(absent, source), needed=True)
    if is_foreign(source, settings):
        word = f"The quote in the site's language; it is in {source.language}"
        talk.need("translation", word, _anything, needed=True)
    talk.need("statement", _STATEMENT, _anything)
    talk.need("date", "When it happened", _no_date, by_publication(source) or "", needed=True)
    word = f"Its home first: {_some(corpus.topics)}"
    talk.ids("topic", word, corpus.topics, "topic", home_of(corpus, source) or "")
    talk.ids("asserted_by", "Ids of who says so, if not the publisher", corpus.actors, "actor")
    return talk.given


def unknown(kind: str, names: str | tuple[str, ...], table: Collection[str]) -> str:
    """A name that leads nowhere, with the nearest right ones; empty when there is none."""
    for name in names:
        if name not in table:
            from factbook.diagnostics.suggest import did_you_mean

            close = did_you_mean(name, table)
            advice = f"Did you mean {' or '.join(close)}?" if close else f"Make it with `factbook new {kind}`."
            return f"There is no {kind} {name}. {advice}"
    return ""


def is_foreign(source: Source, settings: Settings) -> bool:
    """Whether the quotes of a source need a translation."""
    return source.language.partition("-")[0] != settings.languages[0].partition("-")[0]


def _unknown_among(of: str, table: Collection[str], typed: str) -> str:
    return unknown(of, _several(typed), table)


def _unknown_source(corpus: Corpus, name: str) -> str:
    return unknown("source", (name,), corpus.sources)


def _latest(corpus: Corpus) -> str:
    """The source on which a first fact is probably to be written."""
    return next((name for name in reversed(list(corpus.sources)) if not corpus.facts_by_source.get(name)), "")


def _some(names: Collection[str]) -> str:
    return ", ".join([*list(names)[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])])


def _several(typed: str) -> tuple[str, ...]:
    return tuple(typed.replace(",", " ").split())


def _anything(typed: str) -> str:
    return ""


def _no_date(typed: str) -> str:
    return " ".join(map(sentence, problems_with("fact", "date", typed)))
