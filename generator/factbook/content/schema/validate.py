"""Ground: holds a typed tree against the vocabulary and says what does not fit, with the nearest right thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content import dates
from factbook.content.schema import formats
from factbook.content.schema.date_suggestions import likely
from factbook.content.schema.formats import FORMS
from factbook.content.schema.unknown_choices import meant as choice_meant
from factbook.content.schema.unknown_keys import a as _a
from factbook.content.schema.unknown_keys import advice as key_advice
from factbook.content.schema.unknown_keys import meant
from factbook.content.yaml import shown
from factbook.diagnostics.types import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.schema import Field, Fields, Kind
    from factbook.content.yaml import Step, Tree, Value

Way = tuple["Step", ...]
MAX_TEXT = 5_000
"""Characters of a text that readers see; the longest in use have a few hundred."""
MAX_VALUE = 2_000
"""Characters of anything else: a quote, a name, an address."""
MAX_ENTRIES = 200
"""Entries of a list, languages of a text."""
MOST_ENTRIES = 4
"""Entries that an advice writes out."""
_DATES = {"date": dates.read, "moment": dates.read_moment, "publication": dates.read_publication}
_WITHOUT_SPACES = ("reference", "slug", "participant")


def validate(tree: Tree, of: Kind) -> Iterator[Diagnostic]:
    """Everything in `tree` that the vocabulary of `of` does not allow."""
    if not isinstance(tree.value, dict):
        message = f"{_a(of.label.lower())} is written as keys and values, and this is {_kind_of(tree.value)}"
        yield Diagnostic("value-type", message, tree.span(), help=("Start each line with a key: `id: …`.",))
        return
    yield from _record(tree, (), tree.value, of.fields, of.label.lower())


def _record(tree: Tree, way: Way, value: dict[str, Value], fields: Fields, name: str) -> Iterator[Diagnostic]:
    known = fields.by_name
    misspelt: set[str | None] = set()
    for key, child in value.items():
        if (field := known.get(key)) is None:
            misspelt.add(meant(key, known))
            help = (key_advice(key, child, known, name),)
            yield Diagnostic(
                "key-unknown", f"{_a(name)} has no key `{shown(key)}`", tree.key_span(*way, key), help=help
            )
        elif field.many:
            yield from _many(tree, (*way, key), child, field)
        elif not (isinstance(child, str) and _is_fine(child, field)):
            yield from _one(tree, (*way, key), child, field)
    if fields.required <= value.keys():
        return
    for field in fields:
        if field.required and field.name not in value and field.name not in misspelt:
            yield _missing_key(tree, way, value, field, name)


def _many(tree: Tree, way: Way, value: Value, field: Field) -> Iterator[Diagnostic]:
    if not isinstance(value, list):
        message = f"`{field.name}` is a list, and this is {_kind_of(value)}"
        yield Diagnostic("value-type", message, tree.span(*way), help=(_as_list(field, value),))
        return
    if not value and field.required:
        message = f"`{field.name}` needs at least one entry, and the list is empty"
        yield Diagnostic("value-empty", message, tree.key_span(*way))
    if len(value) > MAX_ENTRIES:
        yield _too_many(tree, way, len(value), field, "entries")
        return
    seen: set[str] = set()
    for index, child in enumerate(value):
        if not (isinstance(child, str) and _is_fine(child, field)):
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
    elif field.type == "words":
        yield from _words(tree, way, value, field)
    elif field.type == "record" or (field.type == "participant" and isinstance(value, dict)):
        if isinstance(value, dict):
            yield from _record(tree, way, value, field.fields, f"`{field.name}`")
        else:
            keys = ", ".join(f"`{inner.name}`" for inner in field.fields if inner.required)
            message = f"`{field.name}` is written as keys and values ({keys}, …), and this is {_kind_of(value)}"
            first = f"{'- ' if field.many else ''}{field.fields[0].name}: {field.fields[0].example}"
            advice = f"Write `{first}`, and the other keys below `{field.fields[0].name}`, in the same column."
            yield Diagnostic("value-type", message, tree.span(*way), help=(advice,))
    elif not isinstance(value, str):
        message = f"`{field.name}` is one text, and this is {_kind_of(value)}"
        yield Diagnostic("value-type", message, tree.span(*way), help=(_as_one(field, value),))
    else:
        yield from _scalar(tree, way, value, field)


def _scalar(tree: Tree, way: Way, value: str, field: Field) -> Iterator[Diagnostic]:
    if not value.strip():
        message = f"`{field.name}` is empty; leave the key out when nothing is known"
        help = (f"For example: `{field.name}: {field.example}`",) if field.example else ()
        yield Diagnostic("value-empty", message, tree.key_span(*way), help=help)
    elif len(value) > (longest := MAX_TEXT if field.type in ("text", "spelling") else MAX_VALUE):
        message = f"`{field.name}` has {len(value):,} characters; at most {longest:,} are read"
        yield Diagnostic("value-too-long", message, tree.span(*way), help=(f"For example: {field.example}",))
    elif field.choices:
        if value not in field.choices:
            yield _unknown_choice(tree, way, value, field)
    elif reader := _DATES.get(field.type):
        try:
            reader(value)
        except dates.BadDate as error:
            right = likely(value, moment=field.type != "date")
            help = (f"Write {right}{', whichever is meant' if ' or ' in right else ''}.",) if right else ()
            yield Diagnostic("date-form", str(error), tree.span(*way), help=help)
    elif (form := FORMS.get(field.type)) and (problem := form(value)):
        yield Diagnostic(f"{field.type}-form", problem, tree.span(*way), help=(_in_form(field, value),))


def _is_fine(value: str, field: Field) -> bool:
    """Whether `_one` would find nothing wrong with a text, for most of which that is quickly told."""
    if field.type in ("record", "words") or len(value) > MAX_VALUE or not value or value.isspace():
        return False
    if field.choices:
        return value in field.choices
    if reader := _DATES.get(field.type):
        try:
            reader(value)
        except dates.BadDate:
            return False
        return True
    form = FORMS.get(field.type)
    return form is None or not form(value)


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
                if " " in language.strip():
                    advice = "If the text has a colon in it: put all of it in double quotes."
                yield Diagnostic("language-form", problem, tree.key_span(*way, language), help=(advice,))
            if isinstance(text, str):
                yield from _scalar(tree, (*way, language), text, field)
            else:
                message = f"the text in `{language}` is one text, and this is {_kind_of(text)}"
                yield Diagnostic("value-type", message, tree.span(*way, language))
    else:
        message = f"`{field.name}` is a text, or one text per language, and this is {_kind_of(value)}"
        yield Diagnostic("value-type", message, tree.span(*way), help=(_as_one(field, value),))


def _spelling(tree: Tree, way: Way, value: Value, field: Field) -> Iterator[Diagnostic]:
    if isinstance(value, dict) and len(value) != 1:
        message = "one entry holds one spelling: a text, or one language and its text"
        yield Diagnostic("value-type", message, tree.span(*way), help=("Write `- de: Hafenmeister`.",))
    else:
        yield from _text(tree, way, value, field)


def _words(tree: Tree, way: Way, value: Value, field: Field) -> Iterator[Diagnostic]:
    """Lists of words, one per language."""
    if not isinstance(value, dict) or not value:
        message = f"`{field.name}` is one list of words per language, and this is {_kind_of(value)}"
        yield Diagnostic("value-type", message, tree.span(*way), help=(f"For example: {field.example}",))
        return
    for language, words in value.items():
        if problem := FORMS["language"](language):
            yield Diagnostic("language-form", problem, tree.key_span(*way, language))
        elif not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            message = f"the words in `{language}` are a list, and this is {_kind_of(words)}"
            advice = f"Write `{language}: [{words if isinstance(words, str) else 'ships, vessels'}]`."
            yield Diagnostic("value-type", message, tree.span(*way, language), help=(advice,))


def _too_many(tree: Tree, way: Way, number: int, field: Field, what: str) -> Diagnostic:
    message = f"`{field.name}` has {number:,} {what}; at most {MAX_ENTRIES} are read"
    return Diagnostic("value-too-long", message, tree.key_span(*way), help=(f"For example: {field.example}",))


def _missing_key(tree: Tree, way: Way, value: dict[str, Value], field: Field, name: str) -> Diagnostic:
    first = next(iter(value), None)
    span = tree.span(*way) if first is None else tree.key_span(*way, first)
    if field.example or not field.fields:
        written = f"`{field.name}: {field.example}`"
    else:
        written = f"`{field.name}:` and below it `- {field.fields[0].name}: {field.fields[0].example}`"
    advice = f"Add {written}. {field.description}"
    return Diagnostic("key-missing", f"{_a(name)} needs `{field.name}`", span, help=(advice,))


def _unknown_choice(tree: Tree, way: Way, value: str, field: Field) -> Diagnostic:
    close = choice_meant(value, field.choices)
    advice = f"Did you mean `{close[0]}`?" if close else f"It is one of {_list([f'`{c}`' for c in field.choices])}."
    message = f"`{field.name}` cannot be `{shown(value)}`"
    return Diagnostic("choice-unknown", message, tree.span(*way), help=(advice,))


def _as_list(field: Field, value: Value) -> str:
    """How to write what stands where a list belongs."""
    if field.type == "record":
        name, example = field.fields[0].name, field.fields[0].example
        return f"Start each entry with a dash: `- {name}: {example}`, its other keys below `{name}`."
    if isinstance(value, str) and value:
        if value.lstrip().startswith("-"):
            return "A space follows the dash of each entry: `- ` and the entry, each on a line of its own."
        entries = [word for word in re.split(r"[,;\s\[\]()]+", value) if word]
        if field.type in _WITHOUT_SPACES and any(map(formats.slug, entries)):  # names, with spaces in them
            parts = [part for part in re.split(r"[,;\[\]()]+", value) if part.strip()]
            entries = [formats.likely(field.type, part) or shown(part.strip()) for part in parts]
        if field.type in _WITHOUT_SPACES and 0 < len(entries) <= MOST_ENTRIES:
            return f"Write `{field.name}: [{', '.join(entries)}]`."
        return f"Start each entry on a line of its own with `- `, also when there is one: `- {shown(value)}`."
    return f"Write `{field.name}: {field.example}`, or start each entry on a line of its own with `- `."


def _as_one(field: Field, value: Value) -> str:
    """How to write what stands where one text belongs."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        return "A text that starts with `[[` is put in double quotes."
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"Write `{field.name}: {shown(value[0])}`, without brackets or a dash."
    if isinstance(value, dict) and any(" " in key.strip() for key in value):
        return "A text with a colon in it is put in double quotes."
    return f"Write `{field.name}: {field.example}`."


def _in_form(field: Field, value: str) -> str:
    """How to write a value that has not the form of its type, as near to what stands there as can be told."""
    entries = value.replace(",", " ").split()
    if field.many and field.type in _WITHOUT_SPACES and len(entries) > 1 and not any(map(formats.slug, entries)):
        return f"If these are several: {' '.join(f'`- {entry}`' for entry in entries[:MOST_ENTRIES])}, a line each."
    right = formats.likely(field.type, value)
    return f"Write {right}." if right else f"For example: {field.example}"


def _kind_of(value: Value) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a map of keys and values"
    return "one text" if value else "empty"


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
