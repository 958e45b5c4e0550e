"""Pages: a fact's view, made once an edition, and the one-line version that leads to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from factbook.site.components import citation as citations
from factbook.site.components import date_words as when
from factbook.site.components import figure_words as numbers
from factbook.site.components import statement as statements
from factbook.site.components import status
from factbook.site.components import text_and_links as parts
from factbook.site.urls import page_path
from factbook.site.views import parts as view
from factbook.site.views import placeholders as marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.model import Fact, Record
    from factbook.site.context import Desk


def fact(desk: Desk, given: Fact) -> view.Fact:
    """The fact as it stands on every page of this edition, made when more than its id is asked for."""
    return view.later(view.Fact, given.id, lambda: _kept(desk, given))


def fact_list(
    desk: Desk, heading: view.Heading, facts: Iterable[Fact], more: view.Link | None = None
) -> view.FactList | None:
    """A section of facts; none when there are none. `more` leads to those that are left out."""
    made = tuple(fact(desk, given) for given in facts)
    return view.FactList(heading, made, more) if made else None


def brief(desk: Desk, given: Fact) -> view.Brief:
    """A fact in one line, made when more than its id is asked for."""
    return view.later(view.Brief, given.id, lambda: _kept(desk, given).brief)


def position(desk: Desk, given: Fact) -> view.Brief:
    """The line under its speaker's name, made when more than its id is asked for."""
    return view.later(view.Brief, given.id, lambda: _kept(desk, given).position)


def speakers(desk: Desk, given: Fact) -> str:
    """Who stands behind a fact, in one phrase: `Ukraine and the United States`."""
    names = tuple(parts.actor_name(desk, actor).words for actor in desk.corpus.asserters(given))
    return desk.wording.listed(names)


def is_faint(desk: Desk, given: Fact) -> bool:
    """Whether a fact no longer stands as it was said: superseded, deprecated or retracted."""
    superseded = bool(desk.facts(desk.corpus.superseded_by.get(given.id, ())))
    return superseded or given.rank == "deprecated" or given.retracted is not None


def edit_link(desk: Desk, record: Record) -> tuple[str, str]:
    """The address of a record's very line in the repository, and the words for it; empty without a repository."""
    span = record.span()
    if not desk.settings.repository:
        return "", ""
    address = f"{desk.settings.repository.rstrip('/')}/edit/{quote(desk.settings.branch)}/{edit_path(record)}"
    words = desk.wording.say("Edit, line {line} of {file}", line=span.line, file=span.path.rpartition("/")[2])
    return address, words


def edit_path(record: Record) -> str:
    """File and line of a record in the repository, as the end of the address that edits it."""
    span = record.span()
    return f"{quote(span.path)}#L{span.line}"


def counts(desk: Desk, given: Fact) -> str:
    """`2 sources · 1 origin · 3 asserters`"""
    found, count = desk.corpus.counts(given), desk.wording.count
    return " · ".join(
        (
            count("{n} source", "{n} sources", found.sources),
            count("{n} origin", "{n} origins", found.origins),
            count("{n} asserter", "{n} asserters", found.asserters),
        )
    )


def figure_words(desk: Desk, given: Fact) -> str:
    """A fact's figure with its unit; empty without one."""
    return numbers.with_unit(desk, given.figure) if given.figure else ""


def _kept(desk: Desk, given: Fact) -> view.Fact:
    """For the few facts of which a page needs more than the texts that are made of all beforehand."""
    if given.id not in desk.made:
        desk.made[given.id] = whole(desk, given)
    return desk.made[given.id]


def whole(desk: Desk, given: Fact) -> view.Fact:
    """The fact, made now."""
    said = statements.statement(desk, given)
    edit, edit_words = edit_link(desk, given.record)
    line = _brief(desk, given, said)
    return view.Fact(
        id=given.id,
        when=line.when,
        statement=said,
        attribution=_attribution(desk, given, said),
        caveat=_caveat(desk, given),
        statuses=status.statuses(desk, given),
        counts=counts(desk, given),
        cites=line.cites,
        citations=citations.citations(desk, given),
        permalink=marks.page(page_path("fact", given.id)),
        edit=edit,
        edit_words=edit_words,
        faint=line.faint,
        home=parts.home(desk, given),
        href=line.href,
        brief=line,
        position=_position(desk, given, line),
    )


def _brief(desk: Desk, given: Fact, said: view.Statement) -> view.Brief:
    return view.Brief(
        id=given.id,
        href=parts.fact_href(desk, given),
        when=when.event(desk.wording, given),
        words=statements.first_sentence(said),
        speaker=speakers(desk, given),
        cites=citations.cites(desk, given),
        faint=is_faint(desk, given),
    )


def _position(desk: Desk, given: Fact, line: view.Brief) -> view.Brief:
    if given.figure is not None and given.figure.series in desk.corpus.series:
        series = parts.text(desk, desk.corpus.series[given.figure.series].title).words
        value = numbers.figure_words(desk.wording, given.figure)
        words = view.Statement((view.Run(value, "", True), view.Run(f" · {series}")))
        return replace(line, words=words)
    return _without_speaker(line) if len(given.asserted_by) == 1 else line


def _without_speaker(line: view.Brief) -> view.Brief:
    """The words after the speaker's name, which stands above them already."""
    first, *rest = line.words.runs or (view.Run(""),)
    if not (first.strong and rest and rest[0].words.startswith(" ")):
        return line
    runs = (view.Run(rest[0].words.lstrip(), rest[0].href), *rest[1:])
    return replace(line, words=replace(line.words, runs=runs))


def _caveat(desk: Desk, given: Fact) -> view.Statement | None:
    return None if given.caveat is None else statements.linked(desk, given.caveat)


def _attribution(desk: Desk, given: Fact, said: view.Statement) -> tuple[view.Run, ...]:
    """Who says so, linked, when the statement names none of them as a link."""
    there = {run.href for run in said.runs if run.href}
    missing = [parts.actor_link(desk, actor) for actor in given.asserted_by]
    missing = [link for link in missing if link.href not in there]
    if not missing:
        return ()
    runs = [view.Run(desk.wording.say("Said by") + " ")]
    for number, link in enumerate(missing):
        runs.extend((*((view.Run(", "),) if number else ()), view.Run(link.text.words, link.href)))
    return tuple(runs)
