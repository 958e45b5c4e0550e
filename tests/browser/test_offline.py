"""The packed site, read from a folder without a server: pages, links, evidence and search work from `file://`."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from factbook.cli.export import export_site
from factbook.diagnostics.report import Output
from tests.conftest import FLOOD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page


HERE = ("file:", "data:")


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the small site."""
    root = tmp_path_factory.mktemp("offline")
    shutil.copytree(FLOOD, root / "flood")
    assert export_site(root / "flood", Output(quiet=True), "zip", root / "flood.zip") == 0
    return root / "flood.zip"


@pytest.fixture(scope="session")
def folder(packed: Path) -> Path:
    """The archive, unpacked."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(packed.parent / "unpacked")
    return packed.parent / "unpacked" / "site"


@pytest.fixture
def reader(page: Page) -> Iterator[Page]:
    """A page on which nothing may go wrong, and no address but files be asked for."""
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(("file:", "data:")) else None
    )
    yield page
    assert not wrong


def test_links_lead_from_page_to_page(reader: Page, folder: Path) -> None:
    reader.goto((folder / "index.html").as_uri())
    reader.get_by_role("link", name="Topics", exact=True).first.click()
    reader.locator("article").get_by_role("link", name="How high did the river rise?").first.click()
    assert reader.url.endswith("/topics/flood/index.html")
    expect(reader.locator("h1")).to_have_text("How high did the river rise?")
    expect(reader.locator("#river-rose-40")).to_be_visible()


def test_a_citation_leads_to_its_quotes(reader: Page, folder: Path) -> None:
    """Nothing can be fetched from a folder, so a chip is the plain link that it is without scripts."""
    reader.goto((folder / "topics" / "flood" / "index.html").as_uri())
    reader.locator("#river-rose-40 a.citation[data-origin=wire-flood]").click()
    assert reader.url.endswith("/facts/river-rose-40.html#wire-flood")
    quote = reader.locator(".report:target .quote .words")
    expect(quote).to_have_text("The river Aare rose by 40 centimetres on Saturday, the water office said")
    reader.get_by_role("link", name="How high did the river rise?").first.click()
    assert reader.url.endswith("/topics/flood/index.html")


def test_the_search_finds_a_fact(reader: Page, folder: Path) -> None:
    reader.goto((folder / "search" / "index.html").as_uri())
    reader.get_by_role("article").get_by_role("searchbox").fill("river rose")
    reader.keyboard.press("Enter")
    hit = reader.locator(".hits a").first
    expect(hit).to_be_visible()
    hit.click()
    expect(reader.locator("h1")).to_contain_text("the river rose by 40 centimetres")


def test_the_field_of_each_page_leads_to_the_search(reader: Page, folder: Path) -> None:
    reader.goto((folder / "topics" / "flood" / "index.html").as_uri())
    reader.keyboard.press("/")
    reader.keyboard.type("bridges")
    reader.keyboard.press("Enter")
    expect(reader.locator(".hits a").first).to_be_visible()


def test_the_archive_is_the_same_each_time(packed: Path, tmp_path: Path) -> None:
    shutil.copytree(FLOOD, tmp_path / "elsewhere")
    assert export_site(tmp_path / "elsewhere", Output(quiet=True), "zip", tmp_path / "again.zip") == 0
    one, two = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (packed, tmp_path / "again.zip"))
    assert one == two
    with zipfile.ZipFile(packed) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
