"""Previews: the picture that a link shows where it is shared, drawn from the page's words when the site is written.

Which pages have one of their own is said in `site_config.yml` and asked of `Settings.preview_of`; all other
pages show the home page's. No picture is drawn when nopage could find it: without a public address, or with
`previews: none`. Pillow is in this room alone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factbook.site.artifacts import Asset
from factbook.site.social_cards.cache import picture_of
from factbook.site.social_cards.card import card

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.site.page import Page


def preview(page: Page, settings: Settings, language: str) -> Asset | None:
    """The picture of a page, drawn when it is written; None for a page without one of its own. Its path is that in
    the edition."""
    path = settings.preview_of(page.path)
    own = path and path.startswith(page.path) and path.count("/") == page.path.count("/")
    return (
        Asset(path, partial(_picture, page, settings, language)) if own and path and page.shell == "theme" else None
    )


def _picture(page: Page, settings: Settings, language: str) -> bytes:
    return picture_of(card(page, settings, language))
