"""The public address of a site: what can be one, and how programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.config import reader

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSES = {
    "https://facts.example": "https://facts.example/",
    "https://facts.example/": "https://facts.example/",
    "https://facts.example/briefing": "https://facts.example/briefing/",
    "http://localhost:8000/a/": "http://localhost:8000/a/",
    "https://facts.example/übersicht": "https://facts.example/%C3%BCbersicht/",
    "https://facts.example/%C3%BCbersicht/": "https://facts.example/%C3%BCbersicht/",
    "https://facts.example/資料/": "https://facts.example/%E8%B3%87%E6%96%99/",
    "https://fluß.example:8443/": "https://xn--flu-7ka.example:8443/",
    "https://資料。example/": "https://xn--qev058f.example/",
    "http://[::1]:8000/": "http://[::1]:8000/",
    "https://bücher.example/a%20b/": "https://xn--bcher-kva.example/a%20b/",
    "https://facts.example/a..b/": "https://facts.example/a..b/",
}
"""What stands in the configuration, and the root of all addresses."""
NONE = (
    "https://facts.example/?",
    "https://facts.example/?page=x",
    "https://facts.example/#top",
    "https://facts.example/..",
    "https://facts.example/a/../b/",
    "https://facts.example/./b/",
    "https://facts.example/%2e%2e/b/",
    "https://facts.example//b/",
    "https://facts.example/index.html",
    "https://facts.example/a/INDEX.HTML",
    "https://facts.example/a/index.html/",
    "https://facts.example/a/%69ndex.html",
    "https://facts.example/index.php",
    "https://me:secret@facts.example/",
    "ftp://facts.example/",
    "facts.example",
    "javascript:alert(1)",
)


def read(folder: Path, url: str, key: str = "url") -> tuple[str | None, list[str]]:
    (folder / "site_config.yml").write_text(f'name: Facts\n{key}: "{url}"\n', encoding="utf-8")
    settings, problems = reader.read(folder, {})
    return settings.url if settings else None, [problem.code for problem in problems]


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address(tmp_path: Path, url: str) -> None:
    assert read(tmp_path, url) == (ADDRESSES[url], [])


@pytest.mark.parametrize("key", ["url", "repository"])
@pytest.mark.parametrize("url", NONE)
def test_what_is_no_root_of_a_site_or_repository(tmp_path: Path, url: str, key: str) -> None:
    found, codes = read(tmp_path, url, key)
    assert found is None
    assert set(codes) == {"url-form"}
