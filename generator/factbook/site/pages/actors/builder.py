"""Site: everybody who speaks or is spoken of, by side; and which side speaks of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.collation import collation_key
from factbook.site.frames import framed
from factbook.site.letters import AT_MOST, Letter, letter_bar, lettered
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.actors.between import between
from factbook.site.pages.actors.markdown import markdown
from factbook.site.provenance import updated
from factbook.site.sides import row_of, row_title, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.site.fragments import Fragments

_EACH = 40
"""So many of a side are named on the first page where there are pages by letter."""


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """Who says what, and a page for each letter where there are many."""
    names = sorted(
        ((made.texts.actor_name(name), name) for name in made.corpus.actors),
        key=lambda pair: collation_key(pair[0], made.language),
    )
    letters = lettered(names)
    html = framed(
        "actors",
        made.words,
        line=made.words.count("{n} person, state or body", "{n} people, states and bodies", len(names)),
        letters=letter_bar(made.words, "actors/", letters),
        sided=bool(made.corpus.briefing.sides),
        sides=_sides(made, [one for _, one in names], whole=not letters),
        between=between(made),
    )
    title = made.words.say("Who says what")
    about = made.words.say("The people, states and organisations in this briefing, and how much each of them says")
    yield Page("actors/", "actors", "", title, about, html, "actors", updated(made.corpus.facts.values()))
    for letter in letters:
        yield _letter(made, letter, letters, title, about)


def _letter(made: Fragments, letter: Letter, letters: tuple[Letter, ...], title: str, about: str) -> Page:
    bar = letter_bar(made.words, "actors/", letters, letter.folder)
    html = f"<h1>{title} <small>{letter.name}</small></h1>{bar}{_list(made, letter.ids)}"
    plain = f"{title}, {letter.name}"
    path = f"actors/{letter.folder}/"
    return Page(path, "actors", "", plain, about, html, "actors", markdown=False, picture_of="actors/")


def _sides(made: Fragments, names: list[str], *, whole: bool) -> str:
    """A section for each side, or one for all where none are declared."""
    if not made.corpus.briefing.sides:
        return _list(made, names[:AT_MOST])
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(row_of(made.corpus, name), []).append(name)
    sections = []
    for row in rows(made.corpus, set(groups)):
        found = sorted(groups[row], key=lambda name: -len(made.spoken.facts.get(name, ())))
        shown = found if whole else found[:_EACH]
        rest = made.words.count("and {n} more", "and {n} more", len(found) - len(shown))
        more = f'<p class="keyline">{rest}</p>' if len(found) > len(shown) else ""
        title = row_title(made.corpus, made.texts, row)
        sections.append(f'<section><h2 id="{row or "Others"}">{title}</h2>{_list(made, shown)}{more}</section>')
    return "".join(sections)


def _list(made: Fragments, names: Iterable[str]) -> str:
    inner = "".join(f"<li>{made.texts.actor_link(name)}{_counts(made, name)}</li>" for name in names)
    return f'<ul class="links wide">{inner}</ul>'


def _counts(made: Fragments, name: str) -> str:
    """How much somebody says, and in how many facts the name is."""
    words, deeds = made.spoken.facts.get(name, {}), made.acting.get(name, {})
    said = len(words)
    named = len(made.standing({**dict.fromkeys(made.corpus.facts_by_actor.get(name, ())), **words, **deeds}))
    parts = []
    if said:
        parts.append(made.words.count("{n} statement", "{n} statements", said))
    printed = made.published[name]
    if not said and not named and printed:
        return f"&nbsp;<small>{made.words.count('{n} source', '{n} sources', printed)}</small>"
    if named > said or not said:
        parts.append(made.words.count("named in {n} fact", "named in {n} facts", named))
    return f"&nbsp;<small>{' · '.join(parts)}</small>"


TYPE = PageType("actors", "actors/", alone, pages, markdown)
