"""Publish: every file that is written for one page, for a build and for the preview alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.exports.page_data import PageData
from factbook.site import social_cards
from factbook.site.articles.to_markdown import texts
from factbook.site.urls import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.site.artifacts import Edition
    from factbook.site.page import Page
    from factbook.theme.mkdocs_run import PreparedEdition


class PageFiles:
    """Writes the pages of one edition."""

    def __init__(self, settings: Settings, edition: Edition, prepared: PreparedEdition) -> None:
        self.edition = edition
        self._settings, self._prepared = settings, prepared
        made = edition.made
        self._data = PageData(made.corpus, made.evidence, settings, edition.language)
        self._texts = {one.path: one.text for one in texts(settings, edition.made)} if edition.articles else {}
        """Of the hand-written pages, in Markdown."""

    def configured(self, page: Page) -> Page:
        """The page, naming no file that the configuration leaves out."""
        outputs = self._settings.outputs
        twin = "markdown" in outputs and (page.markdown or (page.kind == "page" and page.path in self._texts))
        feed = bool(self._settings.feeds) and page.feed
        return page if (twin, feed) == (page.markdown, page.feed) else replace(page, markdown=twin, feed=feed)

    def files(self, page: Page) -> Iterator[tuple[str, bytes]]:
        """Path from the site's root and bytes of the page, of its preview picture and of its data."""
        prefix, outputs = self.edition.prefix, self._settings.outputs
        first = page.markdown or page.kind == "fact"  # and no further page of a long list
        page = self.configured(page)
        yield prefix + file_of(page.path), self._prepared.page(page, self._data.script(page))
        if page.kind == "page" and page.markdown:
            yield f"{prefix}{page.path}index.md", self._texts[page.path].encode()
        if (picture := social_cards.preview(page, self._settings, self.edition.language)) is not None:
            yield prefix + picture.path, picture.data
        if "json" in outputs and first:
            path, data = self._data.twin(page)
            yield prefix + path, data
