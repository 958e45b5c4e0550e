"""A language without a catalogue: its own dates and names, and every word that stays English says so."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from factbook.site.i18n import CATALOGUES
from tests.conftest import FLOOD, build

if TYPE_CHECKING:
    from pathlib import Path

VOID = frozenset(("meta", "link", "input", "br", "img", "path", "line"))
MONTHS = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b")


class Polish(HTMLParser):
    """Gathers the texts of a page that are said to be Polish, tag by tag."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, str]] = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("lang") or self._open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        tag, language = self._open[-1]
        if language == "pl" and tag not in ("script", "style", "title"):
            self.texts.append(data.strip())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("languages") / "root"
    shutil.copytree(FLOOD, root)
    config = root / "site_config.yml"
    config.write_text(config.read_text().replace("[en, de]", "[en, pl, pt-BR]"))
    assert {problem.code for problem in build(root)} == {"language-not-spoken"}
    return root / "site"


def messages() -> set[str]:
    with (CATALOGUES / "de" / "LC_MESSAGES" / "factbook.po").open("rb") as stream:
        found = [message.id for message in read_po(stream) if isinstance(message.id, str)]
    return {one for one in found if "{" not in one and len(one) > 3}


def test_english_words_are_never_said_to_be_polish(site: Path) -> None:
    said = messages()
    wrong = []
    for path in sorted((site / "pl").rglob("*.html")):
        page = Polish()
        page.feed(path.read_text(encoding="utf-8"))
        wrong += [f"{path.name}: {text}" for text in page.texts if text in said or MONTHS.search(text)]
    assert not wrong


def test_dates_are_in_the_language_of_the_page(site: Path) -> None:
    assert "5 cze 2024" in (site / "pl" / "index.html").read_text(encoding="utf-8")
    assert "5 cze 2024" in (site / "pl" / "timeline" / "index.md").read_text(encoding="utf-8")


def test_no_mark_is_left_in_any_file(site: Path) -> None:
    texts = [
        path for path in site.rglob("*") if path.suffix in (".html", ".md", ".json", ".svg", ".xml", ".txt", ".csv")
    ]
    marked = re.compile(rb"[\x02\x03]|\\u000[23]")
    assert texts
    assert not [path.name for path in texts if marked.search(path.read_bytes())]


def test_languages_are_listed_by_their_own_names(site: Path) -> None:
    names = re.findall(r'class="md-select__link">([^<]+)</a>', (site / "index.html").read_text(encoding="utf-8"))
    assert names == ["English", "Polski", "Português (Brasil)"]
