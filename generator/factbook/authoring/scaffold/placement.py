"""Scaffold: where a new record is written, and a fact appended to a file of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.format.formatter import written
from factbook.content import yaml
from factbook.content.schema import kind
from factbook.content.schema.validate import misfits
from factbook.runtime.site_path import read_below, write_below

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.content.yaml import Value
    from factbook.diagnostics.types import Diagnostic


class Occupied(Exception):
    """A file stands where the new one would; the words are its path."""


def unfit(of: str, record: dict[str, Value]) -> tuple[Diagnostic, ...]:
    """What the vocabulary does not allow in a record that is about to be written."""
    tree, problems = yaml.read(written(record, kind(of)).encode("utf-8", "replace"), "")
    return problems if tree is None else (*problems, *misfits(tree, kind(of)))


def write_thing(root: Path, of: str, record: dict[str, Value]) -> str:
    """Writes a new source, actor, topic or series into a file of its own; gives its path in the site."""
    path = f"content/{kind(of).folder}/{record['id']}.yml"
    if (root / path).exists():
        raise Occupied(path)
    write_below(root, path, written(record, kind(of)).encode("utf-8"))
    return path


def write_fact(root: Path, record: dict[str, Value], into: str | None = None) -> str:
    """Adds a fact to the file `into`, by default its home topic's; gives the path in the site.

    A file that holds one fact alone stays as it is: the new fact then gets a file of its own.
    """
    topics = record["topics"]
    path = into or f"content/facts/{topics[0] if isinstance(topics, list) and topics else record['id']}.yml"
    target = root / path
    item = written([record], kind("fact"))
    if not target.exists():
        write_below(root, path, item.encode("utf-8"))
        return path
    text = read_below(root, path, yaml.MAX_BYTES).decode("utf-8")
    tree, _ = yaml.read(text.encode("utf-8"), path)
    if tree is not None and isinstance(tree.value, list):
        write_below(root, path, f"{text.rstrip()}\n\n{item}".encode())
        return path
    own = f"content/facts/{record['id']}.yml"
    if own == path or (root / own).exists():
        raise Occupied(own)
    return write_fact(root, record, own)
