"""Site: every source by the report that it goes back to, and how facts are checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factbook.site.collation import collation_key
from factbook.site.frames import framed
from factbook.site.html import escape, items, link
from factbook.site.letters import Letter, filled, letter_bar, lettered
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.sources.markdown import markdown
from factbook.site.provenance import updated
from factbook.site.reports import source_name
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.site.fragments import Fragments
    from factbook.site.reports import Report
    from factbook.site.texts import Texts

_SHOWN = 200
"""So many reports and copies of them stand on the first page where there are pages by letter: those used most."""


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """Sources and method, and a page for each letter where there are many."""
    words = made.words
    reports = sorted(made.reports.values(), key=lambda report: collation_key(report.name, made.language))
    weigh = partial(_weight, made)
    letters = lettered([(report.name, report.id) for report in reports], weigh)
    if letters:
        used = sorted(reports, key=lambda report: -_used(made, report))
        first = next(filled([report.id for report in used], weigh, _SHOWN))
    else:
        first = [report.id for report in reports]
    html = framed(
        "sources",
        words,
        line=words.say(
            "{sources}, from {reports}",
            sources=words.count("{n} source", "{n} sources", len(made.corpus.sources)),
            reports=words.count("{n} original report", "{n} original reports", len(reports)),
        ),
        letters=letter_bar(words, "sources/", letters),
        table=_table(made, (made.reports[one] for one in first)),
        articles=items(map(partial(_article, made.texts), made.articles), '<ul class="links">'),
    )
    title = words.say("Sources & method")
    about = words.say("The documents behind this briefing, by the report they go back to, and how facts are checked")
    yield Page("sources/", "sources", "", title, about, html, "sources", updated(made.corpus.facts.values()))
    for letter in letters:
        yield _letter(made, letter, letters, about)


def _article(texts: Texts, page: Page) -> str:
    """A line on a hand-written page."""
    said = texts.foreign if page.language != texts.language else lambda text, _: escape(text)
    title, about = said(page.title, page.language), said(page.description, page.language)
    return f"{link(page.address, title)}<br><small>{about}</small>"


def _letter(made: Fragments, letter: Letter, letters: tuple[Letter, ...], about: str) -> Page:
    title = made.words.say("Sources")
    bar = letter_bar(made.words, "sources/", letters, letter.folder)
    html = (
        f"<h1>{title} <small>{letter.name}</small></h1>{bar}{_table(made, (made.reports[one] for one in letter.ids))}"
    )
    path, plain = f"sources/{letter.folder}/", f"{title}, {letter.name}"
    return Page(path, "sources", "", plain, about, html, "sources", markdown=False, picture_of="sources/")


def _table(made: Fragments, reports: Iterable[Report]) -> str:
    say = made.words.say
    titles = (say("Report"), say("Dated"), say("Read in"))
    head = "".join(f"<th>{title}</th>" for title in titles) + f'<th class="r">{say("Used in")}</th>'
    body = "".join(_row(made, report) for report in reports)
    return f'<table class="flow sources"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(made: Fragments, report: Report) -> str:
    whose = made.texts.actor_link(report.speaker) if report.speaker else escape(report.name)
    date = escape(report.dates[2] or made.words.say("not stated"))
    read = "<br>".join(_document(made, name) for name in made.corpus.origins[report.id].sources)
    used = made.words.count("{n} fact", "{n} facts", _used(made, report))
    return f'<tr id="{report.anchor}"><td>{whose}</td><td>{date}</td><td>{read}</td><td class="r">{used}</td></tr>'


def _document(made: Fragments, name: str) -> str:
    source = made.corpus.sources[name]
    publisher = source_name(made.corpus, made.texts, source)
    title = made.texts.plain(source.title) or made.words.say("Untitled item, {publisher}", publisher=publisher)
    told = [] if source.title is None else [escape(publisher)]
    if source.language != made.language:
        told.append(escape(made.words.language_name(source.language)))
    small = f" <small>{', '.join(told)}</small>" if told else ""
    return link(page_path("source", name), made.texts.foreign(title, source.language)) + small


def _weight(made: Fragments, report: str) -> int:
    """A row, and a line for each document in it."""
    return 1 + len(made.corpus.origins[report].sources)


def _used(made: Fragments, report: Report) -> int:
    by_source = made.corpus.facts_by_source
    return len({fact for name in made.corpus.origins[report.id].sources for fact in by_source.get(name, ())})


TYPE = PageType("sources", "sources/", alone, pages, markdown)
