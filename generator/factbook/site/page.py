"""Site: a finished page, ready to be put into its frame; and the type of a kind of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from factbook.site.artifacts import SearchEntry
    from factbook.site.fragments import Fragments

Shell = Literal["theme", "light"]


@frozen
class Page:
    """A finished page of the site in one language."""

    path: str
    """From the edition's root: `topics/flood/`, `facts/river-rose.html`; empty for the home page."""
    kind: str
    id: str
    title: str
    """Plain text."""
    description: str
    """Plain text, one or two sentences."""
    html: str
    """What stands inside the article, finished; `ROOT` stands for the way to the edition's root."""
    section: str
    """The tab that is open: a section of `SECTIONS`; empty for none."""
    updated: date | None = None
    """From the content's own dates, never from the clock."""
    edit_path: str | None = None
    """File in the repository, with `#L12` for the line."""
    feed: bool = False
    """Whether a feed of its own stands beside it."""
    markdown: bool = True
    """Whether the same in Markdown stands beside it."""
    shell: Shell = "theme"
    picture_of: str = ""
    """Path of the page whose preview picture it has; empty: its own."""
    search: tuple[SearchEntry, ...] = ()
    language: str = ""
    """Of a page written by hand, which may stand in an edition of another language; empty: the edition's."""

    @property
    def address(self) -> str:
        """The path as links write it: the name of a page written by hand may have spaces."""
        return quote(self.path)


@frozen
class PageType:
    """How the pages of one kind are made: what each says, as HTML and as Markdown."""

    kind: str
    """Also the name of its folder in `site/pages/`."""
    folder: str
    """Path of its pages' folder: `topics/`; the id and a slash follow."""
    ids: Callable[[Fragments], Iterable[str]]
    """Ids of the things that have a page, in order; a page that stands alone has the id ""."""
    pages: Callable[[Fragments, str], Iterator[Page]]
    """The page of one id, and then its further pages."""
    markdown: Callable[[Fragments, str], str]
    """The same in Markdown, whole, in one text."""


def alone(_: Fragments) -> tuple[str, ...]:
    """The ids of a kind that has a single page."""
    return ("",)
