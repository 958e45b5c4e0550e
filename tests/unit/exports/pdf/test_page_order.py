"""What the browser that prints is given: files of the built site and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.exports.pdf import Sheets

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    (tmp_path / "site" / "actors" / "søren").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("home")
    (tmp_path / "site" / "actors" / "søren" / "index.html").write_text("søren")
    (tmp_path / "site" / "style.css").write_text("css")
    (tmp_path / "secret").write_text("secret")
    return Sheets(tmp_path / "site", "https://site.example/sub/", "", ("",))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://site.example/sub/", (b"home", "text/html")),
        ("https://site.example/sub/actors/s%C3%B8ren/?a=b#c", ("søren".encode(), "text/html")),
        ("https://site.example/sub/style.css", (b"css", "text/css")),
        ("https://site.example/sub/nothing", None),
        ("https://site.example/style.css", None),
        ("https://elsewhere.example/sub/style.css", None),
        ("https://site.example/sub/../secret", None),
        ("https://site.example/sub/%2e%2e/secret", None),
        ("https://site.example/sub/actors", None),
    ],
)
def test_what_stands_at_an_address(sheets: Sheets, address: str, found: tuple[bytes, str] | None) -> None:
    assert sheets.file(address) == found


def test_a_link_out_of_the_site_is_not_followed(sheets: Sheets, tmp_path: Path) -> None:
    (tmp_path / "site" / "leak").symlink_to(tmp_path / "secret")
    assert sheets.file("https://site.example/sub/leak") is None
