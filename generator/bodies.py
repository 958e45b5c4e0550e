"""Ground: what rendering hands to the host: finished page bodies, redirects and assets, nothing of either side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading of a page."""

    id: str
    title: str
    """Plain text."""
    level: int = 2
    children: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """A value by which hits can be narrowed."""

    name: str
    """actor | topic | source | year | status"""
    value: str
    """What stands in the address of a search: an id, where the thing has one."""
    words: str


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One hit: a page, or a fact on it. All its words are plain text."""

    anchor: str
    """Id of the element to go to; empty for the page itself."""
    title: str
    """The name of the page; the whole statement of a fact."""
    text: str
    """What else it is found by: a description, the quotes."""
    filters: tuple[SearchFilter, ...] = ()
    note: str = ""
    """The small line: who says so, and when."""
    day: date | None = None
    """Of the event: later facts are shown first."""
    language: str = ""
    """BCP 47, when the title is not in the page's language."""


@dataclass(frozen=True, slots=True)
class Body:
    """A finished page: all that the host needs to put it into the theme."""

    path: str
    """Address from the site's root with a slash at the end: `actors/andrii-sybiha/`; empty for the home page."""
    kind: str
    """home | actor | actors | topic | topics | source | sources | series | numbers | timeline | search | page | …"""
    title: str
    """Plain text; the host escapes it wherever the theme prints it."""
    description: str
    """Plain text, one or two sentences."""
    html: str
    """The article, escaped and finished; links are relative to `path`."""
    toc: tuple[TocEntry, ...]
    anchors: frozenset[str]
    """Every id in `html`, for link checking."""
    section: str | None
    """Section of the navigation that the page belongs to: "actors", "topics", "sources", "numbers", …"""
    in_navigation: bool
    """Only section indexes and single pages are in the tree that every page repeats."""
    hide: frozenset[str]
    """Theme columns that the page does without: "navigation", "toc"."""
    edit_path: str | None
    """File in the repository, with `#L12` for the line."""
    search: tuple[SearchEntry, ...]
    updated: date | None
    """From the content's own dates, never from the clock."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes into the site as it is: a redirect page, a style sheet, data."""

    path: str
    """From the site's root."""
    content: bytes | Callable[[], bytes]
    """Its bytes, or how they are made: large data is made when it is written, and never all in memory at once."""

    @property
    def data(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content()


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole site in one language, ready for the host."""

    language: str
    prefix: str
    """Path under the site's root: empty for the first language, `de/` for a further one."""
    bodies: tuple[Body, ...]
    assets: tuple[Asset, ...]
