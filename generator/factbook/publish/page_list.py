"""Publish: what is known of every page of the site: which languages have it, and when it was last edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.markdown.llms_txt import Listed
from factbook.site import page_types

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factbook.site.artifacts import Edition
    from factbook.site.page import Page

Noted = dict[str, "list[tuple[str, date | None]]"]
"""For each edition, by its prefix, path and date of pages."""


class PageList:
    """The pages of all editions, as they are written."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        self._editions = editions
        self.pages: Noted = {edition.prefix: [] for edition in editions}
        self.listed: dict[str, list[Listed]] = {edition.prefix: [] for edition in editions}
        """The pages that stand in the map for programs, which have a file of Markdown."""
        self.done = 0
        self.total = sum(_expected(edition) for edition in editions)
        """So many pages are expected; further pages of long lists come on top."""

    def note(self, edition: Edition, page: Page) -> None:
        """A page was written."""
        self.done += 1
        self.pages[edition.prefix].append((page.path, page.updated))
        if page.markdown:
            self.listed[edition.prefix].append(Listed(page.path, page.title, page.description, page.kind))

    def add(self, noted: Noted) -> None:
        """Pages of facts were written, which stand in no map for programs."""
        for prefix, pages in noted.items():
            self.done += len(pages)
            self.pages[prefix] += pages

    def languages(self) -> dict[str, str]:
        """The language of each edition, by its prefix."""
        return {edition.prefix: edition.language for edition in self._editions}

    def twins(self, path: str) -> tuple[str, ...]:
        """The languages that have a page at a path: all of them, since all are made of the same content."""
        return tuple(edition.language for edition in self._editions) if len(self._editions) > 1 else ()


def _expected(edition: Edition) -> int:
    return len(edition.articles) + sum(len(tuple(one.ids(edition.made))) for one in page_types.TYPES)
