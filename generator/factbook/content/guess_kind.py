"""Load: which kind of thing a file holds, whatever folder it stands in, told by its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content import yaml
from factbook.content.schema import KINDS, kind

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.content.model import Kind
    from factbook.content.yaml import Value


def of_another_kind(value: Value, of: Kind) -> Kind | None:
    """The kind that a value surely is, when it surely is not `of`: it has a key that `of` does not know."""
    first = value[0] if isinstance(value, list) and value else value
    if of == "briefing" or not isinstance(first, dict):
        return None
    known = {field.name for field in kind(of).fields}
    return None if all(key in known for key in first) else _kind_of(first, of)


def kind_of_file(path: Path) -> Kind | None:
    """The kind of thing that stands in a file anywhere; None when it cannot be told."""
    try:
        with open(path, "rb") as file:
            data = file.read(yaml.MAX_BYTES + 1)
    except OSError:
        return None
    tree, _ = yaml.read(data, path.name)
    value = tree.value if tree else ""
    first = value[0] if isinstance(value, list) and value else value
    return _kind_of(first, None) if isinstance(first, dict) else None


def _kind_of(value: dict[str, Value], but: Kind | None) -> Kind | None:
    """The kind whose required keys are all there, and that knows every key."""
    for name in KINDS:
        fields = kind(name).fields
        known, needed = {field.name for field in fields}, {field.name for field in fields if field.required}
        if name != but and needed <= value.keys() and value.keys() <= known:
            return name  # type: ignore[return-value]  # KINDS holds the names of `Kind`
    return None
