"""Ground: the parts that pages share: texts, links, dates, statuses, citations, facts and lists of sources.

Every `href` is finished but for the marks of `factbook.site.views.placeholders`. Every word is in the page's
language, or says that it is not.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

View = TypeVar("View", "Fact", "Brief", "Citation")


@frozen
class Text:
    """Words of the content, in the page's language when there are any in it."""

    words: str
    language: str = ""
    """BCP 47; empty when it is the page's own."""
    direction: str = ""
    """ltr | rtl; empty when it is the page's own."""
    notice: str = ""
    """"in English", beside a text that is not there in the page's language; empty for quotes and names."""
    runs: tuple[Run, ...] = ()
    """The same words with the links in them; empty when there are none."""


@frozen
class Link:
    """Words that lead somewhere, or only stand there when there is no page behind them."""

    text: Text
    href: str = ""
    """Empty: a name without a page."""
    note: str = ""
    """Smaller words after it: "Ukraine, 5 facts"."""


@frozen
class Run:
    """A stretch of a statement."""

    words: str
    href: str = ""
    strong: bool = False
    """The speaker."""
    language: str = ""
    """BCP 47, for words in another language than those around them."""
    direction: str = ""


@frozen
class Statement:
    """A statement with its links."""

    runs: tuple[Run, ...]
    language: str = ""
    direction: str = ""
    notice: str = ""

    @property
    def plain(self) -> str:
        return "".join(run.words for run in self.runs)


@frozen
class Heading:
    """A section's heading. Ids start with a capital, which no id of the content does."""

    id: str
    title: str
    note: str = ""
    """The line under it that says how to read the section."""


@frozen
class When:
    """A date, as precise as it is known."""

    words: str
    """"by 16 Nov 2024"."""
    note: str
    """What is not known of it: "day not stated"; or when it was said: "said 18 Nov 2024"."""
    precision: str
    """day | month | year | interval | before | after | other"""
    iso: str
    """Earliest known day (last day when the start is open), for sorting and filtering."""


@frozen
class Status:
    """A word on what a claim is worth, and why; the colour and the bar beside it only repeat the word."""

    kind: str
    """asserted | denied | declines | announced | ceiling | floor | differs | … (see `components.status`)"""
    word: str
    reason: tuple[Run, ...] = ()
    tone: str = "plain"
    """plain | conflict | qualified | past"""


@frozen
class Citation:
    """A quote and what one must know to weigh it."""

    id: str
    source: str
    """Id of the source."""
    label: str
    """A mark: the page decides on the number."""
    href: str
    """Where a citation number leads: to this card."""
    quote: Text
    """Always with its language."""
    translation: Text | None
    note: Text | None
    publisher: Link
    """Leads to the source's page."""
    derivation: str
    """"copy of an Associated Press report"; empty for the report itself."""
    headline: Text | None
    published: str
    language: str
    """Name of the quote's language."""
    standing: str
    """found | confirmed | unverifiable | missing | …"""
    standing_words: str
    """"✓ Quote found, line 12"."""
    original: str
    """Address of the very words at the publisher's; empty when no address is known."""
    archived: str
    """The same in an archive; empty when there is none."""


@frozen
class Cite:
    """The number behind a statement that leads to the quotes from one source."""

    source: str
    """Id of the source."""
    label: str
    """A mark: the page decides on the number."""
    anchor: str
    """Id of the first quote from it."""
    href: str
    """A mark that leads there."""
    publisher: str


@frozen
class Fact:
    """A fact as it stands on any page: rendered once, joined by the pages."""

    id: str
    when: When
    statement: Statement
    attribution: tuple[Run, ...]
    """Who says so, when the statement itself does not name them."""
    caveat: Statement | None
    statuses: tuple[Status, ...]
    counts: str
    """"2 sources · 1 origin · 3 asserters"."""
    cites: tuple[Cite, ...]
    """One for each source."""
    citations: tuple[Citation, ...]
    permalink: str
    edit: str
    """Address of its very line in the repository; empty when that is not known."""
    edit_words: str
    faint: bool
    """Superseded, deprecated or retracted."""
    home: str
    """Path of its home page."""
    href: str
    """A mark that leads to it, here or at home."""
    brief: Brief
    position: Brief
    """The line that stands under its speaker's name: a figure in a few words where there is one."""


@frozen
class Brief:
    """A fact in one line that leads to it: in a timeline, a table, a position."""

    id: str
    href: str
    when: When
    words: Statement
    """The figure with its modifier, or the statement's first sentence: never a sentence cut short."""
    speaker: str
    """Plain names of who says so."""
    cites: tuple[Cite, ...]
    faint: bool


def later(kind: type[View], id: str, make: Callable[[], View]) -> View:
    """A view of which only the id is known: the rest is made when somebody asks for it.

    Pages hold these, so that a page which finds the texts of a fact made already costs no view of it.
    """
    found: View = object.__new__(_LATER[kind])
    object.__setattr__(found, "id", id)
    object.__setattr__(found, "_make", make)
    return found


def _asked(view: Any, name: str) -> Any:
    """What is asked of a view that is not made yet: all of it is made and kept."""
    made = view._make()
    for field in fields(made):
        object.__setattr__(view, field.name, getattr(made, field.name))
    return getattr(made, name)


_LATER: dict[type, Any] = {
    kind: type(f"Later{kind.__name__}", (kind,), {"__slots__": ("_make",), "__getattr__": _asked})
    for kind in (Fact, Brief, Citation)
}


@frozen
class FactList:
    """A section of facts."""

    heading: Heading
    facts: tuple[Fact, ...]
    more: Link | None = None
    """Where the others are, when not all stand here."""


@frozen
class SourceCard:
    """A source as every page lists it: made once an edition."""

    id: str
    publisher: Link
    derivation: str
    """"copy", "translation", "the report itself"."""
    headline: Text | None
    published: str
    language: str
    original: str


@frozen
class SourceEntry:
    """A source in a page's list, with what was made from it nested below."""

    card: SourceCard
    anchor: str
    label: str
    """A mark: the page decides on the number."""
    copies: tuple[SourceEntry, ...]


@frozen
class OriginEntry:
    """One report and everything that comes from it."""

    key: str
    """Names the origin and those of its sources that are listed: the same entry stands on several pages."""
    number: str
    """A mark: the page decides on it."""
    who: str
    what: str
    """"report, 16 Nov 2024. The agency's own page is not held."."""
    sources: tuple[SourceEntry, ...]


@frozen
class SourceList:
    """The sources of a page, by origin."""

    heading: Heading
    origins: tuple[OriginEntry, ...]


@frozen
class TimelineEntry:
    """What happened on one date."""

    when: When
    briefs: tuple[Brief, ...]


@frozen
class Timeline:
    """Facts in the order of their dates, one line each."""

    heading: Heading
    entries: tuple[TimelineEntry, ...]
    more: Link | None = None
    """The whole timeline, showing only these."""
