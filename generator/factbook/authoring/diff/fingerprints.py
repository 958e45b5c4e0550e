"""Comparison: the fingerprints that came, changed or went, which are the contributor's own evidence (rule 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Span
from factbook.evidence.fingerprints.file_format import Fingerprint
from factbook.evidence.texts.store import FINGERPRINT_SUFFIX, Snapshots
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factbook.content.model import Corpus

FOLDER = "content/snapshots"
CONFIRMED_SUFFIX = ".confirmed"


@frozen
class FingerprintChange:
    """What became of the fingerprint of one text."""

    text: str
    """The name of the text."""
    what: str
    """added | changed | gone"""
    facts: int
    """How many facts, published before, cite it."""
    confirmed: str
    """Who held the new one against the text, and when; empty as long as nobody has."""

    @property
    def is_owed(self) -> bool:
        """Whether somebody with the text has to confirm it."""
        return self.what == "changed" and self.facts > 0 and not self.confirmed

    def __str__(self) -> str:
        cited = f", cited by {self.facts} published {'fact' if self.facts == 1 else 'facts'}" if self.facts else ""
        by = f", confirmed by {self.confirmed}" if self.confirmed else ", confirmed by nobody"
        return f"{self.text}: {self.what}{cited}{by if self.what != 'gone' else ''}"


def fingerprint_changes(before: Path, after: Path, published: Corpus) -> tuple[FingerprintChange, ...]:
    """The changes between the folders of two states of a site, by name; `published` is the content before."""
    old, new = Snapshots((before / FOLDER,)), Snapshots((after / FOLDER,))
    names = sorted({*_names(before), *_names(after)})
    return tuple(_changes(names, old, new, _cited(published)))


def demands_of(changes: tuple[FingerprintChange, ...], revision: str) -> Iterator[Diagnostic]:
    """An error for each fingerprint that changed under published facts, until somebody with the text confirms it."""
    for change in changes:
        if change.is_owed:
            message = f"the fingerprint of `{change.text}` is not the one of {revision}, and published facts cite it"
            advice = (
                f"Somebody who has the text runs `factbook snapshot --verify {change.text}` and commits "
                f"`{change.text}{CONFIRMED_SUFFIX}`, which says who and when.",
            )
            span = Span(f"{FOLDER}/{change.text}{FINGERPRINT_SUFFIX}", 3)
            yield Diagnostic("fingerprint-changed", message, span, help=advice)


def confirmation(sha256: str, who: str, day: str) -> str:
    """The content of the file that says who held a fingerprint against its text."""
    return f"sha256: {sha256}\nby: {' '.join(who.split())}\non: {day}\n"


def _changes(names: list[str], old: Snapshots, new: Snapshots, cited: dict[str, int]) -> Iterator[FingerprintChange]:
    for name in names:
        was, now = old.fingerprint(name), new.fingerprint(name)
        if was == now:
            continue
        if was is not None and now is not None and not isinstance(was, Fingerprint):
            what = "added"  # of an older kind, with which nothing can be compared
        else:
            what = "added" if was is None else "gone" if now is None else "changed"
        sha256 = now.sha256 if isinstance(now, Fingerprint) else ""
        yield FingerprintChange(name, what, cited.get(name, 0), _confirmed(new.folders[0], name, sha256))


def _names(root: Path) -> Iterator[str]:
    folder = root / FOLDER
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name.endswith(FINGERPRINT_SUFFIX):
            yield entry.name.removesuffix(FINGERPRINT_SUFFIX)


def _cited(corpus: Corpus) -> dict[str, int]:
    counts: dict[str, int] = {}
    for fact in corpus.facts.values():
        files = {corpus.sources[one.source].file for one in fact.citations if one.source in corpus.sources}
        for file in filter(None, files):
            counts[file] = counts.get(file, 0) + 1
    return counts


def _confirmed(folder: Path, name: str, sha256: str) -> str:
    try:
        rows = (folder / f"{name}{CONFIRMED_SUFFIX}").read_text("utf-8", "replace").split("\n")
    except OSError:
        return ""
    found = dict(row.split(": ", 1) for row in rows if ": " in row)
    is_of_it = bool(sha256) and found.get("sha256") == sha256
    return f"{found['by']} on {found['on']}" if is_of_it and {"by", "on"} <= found.keys() else ""
