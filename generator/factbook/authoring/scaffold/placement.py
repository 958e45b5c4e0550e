"""Scaffold: where a new record is written: in a file of its own, or a fact in a list that was named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.format.fact_files import own_file
from factbook.authoring.format.formatter import written
from factbook.content import yaml
from factbook.content.schema import kind
from factbook.content.schema.validate import validate
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
    return problems if tree is None else (*problems, *validate(tree, kind(of)))


def write_thing(root: Path, of: str, record: dict[str, Value]) -> str:
    """Writes a new source, actor, topic or series into a file of its own; gives its path in the site."""
    path = f"content/{kind(of).folder}/{record['id']}.yml"
    if (root / path).exists():
        raise Occupied(path)
    write_below(root, path, written(record, kind(of)).encode("utf-8"))
    return path


def write_fact(root: Path, record: dict[str, Value], into: str | None = None) -> str:
    """Writes a fact into a file of its own, in its home topic's folder, or adds it to the list `into`.

    Gives the path in the site. Two people who each write a fact thus never change one file. Raises `Occupied`.
    """
    home = record["topics"]
    path = into or own_file(str(home[0] if isinstance(home, list) else home), str(record["id"]))
    if not (root / path).exists():
        whole: Value = [record] if into else record
        write_below(root, path, written(whole, kind("fact")).encode("utf-8"))
        return path
    text = read_below(root, path, yaml.MAX_BYTES).decode("utf-8-sig") if into else ""
    tree, _ = yaml.read(text.encode("utf-8"), path)
    if tree is None or not isinstance(tree.value, list):
        raise Occupied(path)
    write_below(root, path, f"{text.rstrip()}\n\n{written([record], kind('fact'))}".encode())
    return path
