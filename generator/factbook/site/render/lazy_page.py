"""Rendering: pages that are made when somebody asks for them, and not all of them at once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factbook.site.artifacts import Body, LaterBody
from factbook.site.render.page_renderer import light

if TYPE_CHECKING:
    from factbook.site.render.page_renderer import Press
    from factbook.site.views.plan import Planned


def later(planned: Planned, press: Press) -> Body:
    """The page of a plan."""
    place = planned.path, planned.kind, planned.section, planned.in_navigation
    without_html = cache(lambda: light(planned.view()))
    return LaterBody(*place, planned.title, without_html, lambda: press.body(planned.view()), planned.forget)
