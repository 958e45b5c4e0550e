"""Ground: a page or a redirect that is to be made: its place, which is known at once, and its view, which is work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.views.page import PageView
    from generator.views.redirects import Redirect


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class PlannedRedirect:
    """A redirect that is to be made."""

    path: str
    view: Callable[[], Redirect]
