"""Site: who an actor is: office, what it is part of, through whom it speaks, other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import in_language
from factbook.content.schema.collections import COLLECTIONS
from factbook.site import dates
from factbook.site.html import escape, labelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.model import Actor
    from factbook.content.model.entities import Role
    from factbook.site.fragments import Fragments

_NAMED = 8


def about(made: Fragments, actor: Actor) -> str:
    """The column beside an actor's summary."""
    say, link = made.words.say, made.texts.actor_link
    through = made.spoken.through.get(actor.id, ())
    others = [name for name in made.corpus.members.get(actor.id, ()) if name not in through]
    return labelled(
        (
            (say("Role"), "<br>".join(_role(made, role) for role in actor.roles)),
            (say("Part of"), link(actor.part_of) if actor.part_of else ""),
            (say("Speaks for"), ", ".join(map(link, actor.speaks_for))),
            (say("Speaks through"), _through(made, actor)),
            (say("Other parts"), _some(made, others)),
            (say("Also written"), _aliases(made, actor)),
            (
                say("Country"),
                escape(made.words.country(actor.country)) if actor.country and actor.kind != "state" else "",
            ),
            (say("Elsewhere"), " · ".join(map(_elsewhere, actor.same_as))),
        ),
        "side",
    )


def _role(made: Fragments, role: Role) -> str:
    words = made.words
    title = made.texts.html(role.title)
    since = dates.words(words, role.since) if role.since else ""
    until = dates.words(words, role.until) if role.until else ""
    if since and until:
        return f"{title}, {escape(words.say('{since} to {until}', since=since, until=until))}"
    if since or until:
        told = words.say("since {date}", date=since) if since else words.say("until {date}", date=until)
        return f"{title}, {escape(told)}"
    return title


def _through(made: Fragments, actor: Actor) -> str:
    """Who spoke for it how often; its own name where it was named itself."""
    through = made.spoken.through.get(actor.id)
    if through is None or list(through) == [actor.id]:
        return ""
    number = made.words.number
    rows = [
        f"{made.texts.actor_link(name)} {number(count)}" for name, count in through.most_common() if name != actor.id
    ]
    if actor.id in through:
        rows.append(f"{made.words.say('in its own name')} {number(through[actor.id])}")
    rest = len(rows) - _NAMED
    more = [made.words.count("and {n} more", "and {n} more", rest)] if rest > 0 else []
    return " · ".join((*rows[:_NAMED], *more))


def _some(made: Fragments, names: list[str]) -> str:
    rest = len(names) - _NAMED
    more = [made.words.count("and {n} more", "and {n} more", rest)] if rest > 0 else []
    return ", ".join((*map(made.texts.actor_link, names[:_NAMED]), *more))


def _aliases(made: Fragments, actor: Actor) -> str:
    shown = in_language(actor.name, made.language, made.first)[0]
    names: dict[str, str] = {}
    for alias in actor.aliases:
        if alias.text != shown:
            foreign = alias.language and alias.language != made.language
            names[alias.text] = (
                made.texts.foreign(alias.text, alias.language or "") if foreign else escape(alias.text)
            )
    return " · ".join(_first(names.values()))


def _first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)[:_NAMED]


def _elsewhere(identifier: str) -> str:
    collection, _, key = identifier.partition(":")
    known = COLLECTIONS.get(collection)
    if known is None:
        return escape(identifier)
    name = f"{known.title} {escape(key)}"
    return f'<a href="{escape(known.address.format(key=key))}">{name}</a>' if known.address else name
