"""What a link shows where it is shared: every page and every permanent address tells it, and the picture is there."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://factbook.example/"
PAGES = ("index.html", "topics/deployment-size/index.html", "actors/andrii-sybiha/index.html", "de/index.html")
FACT = "facts/kim-receives-lavrov.html"


def told(page: Path) -> dict[str, str]:
    """What the head of a page says to programs that make previews."""
    pattern = r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">'
    return {name: unescape(words) for name, words in re.findall(pattern, page.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("page", [*PAGES, FACT])
def test_the_head_tells_all_that_is_needed(shipped_site: Path, page: str) -> None:
    seen = told(shipped_site / page)
    assert seen["og:url"] == ADDRESS + page.removesuffix("index.html")
    assert all(seen[f"og:{name}"] for name in ("title", "description", "type", "site_name", "image:alt"))
    assert seen["twitter:card"] == "summary_large_image"
    picture = shipped_site / seen["og:image"].removeprefix(ADDRESS)
    size = Image.open(picture).size
    assert size == (int(seen["og:image:width"]), int(seen["og:image:height"]))
    assert 5_000 < picture.stat().st_size < 30_000


def test_every_page_leads_to_a_picture_that_is_there(shipped_site: Path) -> None:
    pages = [page for page in shipped_site.rglob("*.html") if "og:image" in page.read_text(encoding="utf-8")]
    missing = {told(page)["og:image"] for page in pages}
    assert len(pages) > 300
    assert not [address for address in missing if not (shipped_site / address.removeprefix(ADDRESS)).is_file()]


def test_a_topic_shows_its_own_and_an_actor_the_site_s(shipped_site: Path) -> None:
    topic, actor = (told(shipped_site / page)["og:image"] for page in PAGES[1:3])
    assert topic == f"{ADDRESS}topics/deployment-size/preview.png"
    assert actor == f"{ADDRESS}preview.png"


def test_the_permanent_address_of_a_fact_shows_its_words_and_its_topic(shipped_site: Path) -> None:
    seen = told(shipped_site / FACT)
    assert "Kim Jong Un had met Sergei Lavrov" in seen["og:title"] + seen["og:description"]
    assert seen["og:image"] == f"{ADDRESS}topics/russia-north-korea-treaty/preview.png"


def test_an_edition_shows_its_own_pictures(shipped_site: Path) -> None:
    assert told(shipped_site / "de/index.html")["og:image"] == f"{ADDRESS}de/preview.png"
    assert (shipped_site / "de/preview.png").read_bytes() != (shipped_site / "preview.png").read_bytes()
