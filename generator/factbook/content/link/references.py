"""Stage, its first half: every name leads somewhere, ids stand once, redirects and lineages do not go in circles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factbook.content.model import LINK
from factbook.content.schema import kind
from factbook.content.yaml import shown
from factbook.diagnostics.suggest import near
from factbook.diagnostics.types import Diagnostic, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.content.model import Record
    from factbook.content.schema import Field, Fields
    from factbook.content.yaml import Step, Value

Known = Mapping[str, Mapping[str, "Record"]]
"""For each kind the records by id."""


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
    return known, problems


def unresolved(record: Record, known: Known) -> Iterator[Diagnostic]:
    """Every reference and `[[link]]` of a record that leads nowhere, with near names."""
    value = record.tree.value
    assert isinstance(value, dict)
    yield from _fields(record, (), value, kind(record.kind).fields, known)


def clashes(known: Known) -> Iterator[Diagnostic]:
    """Old ids that are still in use, or that two things claim."""
    for name in ("source", "actor", "topic", "series"):
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


def circles(records: Mapping[str, Record], *way: str) -> Iterator[Diagnostic]:
    """Chains of `way` (a source made from itself, an actor part of itself), each told once."""
    told: set[str] = set()
    for start in records:
        chain: list[str] = []
        here: str = start
        while here in records and here not in chain and here not in told:
            chain.append(here)
            here = _at(records[here].tree.value, way) or ""
        if here in chain:
            circle = chain[chain.index(here) :]
            told.update(circle)
            record = records[circle[0]]
            path = " → ".join([*circle, circle[0]])
            message = f"`{'.'.join(way)}` goes in a circle: {path}"
            code = "derivation-circle" if way[0] == "derived_from" else "part-of-circle"
            yield Diagnostic(code, message, record.span(*way))
        told.update(chain)


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
        return "[[" not in value
    return field.type != "record" and value in known[field.to or "actor"]


def _value(record: Record, way: tuple[Step, ...], value: Value, field: Field, known: Known) -> Iterator[Diagnostic]:
    if field.type == "text":
        yield from _links(record, way, value, known)
    elif field.type == "participant" and isinstance(value, dict):
        yield from _unknown(record, (*way, "actor"), str(value["actor"]), "actor", known)
        yield from _links(record, (*way, "role"), value.get("role", ""), known)
    elif field.type in ("reference", "participant") and isinstance(value, str):
        yield from _unknown(record, way, value, field.to or "actor", known)
    elif field.type == "record" and isinstance(value, dict):
        yield from _fields(record, way, value, field.fields, known)


def _unknown(record: Record, way: tuple[Step, ...], name: str, to: str, known: Known) -> Iterator[Diagnostic]:
    if name in known[to]:
        return
    label = kind(to).label.lower()
    yield Diagnostic(
        "reference-unknown",
        f"there is no {label} `{shown(name)}`",
        record.span(*way),
        help=_advice(name, to, known),
    )


def _advice(name: str, to: str, known: Known) -> tuple[str, ...]:
    renamed = [record.id for record in known[to].values() if name in _old_ids(record)]
    if renamed:
        return (f"It is called `{renamed[0]}` now.",)
    if close := near(name, known[to]):
        return (f"Did you mean {' or '.join(f'`{word}`' for word in close)}?",)
    elsewhere = [other for other in known if other != to and name in known[other]]
    if elsewhere:
        return (f"`{name}` is the id of a {kind(elsewhere[0]).label.lower()}.",)
    folder = kind(to).folder
    return (f"Write content/{folder}/{name}.yml first." if to != "fact" else "Write that fact first.",)


def _links(record: Record, way: tuple[Step, ...], value: Value, known: Known) -> Iterator[Diagnostic]:
    texts = [(way, value)] if isinstance(value, str) else [((*way, k), v) for k, v in dict(value).items()]  # type: ignore[arg-type]
    for place, text in texts:
        for found in LINK.finditer(str(text)):
            name = found[1].strip()
            if name not in known["actor"] and name not in known["topic"]:
                close = near(name, [*known["actor"], *known["topic"]])
                advice = (
                    f"Did you mean {' or '.join(f'[[{word}]]' for word in close)}?"
                    if close
                    else ("A link names an actor or a topic.")
                )
                message = f"the link [[{shown(name)}]] leads to no actor and no topic"
                yield Diagnostic("reference-unknown", message, record.span(*place), help=(advice,))


def _old_ids(record: Record) -> list[str]:
    value = record.tree.value
    return list(value.get("redirect_from", ())) if isinstance(value, dict) else []  # type: ignore[arg-type]


def _at(value: Value, way: tuple[str, ...]) -> str | None:
    here: Value | None = value
    for key in way:
        here = here.get(key) if isinstance(here, dict) else None
    return here if isinstance(here, str) else None
