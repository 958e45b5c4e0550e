"""Site: what is handed to the publisher: the pages of an edition, one after another, and files beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.site.fragments import Fragments
    from factbook.site.page import Page


@frozen
class SearchEntry:
    """By what a hand-written page is found. All is plain text."""

    address: str
    """Where it leads, from the edition's root."""
    title: str
    text: str
    """All its words."""


@frozen
class Pieces:
    """Bytes that are made one after another, the same each time: a large file is never all in memory."""

    make: Callable[[], Iterator[bytes]]


@frozen
class Asset:
    """A file that goes into the site as it is: a redirect page, a style sheet, data."""

    path: str
    """From the site's root."""
    content: bytes | Callable[[], bytes] | Pieces
    """Its bytes, or how they are made when the file is written."""

    @property
    def data(self) -> bytes:
        """All of it."""
        if isinstance(self.content, Pieces):
            return b"".join(self.content.make())
        return self.content if isinstance(self.content, bytes) else self.content()


@frozen
class Edition:
    """The whole site in one language, ready to be published."""

    language: str
    prefix: str
    """Path under the site's root: empty for the first language, `de/` for a further one."""
    made: Fragments
    """From which its pages are joined."""
    articles: tuple[Page, ...] = ()
    """Its hand-written pages."""
    assets: tuple[Asset, ...] = ()
    """Files beside the pages."""
