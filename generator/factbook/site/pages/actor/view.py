"""Ground: the page of an actor, and the list of actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.views.parts import Brief, FactList, Heading, Link, SourceList, Text, Timeline


@frozen
class CardRow:
    """A line of the card: a label and one or more values, each with a small note."""

    label: str
    values: tuple[Link, ...]


@frozen
class RelatedRow:
    """Another actor who stands in the same facts."""

    actor: Link
    latest: Brief
    """The newest fact that names both."""
    earlier: tuple[Link, ...]
    """Further ones, by their dates."""
    shared: str
    last: str
    last_iso: str


@frozen
class Related:
    """The actors that stand in the same facts."""

    heading: Heading
    rows: tuple[RelatedRow, ...]


@frozen
class ActorView(PageView):
    """The page of one actor: who it is, what it says, what is said of it."""

    bottom_line: Text | None
    card: tuple[CardRow, ...]
    says: FactList | None
    said_of: FactList | None
    related: Related | None
    timeline: Timeline | None
    retracted: FactList | None
    sources: SourceList | None


@frozen
class ActorRow:
    """One actor in the list of all, with how much is known of it."""

    link: Link
    country: str
    says: str
    named: str
    latest: str
    latest_iso: str


@frozen
class ActorGroup:
    """The actors of one kind."""

    heading: Heading
    rows: tuple[ActorRow, ...]


@frozen
class ActorsView(PageView):
    """The page of all actors."""

    relations: Link
    """The way to who appears with whom."""
    groups: tuple[ActorGroup, ...]
