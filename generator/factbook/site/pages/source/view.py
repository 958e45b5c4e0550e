"""Ground: the list of sources by origin, and the page of one source with every quote that is used of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.views.parts import Brief, Citation, Heading, Link, Text


@frozen
class Row:
    """A source in the list, with what was made from it nested below."""

    id: str
    source: Link
    """The publisher's name, leading to the source's page."""
    how: str
    """How it comes from its origin: "copy", "translation"."""
    genre: str
    """"Editorial"; empty for a plain report."""
    headline: Text | None
    words: Text | None
    """A quote by which a text without a headline is told from others."""
    published: str
    language: str
    used: str
    """"12 quotes in 9 facts"."""
    original: str
    """Public address; empty when none is known."""
    copies: tuple[Row, ...]


@frozen
class Family:
    """One report and every text that comes from it."""

    who: str
    what: str
    """"report, 16 Nov 2024. The agency's own page is not held."."""
    together: str
    """"2 texts, 1 origin"; empty for a text that stands alone."""
    rows: tuple[Row, ...]


@frozen
class Families:
    """Reports under one heading."""

    heading: Heading
    families: tuple[Family, ...]
    more: str
    """How many further ones there are than a page can hold; empty: none."""


@frozen
class Sources(PageView):
    """The page of all sources."""

    meta: tuple[str, ...]
    ways: tuple[Link, ...]
    """All sources as files for reference managers."""
    lead: str
    groups: tuple[Families, ...]


@frozen
class Line:
    """A line of the card: what is known of the source."""

    label: str
    words: str
    href: str = ""
    note: str = ""


@frozen
class Relative:
    """A source of the same origin."""

    source: Link
    how: str
    headline: Text | None
    here: bool
    """Whether it is the page's own source."""


@frozen
class Lineage:
    """Where a source comes from, and what else comes from there."""

    heading: Heading
    words: str
    """What this text is among the texts of its origin."""
    relatives: tuple[Relative, ...]


@frozen
class Use:
    """A fact that uses a quote."""

    letter: str
    brief: Brief


@frozen
class Quoted:
    """A quote of this source, with the facts that it carries."""

    id: str
    card: Citation
    uses: tuple[Use, ...]


@frozen
class Quotes:
    """Every quote that is used of a source."""

    heading: Heading
    quotes: tuple[Quoted, ...]


@frozen
class SourcePage(PageView):
    """The page of one source."""

    headline: Text | None
    what: str
    """One sentence: a copy of a report by …, published by …."""
    card: tuple[Line, ...]
    note: Text | None
    lineage: Lineage | None
    quotes: Quotes | None
    none: str
    """What stands there when no fact uses the source."""
