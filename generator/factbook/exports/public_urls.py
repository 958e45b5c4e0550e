"""Exports: where each thing stands in the site, for data that names addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from factbook.config.settings import Settings

ROOT = "\uffff/"
"""Stands for the way to the site's root where the site has no known public address; no content can hold it."""


@frozen
class Addresses:
    """Addresses below one root: the public address of an edition, or the way there from a file."""

    root: str
    """With a slash at the end, or empty."""

    def of(self, kind: str, name: str) -> str:
        """The page of a thing; of a fact its permanent address."""
        return f"{self.root}{page_path(kind, name)}"

    def file(self, path: str) -> str:
        """A file of the site."""
        return f"{self.root}{path}"


def public(settings: Settings, prefix: str = "", *, otherwise: str = "") -> Addresses:
    """Addresses below the site's public address, or below `otherwise` when it has none."""
    return Addresses(f"{settings.url}{prefix}" if settings.url else otherwise)


def prefix_of(settings: Settings, language: str) -> str:
    """Path of an edition under the site's root."""
    return "" if language == settings.languages[0] else f"{language}/"
