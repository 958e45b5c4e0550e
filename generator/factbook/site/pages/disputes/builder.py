"""Site: the page of disputes: who says what against whom, with the reports behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts.series_chart import small_mark
from factbook.site.fact_list import fact_list
from factbook.site.figures import with_unit
from factbook.site.frames import framed
from factbook.site.html import escape, link
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.disputes.cases import Case, cases, refusals
from factbook.site.pages.disputes.markdown import markdown
from factbook.site.paging import numbered_bar, numbered_path
from factbook.site.provenance import updated
from factbook.site.urls import fact_path, page_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments

_FOLDER = "disputes/"
_CASES = 20
"""So many cases on one page."""
_CLAIMS = 8
"""So many facts of one case are shown, the newest."""
_REFUSALS = 30


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """The page of disputes, and further ones where there are many."""
    found = cases(made)
    told = {fact.id for case in found for fact in case.facts}
    refused = tuple(fact for fact in refusals(made) if fact.id not in told)
    of = max(1, -(-len(found) // _CASES), -(-len(refused) // _REFUSALS))
    for number in range(1, of + 1):
        shown = found[(number - 1) * _CASES : number * _CASES]
        denied = refused[(number - 1) * _REFUSALS : number * _REFUSALS]
        declared = sum(1 for case in found if case.declared)
        yield _page(made, shown, denied, (declared, len(found) - declared, len(refused)), number, of)


def _page(
    made: Fragments, shown: Sequence[Case], denied: Sequence[Fact], counts: tuple[int, int, int], number: int, of: int
) -> Page:
    html = framed(
        "disputes",
        made.words,
        counted=_counted(made, *counts),
        declared="".join(_case(made, case) for case in shown if case.declared),
        differing="".join(_case(made, case) for case in shown if not case.declared),
        refused=fact_list(made, denied, filters=False) if denied else "",
        further=numbered_bar(made.words, _FOLDER, number, of),
    )
    title = made.words.say("Disputes")
    return Page(
        path=numbered_path(_FOLDER, number),
        kind="disputes",
        id="",
        title=title if number == 1 else f"{title}, {made.words.number(number)}",
        description=made.words.say("Where the sources of this briefing disagree, side by side."),
        html=html,
        section="disputes",
        updated=updated(fact for case in shown for fact in case.facts),
        markdown=number == 1,
        picture_of="" if number == 1 else _FOLDER,
    )


def _counted(made: Fragments, disputes: int, differing: int, refused: int) -> str:
    count = made.words.count
    parts = (
        (disputes, count("{n} dispute", "{n} disputes", disputes)),
        (differing, count("{n} number with different figures", "{n} numbers with different figures", differing)),
        (refused, count("{n} denial or refusal to confirm", "{n} denials and refusals to confirm", refused)),
    )
    return "".join(f"<span>{words}</span>" for number, words in parts if number)


def _case(made: Fragments, case: Case) -> str:
    shown = case.facts[-_CLAIMS:]
    claims = "".join(_claim(made, fact) for fact in shown)
    more = ""
    if len(shown) < len(case.facts):
        rest = made.words.count("and {n} earlier", "and {n} earlier", len(case.facts) - len(shown))
        more = f'<p class="who">{link(_leads_to(made, case), rest)}</p>'
    return f'<section class="case"><h3>{_title(made, case)}</h3><div class="sides">{claims}</div>{more}</section>'


def _title(made: Fragments, case: Case) -> str:
    """The series of the figures, else the topic of the facts."""
    if case.series in made.corpus.series:
        return link(page_path("series", case.series), made.texts.html(made.corpus.series[case.series].title))
    topic = next((name for fact in case.facts for name in fact.topics if name in made.corpus.topics), None)
    return made.texts.topic_link(topic) if topic else made.words.say("Disputed")


def _leads_to(made: Fragments, case: Case) -> str:
    if case.series in made.corpus.series:
        return page_path("series", case.series)
    return next(
        (page_path("topic", name) for fact in case.facts for name in fact.topics if name in made.corpus.topics), ""
    )


def _claim(made: Fragments, fact: Fact) -> str:
    """The figure big where the fact gives one, the statement in any case."""
    text = made.fact(fact.id)
    when = link(fact_path(fact.id), escape(text.when))
    notes = [status.html for status in text.statuses if status.kind != "disputed"]
    meta = f'<p class="meta">{"<br>".join(notes)}</p>' if notes else ""
    big = drawing = ""
    if fact.figure is not None:
        big = f'<p class="big">{escape(with_unit(made.corpus, made.texts, fact.figure))}</p>'
        drawing = small_mark(made, fact.id)
    return (
        f'<div class="claim" id="{fact.id}" data-fact="{fact.id}">{big}{drawing}'
        f'<p class="say">{text.statement}&nbsp;{text.chips}</p><p class="who">{when}</p>{meta}</div>'
    )


TYPE = PageType("disputes", _FOLDER, alone, pages, markdown)
