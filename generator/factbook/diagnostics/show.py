"""Report: diagnostics in the asked format on standard output, in the order of the files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, get_args

from factbook.diagnostics.summary import count
from factbook.diagnostics.suppress_consequences import causes
from factbook.diagnostics.types import Severity, in_order
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.diagnostics.console import Output
    from factbook.diagnostics.source_lines import Texts
    from factbook.diagnostics.types import Diagnostic

Format = Literal["full", "concise", "github", "gitlab", "sarif", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
_NOTES = 5
"""So many notes of one code are written out in full: nothing need be done about them."""


@frozen
class Files:
    """The files that diagnostics speak of, seen from where the command runs."""

    texts: Texts
    """Gives a file's text by its path in the diagnostics."""
    prefix: str = ""
    """What stands before each path: `sites/korea/`."""
    own: frozenset[str] = frozenset()
    """Files that the change under review touches; `github` shows their diagnostics first."""


def show(problems: Iterable[Diagnostic], format: Format, files: Files, output: Output) -> None:
    """Prints the diagnostics, without those that others may have brought about.

    `json`, `gitlab` and `sarif` print a document even when there are none.
    """
    ordered = in_order(causes(tuple(problems)))
    if format == "json":
        from factbook.diagnostics.formats.json import as_json

        output.text(as_json(ordered, files.prefix))
    elif format == "gitlab":
        from factbook.diagnostics.formats.gitlab import gitlab

        output.text(gitlab(ordered, files.prefix))
    elif format == "sarif":
        from factbook.diagnostics.formats.sarif import sarif

        output.text(sarif(ordered, files.prefix))
    elif format == "full":
        _paragraphs(ordered, files, output)
    else:
        _lines(ordered, format, files, output)


def _paragraphs(problems: tuple[Diagnostic, ...], files: Files, output: Output) -> None:
    from factbook.diagnostics.formats.full import Paragraphs
    from factbook.diagnostics.source_lines import Excerpts

    paragraphs = Paragraphs(Excerpts(files.texts), output.paint, output.columns, files.prefix)
    notes: Counter[str] = Counter()
    for problem in problems:
        notes[problem.code] += problem.severity is Severity.NOTE
        if notes[problem.code] <= _NOTES:
            output.text(paragraphs.full(problem) + "\n")
    for code, times in notes.items():
        if times > _NOTES:
            more = count(times - _NOTES, "more note", "more notes")
            output.text(f"note[{code}]: {more} like these; all of them: --format concise\n")


def _lines(problems: tuple[Diagnostic, ...], format: Format, files: Files, output: Output) -> None:
    from factbook.diagnostics.formats.concise import concise
    from factbook.diagnostics.formats.github import github, own_first

    if format == "github":
        for problem in own_first(problems, files.own):
            output.command(github(problem, files.prefix))
        return
    paint = output.paint
    for problem in problems:
        output.result(concise(problem, paint, files.prefix))
