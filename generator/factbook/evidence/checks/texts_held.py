"""Check: each cited source has a text or a fingerprint that can be trusted, and its lines lie inside it (rule 6).

Wrong: a source without `file`, or with a text that was changed after its fingerprint was taken.
Right: `file: 002_dc857300e8566b5b.txt`, and `factbook snapshot` run once on that text.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Source
    from factbook.evidence.model import Evidence, HeldText


@check_of("site", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each source whose quotes cannot be checked, and for texts without a fingerprint."""
    told: set[str] = set()
    for name, held in evidence.held_texts.items():
        source = corpus.sources[name]
        if held.held in ("text", "fingerprint"):
            yield from _outside(source, held)
            if held.other_capture and source.file not in told:
                told.add(source.file or "")
                yield _other_capture(source, held)
            if held.context and source.file not in told:
                told.add(source.file or "")
                yield _without_context(source, held)
            if held.held == "text" and not held.fingerprint and source.file not in told:
                told.add(source.file or "")
                yield _without_fingerprint(source)
        elif name in corpus.facts_by_source or held.held != "nothing":
            yield _unusable(source, held)
    yield from _overlaps(corpus)


def _without_fingerprint(source: Source) -> Diagnostic:
    message = f"`{source.file}` has no fingerprint yet, so nobody without the text can check its quotes"
    advice = f"Run `factbook snapshot {source.file}` and commit the file that it writes."
    span = source.record.span("file")
    return Diagnostic("fingerprint-missing", message, span, Severity.WARNING, help=(advice,))


def _other_capture(source: Source, held: HeldText) -> Diagnostic:
    message = f"`{source.file}` at hand is another capture than the fingerprinted one: {held.other_capture}"
    advice = "Every quote stands in both, so nothing needs to be done; the checks go by the fingerprint."
    return Diagnostic("text-other-capture", message, source.record.span("file"), Severity.NOTE, help=(advice,))


def _without_context(source: Source, held: HeldText) -> Diagnostic:
    why = {
        "none": "there is none",
        "stale": "it is of another text or language",
        "damaged": "it was changed",
    }
    message = f"what stands around the quotes of `{source.file}` is not recorded ({why[held.context]})"
    advice = (
        "Without the text nobody sees that a quote was cut behind a “not”, or that the text is a copy.",
        f"Who has the text runs `factbook snapshot {source.file}` and commits `{source.file}.context`.",
    )
    return Diagnostic("context-missing", message, source.record.span("file"), Severity.NOTE, help=advice)


def _outside(source: Source, held: HeldText) -> Iterator[Diagnostic]:
    if source.lines and held.line_count is not None and source.lines[1] > held.line_count:
        message = f"the lines end at {source.lines[1]}, and `{source.file}` has {held.line_count}"
        yield Diagnostic("lines-outside", message, source.record.span("lines"))


def _unusable(source: Source, held: HeldText) -> Diagnostic:
    span = source.record.span("file")
    if not source.file:
        message = f"`{source.id}` is cited and names no `file`, so its quotes cannot be checked"
        return Diagnostic("text-missing", message, source.record.span("id"), help=("Save its text, and add `file`.",))
    if held.held == "nothing":
        message = f"neither the text `{source.file}` nor its fingerprint is here, so no quote can be checked"
        advice = "Put the text into content/snapshots, or name its folder in FACTBOOK_SNAPSHOTS."
        return Diagnostic("text-missing", message, span, help=(advice,))
    if held.held == "damaged":
        message = f"the fingerprint of `{source.file}` {held.reason}"
        advice = f"Take it again from the text with `factbook snapshot {source.file}`, or restore it with git."
        return Diagnostic("fingerprint-damaged", message, held.place or span, help=(advice,))
    if held.held == "differs":
        message = f"`{source.file}` is not the text that was fingerprinted: {held.reason}"
        advice = f"Take the text that the others have; or replace it with `factbook snapshot {source.file}`."
        return Diagnostic("text-differs", message, held.place or span, help=(advice,))
    message = f"`{source.file}` cannot be read as text: {held.reason}"
    return Diagnostic("text-unreadable", message, held.place or span, help=("Save it as UTF-8.",))


def _overlaps(corpus: Corpus) -> Iterator[Diagnostic]:
    """Two documents of one file that claim the same line: one of them prints the other's words."""
    claims = sorted(
        (source.file, lines, source.id) for source in corpus.sources.values() if source.file for lines in source.parts
    )
    for (file, lines, name), (next_file, next_lines, next_name) in itertools.pairwise(claims):
        if file == next_file and next_lines[0] <= lines[1]:
            message = f"line {next_lines[0]} of `{file}` is claimed by `{name}` and by `{next_name}`"
            yield Diagnostic("lines-overlap", message, corpus.sources[next_name].record.span("lines"))
