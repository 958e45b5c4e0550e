"""The vocabulary as data: what every field says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.content.schema import KINDS, Field, Fields, kind

if TYPE_CHECKING:
    from collections.abc import Iterator


def every(fields: Fields) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from every(field.fields)


@pytest.mark.parametrize("name", [*KINDS, "briefing", "config"])
def test_every_field_has_a_label(name: str) -> None:
    assert not [field.name for field in every(kind(name).fields) if not field.label]
