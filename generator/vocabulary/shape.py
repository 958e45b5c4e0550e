"""Ground: holds a typed tree against the vocabulary and says what does not fit, with the nearest right thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import dates
from generator.diagnostics import Diagnostic
from generator.marked_yaml import shown
from generator.suggest import near
from generator.vocabulary import KINDS, kind
from generator.vocabulary.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.marked_yaml import Step, Tree, Value
    from generator.vocabulary import Field, Kind

Way = tuple["Step", ...]
MAX_TEXT = 10_000
"""Characters of a text that readers see; the longest in use have a few hundred."""
MAX_VALUE = 2_000
"""Characters of anything else: a quote, a name, an address."""
MAX_ENTRIES = 200
"""Entries of a list, languages of a text."""


def misfits(tree: Tree, of: Kind) -> Iterator[Diagnostic]:
    """Everything in `tree` that the vocabulary of `of` does not allow."""
    if not isinstance(tree.value, dict):
        message = f"{_a(of.label.lower())} is written as keys and values, and this is {_kind_of(tree.value)}"
        yield Diagnostic("value-type", message, tree.span(), help=("Start each line with a key: `id: …`.",))
        return
    yield from _record(tree, (), tree.value, of.fields, of.label.lower())


def _record(
    tree: Tree, way: Way, value: dict[str, Value], fields: tuple[Field, ...], name: str
) -> Iterator[Diagnostic]:
    known = {field.name: field for field in fields}
    for key, child in value.items():
        if (field := known.get(key)) is None:
            yield _unknown_key(tree, (*way, key), key, known, name)
        elif field.many:
            yield from _many(tree, (*way, key), child, field)
        else:
            yield from _one(tree, (*way, key), child, field)
    for field in fields:
        if field.required and field.name not in value:
            yield _missing_key(tree, way, value, field, name)


def _many(tree: Tree, way: Way, value: Value, field: Field) -> Iterator[Diagnostic]:
    if not isinstance(value, list):
        message = f"`{field.name}` is a list, and this is {_kind_of(value)}"
        advice = f"Write `{field.name}: {field.example}`, or start each entry on a line of its own with `- `."
        yield Diagnostic("value-type", message, tree.span(*way), help=(advice,))
        return
    if not value and field.required:
        message = f"`{field.name}` needs at least one entry, and the list is empty"
        yield Diagnostic("value-empty", message, tree.key_span(*way))
    if len(value) > MAX_ENTRIES:
        yield _too_many(tree, way, len(value), field, "entries")
        return
    seen: set[str] = set()
    for index, child in enumerate(value):
        yield from _one(tree, (*way, index), child, field)
        if isinstance(child, str):
            if child in seen and field.type != "string":
                message = f"`{shown(child)}` stands twice in `{field.name}`"
                yield Diagnostic("value-repeated", message, tree.span(*way, index))
            seen.add(child)


def _one(tree: Tree, way: Way, value: Value, field: Field) -> Iterator[Diagnostic]:
    if field.type == "text":
        yield from _text(tree, way, value, field)
    elif field.type == "spelling":
        yield from _spelling(tree, way, value, field)
    elif field.type == "record" or (field.type == "participant" and isinstance(value, dict)):
        fields = field.fields or _PARTICIPANT
        if isinstance(value, dict):
            yield from _record(tree, way, value, fields, f"`{field.name}`")
        else:
            keys = ", ".join(f"`{inner.name}`" for inner in fields if inner.required)
            message = f"`{field.name}` is written as keys and values ({keys}, …), and this is {_kind_of(value)}"
            yield Diagnostic("value-type", message, tree.span(*way))
    elif not isinstance(value, str):
        message = f"`{field.name}` is one text, and this is {_kind_of(value)}"
        yield Diagnostic("value-type", message, tree.span(*way), help=(f"Write `{field.name}: {field.example}`.",))
    else:
        yield from _scalar(tree, way, value, field)


def _scalar(tree: Tree, way: Way, value: str, field: Field) -> Iterator[Diagnostic]:
    if not value.strip():
        message = f"`{field.name}` is empty; leave the key out when nothing is known"
        yield Diagnostic("value-empty", message, tree.key_span(*way))
    elif len(value) > (longest := MAX_TEXT if field.type in ("text", "spelling") else MAX_VALUE):
        message = f"`{field.name}` has {len(value):,} characters; at most {longest:,} are read"
        yield Diagnostic("value-too-long", message, tree.span(*way), help=(f"For example: {field.example}",))
    elif field.choices:
        if value not in field.choices:
            yield _unknown_choice(tree, way, value, field)
    elif field.type in ("date", "moment"):
        try:
            (dates.read if field.type == "date" else dates.read_moment)(value)
        except dates.BadDate as error:
            yield Diagnostic("date-form", str(error), tree.span(*way))
    elif (form := FORMS.get(field.type)) and (problem := form(value)):
        yield Diagnostic(f"{field.type}-form", problem, tree.span(*way), help=(f"For example: {field.example}",))


def _text(tree: Tree, way: Way, value: Value, field: Field) -> Iterator[Diagnostic]:
    """A text, or a map from language to text."""
    if isinstance(value, str):
        yield from _scalar(tree, way, value, field)
    elif isinstance(value, dict) and len(value) > MAX_ENTRIES:
        yield _too_many(tree, way, len(value), field, "languages")
    elif isinstance(value, dict) and value:
        for language, text in value.items():
            if problem := FORMS["language"](language):
                advice = "A text in several languages is written as `en: …` and `de: …` below the key."
                yield Diagnostic("language-form", problem, tree.key_span(*way, language), help=(advice,))
            if isinstance(text, str):
                yield from _scalar(tree, (*way, language), text, field)
            else:
                message = f"the text in `{language}` is one text, and this is {_kind_of(text)}"
                yield Diagnostic("value-type", message, tree.span(*way, language))
    else:
        message = f"`{field.name}` is a text, or one text per language, and this is {_kind_of(value)}"
        yield Diagnostic("value-type", message, tree.span(*way))


def _spelling(tree: Tree, way: Way, value: Value, field: Field) -> Iterator[Diagnostic]:
    if isinstance(value, dict) and len(value) != 1:
        message = "one entry holds one spelling: a text, or one language and its text"
        yield Diagnostic("value-type", message, tree.span(*way), help=("Write `- uk: Андрій Сибіга`.",))
    else:
        yield from _text(tree, way, value, field)


def _too_many(tree: Tree, way: Way, number: int, field: Field, what: str) -> Diagnostic:
    message = f"`{field.name}` has {number:,} {what}; at most {MAX_ENTRIES} are read"
    return Diagnostic("value-too-long", message, tree.key_span(*way), help=(f"For example: {field.example}",))


def _unknown_key(tree: Tree, way: Way, key: str, known: dict[str, Field], name: str) -> Diagnostic:
    close = near(key, known)
    elsewhere = [other for other in KINDS if any(field.name == key for field in kind(other).fields)]
    message = f"{_a(name)} has no key `{shown(key)}`"
    if close:
        advice = f"Did you mean {' or '.join(f'`{word}`' for word in close)}?"
    elif elsewhere:
        advice = f"`{key}` is a key of {_list([_a(kind(other).label.lower()) for other in elsewhere])}."
    else:
        advice = f"It can hold {_list([f'`{word}`' for word in known])}."
    return Diagnostic("key-unknown", message, tree.key_span(*way), help=(advice,))


def _missing_key(tree: Tree, way: Way, value: dict[str, Value], field: Field, name: str) -> Diagnostic:
    first = next(iter(value), None)
    span = tree.span(*way) if first is None else tree.key_span(*way, first)
    advice = f"Add `{field.name}: {field.example}`. {field.description}"
    return Diagnostic("key-missing", f"{_a(name)} needs `{field.name}`", span, help=(advice,))


def _unknown_choice(tree: Tree, way: Way, value: str, field: Field) -> Diagnostic:
    close = near(value, field.choices)
    advice = f"Did you mean `{close[0]}`?" if close else f"It is one of {_list([f'`{c}`' for c in field.choices])}."
    message = f"`{field.name}` cannot be `{shown(value)}`"
    return Diagnostic("choice-unknown", message, tree.span(*way), help=(advice,))


def _kind_of(value: Value) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a map of keys and values"
    return "one text" if value else "empty"


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _a(noun: str) -> str:
    if noun.startswith("`"):
        return noun
    return noun if noun == "series" else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _participant() -> tuple[Field, ...]:
    from generator.vocabulary import Field

    return (
        Field("actor", "reference", "Who takes part.", "annalena-baerbock", required=True, to="actor"),
        Field("role", "text", "What they do in this fact.", "host"),
    )


_PARTICIPANT = _participant()
