"""Ground: the vocabulary as data, one YAML file a kind; fields, messages, schemas and the reference come from it.

After followthemoney's schema folder: a newcomer reads `fact.yaml` and knows what a fact can hold.
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

from factbook.content import yaml
from factbook.runtime.frozen import frozen

KINDS = ("source", "actor", "topic", "series", "fact")
"""Kinds of content that stand in folders of their own, in the order in which they are written about."""


class Fields(tuple["Field", ...]):
    """The keys of a kind or a record, in order, with what is asked of them for every record."""

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self}

    @cached_property
    def required(self) -> frozenset[str]:
        return frozenset(field.name for field in self if field.required)

    @cached_property
    def leading(self) -> dict[str, Field]:
        """Those in which names or `[[links]]` can stand."""
        return {field.name: field for field in self if field.type in _LEADING or field.fields.leading}

    @cached_property
    def wordy(self) -> dict[str, Field]:
        """Those that are texts, or hold some."""
        return {field.name: field for field in self if field.traced or field.fields.wordy}


_LEADING = frozenset({"text", "reference", "participant", "judgement"})
_NONE = Fields()


@frozen
class Field:
    """One key of a kind."""

    name: str
    type: str
    """slug, text, string, date, moment, language, url, choice, reference, record, … (see `shape`)."""
    description: str
    example: str
    """As a contributor would type it, on one line."""
    required: bool = False
    many: bool = False
    """A list of such values."""
    choices: tuple[str, ...] = ()
    default: str | None = None
    to: str | None = None
    """The kind that a reference leads to."""
    fields: Fields = _NONE
    """The keys of a record."""
    traced: str = ""
    """Of a text: whose words must carry its numbers: quotes | facts | no."""
    label: str = ""
    """The key in words, as pages, Markdown, forms and comparisons print it."""
    untraced: str = ""
    """Why nobody's need to, where that is so."""

    @property
    def marked(self) -> bool:
        """Whether `[^fact-id]` can stand in the text: where its numbers are those of facts."""
        return self.traced == "facts"


@frozen
class Kind:
    """What can be written down about one sort of thing."""

    name: str
    label: str
    plural: str
    folder: str
    description: str
    fields: Fields

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)


@cache
def kind(name: str) -> Kind:
    """The kind called `name`: one of `KINDS`, `briefing` or `config`."""
    data = Path(__file__).with_name(f"{name}.yaml").read_bytes()
    tree, problems = yaml.read(data, f"vocabulary/{name}.yaml")
    if tree is None or problems or not isinstance(tree.value, dict):
        raise AssertionError(f"the vocabulary of {name} cannot be read: {problems}")
    value = tree.value
    fields = _fields(value["fields"])
    label, plural, folder, description = (str(value[key]) for key in ("label", "plural", "folder", "description"))
    return Kind(name, label, plural, folder, description, fields)


def _fields(value: yaml.Value) -> Fields:
    assert isinstance(value, dict)
    return Fields(_field(name, entry) for name, entry in value.items())


def _field(name: str, entry: yaml.Value) -> Field:
    assert isinstance(entry, dict)
    text = {
        key: str(entry.get(key, ""))
        for key in ("type", "description", "to", "default", "traced", "untraced", "label")
    }
    return Field(
        name=name,
        type=text["type"],
        description=text["description"],
        example=_one_line(entry.get("example", "")),
        required=entry.get("required") == "true",
        many=entry.get("list") == "true",
        choices=tuple(str(choice) for choice in entry.get("choices", ())),
        default=text["default"] or None,
        to=text["to"] or None,
        fields=_fields(entry["fields"]) if "fields" in entry else _NONE,
        traced=text["traced"],
        label=text["label"],
        untraced=text["untraced"],
    )


def _one_line(value: yaml.Value) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_one_line(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_one_line(item)}" for key, item in value.items()) + "}"
    return value
