"""Stage: page views into finished bodies, by our own templates; a template gets a view and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.artifacts import Edition, SharedFacts
from factbook.site.render.lazy_page import later
from factbook.site.render.page_renderer import Press
from factbook.site.render.redirects import Redirects
from factbook.site.views.page import PageView
from factbook.site.views.plan import Plan, Planned, PlannedFacts, PlannedRedirect
from factbook.site.views.redirect import Redirect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.config.settings import Settings
    from factbook.site.artifacts import Asset, Body

View = PageView | Redirect | Plan


def singly(language: str) -> Callable[[Planned], Body]:
    """A function that gives the body of a page, whatever others there are."""
    press = Press(language)
    return lambda planned: later(planned, press)


def edition(views: Iterable[View], settings: Settings, language: str) -> Edition:
    """The site in one language: every page's body, and a small page for every redirect.

    What is only planned is made when it is asked for.
    """
    prefix = "" if language == settings.languages[0] else f"{language}/"
    press, moved = Press(language), Redirects(settings, language, prefix)
    bodies: list[Body] = []
    assets: list[Asset] = []
    facts = SharedFacts()
    for view in views:
        match view:
            case Planned():
                bodies.append(later(view, press))
            case PageView():
                bodies.append(press.body(view))
            case PlannedRedirect() | Redirect():
                assets.append(moved.page(view))
            case PlannedFacts():
                facts = SharedFacts(view.ids, (press.shared(view.view),), view.hit)
    return Edition(language, prefix, tuple(bodies), tuple(assets), facts=facts)
