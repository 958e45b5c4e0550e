"""A site with a look of its own: every page has it, in each language, and nothing comes from elsewhere."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.conftest import FLOOD, build
from tests.site.crawler import Site

if TYPE_CHECKING:
    from pathlib import Path

LOOK = """
licence: CC-BY-4.0
logo: logo.svg
favicon: icon.png
colour: 7a1b4f
extra_css: [own.css]
footer:
- title: {en: Imprint, de: Impressum}
  to: /about/
- title: Report
  to: /media/report.pdf
- title: Code
  to: https://code.example/?a=1&b=2
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
BY = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("look") / "root"
    shutil.copytree(FLOOD, root)
    with (root / "site_config.yml").open("a") as config:
        config.write(LOOK)
    folder = root / "content" / "media"
    folder.mkdir()
    (folder / "logo.svg").write_text(SVG)
    (folder / "own.css").write_text(".fb h1 { letter-spacing: .02em }\n")
    (folder / "report.pdf").write_bytes(b"%PDF-1.4\n")
    for name in ("icon.png", "map.png"):
        Image.new("RGB", (8, 4)).save(folder / name)
    with (root / "content" / "pages" / "about.md").open("a") as page:
        page.write("\n![A map](../media/map.png)\n")
    assert build(root) == ()
    return root / "site"


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return Site(root, "/briefing/")


def test_every_link_leads_somewhere_and_nothing_is_fetched_from_elsewhere(site: Site) -> None:
    assert not list(site.broken())
    assert not [load for page in site.pages.values() for load in page.loads if "://" in load]


def test_every_page_has_the_look(root: Path, site: Site) -> None:
    for name in site.pages:
        html = (root / name).read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        assert "media/icon.png" in html, name
        assert "media/logo.svg" in html, name
        places = [html.index(path) for path in ("assets/factbook.css", "assets/colours.css", "media/own.css")]
        assert places == sorted(places), name
        assert f'<a rel="license" href="{BY}">CC BY 4.0</a>' in html, name
        assert "https://code.example/?a=1&amp;b=2" in html, name
        assert (">Impressum</a>" if name.startswith("de/") else ">Imprint</a>") in html, name


def test_a_picture_has_its_words_and_its_size(root: Path) -> None:
    for name, src in (("about", "../media/map.png"), ("de/about", "../../media/map.png")):
        html = (root / name / "index.html").read_text(encoding="utf-8")
        assert f'<img src="{src}" alt="A map" width="8" height="4" loading="lazy"' in html
        assert f"![A map]({src})" in (root / name / "index.md").read_text(encoding="utf-8")


def test_the_licence_is_in_the_data(root: Path) -> None:
    facts = json.loads((root / "data" / "facts.json").read_text(encoding="utf-8"))
    assert facts["site"]["licence"] == BY
    graph = json.loads((root / "data" / "factbook.jsonld").read_text(encoding="utf-8"))["@graph"]
    assert graph[0]["license"] == BY
    assert f'"license":"{BY}"' in (root / "topics" / "flood" / "index.html").read_text(encoding="utf-8")
    assert f"<rights>CC BY 4.0, {BY}</rights>" in (root / "feed.xml").read_text(encoding="utf-8")
    assert f"Licence: [CC BY 4.0]({BY})" in (root / "llms.txt").read_text(encoding="utf-8")


def test_without_one_nothing_of_it_is_there(flood_site: Path) -> None:
    html = (flood_site / "index.html").read_text(encoding="utf-8")
    assert "colours.css" not in html
    assert 'rel="license"' not in html
    assert "<rights>" not in (flood_site / "feed.xml").read_text(encoding="utf-8")
    assert json.loads((flood_site / "data" / "facts.json").read_text(encoding="utf-8"))["site"]["licence"] is None
