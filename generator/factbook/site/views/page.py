"""Ground: what every page has: its address, its titles, its sections, its citation numbers and its search entries."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from factbook.site.artifacts import SearchEntry
    from factbook.site.views.parts import Heading, Link


@frozen
class Frame:
    """What is told of a page outside its own sections."""

    path: str
    """From the site's root, with a slash at the end; empty for the home page."""
    kind: str
    """Also the name of its template: `templates/<kind>.html`."""
    id: str
    """Id of the actor, topic, source or series; empty for pages that stand alone."""
    title: str
    """Plain text."""
    short_title: str
    """For the navigation: "Briefing"."""
    title_language: str
    """BCP 47, when the title is not in the page's language."""
    kicker: tuple[Link, ...]
    """The small line above the title: where the page belongs, and what it is."""
    description: str
    section: str | None
    in_navigation: bool
    hide: frozenset[str]
    headings: tuple[Heading, ...]
    """The sections in their order, for the table of contents."""
    facts: frozenset[str]
    """Ids of the facts that stand on this page in full."""
    evidence: frozenset[str]
    """Ids of further facts whose quotes stand on this page."""
    labels: Mapping[str, str]
    """Each source's label on this page."""
    edit_path: str | None
    updated: date | None
    search: tuple[SearchEntry, ...]
    origins: Mapping[str, str] = field(default_factory=dict)
    """Each origin's number on this page."""
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each source the addresses of its citations on this page, in order."""

    def holds(self, anchor: str, home: str) -> bool:
        """Whether a fact, or a quote of one (`<fact>--<number>`), stands here; `home` is the fact's own page."""
        fact, cited, _ = anchor.partition("--")
        return fact in self.facts or home == self.path or (cited != "" and fact in self.evidence)


@frozen
class PageView:
    """A page. Each kind of page adds its own sections."""

    frame: Frame
