"""No page or file of the content takes the address of another, or of the theme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factbook.publish.collisions import collisions
from factbook.site.artifacts import Asset
from tests.unit.publish import sample


def refused(*paths: str, files: tuple[str, ...] = ()) -> list[str]:
    """The paths that are refused, of hand-written pages and of files beside the sample's own pages."""
    pages = tuple(sample.article(path, path) for path in paths)
    edition = replace(sample.edition(), articles=pages, assets=tuple(Asset(path, b"") for path in files))
    problems = collisions([edition])
    assert {problem.code for problem in problems} <= {"address-taken"}
    return [problem.span.path for problem in problems]


def test_the_sample_site_has_no_clash() -> None:
    assert collisions([sample.edition(), sample.edition("de", "de/")]) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("notes/x/", "notes/x/"),
        ("notes/x/", "notes/X/"),
        ("notes/stra\u00dfe/", "notes/STRASSE/"),
        ("notes/caf\u00e9/", "notes/cafe\u0301/"),
        ("notes/\ufb01x/", "notes/fix/"),
    ],
)
def test_two_pages_that_some_disk_cannot_tell_apart(first: str, second: str) -> None:
    assert refused(first, second) == [f"{second}index.html"]


@pytest.mark.parametrize("path", ["", "topics/", "Topics/War/", "actors/actor-1/", "search/", "timeline/"])
def test_the_pages_of_the_site_are_not_replaced(path: str) -> None:
    assert refused(path) == [f"{path}index.html"]


@pytest.mark.parametrize("path", ["topics/war/2024/", "actors/actor-1/a/b/", "search/words-7/", "facts/said.html/x/"])
def test_below_a_page_stand_its_own_further_pages(path: str) -> None:
    assert refused(path) == [f"{path}index.html"]


@pytest.mark.parametrize("path", ["about/", "topics/how-to-read/", "notes/2024/"])
def test_elsewhere_there_is_room(path: str) -> None:
    assert refused(path) == []


@pytest.mark.parametrize(
    "path",
    ["404.html", "robots.txt", "sitemap.xml", "assets/images/favicon.png", "Robots.TXT"],
)
def test_files_of_the_theme_are_not_replaced(path: str) -> None:
    assert refused(files=(path,)) == [path]


@pytest.mark.parametrize("path", ["../x.html", "/etc/passwd", "a//b", "a/./b", "a\\b", "a\0b", "", "a/.."])
def test_addresses_outside_the_site(path: str) -> None:
    assert refused(files=(path,)) == [path]


def test_a_file_where_another_needs_a_folder() -> None:
    assert refused("data/x/", files=("data",)) == ["data/x/index.html"]


def test_a_further_edition_against_a_page_of_the_first() -> None:
    first = replace(sample.edition(), articles=(sample.article("de/", "De"),))
    assert [found.span.path for found in collisions([first, sample.edition("de", "de/")])] == ["de/index.html"]
