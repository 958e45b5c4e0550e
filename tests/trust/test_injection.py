"""Promise 3: what contributors write is text everywhere: nothing of it runs, leads elsewhere or is fetched."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from factbook.content.schema.url_form import url
from tests.conftest import build
from tests.trust.hostile import hostile_site
from tests.trust.markup import pages
from tests.trust.payloads import ADDRESSES, payloads

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site, built without an error."""
    root = tmp_path_factory.mktemp("hostile")
    hostile_site(root, payloads())
    errors = [problem for problem in build(root) if problem.is_error]
    assert not errors, errors[:3]
    return root / "site"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with harmless words, for comparison."""
    root = tmp_path_factory.mktemp("clean")
    hostile_site(root, [f"plain words {'x' * number}" for number in range(1, len(payloads()) + 1)])
    assert not [problem for problem in build(root) if problem.is_error]
    return root / "site"


def test_no_page_holds_anything_that_runs(hostile: Path, record: Callable[[int, str, str, str], None]) -> None:
    """No event attribute, no other scheme, no foreign element, on any page."""
    dangers = {path: page.dangers for path, page in pages(hostile) if page.dangers}
    assert not dangers, list(dangers.items())[:3]
    count = sum(1 for _ in hostile.rglob("*.html"))
    record(3, f"{len(payloads())} payloads in every field, read as markup", f"{count} pages",
           "no event attribute, no other scheme, no foreign element")  # fmt: skip


def test_every_address_is_one(hostile: Path, record: Callable[[int, str, str, str], None]) -> None:
    """What leads to another site holds no character that an address may not hold, whatever files are called."""
    found = {address for _, page in pages(hostile) for address in page.leads_to}
    assert not {address: wrong for address in found if (wrong := url(address))}
    assert any("/edit/main/content/pages/img%20src" in address for address in found)
    assert any("/edit/main/content/facts/facts%200%20%23%2541" in address for address in found)
    record(3, "addresses that lead to other sites", f"{len(found):,} addresses", "each as RFC 3986 and 3987 have it")


def test_the_scripts_of_a_page_are_the_themes(hostile: Path, clean: Path) -> None:
    """Every inline script of the hostile site is one that the clean site has too, JSON apart."""
    known = {script for _, page in pages(clean) for script in page.scripts if not _is_json(script)}
    for path, page in pages(hostile):
        assert {script for script in page.scripts if not _is_json(script)} <= known, path


def test_every_payload_is_shown_as_it_was_written(hostile: Path) -> None:
    """Escaping is not deleting: each payload is readable on some page."""
    shown = " ".join("".join(page.words) for _, page in pages(hostile))
    flat = re.sub(r"\s+", " ", shown)
    missing = [payload for payload in payloads() if re.sub(r"\s+", " ", payload) not in flat]
    assert not missing


def test_the_elements_are_those_of_the_clean_site(hostile: Path, clean: Path) -> None:
    """A page with payloads has the same shape as one without: nothing broke out of its place."""
    for path in ("facts/fact-3-0.html", "facts/fact-8-1.html", "sources/thing-2/index.html"):
        shapes = [
            re.findall(r"<(/?[a-zA-Z][\w-]*)", (site / path).read_text(encoding="utf-8")) for site in (hostile, clean)
        ]
        assert shapes[0] == shapes[1], path


def test_other_formats_stay_whole(hostile: Path, record: Callable[[int, str, str, str], None]) -> None:
    """JSON, JSON-LD in pages, feeds and the site map are read by their own readers."""
    count = 0
    for path in sorted(hostile.rglob("*")):
        if path.suffix in (".json", ".jsonld"):
            json.loads(path.read_bytes())
        elif path.suffix == ".xml":
            _holds_text_only(ET.fromstring(path.read_bytes()), path.name)
        else:
            continue
        count += 1
    for path_, page in pages(hostile):
        for script in filter(_is_json, page.scripts):
            json.loads(script)
            assert "<" not in script, path_
            count += 1
    record(3, "feeds, site map, JSON, JSON-LD in pages", f"{count} documents", "whole, read by their own readers")


def _holds_text_only(root: ET.Element, name: str) -> None:
    for element in root.iter():
        for attribute in ("href", "src", "uri"):
            value = element.get(attribute, "")
            assert not value or value.startswith(("https://", "http://")), f"{name}: {value}"


def _is_json(script: str) -> bool:
    return script.lstrip().startswith(("{", "["))


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_a_source_may_not_have(address: str) -> None:
    assert url(address)
