"""Previews: what stands in a picture: words of the page alone, and nothing of any source."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factbook.content.model.entities import in_language
from factbook.runtime.frozen import frozen
from factbook.site.i18n import wording

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.site.i18n import Wording
    from factbook.site.page import Page


@frozen
class Card:
    """A picture before it is drawn. Whatever cannot be drawn in full is left out."""

    kind: str
    """The small line above the title: "Topic"."""
    title: str
    lead: str
    """The page's description: the bottom line, or the counts."""
    site: str
    """Whose picture it is: the site's name."""
    host: str
    """Its address, for the name when that cannot be drawn."""


def card(page: Page, settings: Settings, language: str) -> Card:
    """The picture of a page that has one of its own."""
    host = urlsplit(settings.url or "").hostname or ""
    site = in_language(settings.name, language, settings.languages[0])[0]
    title, lead = page.title, page.description
    if not page.path:
        return Card(wording(language).say("Briefing"), site, lead, host, host)
    return Card(_kind(page.kind, wording(language)), title, lead, site, host)


def _kind(kind: str, words: Wording) -> str:
    match kind:
        case "topic":
            return words.say("Topic")
        case "actor":
            return words.say("Actor")
        case "source":
            return words.say("Source")
        case "series":
            return words.say("Number")
    return ""
