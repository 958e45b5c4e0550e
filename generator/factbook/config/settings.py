"""Ground: how a site is built, as `site_config.yml` says; read by `factbook.config.reader`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factbook.config.look import SiteLook
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.types import Span

Scale = Literal["icd203", "plain"]
"""Words of likelihood."""
Output = Literal["data", "json", "markdown", "llms", "feeds", "json-feed", "calendar", "headers"]
"""What is written beside the pages: /data/, JSON and Markdown beside each page, the map for programs, what readers
subscribe to, and the headers for a host."""
OUTPUTS: frozenset[Output] = frozenset(("data", "markdown", "llms", "feeds"))
FEEDS: dict[Output, tuple[str, str]] = {
    "feeds": ("feed.xml", "application/atom+xml"),
    "json-feed": ("feed.json", "application/feed+json"),
    "calendar": ("events.ics", "text/calendar"),
}
"""Outputs that readers subscribe to: the file at the site's root and beside each topic, and its type."""
Previews = Literal["none", "home", "topics", "all"]
"""Which pages have a preview picture of their own."""
SPOKEN = frozenset(("ar", "de", "en", "fr", "uk"))
"""Languages in which the site has its own words."""
PREVIEW_SIZE = 1200, 630
"""Width and height of each, in pixels."""
_PREVIEWED: dict[str, frozenset[str]] = {
    "home": frozenset(),
    "topics": frozenset({"topics"}),
    "all": frozenset({"topics", "actors", "numbers", "sources"}),
}
"""Sections whose pages have one, by the setting."""


def is_spoken(language: str) -> bool:
    """Whether the site has its own words in a language (BCP 47)."""
    return language.partition("-")[0].lower() in SPOKEN


@frozen
class Plugin:
    """A plugin that the configuration names."""

    name: str
    span: Span
    """Where it does."""


@frozen
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
    look: SiteLook = SiteLook()
    licence: tuple[str, str] | None = None
    """Name and address of that of the content."""
    commit: str | None = None
    """The commit that a build in CI was made from, shown in the footer."""
    previews: Previews = "topics"
    quoted_share: int = 40
    """How much of a source its quotes may print together, in percent of its words."""
    source_age: int | None = None
    """Days after which a topic's newest source is too old; None: it never is."""
    scale: Scale = "icd203"
    """The words of likelihood that judgements use."""
    outputs: frozenset[Output] = OUTPUTS
    """What is written beside the pages."""
    plugins: tuple[Plugin, ...] = ()

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "site"

    @property
    def feeds(self) -> tuple[tuple[str, str], ...]:
        """File and type of each form in which readers can subscribe to the site."""
        return tuple(FEEDS[output] for output in FEEDS if output in self.outputs)

    def preview_of(self, path: str) -> str | None:
        """Path of the picture that links to the page at `path` show, both from the edition's root.

        It is the page's own, beside it, or the home page's. None when there is none: without a public address
        nobody could find it.
        """
        if self.url is None or self.previews == "none":
            return None
        section, _, name = path.removesuffix("/").partition("/")
        own = name and "/" not in name and section in _PREVIEWED[self.previews]
        return f"{path}preview.png" if own else "preview.png"
