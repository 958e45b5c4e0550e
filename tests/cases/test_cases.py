"""Runs every golden case: lays out its site, checks it as `factbook check` does, and compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.authoring import diff
from factbook.authoring.diff.fingerprints import fingerprint_changes
from factbook.authoring.diff.obligations import obligations
from factbook.config import reader
from factbook.diagnostics.types import Diagnostic, in_order
from factbook.pipeline import stages
from tests.cases.case import Case, all_cases

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    seen = _seen(case, tmp_path)
    if request.config.getoption("--goldens"):
        case.rewrite(seen)
        return
    assert _listed(case, seen) == [f"{e.code} {e.at} {e.severity}: {e.message}" for e in case.expect]
    for expected, found in zip(case.expect, seen, strict=True):
        assert not expected.help or (found.help and found.help[0].startswith(expected.help))


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_case_is_well_formed(case: Case) -> None:
    assert case.about.endswith("."), "`about` is one sentence"
    assert not case.unknown, f"keys that mean nothing here: {case.unknown}"


def _seen(case: Case, folder: Path) -> tuple[Diagnostic, ...]:
    """Everything that Factbook says of the case's site, in order."""
    case.lay_out(folder / "site")
    settings, problems = reader.read(folder / "site", environment={})
    if settings is None:
        return in_order(problems)
    checked = stages.check_site(settings)
    if case.build:  # whatever stops a build is found by `check`
        assert stages.build(settings, folder / "output").diagnostics == checked.diagnostics
    return in_order((*problems, *checked.diagnostics, *_owed(case, checked, folder / "before")))


def _owed(case: Case, after: stages.CheckResult, folder: Path) -> tuple[Diagnostic, ...]:
    """What the change from the published state still owes the readers."""
    if not case.before:
        return ()
    case.lay_out(folder, before=True)
    settings, _ = reader.read(folder, environment={})
    assert settings is not None
    said = stages.check(settings).corpus
    prints = fingerprint_changes(folder, folder.parent / "site", said)
    compared = diff.compare(said, after.corpus, settings.languages[0], prints)
    return obligations(compared, after.corpus.redirects, "main")


def _listed(case: Case, seen: tuple[Diagnostic, ...]) -> list[str]:
    """What was seen, each message cut to the start that the case expects."""
    rows = []
    for number, found in enumerate(seen):
        start = case.expect[number].message if number < len(case.expect) else ""
        message = start if start and found.message.startswith(start) else found.message
        rows.append(f"{found.code} {found.span.start} {found.severity}: {message}")
    return rows
