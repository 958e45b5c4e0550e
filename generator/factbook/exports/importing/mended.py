"""Exports, read back: a fact without what is wrong in its form, so that the rest of it is checked in the same run.

What it stands for is never written: whoever imports mends their own table.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.content.model import Record
from factbook.content.schema import formats, kind
from factbook.content.schema.date_suggestions import likely
from factbook.content.schema.validate import validate
from factbook.content.yaml.tree import position
from factbook.exports.importing import positions
from factbook.exports.importing.positions import Placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.yaml import Tree
    from factbook.diagnostics.types import Diagnostic

Faults = dict[tuple[int, int], str]
"""Codes of what is wrong, by line and column."""
_CITATION = frozenset(("source", "quote"))


def mended(record: Record, problems: Iterable[Diagnostic], topic: str | None, day: str) -> Record:
    """The fact without the values that `problems` are about; one that is not valid when too little is left of it.

    What it needs and lacks is taken to be what nothing can be said against: its quote for the statement, by `day`
    for the date, any `topic` for its home. All of that stands where the record ends, and no message there is one.
    """
    faulty = {
        (problem.span.line, problem.span.column): problem.code
        for problem in problems
        if problem.code != "key-missing"
    }
    whole = positions.placed(record.tree)
    entries = [entry for key, value in whole.entries if (entry := _sound(record.tree, key, value, faulty))]
    citations = next((value.items for key, value in entries if key.text == "citations"), ())
    if not citations:
        return replace(record, is_valid=False)
    quote = next(value.text for key, value in citations[0].entries if key.text == "quote")
    held = {key.text: value.text for key, value in entries}
    id = held.get("id", f"unnamed-{whole.end}")
    stand_ins: dict[str, str | list[str]] = {
        "id": id,
        "statement": quote,
        "date": f"../{day}",
        "topics": [topic or id],
    }
    for name, words in stand_ins.items():
        if name not in held:
            value = tuple(Placed(whole.end, whole.end, word) for word in words) if isinstance(words, list) else words
            entries.append((Placed(whole.end, whole.end, name), Placed(whole.end, whole.end, value)))
    tree = positions.tree(replace(whole, value=tuple(entries)), record.tree.path, record.tree.lines)
    return Record(record.kind, id, tree, is_valid=not any(validate(tree, kind(record.kind))))


def _sound(tree: Tree, key: Placed, value: Placed, faulty: Faults) -> tuple[Placed, Placed] | None:
    """An entry of the fact without what is faulty; None when too little is left: half a figure says another thing."""
    if key.text == "citations":
        citations = tuple(one for item in value.items if (one := _citation(tree, item, faulty)))
        return (key, replace(value, value=citations)) if citations else None
    if value.is_map:
        inner = [entry for one in value.entries if (entry := _sound(tree, *one, faulty))]
        return (key, replace(value, value=tuple(inner))) if len(inner) == len(value.entries) else None
    if not _is_faulty(tree, (key, value), faulty):
        return key, value
    right = _meant(value, faulty.get(position(tree.lines, value.start), ""))
    return (key, replace(value, value=right)) if right else None


def _citation(tree: Tree, item: Placed, faulty: Faults) -> Placed | None:
    """A citation without what is faulty; None when its source or quote is."""
    kept = tuple(one for entry in item.entries if (one := _sound(tree, *entry, faulty)))
    return replace(item, value=kept) if {key.text for key, _ in kept} >= _CITATION else None


def _meant(value: Placed, code: str) -> str:
    """The number or date that was surely meant by one in another form; empty when that is not clear."""
    if code == "number-form":
        return formats.likely("number", value.text)
    right = likely(value.text) if code == "date-form" else ""
    return "" if " or " in right else right


def _is_faulty(tree: Tree, entry: tuple[Placed, Placed], faulty: Faults) -> bool:
    """Whether anything in an entry is."""
    key, value = entry
    inner = [(one, one) for one in value.items] + list(value.entries)
    here = {position(tree.lines, key.start), position(tree.lines, value.start)}
    return not here.isdisjoint(faulty.keys()) or any(_is_faulty(tree, one, faulty) for one in inner)
