"""`factbook check`: every promise checked, nothing written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.cli.progress import progress
from factbook.cli.run_site import USAGE, files, opened, status
from factbook.diagnostics.report import count, show, summary
from factbook.runtime import process_exit as ending

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.content.model import Corpus
    from factbook.diagnostics.report import Format, Output
    from factbook.evidence.model import Evidence


def run(folder: Path, output: Output, format: Format = "full", *, strict: bool = False) -> int:
    """Checks the site in `folder`, shows what is wrong, and gives the exit status."""
    settings = opened(folder, output, format)
    if settings is None:
        return USAGE
    from factbook.pipeline import stages as pipeline

    with progress(output) as tell:
        checked = pipeline.check(settings, tell)
    ending.hold(checked)
    show(checked.diagnostics, format, files(folder, format), output)
    output.detail(lookup(checked.evidence))
    output.note(summary(checked.diagnostics, f"{extent(checked.corpus)} checked"))
    return status(checked.diagnostics, strict=strict)


def extent(corpus: Corpus) -> str:
    """`62 facts with 80 citations`."""
    citations = sum(len(fact.citations) for fact in corpus.facts.values())
    return f"{count(len(corpus.facts), 'fact')} with {count(citations, 'citation')}"


def lookup(evidence: Evidence) -> str:
    """`Citations: 178 found in the text, 1 confirmed by the fingerprint`."""
    standings = Counter(finding.standing for finding in evidence.findings.values())
    said = [f"{number:,} {_STANDINGS.get(name, name)}" for name, number in standings.most_common()]
    return f"Citations: {', '.join(said) or 'none'}"


_STANDINGS = {"found": "found in the text", "confirmed": "confirmed by the fingerprint"}
