"""Comparison: one fact before and after, field by field, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.content.model import Citation, Fact, Words
    from factbook.content.yaml import Step

NEEDS_NOTE = frozenset(("statement", "figure", "citations", "date", "asserted_by", "stance", "computed", "retracted"))
"""Fields that readers rely on: a published fact whose one of these changed owes them a `revised` note."""


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
        return self.field in NEEDS_NOTE


def alterations(before: Fact, after: Fact, language: str) -> tuple[FieldChange, ...]:
    """Everything that differs between two states of a fact, beyond white space."""
    return (
        *_texts("statement", before.statement, after.statement, language),
        *_values(before, after),
        *_citations(before.citations, after.citations),
        *_texts("caveat", before.caveat, after.caveat, language),
        *_retraction(before, after),
    )


def _texts(field: str, before: Words | None, after: Words | None, language: str) -> Iterator[FieldChange]:
    """Each language's text; a language that is new is a translation of what stood there, not a change."""
    old, new = dict(variants(before, language)), dict(variants(after, language))
    for code in dict.fromkeys((*old, *new)):
        was, now = _squeezed(old.get(code, "")), _squeezed(new.get(code, ""))
        if was != now and (was or not old):
            label = field if code == language else f"{field} ({code})"
            way = (field, code) if isinstance(after, dict) and code in after else (field,)
            yield FieldChange(field, label, was, now, way)


def _values(before: Fact, after: Fact) -> Iterator[FieldChange]:
    for field, told in _TOLD.items():
        was, now = told(before), told(after)
        if was != now:
            yield FieldChange(field, field.replace("_", " "), was, now, (field,))


def _citations(before: tuple[Citation, ...], after: tuple[Citation, ...]) -> Iterator[FieldChange]:
    """Quotes gone and come; those from one source are taken as one quote that changed."""
    kept = {_words(citation) for citation in before} & {_words(citation) for citation in after}
    gone = [citation for citation in before if _words(citation) not in kept]
    for index, citation in enumerate(after):
        if _words(citation) in kept:
            continue
        old = next((other for other in gone if other.source == citation.source), None)
        if old is not None:
            gone.remove(old)
        yield _citation(old, citation, ("citations", index))
    for citation in gone:
        yield _citation(citation, None, ("citations",))


def _citation(old: Citation | None, new: Citation | None, way: tuple[Step, ...]) -> FieldChange:
    source = (new or old).source  # type: ignore[union-attr]  # one of the two is there
    was, now = (_told_citation(old) if old else ""), (_told_citation(new) if new else "")
    return FieldChange("citations", f"quote from {source}", was, now, way)


def _words(citation: Citation) -> tuple[str, str, str]:
    """What readers see of a citation: not the words around it, which only tell the machine the place."""
    return citation.source, _squeezed(citation.quote), _told_translation(citation)


def _told_citation(citation: Citation) -> str:
    translation = _told_translation(citation)
    return _squeezed(citation.quote) + (f" = {translation}" if translation else "")


def _told_translation(citation: Citation) -> str:
    return " / ".join(_squeezed(text) for _, text in variants(citation.translation, ""))


def _retraction(before: Fact, after: Fact) -> Iterator[FieldChange]:
    was = _note(before)
    now = _note(after)
    if was != now:
        yield FieldChange("retracted", "retracted", was, now, ("retracted",))


def _note(fact: Fact) -> str:
    if fact.retracted is None:
        return ""
    return " / ".join((fact.retracted.on.text, *(_squeezed(t) for _, t in variants(fact.retracted.note, ""))))


def _figure(fact: Fact) -> str:
    if (figure := fact.figure) is None:
        return ""
    value = figure.low if figure.low == figure.high else f"{figure.low} to {figure.high}"
    day = f" as of {figure.as_of.text}" if figure.as_of else ""
    return f"{figure.modifier} {value} in {figure.series}{day}"


def _computed(fact: Fact) -> str:
    return ", ".join(f"{one.value} = {one.working}" for one in fact.computed)


def _list(values: tuple[str, ...]) -> str:
    return ", ".join(values)


_TOLD: dict[str, Callable[[Fact], str]] = {
    "date": lambda fact: fact.date.text,
    "asserted_by": lambda fact: _list(fact.asserted_by),
    "via": lambda fact: _list(fact.via),
    "asserted_on": lambda fact: fact.asserted_on.text if fact.asserted_on else "",
    "stance": lambda fact: fact.stance,
    "figure": _figure,
    "computed": _computed,
    "topics": lambda fact: _list(fact.topics),
    "actors": lambda fact: _list(fact.actors),
    "rank": lambda fact: fact.rank,
    "contradicts": lambda fact: _list(fact.contradicts),
    "supersedes": lambda fact: _list(fact.supersedes),
}


def _squeezed(text: str) -> str:
    return " ".join(text.split())
