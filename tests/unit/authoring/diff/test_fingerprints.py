"""Fingerprints that came, changed or went: which are told, how many facts stand on each, who has to confirm what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.authoring.diff.fingerprints import (
    CONFIRMED_SUFFIX,
    FOLDER,
    FingerprintChange,
    confirmation,
    demands_of,
    fingerprint_changes,
)
from factbook.content.link import link
from factbook.content.load import parse
from factbook.evidence.fingerprints.file_format import parse as read_fingerprint
from factbook.evidence.fingerprints.make_fingerprint import make
from tests.unit.evidence.texts.made import text

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.content.model import Corpus

NAME = "gazette.txt"
WORDS = "The harbour master counted twelve ships in the bay at noon."
OTHER = "The harbour master counted thirteen ships in the bay at noon."


def published(facts: int) -> Corpus:
    """Content with so many facts that cite the text."""
    files = {
        "content/sources/gazette.yml": f"id: gazette\nlanguage: en\npublisher: Gazette\nfile: {NAME}\n",
        "content/topics/ships.yml": "id: ships\ntitle: Ships\n",
    } | {
        f"content/facts/f{number}.yml": f"id: f{number}\nstatement: So.\ndate: 2024\ntopics: [ships]\n"
        "citations: [{source: gazette, quote: twelve ships}]\n"
        for number in range(facts)
    }
    return link([record for path, words in files.items() for record in parse(words.encode(), path)[0]], "en")[0]


def state(root: Path, words: str | None, confirmed: str = "") -> Path:
    """A site's folder with the fingerprint of a text."""
    folder = root / FOLDER
    folder.mkdir(parents=True)
    if words is not None:
        (folder / f"{NAME}.fingerprint").write_text(make(text(words, NAME)))
    if confirmed:
        (folder / f"{NAME}{CONFIRMED_SUFFIX}").write_text(confirmed)
    return root


def sha256(words: str) -> str:
    found = read_fingerprint(make(text(words, NAME)).encode())
    return getattr(found, "sha256", "")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (WORDS, WORDS, []),
        (None, None, []),
        (None, WORDS, [(NAME, "added")]),
        (WORDS, None, [(NAME, "gone")]),
        (WORDS, OTHER, [(NAME, "changed")]),
    ],
)
def test_what_became_of_a_fingerprint(
    tmp_path: Path, before: str | None, after: str | None, told: list[tuple[str, str]]
) -> None:
    states = state(tmp_path / "a", before), state(tmp_path / "b", after)
    assert [(one.text, one.what) for one in fingerprint_changes(*states, published(0))] == told


def test_a_site_without_the_folder_has_none(tmp_path: Path) -> None:
    assert fingerprint_changes(tmp_path / "a", tmp_path / "b", published(1)) == ()


@pytest.mark.parametrize("facts", [0, 1, 2])
def test_one_that_changed_under_published_facts_is_owed(tmp_path: Path, facts: int) -> None:
    states = state(tmp_path / "a", WORDS), state(tmp_path / "b", OTHER)
    changes = fingerprint_changes(*states, published(facts))
    assert [one.facts for one in changes] == [facts]
    assert [one.code for one in demands_of(changes, "main")] == ["fingerprint-changed"] * bool(facts)


@pytest.mark.parametrize(
    ("words", "by", "is_owed"),
    [
        pytest.param(OTHER, "Zoe  Miller", False, id="of this text"),
        pytest.param(WORDS, "Zoe Miller", True, id="of the text before"),
        pytest.param(None, "", True, id="a file that says nothing"),
    ],
)
def test_only_a_confirmation_of_the_new_text_counts(
    tmp_path: Path, words: str | None, by: str, is_owed: bool
) -> None:
    told = confirmation(sha256(words), by, "2024-05-04") if words else "nothing of the kind\n"
    states = state(tmp_path / "a", WORDS), state(tmp_path / "b", OTHER, told)
    (change,) = fingerprint_changes(*states, published(1))
    assert change.is_owed is is_owed
    assert change.confirmed == ("" if is_owed else "Zoe Miller on 2024-05-04")


@pytest.mark.parametrize(
    ("change", "printed"),
    [
        (FingerprintChange(NAME, "added", 0, ""), "gazette.txt: added, confirmed by nobody"),
        (
            FingerprintChange(NAME, "changed", 1, ""),
            "gazette.txt: changed, cited by 1 published fact, confirmed by nobody",
        ),
        (
            FingerprintChange(NAME, "changed", 2, "Zoe on 2024-05-04"),
            "gazette.txt: changed, cited by 2 published facts, confirmed by Zoe on 2024-05-04",
        ),
        (FingerprintChange(NAME, "gone", 2, ""), "gazette.txt: gone, cited by 2 published facts"),
    ],
)
def test_how_a_change_is_printed(change: FingerprintChange, printed: str) -> None:
    assert str(change) == printed
