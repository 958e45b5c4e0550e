"""Stage, after the checks: warnings that somebody has looked at and answered are told no more.

An answer stands under `answered` in the record that the warning is about. It names the code and the words, and says
why the warning is no fault there. Errors are mended, not answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics import catalogue
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import Diagnostic, Severity, in_order
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.config.settings import Plugin
    from factbook.content.model import Corpus, Record
    from factbook.diagnostics.types import Span
    from factbook.evidence.model import Evidence, HeldText


@frozen
class Answer:
    """One answer, and where it stands."""

    code: str
    about: str
    record: Record
    number: int

    def concerns(self, problem: Diagnostic) -> bool:
        """Whether a problem has the code, stands in the record, and shows the words."""
        if problem.code != self.code or problem.span.path != self.record.tree.path:
            return False
        shown = (problem.message, self.record.id, *(label.text for label in problem.labels))
        return _stands_in(problem.span, self.record.span()) and any(_plain(self.about) in _plain(s) for s in shown)


def settled(
    problems: Iterable[Diagnostic], corpus: Corpus, evidence: Evidence, plugins: Iterable[Plugin] = ()
) -> tuple[Diagnostic, ...]:
    """The problems without the warnings that are answered, and a warning for each answer to nothing."""
    told = tuple(problems)
    answers = tuple(_answers(corpus))
    if not answers:
        return told
    answering = {number: a for a in answers for number, problem in enumerate(told) if a.concerns(problem)}
    left = [p for number, p in enumerate(told) if p.is_error or number not in answering]
    used = {id(answer) for number, answer in answering.items() if not told[number].is_error}
    errors = {id(answer) for number, answer in answering.items() if told[number].is_error}
    unused = (answer for answer in answers if id(answer) not in used)
    others = tuple(f"{plugin.name}-" for plugin in plugins)
    return in_order((*left, *(p for a in unused for p in _unused(a, id(a) in errors, corpus, evidence, others))))


def _answers(corpus: Corpus) -> Iterator[Answer]:
    for record in _records(corpus):
        value = record.tree.value
        given = value.get("answered", ()) if isinstance(value, dict) else ()
        for number, answer in enumerate(given):
            assert isinstance(answer, dict)
            yield Answer(str(answer["code"]), str(answer["about"]), record, number)


def _records(corpus: Corpus) -> Iterator[Record]:
    for things in (corpus.sources, corpus.actors, corpus.topics, corpus.series, corpus.facts):
        yield from (thing.record for thing in things.values())
    if corpus.briefing.record is not None:
        yield corpus.briefing.record


def _unused(
    answer: Answer, is_error: bool, corpus: Corpus, evidence: Evidence, others: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """`others` begin the codes of plugins."""
    codes = catalogue.names()
    advice = "Take the answer out, or write its words as the warning shows them."
    if answer.code not in codes and not answer.code.startswith(others):
        message = f"there is no message `{answer.code}`"
        advice = f"Did you mean `{close[0]}`?" if (close := did_you_mean(answer.code, codes)) else advice
    elif is_error:
        message, advice = f"`{answer.code}` is an error here: it is mended, not answered", "Take the answer out."
    elif not _looked_into(answer.record, corpus, evidence.held_texts):
        return  # a check of texts did not run, so nobody knows
    else:
        message = f"nothing here is told as `{answer.code}` about “{answer.about}”"
    span = answer.record.span("answered", answer.number, "code")
    yield Diagnostic("answer-unused", message, span, Severity.WARNING, help=(advice,))


def _looked_into(record: Record, corpus: Corpus, held_texts: Mapping[str, HeldText]) -> bool:
    """Whether every check of a record ran: that of a fact or source needs the texts."""
    if record.kind == "source":
        named = {record.id}
    elif record.kind == "fact":
        named = {citation.source for citation in corpus.facts[record.id].citations}
    else:
        return True
    return all(name in held_texts and held_texts[name].held == "text" for name in named)


def _stands_in(inner: Span, outer: Span) -> bool:
    place = inner.line, inner.column
    return (outer.line, outer.column) <= place <= (outer.end_line, outer.end_column)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
