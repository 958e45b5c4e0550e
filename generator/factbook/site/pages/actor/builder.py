"""Site: the page of an actor: who it is, what it says, what it does, what others say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.fact_list import fact_list, further
from factbook.site.frames import framed
from factbook.site.html import link
from factbook.site.page import Page, PageType
from factbook.site.pages.actor.about import about
from factbook.site.pages.actor.company import company
from factbook.site.pages.actor.concerned import Concerned, concerned
from factbook.site.pages.actor.markdown import markdown
from factbook.site.pages.actor.sections import by_topic, folded, listed
from factbook.site.paging import AT_MOST, Part, further_page, parted
from factbook.site.provenance import edit_path, updated
from factbook.site.section_bar import section_bar
from factbook.site.sides import row_of, row_title
from factbook.site.source_table import report_count, source_table
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factbook.content.model import Actor
    from factbook.site.fragments import Fragments


def _ids(made: Fragments) -> Iterable[str]:
    return made.corpus.actors


def pages(made: Fragments, name: str) -> Iterator[Page]:
    """The page of an actor, and one for each year of the facts about it when they are many."""
    actor = made.corpus.actors[name]
    found = concerned(made, name)
    _, parts = parted(found.all)
    first = _first(made, actor, found, parts)
    yield first
    for part in parts:
        yield _further(made, first, actor, part, parts)


def _first(made: Fragments, actor: Actor, found: Concerned, parts: Sequence[Part]) -> Page:
    path, whole = page_path("actor", actor.id), not parts
    html = framed(
        "actor",
        made.words,
        bar=_bar(made, found),
        kicker=_kicker(made, actor),
        title=made.texts.html(actor.name),
        name=made.texts.html(actor.name),
        answer=made.prose(actor.summary),
        line=_line(made, found),
        about=about(made, actor),
        says=by_topic(made, found.says, whole=whole),
        through=_is_whole(made, actor),
        does=listed(made, found.does if whole else found.does[:6]),
        others=folded(made, found.others, whole=whole),
        others_count=made.words.count("{n} fact", "{n} facts", len(found.others)),
        further=further(made, path, parts),
        company=company(made, actor.id, found.all),
        sources=source_table(made, found.all),
    )
    return Page(
        path=path,
        kind="actor",
        id=actor.id,
        title=made.texts.plain(actor.name),
        description=made.texts.plain(actor.summary),
        html=html,
        section="actors",
        updated=updated(found.all),
        edit_path=edit_path(actor.record),
    )


def _further(made: Fragments, first: Page, actor: Actor, part: Part, parts: Sequence[Part]) -> Page:
    inner = further(made, first.path, parts, part.name) + fact_list(made, part.facts)
    path = f"{first.path}{part.name}/"
    return further_page(first, path, made.texts.html(actor.name), part.title, inner, part.facts)


def _bar(made: Fragments, found: Concerned) -> str:
    if len(found.all) * 2 < AT_MOST:
        return ""
    say = made.words.say
    return section_bar(
        made.words,
        (
            ("About", say("About"), None, True),
            ("Says", say("Says"), len(found.says), True),
            ("Does", say("Does"), len(found.does), bool(found.does)),
            ("Others", say("What others say"), len(found.others), bool(found.others)),
            ("Company", say("Appears with"), None, True),
            ("Sources", say("Sources"), report_count(made, found.all), True),
        ),
    )


def _kicker(made: Fragments, actor: Actor) -> str:
    home = link("actors/", made.words.say("Who says what"))
    row = row_of(made.corpus, actor.id)
    if not row or row == actor.id:
        return home
    title = row_title(made.corpus, made.texts, row)
    return f"{home} › {link(f'actors/#{row}', title) if made.corpus.briefing.sides else title}"


def _line(made: Fragments, found: Concerned) -> str:
    words = made.words
    parts = []
    if found.says:
        parts.append(words.count("{n} statement", "{n} statements", len(found.says)))
    if found.all:
        parts.append(words.count("named in {n} fact", "named in {n} facts", len(found.all)))
    if newest := made.newest_event(found.all):
        parts.append(words.say("newest event {date}", date=newest))
    if (day := updated(found.all)) is not None:
        parts.append(words.say("last edited {date}", date=words.day(day)))
    return "".join(f"<span>{part}</span>" for part in parts)


def _is_whole(made: Fragments, actor: Actor) -> bool:
    """Whether others speak for it."""
    return any(name != actor.id for name in made.spoken.through.get(actor.id, ()))


TYPE = PageType("actor", "actors/", _ids, pages, markdown)
