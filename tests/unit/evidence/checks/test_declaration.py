"""What each check says of itself is true: it is run both ways, on every golden case and on the shipped content."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from factbook.config import reader
from factbook.content import link, load
from factbook.evidence import checks, lookup
from factbook.evidence.model import Evidence
from factbook.evidence.texts.store import Snapshots
from tests.cases.case import all_cases

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.checks.declaration import Check

    World = tuple[Corpus, Evidence, Settings]

SITE = Path(__file__).parents[4]
UNREAD = Evidence({}, {}, {})


def world(root: Path) -> World | None:
    """What a site says and what stands behind it, as far as it can be read."""
    settings, _ = reader.read(root)
    if settings is None:
        return None
    corpus, _ = link.link(load.read(root)[0], settings.languages[0])
    return corpus, lookup.look_up_all(corpus, Snapshots(settings.snapshots)), settings


@lru_cache(maxsize=1)
def worlds() -> tuple[World, ...]:
    """The shipped content and the site of each golden case of the checks."""
    found = [world(SITE)]
    for case in all_cases():
        if case.name.startswith("checks/"):
            with TemporaryDirectory() as folder:
                case.lay_out(Path(folder))
                found.append(world(Path(folder)))
    return tuple(one for one in found if one)


def by_name(check: Check) -> str:
    return check.name


@pytest.mark.parametrize("check", [one for one in checks.CHECKS if not one.needs_texts], ids=by_name)
def test_a_check_that_needs_no_texts_finds_the_same_without(check: Check) -> None:
    for corpus, found, settings in worlds():
        assert list(check(corpus, UNREAD, settings)) == list(check(corpus, found, settings))


@pytest.mark.parametrize("check", [one for one in checks.CHECKS if one.needs_texts], ids=by_name)
def test_a_check_that_needs_texts_finds_something_else_without(check: Check) -> None:
    assert any(
        list(check(corpus, UNREAD, settings)) != list(check(corpus, found, settings))
        for corpus, found, settings in worlds()
    )


def test_what_is_found_of_each_fact_alone_is_what_is_found_of_all_together() -> None:
    for corpus, found, settings in worlds():
        each = [problem for one in corpus.facts for problem in checks.run_per_fact([one], corpus, found, settings)]
        assert Counter(each) == Counter(checks.run_per_fact(tuple(corpus.facts), corpus, found, settings))


@pytest.mark.parametrize("check", [one for one in checks.CHECKS if one.scope == "fact"], ids=by_name)
def test_a_check_of_facts_says_nothing_of_no_facts(check: Check) -> None:
    for corpus, found, settings in worlds():
        assert list(check(replace(corpus, facts={}), replace(found, lookups={}), settings)) == []


def test_the_two_scopes_together_are_all_checks_and_so_are_those_with_and_without_texts() -> None:
    for corpus, found, settings in worlds():
        of_facts = checks.run_per_fact(tuple(corpus.facts), corpus, found, settings)
        scopes = Counter((*of_facts, *checks.run_site_wide(corpus, found, settings)))
        assert scopes == Counter(checks.run(corpus, found, settings))


def test_every_check_finds_something_in_a_golden_case() -> None:
    silent = {check.name for check in checks.CHECKS}
    for corpus, found, settings in worlds():
        silent -= {check.name for check in checks.CHECKS if any(check(corpus, found, settings))}
    assert silent == set()
