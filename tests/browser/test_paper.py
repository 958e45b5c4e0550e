"""On paper: `factbook export pdf` prints one page or the whole briefing, with bookmarks, tags and working links."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.conftest import REPOSITORY
from tests.trust.sites import COMMAND, copy_of_flood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pypdf import PageObject

ADDRESS = "https://flood.example/briefing/"
TITLE, BOTTOM_LINE = "How high did the river rise?", "The river Aare rose by 40 centimetres on 1 June 2024."


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_flood(tmp_path_factory.mktemp("paper") / "root")


@pytest.fixture(scope="module")
def topic(root: Path) -> PdfReader:
    """One page of the site."""
    return printed(root, "topic.pdf", "--page", "/topics/flood/")


@pytest.fixture(scope="module")
def briefing(root: Path) -> PdfReader:
    return printed(root, "briefing.pdf")


def printed(root: Path, name: str, *arguments: str) -> PdfReader:
    """In a process of its own: in this one Playwright is at work already."""
    command = [*COMMAND, "export", "pdf", str(root / name), *arguments, "--site", str(root)]
    made = subprocess.run(command, capture_output=True, text=True, check=False, cwd=REPOSITORY, timeout=280)
    assert made.returncode == 0, made.stderr
    return PdfReader(root / name)


def test_the_first_page_has_title_and_bottom_line(topic: PdfReader) -> None:
    text = words(topic.pages[0])
    assert 1 < len(topic.pages) < 8
    assert text.index(TITLE) < text.index(BOTTOM_LINE) < text.index("What we think")


def test_every_page_is_numbered_and_says_where_it_is_from_and_as_of_when(topic: PdfReader) -> None:
    for number, page in enumerate(topic.pages, 1):
        text = words(page)
        assert f"{number} / {len(topic.pages)}" in text
        assert f"{ADDRESS}topics/flood/" in text
        assert "The flood · last edited" in text


def test_it_is_tagged_and_says_its_language_and_title(topic: PdfReader) -> None:
    catalogue = topic.root_object
    assert "'/Marked': True" in str(catalogue["/MarkInfo"])
    assert "/StructTreeRoot" in catalogue
    assert str(catalogue["/Lang"]) == "en"
    assert topic.metadata is not None
    assert topic.metadata.title == f"{TITLE} - The flood"


def test_the_headings_are_bookmarks(topic: PdfReader, briefing: PdfReader) -> None:
    assert next(bookmarks(topic.outline)) == TITLE
    titles = tuple(bookmarks(topic.outline))
    assert all(any(one.startswith(name) for one in titles) for name in ("What we think", "Every fact", "The words"))
    assert {TITLE, "How many bridges were closed?"} <= set(bookmarks(briefing.outline))


def test_links_lead_to_the_sources_to_the_site_and_inside(topic: PdfReader) -> None:
    outside, inside = links(topic)
    assert {f"{ADDRESS}topics/bridges/", f"{ADDRESS}actors/"} <= {re.sub(r"(?<=/actors/).*", "", a) for a in outside}
    assert any("#:~:text=" in address for address in outside)
    assert not [address for address in outside if not address.startswith("https://")]
    assert inside
    assert inside <= places(topic)


def test_links_between_printed_pages_stay_inside(briefing: PdfReader) -> None:
    outside, inside = links(briefing)
    assert "page-topics_bridges_" in inside
    assert f"{ADDRESS}topics/bridges/" not in outside
    assert inside <= places(briefing)


def test_the_briefing_begins_with_home_and_each_page_of_the_site_on_a_new_one(briefing: PdfReader) -> None:
    assert "Newest source" in words(briefing.pages[0])
    heads = [words(page)[:60] for page in briefing.pages]
    assert sum(TITLE in head or "How many bridges were closed?" in head for head in heads) == 2


def test_the_evidence_is_there_without_a_click(topic: PdfReader) -> None:
    text = " ".join(words(page) for page in topic.pages)
    assert text.index("The words behind it") < text.rindex("quote checked")


def test_the_same_pages_give_the_same_bytes(root: Path, topic: PdfReader) -> None:
    printed(root, "again.pdf", "--page", "topics/flood")
    assert (root / "again.pdf").read_bytes() == (root / "topic.pdf").read_bytes()


def test_another_language(root: Path) -> None:
    made = printed(root, "de.pdf", "--page", "topics/flood", "--language", "de")
    assert "Wie hoch stieg der Fluss?" in words(made.pages[0])[:60]
    assert str(made.root_object["/Lang"]) == "de"
    assert f"{ADDRESS}de/topics/flood/" in words(made.pages[0])


def test_a_site_without_an_address_has_no_dead_links(tmp_path: Path) -> None:
    root = copy_of_flood(tmp_path / "root")
    config = root / "site_config.yml"
    config.write_text("".join(line for line in config.open(encoding="utf-8") if not line.startswith("url:")))
    outside, inside = links(printed(root, "topic.pdf", "--page", "topics/flood"))
    assert not [address for address in outside if "site.invalid" in address]
    assert inside


def words(page: PageObject) -> str:
    """The text of a page, its ligatures taken apart."""
    return " ".join(normalize("NFKC", page.extract_text()).split())


def places(made: PdfReader) -> set[str]:
    """Names of the places in the document that a link can lead to."""
    return {name.removeprefix("/") for name in made.named_destinations}


def bookmarks(entries: Sequence[Any]) -> Iterator[str]:
    """The titles of bookmarks, in order, those below others too."""
    for entry in entries:
        if isinstance(entry, list):
            yield from bookmarks(entry)
        else:
            yield str(entry.title)


def links(made: PdfReader) -> tuple[set[str], set[str]]:
    """Addresses that links lead to, and names of places in the document."""
    outside, inside = set(), set()
    for page in made.pages:
        for reference in page.get("/Annots", []):
            annotation = reference.get_object()
            if "/A" in annotation:
                outside.add(str(annotation["/A"]["/URI"]))
            elif "/Dest" in annotation:
                inside.add(str(annotation["/Dest"]).removeprefix("/"))
    return outside, inside
