"""Which pages get a picture, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from factbook.config.settings import Previews, Settings
from factbook.site import social_cards as previews
from factbook.site.artifacts import Body, Edition
from factbook.site.social_cards.card import Card, card

PATHS = (
    "",
    "topics/",
    "topics/flood/",
    "actors/mara-keller/",
    "numbers/dead/",
    "sources/post/",
    "timeline/",
    "about/",
)
OWN: dict[Previews, tuple[str, ...]] = {
    "none": (),
    "home": ("preview.png",),
    "topics": ("preview.png", "topics/flood/preview.png"),
    "all": (
        *("preview.png", "topics/flood/preview.png", "actors/mara-keller/preview.png"),
        *("numbers/dead/preview.png", "sources/post/preview.png"),
    ),
}


@pytest.mark.parametrize("choice", get_args(Previews))
def test_the_pictures_of_an_edition(choice: Previews) -> None:
    edition = Edition("de", "de/", tuple(map(body, PATHS)), ())
    made = previews.complete(edition, settings(previews=choice))
    assert [asset.path for asset in made.assets] == [f"de/{path}" for path in OWN[choice]]


@pytest.mark.parametrize("choice", get_args(Previews))
def test_every_page_is_told_a_picture_that_is_there(choice: Previews) -> None:
    told = {settings(previews=choice).preview_of(path) for path in PATHS}
    assert told == set(OWN[choice] or (None,))


def test_without_an_address_there_is_none() -> None:
    nowhere = settings(url=None)
    assert nowhere.preview_of("topics/flood/") is None
    assert previews.complete(Edition("en", "", (body(""),), ()), nowhere).assets == ()


def test_a_card_says_what_the_page_is() -> None:
    made = card(body("topics/flood/", kind="topic", title="The flood"), settings(), "de")
    assert made == Card("Thema", "The flood", "What happened.", "Fluss", "river.example")


def test_the_card_of_the_home_page_is_the_site_s() -> None:
    assert card(body("", kind="home"), settings(), "en").title == "River"


def settings(previews: Previews = "topics", url: str | None = "https://river.example/") -> Settings:
    """Of a site in two languages."""
    name: dict[str, str] = {"en": "River", "de": "Fluss"}
    return Settings(Path("."), name, "", url, ("en", "de"), None, "main", (), 25, None, previews=previews)


def body(path: str, kind: str = "page", title: str = "Page") -> Body:
    """A page with nothing on it."""
    return Body(path, kind, title, "What happened.", "", (), None, False, frozenset(), None, (), None)
