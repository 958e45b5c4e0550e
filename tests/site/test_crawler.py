"""The crawler itself: it finds what is broken, and only that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.crawler import Site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("href", "problem"),
    [
        ("about/", ""),
        ("about/#here", ""),
        ("/base/about/", ""),
        ("https://elsewhere.example/#x", ""),
        ("#top", ""),
        ("style.css", ""),
        ("about/#there", "about/index.html has no such id"),
        ("#nowhere", "index.html has no such id"),
        ("gone/", "no such file"),
        ("/other/about/", "no such file"),
        ("../about/", "no such file"),
    ],
)
def test_links(tmp_path: Path, href: str, problem: str) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "index.html").write_text('<p id="here">x</p>')
    (tmp_path / "style.css").write_text("")
    (tmp_path / "index.html").write_text(f'<p id="top"><a href="{href}">x</a></p>')
    broken = list(Site(tmp_path, "/base/").broken())
    assert broken == ([f"index.html:1: {href}: {problem}"] if problem else [])


def test_unbalanced_tags(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p><b>x</p><br><i>")
    assert Site(tmp_path).pages["index.html"].unbalanced == [
        "index.html:1: </p> inside <b>",
        "index.html: <i> is never closed",
    ]
