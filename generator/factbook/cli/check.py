"""`factbook check`: every promise checked, nothing written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from factbook.cli.exit_status import exit_status
from factbook.cli.options import findings, site
from factbook.cli.session import files, load_settings
from factbook.cli.show_progress import progress
from factbook.diagnostics.report import count, show, summary

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.content.model import Corpus
    from factbook.diagnostics.report import Format, Output
    from factbook.evidence.model import Evidence


@click.command()
@site
@findings
def check(folder: Path, output: Output, format: Format, strict: bool) -> int:
    """Check everything, write nothing: for a commit hook, for CI, and between two sentences.

    \b
    Examples:
      factbook check
      factbook check --format concise
      factbook check --format json > problems.json
    """
    from factbook.pipeline import stages  # a build that has nothing to do needs none of it

    settings = load_settings(folder, output, format)
    with progress(output) as on_progress:
        checked = stages.check_site(settings, on_progress)
    show(checked.diagnostics, format, files(folder, format), output)
    output.debug(lookup_summary(checked.evidence))
    output.info(summary(checked.diagnostics, f"{content_summary(checked.corpus)} checked{_drafts(checked.drafts)}"))
    return exit_status(checked.diagnostics, strict=strict)


def _drafts(number: int) -> str:
    """`, and 2 drafts`: they are checked too, and will not be published."""
    return f", and {count(number, 'draft')}" if number else ""


def content_summary(corpus: Corpus) -> str:
    """`62 facts with 80 citations`."""
    citations = sum(len(fact.citations) for fact in corpus.facts.values())
    return f"{count(len(corpus.facts), 'fact')} with {count(citations, 'citation')}"


def lookup_summary(evidence: Evidence) -> str:
    """`Citations: 178 found in the text, 1 confirmed by the fingerprint`."""
    standings = Counter(finding.standing for finding in evidence.lookups.values())
    said = [f"{number:,} {_STANDINGS.get(name, name)}" for name, number in standings.most_common()]
    return f"Citations: {', '.join(said) or 'none'}"


_STANDINGS = {"found": "found in the text", "confirmed": "confirmed by the fingerprint"}
