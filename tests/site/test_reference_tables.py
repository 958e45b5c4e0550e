"""The tables of docs/reference that were made by hand: each file of a site has a row, and each row a file."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from factbook.exports.csv_columns import READ_ONLY
from factbook.site.page_types import TYPES
from factbook.site.status import StatusKind
from tests.conftest import REPOSITORY, flood_with

REFERENCE = REPOSITORY / "docs" / "reference"
MARKUP, EXPORTS = ((REFERENCE / name).read_text(encoding="utf-8") for name in ("markup.md", "exports.md"))
ALL = "outputs: [data, json, markdown, llms, feeds, json-feed, calendar, headers]\n"
UNLISTED = ("/assets/", "/search/", "/.factbook-files")
"""What the pages and the next build need and nobody else: it may change from version to version."""
ELSEWHERE = {"/media/…"}
"""Of the rows, what the small site has none of."""


def addresses() -> list[str]:
    """The paths in the first cells of both pages; a name without a slash stands beside the one before it."""
    found = []
    for row in re.findall(r"^\| ([^|]*`[/…][^|]*)\|", MARKUP + EXPORTS, re.M):
        folder = ""
        for path in re.findall(r"`([^`]+)`", row):
            whole = path if path[0] in "/…" else folder + path
            folder = whole[: whole.rindex("/") + 1]
            found.append(whole)
    return found


def pattern(address: str) -> re.Pattern[str]:
    """`<id>` and `*` stand for one name, `…` for anything; a page is the index of its folder; any language has it."""
    parts = re.split(r"(<\w+>|\*|…)", address + ("index.html" if address.endswith("/") else ""))
    names = {"…": ".*", "*": r"[^/]+"}
    return re.compile(
        "(/de)?" + "".join(names.get(part, r"[^/]+" if part.startswith("<") else re.escape(part)) for part in parts)
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    site = flood_with(tmp_path_factory.mktemp("tables") / "root", ALL)
    return [f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()]


def test_every_file_of_a_site_has_a_row(files: list[str]) -> None:
    known = [pattern(address) for address in addresses()]
    listed = [path for path in files if not re.sub("^/de/", "/", path).startswith(UNLISTED)]
    assert [path for path in listed if not any(one.fullmatch(path) for one in known)] == []


def test_every_row_has_a_file(files: list[str]) -> None:
    missing = {one for one in addresses() if not any(pattern(one).fullmatch(path) for path in files)}
    assert missing == ELSEWHERE


def test_the_kinds_of_pages_and_of_statuses_are_listed() -> None:
    def listed(name: str) -> set[str]:
        row = next(line for line in MARKUP.splitlines() if line.startswith("|") and name in line.split("|")[1])
        return set(re.findall(r"`([a-z-]+)`", row.split("|")[2])) - {"data-id", "data-page"}

    assert listed("[data-page]") == {one.kind for one in TYPES} | {"page", "not-found"}
    assert listed("[data-status]") == {*get_args(StatusKind), "corrected"}


def test_the_worked_out_columns_of_the_table_are_listed() -> None:
    text = re.sub(r"\s+", " ", EXPORTS)
    told = re.search(r"The last columns \(([^)]+)\)", text)
    assert told
    assert tuple(re.findall(r"`(\w+)`", told[1])) == READ_ONLY
