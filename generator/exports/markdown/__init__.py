"""Exports, a part of it: every page as Markdown, from the same views as the pages themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.addresses import prefix_of, public
from generator.exports.markdown.fill import file_of
from generator.exports.markdown.index import Listed
from generator.exports.markdown.pages import Pages, has_text
from generator.words import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.settings import Settings
    from generator.views.page import PageView
    from generator.views.written import WrittenText


def files(views: Iterable[PageView], settings: Settings, language: str) -> Iterator[tuple[str, str]]:
    """Path in the edition and text of each page's Markdown file."""
    addresses = public(settings, prefix_of(settings, language))

    def permanent(fact: str) -> str:
        return addresses.of("fact", fact) if settings.url else ""

    pages = Pages(wording(language), permanent)
    for view in views:
        if (text := pages.page(view)) is not None:
            yield file_of(view.frame.path), text


def listed(views: Iterable[PageView], written: Iterable[WrittenText]) -> Iterator[Listed]:
    """The pages of an edition for its map: those that have a Markdown file."""
    for view in views:
        if has_text(view):
            frame = view.frame
            yield Listed(frame.path, frame.title, frame.description, frame.kind)
    for text in written:
        yield Listed(text.path, text.title, text.description, "page")
