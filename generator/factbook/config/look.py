"""Ground: how a site looks beside the theme's own look; nothing of it has to be configured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from factbook.diagnostics.types import Span


@frozen
class OwnFile:
    """A file of `content/media` that the configuration names."""

    path: str
    """From `content/media`."""
    key: str
    """Under which it is named."""
    span: Span
    """Where."""

    @property
    def address(self) -> str:
        """Its path in the site."""
        return f"media/{self.path}"


@frozen
class FooterLink:
    """A link at the foot of every page."""

    title: str | dict[str, str]
    to: str
    """An address elsewhere, or a path on the site that begins with a slash."""
    span: Span


@frozen
class SiteLook:
    """All that makes a site look like its owners."""

    logo: OwnFile | None = None
    favicon: OwnFile | None = None
    colours: tuple[str, str] | None = None
    """Of links and marks, in light and in dark, as `#rrggbb`."""
    styles: tuple[OwnFile, ...] = ()
    """Style sheets, which pages load after the theme's."""
    footer: tuple[FooterLink, ...] = ()

    @property
    def files(self) -> tuple[OwnFile, ...]:
        """Every file that is named."""
        return (*((self.logo,) if self.logo else ()), *((self.favicon,) if self.favicon else ()), *self.styles)
