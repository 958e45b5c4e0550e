"""Pages: the type of a kind of page, of which `factbook.site.page_types` keeps the list."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.plan import Planned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.site.context import Desk
    from factbook.site.views.page import PageView


@frozen
class PageKind:
    """How the pages of one kind are made. The name is also that of the template, `<name>.html`."""

    name: str
    ids: Callable[[Desk], Iterable[str]]
    """Ids of the pages, in order; a page that stands alone has the id ""."""
    view: Callable[[Desk, str], PageView]
    """The page of one id."""
    folder: str
    """Path of its folder: `actors/`; the id and a slash follow."""
    section: str | None
    listed: str = ""
    """The title, in English, of the page without an id in the tree of navigation; empty: it is not in it."""

    def planned(self, desk: Desk, name: str) -> Planned:
        """The page of one id, with its place known before it is made."""
        path = f"{self.folder}{name}/" if name else self.folder
        view = cache(partial(self.view, desk, name))
        title = desk.wording.say(self.listed) if self.listed and not name else ""
        return Planned(path, self.name, self.section, title, view, view.cache_clear)


def alone(_: Desk) -> Iterable[str]:
    """The ids of a kind that has a single page."""
    return ("",)
