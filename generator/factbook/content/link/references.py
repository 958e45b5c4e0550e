"""Stage, its first half: every name leads somewhere, ids stand once, redirects and lineages do not go in circles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factbook.content.model import LINK, MARK
from factbook.content.schema import kind
from factbook.content.yaml import shown
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import Diagnostic, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.content.model import Corpus, Record
    from factbook.content.schema import Field, Fields
    from factbook.content.yaml import Step, Value
    from factbook.diagnostics.types import Span

Known = Mapping[str, Mapping[str, "Record"]]
"""For each kind the records by id."""
_LINKED = "A link names an actor or a topic."


def by_id(records: Iterable[Record]) -> tuple[Known, list[Diagnostic]]:
    """The records of each kind by id, the first one where an id stands twice, and a message for each second."""
    kinds = ("source", "actor", "topic", "series", "fact", "briefing")
    known: dict[str, dict[str, Record]] = {name: {} for name in kinds}
    problems = []
    for record in records:
        first = known[record.kind].setdefault(record.id, record)
        if first is not record:
            message = f"the id `{record.id}` is already that of another {kind(record.kind).label.lower()}"
            labels = (Label(first.span("id"), "it is used here first"),)
            problems.append(Diagnostic("id-duplicate", message, record.span("id"), labels=labels))
    known["side"] = sides(next(iter(known["briefing"].values()), None))
    return known, problems


def sides(briefing: Record | None) -> dict[str, Record]:
    """For each side that the briefing declares the record in which it does."""
    value = briefing.tree.value if briefing is not None and briefing.is_valid else {}
    declared = value.get("sides", ()) if isinstance(value, dict) else ()
    return {str(side["id"]): briefing for side in declared if isinstance(side, dict) and briefing is not None}


def unresolved(record: Record, known: Known) -> Iterator[Diagnostic]:
    """Every reference and `[[link]]` of a record that leads nowhere, with near names."""
    value = record.tree.value
    assert isinstance(value, dict)
    yield from _fields(record, (), value, kind(record.kind).fields, known)


def clashes(known: Known) -> Iterator[Diagnostic]:
    """Old ids that are still in use, or that two things claim."""
    for name in ("source", "actor", "topic", "series", "fact"):
        claimed: dict[str, Record] = {}
        for record in known[name].values():
            for index, old in enumerate(_old_ids(record)):
                span = record.span("redirect_from", index)
                other = known[name].get(old) or claimed.get(old)
                if other is not None:
                    what = kind(name).label.lower()
                    message = f"`{old}` cannot lead here: it is the id of another {what}, now or before"
                    labels = (Label(other.span("id"), f"the other {what}"),)
                    yield Diagnostic("redirect-clash", message, span, labels=labels)
                claimed.setdefault(old, record)


def circles(records: Mapping[str, Record], key: str, within: str = "") -> Iterator[Diagnostic]:
    """Chains of `key` (a source made from itself, an actor part of itself), each told once."""
    done: set[str] = set()
    for start in records:
        chain = [] if start in done else [(start, iter(_parents(records[start], key, within)))]
        while chain:  # depth first, without recursion: a chain may be as long as there are records
            parent = next(chain[-1][1], None)
            names = [name for name, _ in chain]
            if parent is None:
                done.add(chain.pop()[0])
            elif parent in names:
                yield _circle(records, key, within, names[names.index(parent) :])
            elif parent in records and parent not in done:
                chain.append((parent, iter(_parents(records[parent], key, within))))


def _circle(records: Mapping[str, Record], key: str, within: str, names: list[str]) -> Diagnostic:
    path = " → ".join([*names, names[0]])
    message = f"`{key}{f'.{within}' if within else ''}` goes in a circle: {path}"
    code = "derivation-circle" if key == "derived_from" else "part-of-circle"
    return Diagnostic(code, message, records[names[0]].span(key))


def _parents(record: Record, key: str, within: str) -> list[str]:
    """What a record names under `key`: one id, or one under `within` in each of several entries."""
    value = record.tree.value
    given = value.get(key, "") if isinstance(value, dict) else ""
    entries = [given] if isinstance(given, str) else [e.get(within, "") for e in given if isinstance(e, dict)]
    return [entry for entry in entries if isinstance(entry, str) and entry]


def unknown_link(name: str, span: Span, known: Known) -> Diagnostic:
    """A `[[link]]` that leads nowhere."""
    close = did_you_mean(name, [*known["actor"], *known["topic"]])
    advice = f"Did you mean {' or '.join(f'[[{word}]]' for word in close)}?" if close else _LINKED
    return Diagnostic(
        "reference-unknown", f"the link [[{shown(name)}]] leads to no actor and no topic", span, help=(advice,)
    )


def unknown_mark(name: str, span: Span, known: Known) -> Diagnostic:
    """A `[^mark]` behind which there is no fact."""
    advice = _advice(name, "fact", known)
    return Diagnostic("reference-unknown", f"the mark [^{shown(name)}] names no fact", span, help=advice)


def known_of(corpus: Corpus) -> Known:
    """The records of a corpus that links and marks may name, for the two messages above."""
    return {
        "actor": {name: actor.record for name, actor in corpus.actors.items()},
        "topic": {name: topic.record for name, topic in corpus.topics.items()},
        "fact": {name: fact.record for name, fact in corpus.facts.items()},
    }


def _fields(
    record: Record, way: tuple[Step, ...], value: dict[str, Value], fields: Fields, known: Known
) -> Iterator[Diagnostic]:
    leading = fields.leading
    for key, child in value.items():
        if (field := leading.get(key)) is None:
            continue
        if isinstance(child, str):
            if not _leads(child, field, known):
                yield from _value(record, (*way, key), child, field, known)
        elif isinstance(child, dict):
            yield from _value(record, (*way, key), child, field, known)
        else:
            for index, entry in enumerate(child):
                if not (isinstance(entry, str) and _leads(entry, field, known)):
                    yield from _value(record, (*way, key, index), entry, field, known)


def _leads(value: str, field: Field, known: Known) -> bool:
    """Whether a text surely leads somewhere, or nowhere on purpose: most do, and that is soon told."""
    if field.type == "text":
        return "[[" not in value and "[^" not in value
    return field.type not in ("record", "judgement") and value in known[field.to or "actor"]


def _value(record: Record, way: tuple[Step, ...], value: Value, field: Field, known: Known) -> Iterator[Diagnostic]:
    if field.type == "text":
        yield from _links(record, way, value, known)
        yield from _marks(record, way, value, field, known)
    elif field.type == "judgement" and isinstance(value, str):
        yield from _judgement(record, way, value, known)
    elif field.type == "participant" and isinstance(value, dict):
        yield from _fields(record, way, value, field.fields, known)
    elif field.type in ("reference", "participant") and isinstance(value, str):
        yield from _unknown(record, way, value, field.to or "actor", known)
    elif field.type == "record" and isinstance(value, dict):
        yield from _fields(record, way, value, field.fields, known)


def _unknown(record: Record, way: tuple[Step, ...], name: str, to: str, known: Known) -> Iterator[Diagnostic]:
    if name in known[to]:
        return
    label = "side" if to == "side" else kind(to).label.lower()
    yield Diagnostic(
        "reference-unknown",
        f"there is no {label} `{shown(name)}`",
        record.span(*way),
        help=_advice(name, to, known),
    )


def _advice(name: str, to: str, known: Known) -> tuple[str, ...]:
    renamed = [record.id for record in known[to].values() if to != "side" and name in _old_ids(record)]
    if renamed:
        return (f"It is called `{renamed[0]}` now.",)
    if close := did_you_mean(name, known[to]):
        return (f"Did you mean {' or '.join(f'`{word}`' for word in close)}?",)
    if to == "side":
        return ("Declare it in content/briefing.yml: `sides:` and below it `- id: …` and `title: …`.",)
    elsewhere = [other for other in known if other != "side" and other != to and name in known[other]]
    if elsewhere:
        return (f"`{name}` is the id of a {kind(elsewhere[0]).label.lower()}.",)
    folder = kind(to).folder
    return (f"Write content/{folder}/{name}.yml first." if to != "fact" else "Write that fact first.",)


def _judgement(record: Record, way: tuple[Step, ...], value: str, known: Known) -> Iterator[Diagnostic]:
    """A topic and a judgement in it."""
    topic, _, name = value.partition("/")
    if topic not in known["topic"]:
        yield from _unknown(record, way, topic, "topic", known)
        return
    made = known["topic"][topic].tree.value
    judgements = made.get("judgements", ()) if isinstance(made, dict) and known["topic"][topic].is_valid else ()
    names = [str(one["id"]) for one in judgements if isinstance(one, dict) and "id" in one]
    if known["topic"][topic].is_valid and name not in names:
        close = did_you_mean(name, names)
        advice = f"Did you mean `{topic}/{close[0]}`?" if close else f"Give that judgement an `id: {name}`."
        message = f"the topic `{topic}` has no judgement `{shown(name)}`"
        yield Diagnostic("reference-unknown", message, record.span(*way), help=(advice,))


def _texts(way: tuple[Step, ...], value: Value) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Each language's text of a value, and the way to it."""
    if isinstance(value, dict):
        yield from (((*way, language), str(text)) for language, text in value.items())
    else:
        yield way, str(value)


def _marks(record: Record, way: tuple[Step, ...], value: Value, field: Field, known: Known) -> Iterator[Diagnostic]:
    """Every `[^mark]` that leads to no fact, or stands where none can."""
    for place, text in _texts(way, value):
        for found in MARK.finditer(text):
            name = found[1]
            if not field.marked:
                message = f"`{shown(found[0])}` stands in `{field.name}`, where no citations are printed"
                advice = (
                    "Marks stand in summaries, judgements, open questions and notes of questions. Leave it out here."
                )
                yield Diagnostic("mark-misplaced", message, record.span(*place), help=(advice,))
            elif name not in known["fact"]:
                yield unknown_mark(name, record.span(*place), known)


def _links(record: Record, way: tuple[Step, ...], value: Value, known: Known) -> Iterator[Diagnostic]:
    for place, text in _texts(way, value):
        for found in LINK.finditer(text):
            name = found[1].strip()
            if name not in known["actor"] and name not in known["topic"]:
                yield unknown_link(name, record.span(*place), known)


def _old_ids(record: Record) -> list[str]:
    value = record.tree.value
    return list(value.get("redirect_from", ())) if isinstance(value, dict) else []  # type: ignore[arg-type]
