"""Puts hostile files into a site one after the other and checks it, in a process that may be killed for it.

    python -m tests.trust.trial FOLDER flood|shipped traps
    python -m tests.trust.trial FOLDER flood|shipped mutations FIRST COUNT

Writes a line of JSON when a file is begun and another when it is done, so that whoever reads them knows which
file ended the process.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
import time
import traceback
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from factbook.cli.session import files
from factbook.config import reader
from factbook.diagnostics.report import Format, Output, show
from factbook.diagnostics.types import Diagnostic
from factbook.pipeline import stages
from tests.trust.mutations import Case, content_files, mutation
from tests.trust.sites import copy_of_flood, copy_of_shipped
from tests.trust.traps import traps

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = 1500 * 1024 * 1024
PATIENCE = 20.0
"""Seconds of the processor after which a file counts as one that hangs: a busy machine does not count.

What is allowed is less, and the tests say it; what waits without working is ended with its process.
"""
PAGES_EVERY = 40
"""Of the damaged sites that are still in order, one in so many is also made into pages."""


def main(arguments: list[str]) -> None:
    """Runs the trials that the arguments name."""
    root = Path(arguments[0])
    (copy_of_flood if arguments[1] == "flood" else copy_of_shipped)(root)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, _hung)
    for number, case in enumerate(_cases(root, arguments[2:])):
        _say(begun=case.name)
        _say(**_tried(root, case, pages=number % PAGES_EVERY == 0))


def _cases(root: Path, wanted: list[str]) -> Iterator[Case]:
    if wanted[0] == "traps":
        yield from traps()
        return
    originals = content_files(root)
    first, count = int(wanted[1]), int(wanted[2])
    for seed in range(first, first + count):
        yield mutation(originals, seed)


def _tried(root: Path, case: Case, *, pages: bool) -> dict[str, Any]:
    """Writes the file, checks the site, shows what is wrong in every format, and puts everything back."""
    target = root / case.path
    before = target.read_bytes() if target.exists() else None
    target.write_bytes(case.data)
    start, failure = time.process_time(), ""
    found: tuple[Diagnostic, ...] = ()
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        found = _checked(root, pages=pages)
        shown = _shown(root, found)
    except BaseException:
        failure, shown = traceback.format_exc(limit=-6), ""
    signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - start
    if before is None:
        target.unlink()
    else:
        target.write_bytes(before)
    return {
        "done": case.name,
        "seconds": round(seconds, 3),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "failure": failure or _unfit(shown, found, root),
        "errors": [problem.span.start for problem in found if problem.is_error],
        "own": any(problem.span.path.startswith(case.path) for problem in found if problem.is_error),
    }


def _checked(root: Path, *, pages: bool) -> tuple[Diagnostic, ...]:
    settings, problems = reader.read(root, {})
    if settings is None:
        return problems
    checked = stages.check(settings)
    if checked.publishable:
        from factbook.site.articles import load

        problems += load.with_pages(settings, stages.editions(checked, settings) if pages else ())[1]
    return (*problems, *checked.diagnostics)


def _shown(root: Path, found: tuple[Diagnostic, ...]) -> str:
    """What every format prints of the diagnostics."""
    import contextlib
    import io

    stream = io.StringIO()
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        for format in get_args(Format.__value__ if hasattr(Format, "__value__") else Format):
            show(found, format, files(root, "full"), Output())
    return stream.getvalue()


def _unfit(shown: str, found: tuple[Diagnostic, ...], root: Path) -> str:
    """What is wrong with what was printed: something that steers a terminal, or a place that is none."""
    harmless = "\n\u00a0\u200c\u200d"
    steering = [c for c in shown if not c.isprintable() and c not in harmless and unicodedata.category(c) != "Zs"]
    if steering:
        return f"U+{ord(steering[0]):04X} is printed"
    for problem in found:
        if len(problem.message) > 2_000:
            return f"{problem.code}: a message of {len(problem.message)} characters"
        if problem.span.line < 1 or problem.span.column < 1:
            return f"{problem.code}: {problem.span} is no place"
    return ""


def _hung(*_: object) -> None:
    raise TimeoutError(f"nothing came back within {PATIENCE} s")


def _say(**what: Any) -> None:
    sys.__stdout__.write(json.dumps(what) + "\n")  # type: ignore[union-attr]  # there is a standard output
    sys.__stdout__.flush()  # type: ignore[union-attr]


if __name__ == "__main__":
    main(sys.argv[1:])
