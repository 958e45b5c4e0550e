"""Promise 8: no broken link, no faulty markup, and every old address answers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from factbook.config import reader
from factbook.pipeline import stages
from tests.conftest import REPOSITORY, build
from tests.site.crawler import Site
from tests.trust.conftest import FULL
from tests.trust.hostile import hostile_site
from tests.trust.payloads import payloads

if TYPE_CHECKING:
    from collections.abc import Callable

VNU = Path(os.environ.get("FACTBOOK_VNU", REPOSITORY / ".cache/trust/node_modules/vnu-jar/build/dist/vnu.jar"))


def base(root: Path) -> str:
    """The path under which a site is published."""
    settings, _ = reader.read(root, {})
    assert settings is not None
    return urlsplit(settings.url or "/").path


@pytest.mark.parametrize("name", ["shipped", "small"])
def test_own_crawl(
    name: str, shipped_site: Path, flood_site: Path, record: Callable[[int, str, str, str], None]
) -> None:
    """Every link and fragment of every page leads somewhere, every id stands once, every tag is closed."""
    root = shipped_site if name == "shipped" else flood_site
    site = Site(root, base(root.parent))
    assert not list(site.broken())
    for page in site.pages.values():
        assert len(page.ids) == len(set(page.ids)), page.path
        assert not page.unbalanced
        assert {target for target, _ in page.references} <= set(page.ids), page.path
    links = sum(len(page.links) for page in site.pages.values())
    record(
        8, f"own crawl of the {name} site", f"{len(site.pages)} pages, {links:,} links", "none broken, no id twice"
    )


def test_old_addresses_answer(flood_site: Path, record: Callable[[int, str, str, str], None]) -> None:
    """What was renamed or retracted still has a page where it was, in each language."""
    for prefix in ("", "de/"):
        for path in ("actors/keller", "topics/closed-bridges"):
            assert 'http-equiv="refresh"' in (flood_site / prefix / path / "index.html").read_text(encoding="utf-8")
        retracted = (flood_site / prefix / "facts/keller-14-rescued.html").read_text(encoding="utf-8")
        assert "2024" in retracted
    record(8, "renamed and retracted things", "6 old addresses", "each answers")


def test_every_fact_keeps_an_address(shipped_site: Path) -> None:
    """Each fact of the shipped content has a page of its own, whatever its state."""
    settings, _ = reader.read(REPOSITORY, {})
    assert settings is not None
    corpus, _ = stages.read(settings)
    missing = [name for name in corpus.facts if not (shipped_site / "facts" / f"{name}.html").is_file()]
    assert not missing


@pytest.mark.skipif(
    not VNU.is_file() or not shutil.which("java"), reason="vnu needs Java and `make trust`, which fetches it"
)
@pytest.mark.parametrize("name", ["shipped", "small", "hostile"] if FULL else ["small"])
def test_vnu(
    name: str, shipped_site: Path, flood_site: Path, tmp_path: Path, record: Callable[[int, str, str, str], None]
) -> None:
    """The validator of the W3C finds no error on any page."""
    root = {"shipped": shipped_site, "small": flood_site}.get(name) or _hostile(tmp_path)
    pages = sorted(root.rglob("*.html")) if FULL else _one_of_a_kind(root)
    command = ["java", "-Xss8m", "-jar", str(VNU), "--errors-only", "--format", "json", *map(str, pages)]
    said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=560)
    found = json.loads(said.stderr)["messages"]
    shown = [
        f"{message['url'].split('/site/')[-1]}:{message.get('lastLine')}: {message['message']}" for message in found
    ]
    assert not shown, "\n".join(shown[:10])
    record(8, f"vnu on the {name} site", f"{len(pages)} pages", "no error")


def test_that_markup_was_validated(record: Callable[[int, str, str, str], None]) -> None:
    """In `make trust`, a validator that is missing is a row of its own and a warning, not silence."""
    if not VNU.is_file() or not shutil.which("java"):
        record(8, "vnu", "Java or vnu is missing", "NOT RUN HERE")
        pytest.skip("NOT RUN: vnu, because Java or vnu.jar is missing")


def _hostile(tmp_path: Path) -> Path:
    hostile_site(tmp_path, payloads())
    assert not [problem for problem in build(tmp_path) if problem.is_error]
    return tmp_path / "site"


def _one_of_a_kind(root: Path) -> list[Path]:
    """One page of each folder."""
    return list({page.parent.parent: page for page in sorted(root.rglob("*.html"))}.values())
