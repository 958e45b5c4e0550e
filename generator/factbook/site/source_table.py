"""Site: the sources of a page, by the original report that they go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site import chips
from factbook.site.html import escape, link
from factbook.site.markdown_escape import escaped
from factbook.site.reports import source_name
from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments

_ROWS = 20
"""So many reports are shown, the most used first."""


def source_table(made: Fragments, facts: Sequence[Fact]) -> str:
    """A row a report: whose it is, of when, where it was read, and for how many facts."""
    words = made.words
    titles = (words.say("Report"), words.say("Dated"), words.say("Read in"), words.say("Used in"))
    head = "".join(f"<th>{title}</th>" for title in titles[:3]) + f'<th class="r">{titles[3]}</th>'
    found = _by_use(made, facts)
    body = "".join(_row(made, one) for one in found[:_ROWS])
    if not body:
        return ""
    table = f'<table class="flow sources"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    rest = len(found) - _ROWS
    more = words.count("and {n} more report", "and {n} more reports", rest)
    return f'{table}<p class="keyline">{link("sources/", more)}</p>' if rest > 0 else table


def report_count(made: Fragments, facts: Sequence[Fact]) -> int:
    """How many original reports carry these facts."""
    return len(chips.mentions(made.corpus, made.reports, facts))


def source_lines(made: Fragments, facts: Sequence[Fact]) -> Iterator[str]:
    """The same in Markdown."""
    for one in _by_use(made, facts):
        read = ", ".join(
            f"[{escaped(source_name(made.corpus, made.texts, made.corpus.sources[name]))}]"
            f"({ROOT}{page_path('source', name)}index.md)"
            for name in one.sources
        )
        date = escaped(one.report.dates[2] or made.words.say("date not stated"))
        yield f"- {escaped(one.report.name)}, {date}: {read}\n"


def _by_use(made: Fragments, facts: Sequence[Fact]) -> list[chips.Mention]:
    found = chips.mentions(made.corpus, made.reports, facts)
    return sorted(found, key=lambda one: -len(one.facts))


def _row(made: Fragments, mention: chips.Mention) -> str:
    report, words = mention.report, made.words
    whose = made.texts.actor_link(report.speaker) if report.speaker else escape(report.name)
    date = escape(report.dates[2] or words.say("not stated"))
    read = ", ".join(_read_in(made, name) for name in mention.sources)
    used = words.count("{n} fact", "{n} facts", len(mention.facts))
    return f'<tr><td>{whose}</td><td>{date}</td><td>{read}</td><td class="r">{used}</td></tr>'


def _read_in(made: Fragments, name: str) -> str:
    source = made.corpus.sources[name]
    inner = escape(source_name(made.corpus, made.texts, source))
    language = made.words.language_name(source.language) if source.language != made.language else ""
    return link(page_path("source", name), inner) + (f" ({escape(language)})" if language else "")
