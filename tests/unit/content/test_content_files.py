"""One way to find the content's files: what `check` reads is what `fmt` puts into form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.content.content_files import content_files, files_in_place, kind_at

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {
    "content/briefing.yml": "briefing",
    "content/actors/ada.yml": "actor",
    "content/actors/people/ada.yml": None,
    "content/actors/ada.yaml": None,
    "content/facts/ships.yml": "fact",
    "content/facts/2024/may/ships.yml": "fact",
    "content/facts/.hidden.yml": "fact",
    "content/pages/about.md": None,
    "content/people/ada.yml": None,
    "content/notes.yml": None,
    "schemas/actor.yml": None,
}


@pytest.mark.parametrize(("path", "kind"), PLACES.items())
def test_what_a_file_holds_is_told_by_its_place(path: str, kind: str | None) -> None:
    assert kind_at(path) == kind


def test_the_files_in_place_are_those_with_a_kind_and_the_others_are_told(tmp_path: Path) -> None:
    for path in PLACES:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("id: x\n", encoding="utf-8")
    (tmp_path / "content/facts/link.yml").symlink_to(tmp_path / "schemas/actor.yml")
    seen = {path: kind for path, kind in PLACES.items() if kind and "/." not in path}
    assert dict(files_in_place(tmp_path)) == seen
    told = {path for path, problem in content_files(tmp_path) if problem}
    assert told == {
        "content/actors/people",
        "content/actors/ada.yaml",
        "content/facts/link.yml",
        "content/notes.yml",
        "content/people",
    }


def test_a_site_without_content_has_no_files(tmp_path: Path) -> None:
    assert list(files_in_place(tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ada.yml~", "file-passed-over"),
        ("ada.yml.orig", "file-passed-over"),
        ("ada.yml.rej", "file-passed-over"),
        (".ada.yml.swp", "file-passed-over"),
        ("#ada.yml#", "file-passed-over"),
        ("._ada.yml", "file-passed-over"),
        ("Thumbs.db", "file-passed-over"),
        (".DS_Store", "file-passed-over"),
        ("desktop.ini", "file-passed-over"),
        ("README", "file-passed-over"),
        ("readme.md", "file-passed-over"),
        ("#ada.yml", None),
        ("readme.yml", None),
        ("ada~b.yml", None),
        ("ada.md", "file-name"),
        ("ada.txt", "file-name"),
        (".gitattributes", "file-misplaced"),
    ],
)
def test_what_programs_leave_is_passed_over_and_nothing_that_may_be_content(
    tmp_path: Path, name: str, code: str | None
) -> None:
    (tmp_path / "content" / "actors").mkdir(parents=True)
    (tmp_path / "content" / "actors" / name).write_text("id: ada\n", encoding="utf-8")
    ((path, problem),) = content_files(tmp_path)
    assert path == f"content/actors/{name}"
    assert (problem.code if problem else None) == code
