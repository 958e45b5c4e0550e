"""No page or file of the content takes the address of another, or of the theme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factbook.publish.collisions import collisions
from factbook.site.artifacts import Asset, Edition
from tests.unit.publish import sample


def refused(*paths: str, files: tuple[str, ...] = ()) -> list[str]:
    bodies = tuple(sample.body(path, path) for path in paths)
    edition = Edition("en", "", bodies, tuple(Asset(path, b"") for path in files))
    problems = collisions([edition])
    assert {problem.code for problem in problems} <= {"address-taken"}
    return [problem.span.path for problem in problems]


def test_the_sample_site_has_no_clash() -> None:
    assert collisions([sample.edition(), sample.edition("de", "de/")]) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("actors/x/", "actors/x/"),
        ("actors/x/", "actors/X/"),
        ("actors/stra\u00dfe/", "actors/STRASSE/"),
        ("actors/caf\u00e9/", "actors/cafe\u0301/"),
        ("actors/\ufb01x/", "actors/fix/"),
    ],
)
def test_two_pages_that_some_disk_cannot_tell_apart(first: str, second: str) -> None:
    assert refused(first, second) == [f"{second}index.html"]


@pytest.mark.parametrize(
    "path",
    ["404.html", "robots.txt", "sitemap.xml", "assets/images/favicon.png", "Robots.TXT"],
)
def test_files_of_the_theme_are_not_replaced(path: str) -> None:
    assert refused(files=(path,)) == [path]


@pytest.mark.parametrize("path", ["search/manifest.json/", "Search/words-7.json/", "search/entries-0.json/below/"])
def test_names_of_search_files_are_kept_free(path: str) -> None:
    assert refused(path) == [f"{path}index.html"]


def test_a_page_speaks_for_what_stands_beside_it() -> None:
    beside = ("actors/x/index.md", "actors/X/index.md", "actors/x/index.json", "actors/X/index.json")
    assert refused("actors/x/", "actors/X/", files=beside) == ["actors/X/index.html"]


@pytest.mark.parametrize("path", ["../x.html", "/etc/passwd", "a//b", "a/./b", "a\\b", "a\0b", "", "a/.."])
def test_addresses_outside_the_site(path: str) -> None:
    assert refused(files=(path,)) == [path]


def test_a_file_where_another_needs_a_folder() -> None:
    assert refused("data/x/", files=("data",)) == ["data/x/index.html"]


def test_a_further_edition_against_a_page_of_the_first() -> None:
    first = replace(sample.edition(), bodies=(sample.body("de/", "De"),))
    assert [found.span.path for found in collisions([first, sample.edition("de", "de/")])] == ["de/index.html"]
