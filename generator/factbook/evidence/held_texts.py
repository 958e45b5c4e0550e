"""Stage, a part of it: what is held of each source, and whether text and fingerprint agree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Span
from factbook.evidence.contexts.file_format import parse
from factbook.evidence.contexts.take import version
from factbook.evidence.cues.lexicon import cues_of
from factbook.evidence.fingerprints.make_fingerprint import Damaged, first_difference
from factbook.evidence.model import HeldText
from factbook.evidence.texts.store import Text, Unreadable

if TYPE_CHECKING:
    from factbook.content.model import Source
    from factbook.evidence.contexts.file_format import Context
    from factbook.evidence.fingerprints.make_fingerprint import Fingerprint
    from factbook.evidence.texts.store import Snapshots

FOLDER = "content/snapshots"
SHA256_LINE = 3
"""Where a fingerprint's file holds the text's SHA-256."""


def held_text(source: Source, snapshots: Snapshots) -> HeldText:
    """What there is of the source's file; the text's SHA-256 is held against its fingerprint first."""
    if not source.file:
        return HeldText("nothing")
    text, fingerprint = snapshots.text(source.file), snapshots.fingerprint(source.file)
    if isinstance(fingerprint, Damaged):
        place = Span(f"{FOLDER}/{source.file}.fingerprint", fingerprint.line, fingerprint.column)
        return HeldText("damaged", fingerprint=True, reason=fingerprint.reason, place=place)
    if isinstance(text, Unreadable):
        place = Span(f"{FOLDER}/{source.file}", text.line or 1)
        return HeldText("unreadable", fingerprint=fingerprint is not None, reason=text.reason, place=place)
    if isinstance(text, Text):
        held = _with_text(source, text, fingerprint)
        lack = _lack(source, fingerprint, snapshots) if fingerprint and held.held == "text" else ""
        return replace(held, context=lack) if lack else held
    if fingerprint is not None:
        return HeldText(
            "fingerprint", fingerprint.sha256, fingerprint=True, context=_lack(source, fingerprint, snapshots)
        )
    return HeldText("nothing")


def context_of(source: Source, sha256: str, snapshots: Snapshots) -> Context | None:
    """The context of a source's text, if it is of this text, of the source's language and of today's cue words."""
    content = snapshots.context(source.file or "")
    context = parse(content) if content is not None else None
    language = source.language.partition("-")[0].lower()
    if context is None or context.sha256 != sha256:
        return None
    known = language in context.languages or not cues_of(language)
    return context if known and context.cues == version(context.languages) else None


def _lack(source: Source, fingerprint: Fingerprint, snapshots: Snapshots) -> str:
    if context_of(source, fingerprint.sha256, snapshots):
        return ""
    content = snapshots.context(source.file or "")
    return "none" if content is None else "stale" if parse(content) else "damaged"


def _with_text(source: Source, text: Text, fingerprint: Fingerprint | None) -> HeldText:
    if fingerprint is not None and fingerprint.sha256 != text.sha256:
        reason = first_difference(fingerprint, text)
        place = Span(f"{FOLDER}/{source.file}.fingerprint", SHA256_LINE, len("sha256: ") + 1)
        return HeldText("differs", text.sha256, fingerprint=True, reason=reason, place=place)
    return HeldText("text", text.sha256, fingerprint is not None, line_count=text.line_count)
