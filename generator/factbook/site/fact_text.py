"""Site: the texts of a fact, each made once as a constant string that any page may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site import chips, dates
from factbook.site.html import escape, link
from factbook.site.markdown_escape import escaped
from factbook.site.status import Status, statuses
from factbook.site.urls import ROOT, fact_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.content.model import Corpus, Fact
    from factbook.site.i18n import Wording
    from factbook.site.reports import Report
    from factbook.site.texts import Texts


@frozen
class FactText:
    """What is printed of a fact. All but `plain` and `when` is finished HTML."""

    id: str
    plain: str
    """The statement, as plain text."""
    statement: str
    """With its links, who speaks in bold."""
    when: str
    """Its date, as plain text."""
    said: str
    """`said 5 Nov 2024`, where that was another day than the event; plain text."""
    chips: str
    statuses: tuple[Status, ...]
    caveat: str
    row: str
    """`<li>`: the fact as every list shows it."""
    line: str
    """The same as one line without exceptions, for timelines and lists of changes."""
    markdown: str
    """The same row as an item of a list in Markdown."""

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(status.kind for status in self.statuses)


def fact_text(corpus: Corpus, texts: Texts, reports: Mapping[str, Report], fact: Fact) -> FactText:
    """All texts of a fact."""
    plain, when = texts.plain(fact.statement), dates.of_fact(texts.words, fact)
    statement = texts.html(fact.statement, bold=corpus.asserters(fact))
    mentioned = chips.mentions(corpus, reports, (fact,))
    group = chips.group(mentioned, texts.words)
    found = statuses(corpus, texts, fact)
    caveat, said = texts.html(fact.caveat), _said(texts.words, fact)
    say = f'<p class="say">{statement}&nbsp;{group}</p>'
    date = link(fact_path(fact.id), escape(when))
    kinds = " ".join((*(status.kind for status in found), *(("figure",) if fact.figure else ())))
    rail = f'<p class="when">{date}{f"<br><small>{escape(said)}</small>" if said else ""}</p>'
    row = (
        f'<li class="fact{_struck(found)}" id="{fact.id}" data-fact="{fact.id}" data-is="{kinds}">'
        f"{rail}{say}{_meta(found, caveat)}</li>"
    )
    line = f'<li data-fact="{fact.id}"><span class="when">{date}</span> {statement}&nbsp;{group}</li>'
    markdown = _markdown(texts, fact, when, mentioned, found)
    return FactText(fact.id, plain, statement, when, said, group, found, caveat, row, line, markdown)


def _said(words: Wording, fact: Fact) -> str:
    if fact.asserted_on is None or fact.asserted_on.text == fact.date.text:
        return ""
    return words.say("said {date}", date=dates.words(words, fact.asserted_on))


def _struck(found: tuple[Status, ...]) -> str:
    return " superseded" if any(status.kind in ("superseded", "retracted") for status in found) else ""


def _meta(found: tuple[Status, ...], caveat: str) -> str:
    """The exceptions and the caveat; nothing for the usual fact."""
    parts = [*(status.html for status in found), *((caveat,) if caveat else ())]
    return f'<p class="meta">{"<br>".join(parts)}</p>' if parts else ""


def _markdown(
    texts: Texts, fact: Fact, when: str, mentioned: tuple[chips.Mention, ...], found: tuple[Status, ...]
) -> str:
    names = ", ".join(_report_name(one, texts.words) for one in mentioned)
    notes = [escaped(status.word) for status in found]
    if fact.caveat is not None:
        notes.append(texts.markdown(fact.caveat))
    note = f" *{' · '.join(notes)}*" if notes else ""
    date = f"[{escaped(when)}]({ROOT}{fact_path(fact.id)})"
    return f"- {date}: {texts.markdown(fact.statement)} ({names}){note}\n"


def _report_name(mention: chips.Mention, words: Wording) -> str:
    copies = len(mention.sources)
    return escaped(mention.report.short) + (f" ×{words.number(copies)}" if copies > 1 else "")
