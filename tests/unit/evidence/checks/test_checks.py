"""Which checks need what the texts say, and that the others do not look."""

from __future__ import annotations

from pathlib import Path

import pytest

from factbook.config import reader as config
from factbook.content import link, load
from factbook.evidence import checks
from factbook.evidence import lookup as evidence
from factbook.evidence.model import Evidence
from factbook.evidence.texts.store import Snapshots

SITE = Path(__file__).parents[4]


@pytest.mark.parametrize("check", [check for check in checks.CHECKS if check not in checks.OF_TEXTS])
def test_a_check_of_words_looks_into_no_evidence(check: checks.Check) -> None:
    settings, _ = config.read(SITE)
    assert settings is not None
    corpus, _ = link.link(load.read(SITE)[0], settings.languages[0])
    found = evidence.gather(corpus, Snapshots(settings.snapshots))
    assert list(check(corpus, Evidence({}, {}, {}), settings)) == list(check(corpus, found, settings))


def test_words_and_texts_together_are_all_checks() -> None:
    settings, _ = config.read(SITE)
    assert settings is not None
    corpus, _ = link.link(load.read(SITE)[0], settings.languages[0])
    found = evidence.gather(corpus, Snapshots(settings.snapshots))
    each = {problem for check in checks.CHECKS for problem in check(corpus, found, settings)}
    assert set(checks.run(corpus, found, settings)) == each
