"""Site: citation chips: small links that name the reports behind a fact, the same wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.html import escape
from factbook.site.urls import ROOT, fact_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factbook.content.model import Corpus, Fact
    from factbook.site.i18n import Wording
    from factbook.site.reports import Report

_ALL = 5
"""So many chips of a group are shown; of more, one fewer and how many there are besides."""


@frozen
class Mention:
    """A report that carries one or several facts, with those of its copies that are cited."""

    report: Report
    facts: tuple[str, ...]
    sources: tuple[str, ...]


def mentions(corpus: Corpus, reports: Mapping[str, Report], facts: Sequence[Fact]) -> tuple[Mention, ...]:
    """The reports behind facts, each once, in the order in which they are cited."""
    behind: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for fact in facts:
        for citation in fact.citations:
            origin = corpus.origin_of[citation.source]
            names, sources = behind.setdefault(origin, ({}, {}))
            names[fact.id] = sources[citation.source] = None
    return tuple(Mention(reports[name], tuple(ids), tuple(sources)) for name, (ids, sources) in behind.items())


def group(found: Sequence[Mention], words: Wording) -> str:
    """The chips of a group, joined; nothing for none."""
    if not found:
        return ""
    shown = found if len(found) <= _ALL else found[: _ALL - 1]
    chips = [_chip(one, _telling_date(one.report, found), words) for one in shown]
    if len(shown) < len(found):
        chips.append(_more(found, len(found) - len(shown), words))
    return f'<span class="cites">{" ".join(chips)}</span>'


def _chip(mention: Mention, dated: str, words: Wording) -> str:
    report, copies = mention.report, len(mention.sources)
    times = f'<span class="n"> ×{words.number(copies)}</span>' if copies > 1 else ""
    year = f'<span class="p"> {report.dates[0]}</span>' if report.shared and not dated and report.day else ""
    date = f'<span class="d"> {dated}</span>' if dated else ""
    facts = f' data-facts="{" ".join(mention.facts)}"' if len(mention.facts) > 1 else ""
    return (
        f'<a class="citation" data-origin="{report.anchor}" data-sources="{" ".join(mention.sources)}"{facts}'
        f' href="{ROOT}{fact_path(mention.facts[0])}#{report.anchor}" aria-label="{escape(_spoken(mention, words))}">'
        f"{escape(report.short)}{date}{year}{times}</a>"
    )


def about(report: Report, copies: int, words: Wording) -> str:
    """`16 Nov 2024 · one report in 2 copies`, in plain words."""
    parts = [report.dates[2] or words.say("date not stated")]
    if copies > 1:
        parts.append(words.count("one report in {n} copy", "one report in {n} copies", copies))
    return " · ".join(parts)


def _spoken(mention: Mention, words: Wording) -> str:
    """What a chip is called where it is heard; begins with the words that are seen on it."""
    said = about(mention.report, len(mention.sources), words).replace(" · ", ", ")
    name = mention.report.short
    full = f": {mention.report.name}" if mention.report.name != name else ""
    return words.say("{report}, {date}; quotes", report=f"{name}{full}", date=said)


def _telling_date(report: Report, found: Sequence[Mention]) -> str:
    """The shortest date that tells a report from others of its name in the group; empty where there is no other."""
    others = [one.report for one in found if one.report.short == report.short and one.report.id != report.id]
    if not others or not report.day:
        return ""
    for place, date in enumerate(report.dates):
        if all(other.dates[place] != date for other in others):
            return date
    return report.dates[-1]


def _more(found: Sequence[Mention], rest: int, words: Wording) -> str:
    first = found[_ALL - 1].facts[0]
    label = words.count("{n} more", "{n} more", rest)
    return f'<a class="citation more" href="{ROOT}{fact_path(first)}#Quotes">{label}</a>'
