"""Pages: who an actor is: kind, roles over time, what it is part of, spellings, and what the site holds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.components import date_words as when
from factbook.site.components import source_list as origins
from factbook.site.components import text_and_links as parts
from factbook.site.pages.actor.view import CardRow
from factbook.site.views.parts import Link, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.content.model import Actor, Fact, Role
    from factbook.site.context import Desk
    from factbook.site.i18n import Wording

KINDS = ("person", "state", "organisation", "armed-force", "group", "media")
"""In the order of the list of actors."""
_NAMED = 12
"""Members that stand on the card."""


def card(desk: Desk, given: Actor, said: Sequence[Fact], said_of: Sequence[Fact]) -> tuple[CardRow, ...]:
    """The lines of an actor's card; one without anything to say is left out."""
    say = desk.wording.say
    rows = (
        CardRow(say("Role") if len(given.roles) == 1 else say("Roles"), tuple(_roles(desk, given))),
        CardRow(say("Part of"), tuple(_part_of(desk, given))),
        CardRow(say("Includes"), tuple(_members(desk, given))),
        CardRow(say("Country"), _country(desk, given)),
        CardRow(say("Spellings"), tuple(_spellings(desk, given))),
        CardRow(say("Elsewhere"), tuple(_same_as(given))),
        CardRow(say("On this site"), (_held(desk, said, said_of),)),
    )
    return tuple(row for row in rows if row.values)


def kind(wording: Wording, name: str) -> str:
    """The word for one actor of a kind."""
    words = {
        "person": wording.say("Person"),
        "state": wording.say("State"),
        "organisation": wording.say("Organisation"),
        "armed-force": wording.say("Armed force"),
        "group": wording.say("Group"),
        "media": wording.say("Media"),
    }
    return words.get(name, name)


def kinds(wording: Wording, name: str) -> str:
    """The heading over several."""
    words = {
        "person": wording.say("People"),
        "state": wording.say("States"),
        "organisation": wording.say("Organisations"),
        "armed-force": wording.say("Armed forces"),
        "group": wording.say("Groups"),
        "media": wording.say("Media and agencies"),
    }
    return words.get(name, name)


def role(desk: Desk, given: Actor) -> str:
    """The present role in a few words; empty without one."""
    present = next((role for role in given.roles if role.until is None), None)
    return parts.name(desk, present.title).words if present else ""


def who(desk: Desk, given: Actor) -> str:
    """A few words on who somebody is: the role, else the kind and the country."""
    if found := role(desk, given):
        return found
    country = desk.wording.country(given.country) if given.country and given.kind != "state" else ""
    return ", ".join(filter(None, (kind(desk.wording, given.kind), country)))


def _roles(desk: Desk, given: Actor) -> Iterator[Link]:
    for held in given.roles:
        of = desk.corpus.actors.get(held.of or "")
        href = parts.actor_link(desk, of.id).href if of else ""
        yield Link(parts.text(desk, held.title), href, _time(desk, held))


def _time(desk: Desk, held: Role) -> str:
    """`since 2024`, `2019 to May 2024`; that the start is not stated, where it is not."""
    say, wording = desk.wording.say, desk.wording
    if held.since and held.until:
        return say("{start} to {end}", start=when.words(wording, held.since), end=when.words(wording, held.until))
    if held.since:
        return say("since {date}", date=when.words(wording, held.since))
    if held.until:
        return say("until {date}; start not stated", date=when.words(wording, held.until))
    return say("start not stated in the sources")


def _part_of(desk: Desk, given: Actor) -> Iterator[Link]:
    if given.part_of in desk.corpus.actors and given.part_of is not None:
        yield parts.actor_link(desk, given.part_of)


def _members(desk: Desk, given: Actor) -> Iterator[Link]:
    found = desk.corpus.members.get(given.id, ())
    for member in found[:_NAMED]:
        yield parts.actor_link(desk, member)
    if len(found) > _NAMED:
        yield Link(Text(desk.wording.count("and {n} more", "and {n} more", len(found) - _NAMED)))


def _country(desk: Desk, given: Actor) -> tuple[Link, ...]:
    """The country, unless the state itself says so already: an actor's own, or the one that it is part of."""
    above = desk.corpus.actors.get(given.part_of or "")
    told = given.kind == "state" or (above is not None and above.kind == "state" and above.country == given.country)
    return () if given.country is None or told else (Link(Text(desk.wording.country(given.country))),)


def _spellings(desk: Desk, given: Actor) -> Iterator[Link]:
    """Names in other languages, then the aliases, each with the name of its language."""
    if isinstance(given.name, dict):
        for language, found in given.name.items():
            if found != parts.name(desk, given.name).words:
                yield Link(parts.foreign(desk, found, language), "", desk.wording.language_name(language))
    for alias in given.aliases:
        note = desk.wording.language_name(alias.language) if alias.language else ""
        yield Link(parts.foreign(desk, alias.text, alias.language), "", note)


def _same_as(given: Actor) -> Iterator[Link]:
    for identifier in given.same_as:
        scheme, _, name = identifier.partition(":")
        if scheme == "wikidata":
            yield Link(Text(f"Wikidata {name}"), f"https://www.wikidata.org/wiki/{name}")
        else:
            yield Link(Text(identifier), identifier if scheme == "https" else "")


def _held(desk: Desk, said: Sequence[Fact], said_of: Sequence[Fact]) -> Link:
    return Link(Text(_told(desk, len(said), len(said_of))), "", origins.summary(desk, (*said, *said_of)))


def _told(desk: Desk, said: int, said_of: int) -> str:
    """`3 facts as speaker, named in 2 more`: only what there is."""
    count, say = desk.wording.count, desk.wording.say
    speaker = count("{n} fact as speaker", "{n} facts as speaker", said)
    if not said_of:
        return speaker
    if not said:
        return count("named in {n} fact", "named in {n} facts", said_of)
    return say("{speaker}, {named}", speaker=speaker, named=count("named in {n} more", "named in {n} more", said_of))
