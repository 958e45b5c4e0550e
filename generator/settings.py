"""Ground: how a site is built, as `site_config.yml` says; read by `generator.config`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration, complete and checked."""

    root: Path
    """The site's folder."""
    name: str | dict[str, str]
    description: str | dict[str, str]
    url: str | None
    """Public address with a slash at the end; None: the site is not published under a known one."""
    languages: tuple[str, ...]
    """BCP 47; the first is the site's own, the others stand under their own path."""
    repository: str | None
    branch: str
    snapshots: tuple[Path, ...]
    """Folders to look for texts in: content/snapshots first, then the configured ones, then FACTBOOK_SNAPSHOTS."""
    quote_words: int
    """Longest quote, in words."""
    copyright: str | dict[str, str] | None
    commit: str | None = None
    """The commit that a build in CI was made from, shown in the footer."""

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "site"
