"""Ground: pages, redirects and facts that are to be made: their places, known at once, and views, which are work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.site.artifacts import SearchEntry
    from factbook.site.views.page import PageView
    from factbook.site.views.parts import Fact
    from factbook.site.views.redirect import Redirect


@frozen
class Planned:
    """A page that is to be made; its frame will say the same of its place."""

    path: str
    kind: str
    section: str | None
    title: str
    """In the tree of navigation; empty: it is not in it."""
    view: Callable[[], PageView]
    """Makes it once, and gives the same one each time until it is forgotten."""
    forget: Callable[[], None]
    """Lets go of the view: whoever has all that it needs of it spares a large site's memory."""

    @property
    def in_navigation(self) -> bool:
        return bool(self.title)


@frozen
class PlannedFacts:
    """The facts that stand on the pages. What is made of each is the same on all of them."""

    ids: tuple[str, ...]
    view: Callable[[str], Fact]
    """Makes one, given as its id; the last one is kept."""
    hit: Callable[[str], SearchEntry]
    """The same as a hit of the search."""


@frozen
class PlannedRedirect:
    """A redirect that is to be made; a large site has one for each of its facts."""

    path: str
    name: str
    """Id of the fact, or the old address itself."""
    make: Callable[[str], Redirect]
    """Makes it, given that name."""

    def view(self) -> Redirect:
        """The redirect, made now."""
        return self.make(self.name)


Plan = Planned | PlannedRedirect | PlannedFacts
"""What an edition is made from."""
