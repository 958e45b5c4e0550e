"""Scaffold: fingerprints of the site's texts, written beside them and held against them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from factbook.evidence.contexts.file_format import write
from factbook.evidence.contexts.take import languages_known, take
from factbook.evidence.fingerprints import make_fingerprint
from factbook.evidence.texts.store import CONTEXT_SUFFIX, FINGERPRINT_SUFFIX, SIZE_LIMIT, Snapshots, Text, as_text
from factbook.runtime.atomic_write import write_atomically
from factbook.runtime.bounded_read import read_file
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factbook.evidence.texts.store import Unreadable

Outcome = Literal["written", "replaced", "unchanged", "matches", "differs", "no text", "no fingerprint", "unusable"]
FAILURES = frozenset(("differs", "no fingerprint", "unusable"))


@frozen
class Recorded:
    """What became of one text's fingerprint."""

    name: str
    outcome: Outcome
    reason: str = ""
    """Why it is unusable or differs, as a sentence without its full stop."""
    outside: bool = False
    """Whether the text lies in none of the folders where checks look for it."""

    @property
    def failed(self) -> bool:
        return self.outcome in FAILURES

    @property
    def was_put(self) -> bool:
        """Whether a file was written."""
        return self.outcome in ("written", "replaced")


def record(named: Path, folders: tuple[Path, ...], languages: Iterable[str] = ()) -> Recorded:
    """Writes the fingerprint of a text, and its context in these languages, into the first of `folders`.

    `named` is the text's name in one of the folders, or the path of a file. Raises `OSError` when the
    system refuses to write.
    """
    text, outside = _text(named, folders)
    if text is None:
        return Recorded(named.name, "unusable", "no snapshots folder has a text of that name", outside)
    if not isinstance(text, Text):
        return Recorded(named.name, "unusable", f"it {text.reason}", outside)
    target = folders[0] / f"{text.name}{FINGERPRINT_SUFFIX}"
    target.parent.mkdir(parents=True, exist_ok=True)
    outcome = _put(target, make_fingerprint.make(text))
    beside = _put(folders[0] / f"{text.name}{CONTEXT_SUFFIX}", write(take(text, languages or languages_known())))
    return Recorded(text.name, outcome if outcome != "unchanged" else beside, outside=outside)


def _put(target: Path, content: str) -> Outcome:
    made = content.encode("utf-8")
    before = target.read_bytes() if target.is_file() else None
    if made == before:
        return "unchanged"
    write_atomically(target, made)
    return "replaced" if before is not None else "written"


def verify(name: str, snapshots: Snapshots) -> Recorded:
    """Holds the fingerprint of the text `name` against the text."""
    fingerprint, text = snapshots.fingerprint(name), snapshots.text(name)
    if fingerprint is None:
        return Recorded(name, "no fingerprint")
    if isinstance(fingerprint, make_fingerprint.Damaged):
        return Recorded(name, "unusable", f"the fingerprint {fingerprint.reason}")
    if text is None:
        return Recorded(name, "no text")
    if not isinstance(text, Text):
        return Recorded(name, "unusable", f"the text {text.reason}")
    verdict = make_fingerprint.verify(fingerprint, text)
    return (
        Recorded(name, "matches")
        if isinstance(verdict, make_fingerprint.Matches)
        else Recorded(name, "differs", verdict.reason)
    )


def names(sources: Iterable[str | None], folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Every text that a source names, and every text or fingerprint in the site's own folder."""
    own = folders[0].iterdir() if folders[0].is_dir() else ()
    present = {
        entry.name.removesuffix(FINGERPRINT_SUFFIX).removesuffix(CONTEXT_SUFFIX).removesuffix(".confirmed")
        for entry in own
        if not entry.name.startswith(".")
    }
    return tuple(sorted({unicodedata.normalize("NFC", name) for name in (*sources, *present) if name}))


def held(names: Iterable[str], snapshots: Snapshots) -> tuple[str, ...]:
    """Those of `names` whose text is in one of the folders."""
    return tuple(name for name in names if snapshots.text(name) is not None)


def _text(named: Path, folders: tuple[Path, ...]) -> tuple[Text | Unreadable | None, bool]:
    """The text, and whether it lies outside of `folders`."""
    if len(named.parts) == 1 and (found := Snapshots(folders).text(named.name)) is not None:
        return found, False
    if not named.is_file():
        return None, False
    within = any(named.resolve().parent == folder.resolve() for folder in folders)
    return as_text(named.name, read_file(named, SIZE_LIMIT)), not within
