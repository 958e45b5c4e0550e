"""Markdown: every page has its file, which says what the page says, and the tree builds elsewhere as it stands."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from factbook.config import reader as config
from factbook.pipeline import stages as pipeline
from factbook.site import page_types
from factbook.site.fragments import Fragments
from factbook.site.urls import ROOT
from tests.conftest import FLOOD
from tests.exports.content import HOSTILE, corpus, evidence, settings

if TYPE_CHECKING:
    from collections.abc import Iterator


LINK = re.compile(r"(?<!\\)\]\(([^)]+)\)")
ID = re.compile(r'<a id="([^"]+)"></a>')


def test_every_page_has_its_file(flood_site: Path) -> None:
    pages = [path.parent for path in flood_site.rglob("index.html") if 'href="index.md"' in path.read_text()]
    assert len(pages) > 20
    without = [page for page in pages if not (page / "index.md").read_text().startswith("# ")]
    assert not without
    assert 'type="text/markdown" href="index.md"' in (flood_site / "about" / "index.html").read_text()


def test_every_link_leads_somewhere(flood_site: Path) -> None:
    broken = list(broken_links(flood_site))
    assert not broken


def test_the_map_lists_every_file(flood_site: Path) -> None:
    for folder in (flood_site, flood_site / "de"):
        listed = set(LINK.findall((folder / "llms.txt").read_text()))
        files = {path.relative_to(folder).as_posix() for path in folder.rglob("index.md")}
        own = {path for path in files if folder.name == "de" or not path.startswith("de/")}
        assert own - {"search/index.md"} <= listed
        assert all((folder / path).is_file() for path in listed)


def test_what_a_topic_holds(flood_site: Path) -> None:
    text = (flood_site / "topics" / "flood" / "index.md").read_text()
    assert text.startswith("# How high did the river rise?\n")
    assert "](../../facts/river-rose-40.html)" in text
    assert "[water office](../../actors/water-office/index.md)" in text.replace("Water office", "water office")
    assert "\n## The words behind it\n" in text
    assert "> " in text


def test_texts_of_contributors_are_never_markdown() -> None:
    import markdown as python_markdown

    found = corpus()
    made = Fragments(found, evidence(found), settings(), "en")
    topic = dict(page_types.markdown_files(made))["topics/flood/index.md"].replace(ROOT, "../../")
    shown = python_markdown.markdown(topic, extensions=["tables", "attr_list"])
    assert "<script" not in shown
    assert "javascript:" not in "".join(re.findall(r'href="[^"]*"', shown))
    assert HOSTILE.replace("=1+1", "") or HOSTILE in shown_text(shown)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported tree of the small site, its texts as hostile as can be where no check looks."""
    root = tmp_path_factory.mktemp("flood")
    shutil.copytree(FLOOD, root / "site")
    note = f"note: '{HOSTILE}'\n"
    with (root / "site" / "content" / "sources" / "gazette-dams.yml").open("a") as file:
        file.write(note)
    configured, problems = config.read(root / "site", {})
    assert configured is not None, problems
    checked = pipeline.check(configured)
    assert checked.publishable, checked.diagnostics
    for path, data in pipeline.markdown(checked, configured):
        target = root / "tree" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return root / "tree"


def test_the_trees_links_lead_somewhere(tree: Path) -> None:
    assert not list(broken_links(tree / "docs"))


def test_renamed_pages_have_a_file_that_leads_on(tree: Path) -> None:
    moved = tree / "docs" / "actors" / "keller" / "index.md"
    assert not moved.exists() or "(../../actors/ada-keller/index.md)" in moved.read_text()


def test_the_configuration_holds_no_tag_and_no_code(tree: Path) -> None:
    made = yaml.safe_load((tree / "mkdocs.yml").read_text())
    assert made["plugins"] == ["search"]
    assert made["theme"]["font"] is False
    assert {"Topics": "topics/index.md"} in made["nav"]
    assert not {"hooks", "extra_javascript"} & set(made)


BUILDERS = {
    "mkdocs": [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site"],
    "zensical": [str(Path(sys.executable).with_name("zensical")), "build", "--strict"],
}


@pytest.mark.parametrize("name", BUILDERS)
def test_it_builds_as_it_stands(tree: Path, tmp_path: Path, name: str) -> None:
    here = tmp_path / "tree"
    shutil.copytree(tree, here)
    done = subprocess.run(BUILDERS[name], cwd=here, capture_output=True, text=True, check=False, timeout=300)
    for path in (tree / "docs").rglob("index.md"):
        page = here / "site" / path.relative_to(tree / "docs").with_name("index.html")
        assert page.is_file(), (done.stdout, done.stderr)
    topic = (here / "site" / "topics" / "flood" / "index.html").read_text()
    assert "The river Aare rose by 40 centimetres on Saturday" in words(topic)
    assert re.search(r'href="\.\./\.\./facts/river-rose-40/?(?:\.html)?"', topic)
    assert re.search(r'href="\.\./\.\./actors/water-office/"', topic)
    source = (here / "site" / "sources" / "gazette-dams" / "index.html").read_text()
    assert HOSTILE in shown_text(source)
    assert "<script>alert" not in source
    assert "javascript:alert" not in "".join(re.findall(r'href="[^"]*"', source))


def broken_links(root: Path) -> Iterator[tuple[str, str]]:
    """Links that lead to no file below `root`, or to no place in the file."""
    ids = {path: set(ID.findall(path.read_text())) for path in root.rglob("*.md")}
    for path in ids:
        for href in LINK.findall(path.read_text()):
            target, _, anchor = href.partition("#")
            there = (path.parent / target).resolve() if target else path
            outside = href.startswith(("http://", "https://", "mailto:"))
            if not outside and (not there.is_file() or (anchor and anchor not in ids[there])):
                yield path.relative_to(root).as_posix(), href


def shown_text(page: str) -> str:
    """What readers see of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


def words(text: str) -> str:
    """A text's words, without tags and without Markdown's backslashes."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", text))
    return " ".join(re.sub(r"\\(?=[\\`*_{}\[\]#+\-=])", "", bare).split())
