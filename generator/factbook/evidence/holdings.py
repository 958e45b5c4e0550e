"""Stage, a part of it: what is held of each source, and whether text and fingerprint agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Span
from factbook.evidence.fingerprints.build import Damaged
from factbook.evidence.model import Holding
from factbook.evidence.texts.store import Text, Unreadable

if TYPE_CHECKING:
    from factbook.content.model import Source
    from factbook.evidence.fingerprints.build import Fingerprint
    from factbook.evidence.texts.store import Snapshots

FOLDER = "content/snapshots"
SHA256_LINE = 3
"""Where a fingerprint's file holds the text's SHA-256."""


def holding(source: Source, snapshots: Snapshots) -> Holding:
    """What there is of the source's file; the text's SHA-256 is held against its fingerprint first."""
    if not source.file:
        return Holding("nothing")
    text, fingerprint = snapshots.text(source.file), snapshots.fingerprint(source.file)
    if isinstance(fingerprint, Damaged):
        place = Span(f"{FOLDER}/{source.file}.fingerprint", fingerprint.line, fingerprint.column)
        return Holding("damaged", fingerprint=True, reason=fingerprint.reason, place=place)
    if isinstance(text, Unreadable):
        place = Span(f"{FOLDER}/{source.file}", text.line or 1)
        return Holding("unreadable", fingerprint=fingerprint is not None, reason=text.reason, place=place)
    if isinstance(text, Text):
        return _with_text(source, text, fingerprint)
    if fingerprint is not None:
        return Holding("fingerprint", fingerprint.sha256, fingerprint=True)
    return Holding("nothing")


def _with_text(source: Source, text: Text, fingerprint: Fingerprint | None) -> Holding:
    if fingerprint is not None and fingerprint.sha256 != text.sha256:
        reason = f"its SHA-256 is {text.sha256[:12]}…, and {fingerprint.sha256[:12]}… is recorded"
        place = Span(f"{FOLDER}/{source.file}.fingerprint", SHA256_LINE, len("sha256: ") + 1)
        return Holding("differs", text.sha256, fingerprint=True, reason=reason, place=place)
    return Holding("text", text.sha256, fingerprint is not None, line_count=text.line_count)
