"""Rendering: pages that are made when somebody asks for them, and not all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bodies import Body, LaterBody, TocEntry

if TYPE_CHECKING:
    from generator.render.press import Press
    from generator.views.page import PageView
    from generator.views.planned import Planned


def later(planned: Planned, press: Press) -> Body:
    """The page of a plan."""
    page = _Page(planned, press)
    place = planned.path, planned.kind, planned.section, planned.in_navigation
    return LaterBody(*place, page.light, page.whole)


class _Page:
    """Makes the view once for what is light, and keeps it until the HTML has been made of it."""

    def __init__(self, planned: Planned, press: Press) -> None:
        self._planned, self._press = planned, press
        self._view: PageView | None = None
        self._light: Body | None = None

    def light(self) -> Body:
        if self._light is None:
            self._view = self._planned.view()
            self._light = _light(self._view)
        return self._light

    def whole(self) -> Body:
        view, self._view = self._view or self._planned.view(), None
        if self._light is None:
            self._light = _light(view)
        return self._press.body(view)


def _light(view: PageView) -> Body:
    """All that a page's frame says."""
    frame = view.frame
    return Body(
        path=frame.path,
        kind=frame.kind,
        title=frame.short_title,
        description=frame.description,
        html="",
        toc=tuple(TocEntry(heading.id, heading.title) for heading in frame.headings),
        anchors=frozenset(),
        section=frame.section,
        in_navigation=frame.in_navigation,
        hide=frame.hide,
        edit_path=frame.edit_path,
        search=frame.search,
        updated=frame.updated,
    )
