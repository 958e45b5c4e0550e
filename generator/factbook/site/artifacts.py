"""Ground: what rendering hands to the host: finished page bodies, redirects and assets, nothing of either side."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

_ID = re.compile(r'\sid="([^"]+)"')


@frozen
class TocEntry:
    """A heading of a page."""

    id: str
    title: str
    """Plain text."""
    level: int = 2
    children: tuple[TocEntry, ...] = ()


@frozen
class SearchFilter:
    """A value by which hits can be narrowed."""

    name: str
    """actor | topic | source | year | status"""
    value: str
    """What stands in the address of a search: an id, where the thing has one."""
    words: str


@frozen
class SearchEntry:
    """One hit: a page, or a fact on it. All its words are plain text."""

    address: str
    """Where it leads, from the edition's root: `topics/flood/`, `topics/flood/#river-rose-40`."""
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


@frozen
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
    section: str | None
    """Section of the navigation that the page belongs to: "actors", "topics", "sources", "numbers", …"""
    in_navigation: bool
    """Only section indexes and single pages are in the tree that every page repeats."""
    hide: frozenset[str]
    """Theme columns that the page does without: "navigation", "toc"."""
    edit_path: str | None
    """File in the repository, with `#L12` for the line."""
    search: tuple[SearchEntry, ...]
    """The page's own; facts are found by themselves (`SharedFacts.hit`)."""
    updated: date | None
    """From the content's own dates, never from the clock."""

    @property
    def anchors(self) -> frozenset[str]:
        """Every id in `html`, for link checking."""
        return frozenset(_ID.findall(self.html))

    @property
    def whole(self) -> Body:
        """The page with everything in it at hand."""
        return self

    @property
    def light(self) -> Body:
        """The page without its HTML."""
        return replace(self, html="")

    def learn(self, light: Body) -> None:
        """Take over what another process has found out of this page, which spares finding it out here too."""

    def forget(self) -> None:
        """Let go of what the page was made of: it has been written."""

    def finished(self, finish: Callable[[Body], Body]) -> Body:
        """The page as `finish` makes it of this one; that may change its HTML and nothing else."""
        return finish(self)


class LaterBody(Body):
    """A page of which only the place is known at first; the rest is made when somebody asks.

    What is light is kept then. The HTML is not: a large site's pages would fill the memory, so whoever needs
    it takes `whole` once.
    """

    __slots__ = ("_forget", "_light", "_title", "_whole")

    _title: str
    _light: Callable[[], Body]
    _whole: Callable[[], Body]
    _forget: Callable[[], None]

    def __init__(
        self,
        path: str,
        kind: str,
        section: str | None,
        in_navigation: bool,
        title: str,
        light: Callable[[], Body],
        whole: Callable[[], Body],
        forget: Callable[[], None],
    ) -> None:
        """`light` gives the page without its HTML, and gives the same one each time; `whole` makes all of it.

        `forget` lets go of what `whole` was made of. `title` is empty where it is not known yet.
        """
        values = {"path": path, "kind": kind, "section": section, "in_navigation": in_navigation}
        own = {"_title": title, "_light": light, "_whole": whole, "_forget": forget}
        for name, value in (values | own).items():
            object.__setattr__(self, name, value)

    @property
    def whole(self) -> Body:
        return self._whole()

    @property
    def light(self) -> Body:
        return self._light()

    def learn(self, light: Body) -> None:
        object.__setattr__(self, "_light", lambda: light)

    def forget(self) -> None:
        self._forget()

    def finished(self, finish: Callable[[Body], Body]) -> Body:
        place = self.path, self.kind, self.section, self.in_navigation, self._title
        return LaterBody(*place, self._light, lambda: finish(self._whole()), self._forget)

    @property
    def title(self) -> str:
        return self._title or self._light().title

    @property
    def description(self) -> str:
        return self._light().description

    @property
    def html(self) -> str:
        return self._whole().html

    @property
    def toc(self) -> tuple[TocEntry, ...]:
        return self._light().toc

    @property
    def hide(self) -> frozenset[str]:
        return self._light().hide

    @property
    def edit_path(self) -> str | None:
        return self._light().edit_path

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        return self._light().search

    @property
    def updated(self) -> date | None:
        return self._light().updated


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
class Shared:
    """What a stage makes of each fact once, for all the pages that show it."""

    make: Callable[[str], Any]
    """Of a fact, given as its id: something that can be told to another process."""
    learn: Callable[[str, Any], None]
    """Takes over what has been made of a fact, by whichever process. What was not, is made when a page needs it."""


def _no_hit(fact: str) -> SearchEntry:
    raise KeyError(fact)


@frozen
class SharedFacts:
    """The facts that stand on an edition's pages, and what is made of each once for all of them."""

    ids: tuple[str, ...] = ()
    stages: tuple[Shared, ...] = ()
    """Each makes something of every fact, best before the pages."""
    hit: Callable[[str], SearchEntry] = _no_hit
    """A fact, given as its id, as a hit of the search."""


def _nothing_beside(body: Body, language: str) -> tuple[Body, tuple[Asset, ...]]:
    return body, ()


@frozen
class Edition:
    """The whole site in one language, ready for the host."""

    language: str
    prefix: str
    """Path under the site's root: empty for the first language, `de/` for a further one."""
    bodies: tuple[Body, ...]
    assets: tuple[Asset, ...]
    lists: tuple[Asset, ...] = ()
    """Files made of what all pages tell of themselves: they come last, when the pages have been made."""
    facts: SharedFacts = SharedFacts()
    beside: Callable[[Body, str], tuple[Body, tuple[Asset, ...]]] = _nothing_beside
    """For a page that comes later, and its language: the page with its data in it, and the files beside it."""


class LaterEdition(Edition):
    """An edition whose pages and files have the places that they had in the one before: after most edits.

    One page of it can be had without the others.
    """

    __slots__ = ("_make", "page")

    page: Callable[[str], Body | None]
    """The page at a path of the edition."""
    _make: Callable[[], Edition]

    def __init__(
        self, language: str, prefix: str, page: Callable[[str], Body | None], make: Callable[[], Edition]
    ) -> None:
        """`make` gives the whole edition, and the same one each time."""
        for name, value in (("language", language), ("prefix", prefix), ("page", page), ("_make", make)):
            object.__setattr__(self, name, value)

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self._make().bodies

    @property
    def assets(self) -> tuple[Asset, ...]:
        return self._make().assets

    @property
    def lists(self) -> tuple[Asset, ...]:
        return self._make().lists

    @property
    def facts(self) -> SharedFacts:
        return self._make().facts

    @property
    def beside(self) -> Callable[[Body, str], tuple[Body, tuple[Asset, ...]]]:
        return self._make().beside
