"""Exports: the columns of the table of facts, for writing it and for reading it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.schema import kind
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.content.schema import Field

Way = tuple[str, ...]
"""Keys from the fact (or from the citation) to the value."""


@frozen
class Column:
    """One column that is also read back."""

    name: str
    """What stands in the first row: `figure_value`, `statement.de`."""
    way: Way
    field: Field
    of_citation: bool = False
    """Whether it belongs to the row's citation rather than to the fact."""
    language: str = ""
    """The language of the text, when the column is for one."""

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several values, or keys and values."""
        return self.field.many or (self.field.type == "record" and not self.language)


READ_ONLY = (
    "text",
    "publisher",
    "published",
    "source_language",
    "url",
    "standing",
    "sources",
    "origins",
    "asserters",
    "address",
)
"""Columns that are worked out for whoever reads the table, and are not read back."""
_SPLIT = ("figure", "retracted")
"""Records whose keys have a column each."""


def columns(languages: Iterable[str] = ()) -> tuple[Column, ...]:
    """Every column, in order; a text has one for a plain text and one for each of `languages`."""
    spoken = tuple(languages)
    made: list[Column] = []
    for field in kind("fact").fields:
        if field.name == "citations":
            for part in field.fields:
                name = "citation_note" if part.name == "note" else part.name
                made += _of(name, (part.name,), part, spoken, of_citation=True)
        elif field.name in _SPLIT:
            for part in field.fields:
                made += _of(f"{field.name}_{part.name}", (field.name, part.name), part, spoken)
        else:
            made += _of(field.name, (field.name,), field, spoken)
    return tuple(made)


def _of(
    name: str, way: Way, field: Field, languages: tuple[str, ...], *, of_citation: bool = False
) -> Iterator[Column]:
    yield Column(name, way, field, of_citation)
    if field.type == "text":
        for language in languages:
            yield Column(f"{name}.{language}", (*way, language), field, of_citation, language)
