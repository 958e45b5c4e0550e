"""Stage: reads the content's files into records, strings first, and says which files and keys do not belong."""

from __future__ import annotations

import os
from array import array
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from factbook.content import yaml
from factbook.content.content_files import content_files, kind_at, with_article
from factbook.content.guess_kind import of_another_kind
from factbook.content.model import Record
from factbook.content.schema import kind
from factbook.content.schema.formats import slug
from factbook.content.schema.texts import text_ends
from factbook.content.schema.validate import validate
from factbook.content.yaml import shown
from factbook.diagnostics.types import Diagnostic, Span, has_errors, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factbook.content.model import Kind
    from factbook.content.yaml import Tree

Loaded = tuple[tuple[Record, ...], tuple[Diagnostic, ...]]
File = tuple[str, bytes]
"""A path, relative to the site with forward slashes, and the file's bytes."""

MOST_PROBLEMS = 100
"""As many are reported of one file: with more, it is no file of content, and each costs time."""


def read(root: Path, parsed: Callable[[Sequence[File]], Iterable[Loaded]] | None = None) -> Loaded:
    """All records below `root`/content, and every diagnostic; one bad file never hides the next.

    `parsed` gives what `parse_all` would give, from wherever it has it.
    """
    if not (root / "content").is_dir():
        message = "there is no folder `content` here; facts live in content/facts, sources in content/sources"
        return (), (Diagnostic("file-misplaced", message, Span("content")),)
    files, problems = _contents(root)
    records: list[Record] = []
    for found, wrong in (parsed or parse_all)(files):
        records.extend(found)
        problems.extend(wrong)
    return tuple(records), in_order(problems)


def parse_all(files: Sequence[File]) -> list[Loaded]:
    """The records of each file, in order."""
    return [parse(data, path) for path, data in files]


def parse(data: bytes, path: str) -> Loaded:
    """The records in a file's bytes. Pure: the same bytes and path give the same records."""
    of = kind_at(path)
    assert of is not None, "only what has its place in the content is read"
    tree, problems = yaml.read(data, path, partial(_text_ends, of))
    if tree is not None and (other := of_another_kind(tree.value, of)):
        return (), (*problems, _in_wrong_folder(tree, of, other))
    if tree is None or tree.value == "":
        empty = Diagnostic("file-empty", "this file holds nothing; delete it or write something in it", Span(path))
        return _unread(of, path), problems or (empty,)
    records: list[Record] = []
    found, is_read = list(problems), not has_errors(problems)
    for part in _parts(tree, of):
        wrong = tuple(islice(validate(part, kind(of)), MOST_PROBLEMS)) if is_read else ()
        found.extend(wrong)
        identity = _identity(part, of)
        if identity is not None:
            found.extend(_name_differs(part, of, identity, path))
            records.append(Record(of, identity, part, is_valid=is_read and not has_errors(wrong)))
        if len(found) >= MOST_PROBLEMS:
            return tuple(records), (*found[:MOST_PROBLEMS], _too_many(path))
    return tuple(records), tuple(found)


def _text_ends(of: Kind, tree: Tree) -> set[int]:
    """Where the texts of a file end, which a comment must not cut."""
    return {end for part in _parts(tree, of) for end in text_ends(part, kind(of).fields)}


def _too_many(path: str) -> Diagnostic:
    message = f"more than {MOST_PROBLEMS} things are wrong in this file, and the others are not shown"
    return Diagnostic("problems-many", message, Span(path), help=("Mend these first, then check again.",))


def _contents(root: Path) -> tuple[list[File], list[Diagnostic]]:
    """The bytes of every file that has its right place, and what is wrong with the others."""
    files: list[File] = []
    problems: list[Diagnostic] = []
    for path, problem in content_files(root):
        if problem:
            problems.append(problem)
            continue
        try:
            with open(f"{root}/{path}", "rb") as file:
                size = min(os.fstat(file.fileno()).st_size, yaml.MAX_BYTES)
                files.append((path, file.read(size + 1)))  # one more than are allowed tells of a file too large
        except OSError as error:
            what = f"this file cannot be read: {error.strerror}"
            problems.append(Diagnostic("file-unreadable", what, Span(path)))
    return files, problems


def _in_wrong_folder(tree: Tree, of: Kind, other: Kind) -> Diagnostic:
    folder, name = kind(other).folder, tree.path.rpartition("/")[2]
    message = f"this file holds {with_article(other)}, and it stands among the {kind(of).plural}"
    span = tree.span(0, "id") if isinstance(tree.value, list) else tree.span("id")
    return Diagnostic("file-misplaced", message, span, help=(f"Move it to content/{folder}/{name}.",))


def _unread(of: Kind, path: str) -> tuple[Record, ...]:
    """What an unreadable file would have held, so that names that lead to it are not reported as well."""
    if of in ("fact", "briefing"):
        return ()
    stem = path.rpartition("/")[2].removesuffix(".yml")
    nothing = yaml.Tree(path, {}, array(yaml.OFFSET, [0, 0]), array(yaml.OFFSET, [0, 1]))
    return (Record(of, stem, nothing, is_valid=False),)


def _parts(tree: Tree, of: Kind) -> Iterator[Tree]:
    """A file of facts holds one fact or a list of them; other files hold one thing."""
    if of == "fact" and isinstance(tree.value, list):
        yield from tree.branches()
    else:
        yield tree


def _identity(tree: Tree, of: Kind) -> str | None:
    if of == "briefing":
        return "briefing"
    value = tree.value.get("id") if isinstance(tree.value, dict) else None
    return value if isinstance(value, str) else None


def _name_differs(tree: Tree, of: Kind, identity: str, path: str) -> Iterator[Diagnostic]:
    stem = path.rpartition("/")[2].removesuffix(".yml")
    if of not in ("fact", "briefing") and stem != identity:
        message = f"the file is called `{stem}.yml`, and the id is `{shown(identity)}`: the two are the same word"
        advice = f"Rename the file to {shown(identity)}.yml" + ("." if slug(stem) else f", or write `id: {stem}`.")
        yield Diagnostic("file-name", message, tree.span("id"), help=(advice,))
