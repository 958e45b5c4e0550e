"""Rendering: pages that are made when somebody asks for them, and not all of them at once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.bodies import Body, LaterBody
from generator.render.press import light

if TYPE_CHECKING:
    from generator.render.press import Press
    from generator.views.planned import Planned


def later(planned: Planned, press: Press) -> Body:
    """The page of a plan."""
    place = planned.path, planned.kind, planned.section, planned.in_navigation
    without_html = cache(lambda: light(planned.view()))
    return LaterBody(*place, planned.title, without_html, lambda: press.body(planned.view()), planned.forget)
