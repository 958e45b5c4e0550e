"""Labels and details: what is printed of a field by the vocabulary alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factbook.content import load, schema
from factbook.content.schema import KINDS, Field, Fields, kind
from factbook.content.schema.details import Detail, details

if TYPE_CHECKING:
    from collections.abc import Iterator


def every(fields: Fields) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from every(field.fields)


@pytest.mark.parametrize("name", [*KINDS, "briefing", "config"])
def test_every_field_has_a_label(name: str) -> None:
    assert not [field.name for field in every(kind(name).fields) if not field.label]


def test_a_new_text_is_printed_by_its_entry_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    nickname = Field("nickname", "text", "As friends say.", "Bo", label="Nickname", traced="no", untraced="a name")
    actor = kind("actor")
    more = replace(actor, fields=Fields((*actor.fields, nickname)))
    monkeypatch.setattr(schema, "kind", lambda name: more if name == "actor" else kind(name))
    monkeypatch.setattr("factbook.content.load.kind", schema.kind)
    monkeypatch.setattr("factbook.content.schema.details.kind", schema.kind)
    typed = b"id: bo\nname: Bo Miller\nkind: person\nsummary: He mills.\nnickname: {en: Bo, uk: Bo}\n"
    (record,), problems = load.parse(typed, "content/actors/bo.yml")
    assert (problems, details(record)) == ((), (Detail(nickname, {"en": "Bo", "uk": "Bo"}),))
