"""Ground: a record's texts, found by the vocabulary alone, so that what goes for texts goes for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.yaml import scalars
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Words
    from factbook.content.schema import Field, Fields
    from factbook.content.yaml import Step, Tree, Value

    Way = tuple[Step, ...]

TYPES = frozenset({"text", "string", "spelling"})
"""Types of values that are somebody's words."""


@frozen
class TextField:
    """One text of a record."""

    field: Field
    way: Way
    """Keys and numbers that lead to it from the record."""
    words: Words
    within: tuple[dict[str, Value], ...]
    """The maps around it, the record itself first."""


def texts(value: Value, fields: Fields) -> Iterator[TextField]:
    """Every text below `value`, the values of a record that has the vocabulary's shape."""
    assert isinstance(value, dict)
    yield from _in_record((value,), (), fields)


def text_ends(tree: Tree, fields: Fields) -> frozenset[int]:
    """The offsets after each text of a record, whatever shape the record has."""
    if not isinstance(tree.value, dict):
        return frozenset()
    found = texts(tree.value, fields)
    return frozenset(tree.end(*way) for text in found for way, _ in scalars(text.words, *text.way))  # type: ignore[arg-type]  # words are values


def _in_record(within: tuple[dict[str, Value], ...], way: Way, fields: Fields) -> Iterator[TextField]:
    known = fields.wordy
    for key, child in within[-1].items():
        if (field := known.get(key)) is None:
            continue
        if field.many and isinstance(child, list):
            for number, entry in enumerate(child):
                yield from _of_value(within, (*way, key, number), entry, field)
        else:
            yield from _of_value(within, (*way, key), child, field)


def _of_value(within: tuple[dict[str, Value], ...], way: Way, value: Value, field: Field) -> Iterator[TextField]:
    if field.type in TYPES:
        yield TextField(field, way, value, within)  # type: ignore[arg-type]  # a text, or one per language
    elif isinstance(value, dict):
        yield from _in_record((*within, value), way, field.fields)
