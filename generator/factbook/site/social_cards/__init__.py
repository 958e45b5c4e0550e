"""Previews: the picture that a link shows where it is shared, drawn from the page's words when the site is written.

Which pages have one of their own is said in `site_config.yml` and asked of `Settings.preview_of`; all other
pages show the home page's. No picture is drawn when nobody could find it: without a public address, or with
`previews: none`. Pillow is in this room alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factbook.site.artifacts import Asset
from factbook.site.social_cards.cache import picture_of
from factbook.site.social_cards.card import card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.site.artifacts import Body, Edition


def complete(edition: Edition, settings: Settings) -> Edition:
    """The edition with its pictures, each drawn when it is written or asked for."""
    return replace(edition, assets=(*edition.assets, *_pictures(edition, settings)))


def _pictures(edition: Edition, settings: Settings) -> Iterator[Asset]:
    for body in edition.bodies:
        path = settings.preview_of(body.path)
        if path and path.startswith(body.path) and path.count("/") == body.path.count("/"):
            yield Asset(edition.prefix + path, partial(_picture, body, settings, edition.language))


def _picture(body: Body, settings: Settings, language: str) -> bytes:
    return picture_of(card(body, settings, language))
