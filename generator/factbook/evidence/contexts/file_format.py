"""The file of a context, written and read (the format stands in docs/reference/fingerprint.md)."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factbook.evidence.fingerprints.checksum import is_sealed, seal
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VERSION = 1


@frozen
class Context:
    """What is known of a text without having it, beside its fingerprint."""

    text: str
    """The name of the text's file."""
    sha256: str
    """That of its fingerprint."""
    languages: tuple[str, ...]
    """Whose cue words were looked for."""
    cues: str
    """The version of these cue words."""
    # By line, from 1; lines that hold nothing of the kind are left out.
    words: Mapping[int, tuple[str, ...]] = field(repr=False)
    """How many words in a row are not told, a cue word as it stands, a mark, `|` where a sentence ends."""
    years: Mapping[int, tuple[str, ...]] = field(repr=False)
    """The years that each line names; `<` where it looks back to others."""
    numbers: Mapping[int, tuple[str, ...]] = field(repr=False)
    """The hashes of each line's numbers of two digits and more, in order."""
    shingles: Mapping[int, tuple[str, ...]] = field(repr=False)
    """The hashes of some of the rows of five words that begin in each line."""


_TABLES = ("words", "years", "numbers", "shingles")


def write(context: Context) -> str:
    """The content of the file."""
    lines = [
        f"factbook-context: {VERSION}",
        f"text: {context.text}",
        f"sha256: {context.sha256}",
        f"languages: {' '.join(context.languages)}",
        f"cues: {context.cues}",
    ]
    for name in _TABLES:
        rows: Mapping[int, tuple[str, ...]] = getattr(context, name)
        lines += [f"{name}: {len(rows)}", *(f"{line} {' '.join(items)}" for line, items in rows.items())]
    body = "".join(f"{line}\n" for line in lines).encode("utf-8")
    return (body + seal(body)).decode("utf-8")


def parse(content: str) -> Context | None:
    """A context from the content of its file; None when it is not what was written."""
    if not is_sealed(content.encode("utf-8", "surrogatepass")):
        return None
    lines = iter(content.split("\n"))
    try:
        if int(_value(lines, "factbook-context")) != VERSION:
            return None
        text, sha256 = _value(lines, "text"), _value(lines, "sha256")
        languages, cues = tuple(_value(lines, "languages").split()), _value(lines, "cues")
        return Context(text, sha256, languages, cues, *(_rows(lines, name) for name in _TABLES))
    except (ValueError, StopIteration):
        return None


def _value(lines: Iterator[str], key: str) -> str:
    found, _, value = next(lines).partition(":")
    if found != key:
        raise ValueError(key)
    return value.strip()


def _rows(lines: Iterator[str], key: str) -> dict[int, tuple[str, ...]]:
    rows = (next(lines).split(" ") for _ in range(int(_value(lines, key))))
    return {int(row[0]): tuple(row[1:]) for row in rows}
