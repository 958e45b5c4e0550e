"""What readers of the small site read: the words of some pages, kept as text and compared line by line."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

EXPECTED = Path(__file__).parent / "expected"
PAGES = {
    "home": "",
    "topic": "topics/flood/",
    "actor": "actors/ada-keller/",
    "source": "sources/gazette-flood/",
    "series": "numbers/bridges-closed/",
    "german": "de/topics/bridges/",
}
INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "q", "small", "span", "strong", "sup", "time", "tspan"}
)
SILENT = frozenset({"script", "style", "template"})


@pytest.mark.parametrize("name", PAGES)
def test_the_words_of_a_page(flood_site: Path, name: str, request: pytest.FixtureRequest) -> None:
    seen = words_of((flood_site / PAGES[name] / "index.html").read_text(encoding="utf-8"))
    expected = EXPECTED / f"{name}.txt"
    if request.config.getoption("--goldens"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(seen, encoding="utf-8")
    assert seen.splitlines() == expected.read_text(encoding="utf-8").splitlines()


def words_of(page: str) -> str:
    """The text of the page's article, one line for each block, without what only looks different."""
    reader = _Reader()
    reader.feed(page)
    lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(reader.parts).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


class _Reader(HTMLParser):
    """Collects the words inside `article[data-page]`; every element that is not inline starts a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.depth = 0
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article" and (self.depth or dict(attrs).get("data-page")):
            self.depth += 1
        self.silent += tag in SILENT
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self.depth -= tag == "article" and self.depth > 0
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if self.depth and not self.silent:
            self.parts.append(data.replace("\n", " "))

    def _break(self, tag: str) -> None:
        if self.depth and tag not in INLINE:
            self.parts.append("\n")
