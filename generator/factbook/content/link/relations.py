"""Stage, its last third: the corpus's tables in both directions, and the origin of every source."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factbook.content.model import LINK, Origin, variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.content.model import Actor, Fact, Series, Source, Topic

Table = dict[str, tuple[str, ...]]


def by_actor(facts: Iterable[Fact], actors: Mapping[str, Actor]) -> Table:
    """Facts in which an actor speaks, takes part, passes words on, or is linked in the statement."""
    return _table((name, fact.id) for fact in facts for name in involved(fact, actors))


def said_by(facts: Iterable[Fact]) -> Table:
    """Facts that an actor asserts, denies, declines to confirm or expects."""
    return _table((name, fact.id) for fact in facts for name in fact.asserted_by)


def by_topic(facts: Iterable[Fact]) -> Table:
    """Facts of each topic."""
    return _table((name, fact.id) for fact in facts for name in fact.topics)


def by_source(facts: Iterable[Fact]) -> Table:
    """Facts that cite each source, each once."""
    return _table((name, fact.id) for fact in facts for name in {c.source: None for c in fact.citations})


def by_series(facts: Iterable[Fact]) -> Table:
    """Facts that put a value on each series."""
    return _table((fact.figure.series, fact.id) for fact in facts if fact.figure)


def contradictions(facts: Iterable[Fact]) -> Table:
    """Both directions: who is contradicted contradicts."""
    pairs = [(fact.id, other) for fact in facts for other in fact.contradicts]
    return _table([*pairs, *((other, fact) for fact, other in pairs)])


def superseded_by(facts: Iterable[Fact]) -> Table:
    """For each replaced fact the facts that replace it."""
    return _table((old, fact.id) for fact in facts for old in fact.supersedes)


def members(actors: Iterable[Actor]) -> Table:
    """For each actor the actors that are part of it."""
    return _table((actor.part_of, actor.id) for actor in actors if actor.part_of)


def names(actors: Iterable[Actor], language: str) -> dict[str, str]:
    """Ids by name and alias; a name that two actors share leads to neither."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for _, name in variants(actor.name, language):
            found[name].add(actor.id)
        for alias in actor.aliases:
            found[alias.text].add(actor.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def involved(fact: Fact, actors: Mapping[str, Actor]) -> dict[str, None]:
    """Actors who speak in a fact, take part, pass words on, or are linked in the statement."""
    linked = (found[1].strip() for _, text in variants(fact.statement, "") for found in LINK.finditer(text))
    named = (*fact.asserted_by, *fact.actors, *fact.via, *linked)
    return {name: None for name in named if name in actors}


def origins(sources: Mapping[str, Source]) -> tuple[dict[str, Origin], dict[str, str]]:
    """Origins by id, and the origin's id of each source (evidence rule 4: copies count once)."""
    origin_of = {name: _origin(name, sources) for name in sources}
    together: defaultdict[str, list[str]] = defaultdict(list)
    for name, origin in origin_of.items():
        together[origin].append(name)
    return {key: _origin_record(key, found, sources) for key, found in together.items()}, origin_of


def redirects(*kinds: tuple[str, Iterable[Source | Actor | Topic | Series]]) -> dict[str, str]:
    """Old page to new page, for everything that was renamed; each kind with the folder of its pages."""
    return {
        f"{folder}/{old}/": f"{folder}/{thing.id}/"
        for folder, things in kinds
        for thing in things
        for old in thing.redirect_from
    }


def _origin(name: str, sources: Mapping[str, Source]) -> str:
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        derived = sources[name].made_from
        if derived is None:
            return name
        if derived.source in sources and derived.source is not None:
            name = derived.source
        elif derived.report:
            return f"{derived.agency or 'report'}/{derived.report}"
        else:
            return name
    return min(seen)  # a circle, which has been reported


def _origin_record(key: str, names: list[str], sources: Mapping[str, Source]) -> Origin:
    first = sources.get(key)
    derived = (first or sources[names[0]]).made_from
    if first is None:  # copies of a report that nobody holds
        agency = next((d.agency for d in (sources[n].made_from for n in names) if d and d.agency), None)
        return Origin(key, agency, None, _parents_first(names, sources))
    held = derived is None
    return Origin(key, derived.agency if derived else None, key if held else None, _parents_first(names, sources))


def _parents_first(names: list[str], sources: Mapping[str, Source]) -> tuple[str, ...]:
    def depth(name: str) -> int:
        seen: set[str] = set()
        while name not in seen and (derived := sources[name].made_from) and derived.source in sources:
            seen.add(name)
            name = str(derived.source)
        return len(seen)

    def rank(name: str) -> tuple[int, str, bool, str]:
        source = sources[name]
        translated = bool(source.made_from and source.made_from.how == "translation")
        return depth(name), "" if not translated else "~", source.published is None, name

    return tuple(sorted(names, key=rank))


def _table(pairs: Iterable[tuple[str, str]]) -> Table:
    table: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        table[key][value] = None
    return {key: tuple(values) for key, values in table.items()}
