"""Rendering: pages that are made when somebody asks for them, and not all of them at once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.bodies import Body, LaterBody, TocEntry

if TYPE_CHECKING:
    from generator.render.press import Press
    from generator.views.page import PageView
    from generator.views.planned import Planned


def later(planned: Planned, press: Press) -> Body:
    """The page of a plan."""
    place = planned.path, planned.kind, planned.section, planned.in_navigation
    light = cache(lambda: _light(planned.view()))
    return LaterBody(*place, planned.title, light, lambda: press.body(planned.view()), planned.forget)


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
        section=frame.section,
        in_navigation=frame.in_navigation,
        hide=frame.hide,
        edit_path=frame.edit_path,
        search=frame.search,
        updated=frame.updated,
    )
