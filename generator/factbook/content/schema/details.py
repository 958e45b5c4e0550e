"""Ground: the texts of a record that pages print one below the other, each with its label.

A field with a place of its own on its page is `placed` in the vocabulary. A new text needs no more than its entry
there, and its label in the catalogues, to be printed, compared and exported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.schema import kind
from factbook.content.schema.texts import TYPES
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Record, Words
    from factbook.content.schema import Field


@frozen
class Detail:
    """One text with its label."""

    field: Field
    words: Words


def details(record: Record) -> tuple[Detail, ...]:
    """The record's own texts that have no place of their own, in the order of the vocabulary."""
    return tuple(_details(record))


def _details(record: Record) -> Iterator[Detail]:
    value = record.tree.value
    assert isinstance(value, dict)
    for field in kind(record.kind).fields:
        if field.type in TYPES and not field.placed and field.name in value:
            given = value[field.name]
            for words in given if isinstance(given, list) else [given]:
                yield Detail(field, words)  # type: ignore[arg-type]  # a text, or one per language
