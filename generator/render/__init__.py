"""Stage: page views into finished bodies, by our own templates; a template gets a view and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bodies import Edition
from generator.render import redirects
from generator.render.press import Press
from generator.views.page import PageView
from generator.views.redirects import Redirect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.settings import Settings

View = PageView | Redirect


def edition(views: Iterable[View], settings: Settings, language: str) -> Edition:
    """The site in one language: every page's body, and a small page for every redirect."""
    prefix = "" if language == settings.languages[0] else f"{language}/"
    press = Press(language)
    bodies, assets = [], []
    for view in views:
        if isinstance(view, Redirect):
            assets.append(redirects.page(view, settings, language, prefix))
        else:
            bodies.append(press.body(view))
    return Edition(language, prefix, tuple(bodies), tuple(assets))
