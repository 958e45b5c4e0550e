"""Filling the theme's page once rendered writes the same bytes as rendering each page, however the site is set."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factbook.config import reader as config
from factbook.pipeline import stages
from factbook.publish.page_list import PageList
from factbook.site import page_types
from factbook.site.articles import load as articles
from factbook.site.page import Page
from factbook.theme.mkdocs_run import prepare
from tests.conftest import FLOOD

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS: dict[str, dict[str, Any]] = {
    "as it is": {},
    "no address": {"url": None},
    "no repository, no commit": {"repository": None, "commit": None},
    "no description, no copyright": {"description": "", "copyright": None},
    "two languages, one from right to left": {"languages": ("en", "ar")},
    "a language that Material does not speak": {"languages": ("xh",)},
}
ODD = Page("topics/odd/", "topic", "odd", 'A <b> & "c" \1title\1', "", "<p>\\1 {{ x }}</p>", "topics")
"""A page whose words could be taken for something else, without a description."""


@pytest.mark.parametrize("name", SETTINGS)
def test_a_filled_page_is_the_page_rendered_whole(name: str, tmp_path: Path) -> None:
    shutil.copytree(FLOOD, tmp_path / "root")
    read, _ = config.read(tmp_path / "root")
    assert read is not None
    settings = replace(read, **SETTINGS[name])
    editions, _ = articles.with_pages(settings, stages.editions(stages.check(settings), settings))
    for number, edition in enumerate(editions):
        folder = tmp_path / str(number)
        prepared = prepare(settings, edition, editions, folder=folder, twins=PageList(editions).twins)
        pages = [page for page in page_types.pages(edition.made) if page.shell == "theme"]
        for page in (*pages, *edition.articles, ODD):
            assert prepared.shells.fill(page) == prepared.shells.ordinary(page), page.path
