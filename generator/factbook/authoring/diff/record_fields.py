"""Comparison: one record before and after, field by field, in words; the vocabulary says which fields there are."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from factbook.content.model.entities import LINK, MARK
from factbook.content.schema import kind
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from factbook.content.model import Record
    from factbook.content.schema import Field, Fields
    from factbook.content.yaml import Step, Value

    Renamed = Mapping[tuple[str, str], str]
    """New ids by kind and old id."""

NEEDS_NOTE = frozenset(("statement", "figure", "citations", "date", "asserted_by", "stance", "computed", "retracted"))
"""Fields that readers rely on: a published fact whose one of these changed owes them a `revised` note."""
_UNTOLD = frozenset({"id", "revised"})
"""A rename shows in `redirect_from`; notes of corrections are told by themselves."""
_IN_ORDER = frozenset({"topics"})
"""Lists of names whose order says something: a fact's first topic is its home."""


@frozen
class FieldChange:
    """One thing that is said otherwise now."""

    field: str
    """The key of the vocabulary."""
    label: str
    """The same for readers: "statement (de)", "quote from guardian-kyiv"."""
    before: str
    """In words; empty when there was nothing."""
    after: str
    way: tuple[Step, ...]
    """Way in the new record to the value, or to what is left above it."""

    @property
    def needs_note(self) -> bool:
        """Whether readers must be told; a further citation confirms what they have read."""
        return self.field in NEEDS_NOTE and not (self.field == "citations" and not self.before)


def alterations(before: Record, after: Record, language: str, renamed: Renamed) -> tuple[FieldChange, ...]:
    """Everything that differs in meaning between two states of a record: not white space, order, or a new id."""
    old, new = before.tree.value, after.tree.value
    assert isinstance(old, dict)
    assert isinstance(new, dict)
    fields = (field for field in kind(after.kind).fields if field.name not in _UNTOLD)
    return tuple(one for field in fields for one in _of_field(field, old, new, language, renamed))


def _of_field(
    field: Field, old: dict[str, Value], new: dict[str, Value], language: str, renamed: Renamed
) -> Iterator[FieldChange]:
    was, now = old.get(field.name, ""), new.get(field.name, "")
    if was == now:
        return
    if field.name == "citations":
        yield from _citations(was, now, field.fields, renamed)
    elif field.type == "text" and not field.many:
        yield from _texts(field, was, now, language, renamed)
    elif _meaning(field, was, renamed) != _meaning(field, now, renamed):
        label = field.label.lower()
        yield FieldChange(field.name, label, told(field, was, renamed), told(field, now, renamed), (field.name,))


def _texts(field: Field, before: Value, after: Value, language: str, renamed: Renamed) -> Iterator[FieldChange]:
    """Each language's text; a language that is new is a translation of what stood there, not a change."""
    old, new = _by_language(before, language), _by_language(after, language)
    for code in dict.fromkeys((*old, *new)):
        was, now = (_as_named_now(_squeezed(words.get(code, "")), renamed) for words in (old, new))
        if was != now and (was or not old):
            label = field.label.lower() if code == language else f"{field.label.lower()} ({code})"
            way = (field.name, code) if isinstance(after, dict) and code in after else (field.name,)
            yield FieldChange(field.name, label, was, now, way)


def _by_language(words: Value, language: str) -> dict[str, str]:
    if isinstance(words, dict):
        return {code: str(text) for code, text in words.items()}
    return {language: str(words)} if words else {}


def _citations(before: Value, after: Value, fields: Fields, renamed: Renamed) -> Iterator[FieldChange]:
    """Quotes gone and come; those from one source are taken as one quote that changed."""
    old, new = ([_cited(each, fields, renamed) for each in given] for given in (before, after))
    gone = [citation for citation in old if citation not in new]
    for index, citation in enumerate(new):
        if citation in old:
            continue
        was = next((other for other in gone if other[0] == citation[0]), None)
        if was is not None:
            gone.remove(was)
        label = f"quote from {citation[0]}"
        yield FieldChange("citations", label, was[1] if was else "", citation[1], ("citations", index))
    for source, words in gone:
        yield FieldChange("citations", f"quote from {source}", words, "", ("citations",))


def _cited(citation: Value, fields: Fields, renamed: Renamed) -> tuple[str, str]:
    """The source, and what readers see: not the words around a quote, which only tell the machine the place."""
    assert isinstance(citation, dict)
    by_name = fields.by_name
    words = _squeezed(str(citation.get("quote", "")))
    for name, mark in (("translation", " = "), ("at", ", "), ("note", "; ")):
        words += f"{mark}{told(by_name[name], citation[name], renamed)}" if name in citation else ""
    return told(by_name["source"], citation.get("source", ""), renamed), words


def told(field: Field, value: Value, renamed: Renamed) -> str:
    """A value in words, on one line."""
    if isinstance(value, list):
        return ", ".join(told(field, each, renamed) for each in value)
    if isinstance(value, str):
        name = _squeezed(value or field.default or "")
        if field.type in ("reference", "participant"):
            return renamed.get((field.to or "actor", name), name)
        if field.type == "judgement":
            topic, _, judgement = name.partition("/")
            return f"{renamed.get(('topic', topic), topic)}/{judgement}"
        return _as_named_now(name, renamed)
    if field.type == "participant":
        inner = field.fields.by_name
        role = told(inner["role"], value["role"], renamed) if "role" in value else ""
        return told(inner["actor"], value["actor"], renamed) + (f" ({role})" if role else "")
    if field.type == "record":
        given = ((inner, value.get(inner.name, inner.default or "")) for inner in field.fields)
        return ", ".join(f"{inner.label.lower()} {told(inner, part, renamed)}" for inner, part in given if part)
    return " / ".join(told(field, text, renamed) for text in value.values())


def _meaning(field: Field, value: Value, renamed: Renamed) -> object:
    """What is compared: lists of names without their order, everything else in words."""
    named = field.type in ("reference", "participant", "slug")
    if isinstance(value, list) and named and field.name not in _IN_ORDER:
        return frozenset(told(field, each, renamed) for each in value)
    return told(field, value, renamed)


def _as_named_now(text: str, renamed: Renamed) -> str:
    """A text whose links and marks have the ids that are right today."""

    def link(found: re.Match[str]) -> str:
        name = found[1].strip()
        now = renamed.get(("actor", name)) or renamed.get(("topic", name)) or name
        return f"[[{now}{f'|{found[2]}' if found[2] else ''}]]"

    marked = MARK.sub(lambda found: f"[^{renamed.get(('fact', found[1]), found[1])}]", text)
    return LINK.sub(link, marked)


def _squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
