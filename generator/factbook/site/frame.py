"""Pages: what every page tells about itself: address, titles, sections, search entries, date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from factbook.site.artifacts import SearchEntry
from factbook.site.components import fact as made
from factbook.site.views.page import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from factbook.content.model import Fact, Record
    from factbook.site.components.source_list import Numbering
    from factbook.site.views.parts import FactList, Heading, Link, Text


class Section(Protocol):
    """Any part of a page under a heading of its own."""

    @property
    def heading(self) -> Heading: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a page's builder says of the page; the rest of its frame follows from the sections."""

    path: str
    kind: str
    id: str = ""
    title: Text
    short_title: str = ""
    kicker: tuple[Link, ...]
    description: str
    also: str = ""
    """Further words by which search finds the page: other spellings of a name."""
    section: str | None
    in_navigation: bool = False
    hide: frozenset[str] = frozenset({"navigation"})
    record: Record | None = None


def frame(
    about: About,
    sections: Iterable[Section | None],
    *,
    shown: Iterable[Fact] = (),
    numbers: Numbering | None = None,
    evidence: Iterable[str] = (),
    updated: date | None = None,
) -> Frame:
    """The page's frame.

    `sections` are the page's section views in order, None for one that it does without; their headings make
    the table of contents.
    `shown` are the facts that stand on the page in full. `numbers` gives the labels. `evidence` names further facts
    whose quotes stand on the page.
    """
    shown = tuple(shown)
    return Frame(
        path=about.path,
        kind=about.kind,
        id=about.id,
        title=about.title.words,
        short_title=about.short_title or about.title.words,
        title_language=about.title.language,
        kicker=about.kicker,
        description=about.description,
        section=about.section,
        in_navigation=about.in_navigation,
        hide=about.hide,
        headings=tuple(section.heading for section in sections if section),
        facts=frozenset(fact.id for fact in shown),
        evidence=frozenset(evidence),
        labels=numbers.labels if numbers else {},
        origins=numbers.numbers if numbers else {},
        uses=numbers.uses if numbers else {},
        edit_path=made.edit_path(about.record) if about.record else None,
        updated=updated or latest(shown),
        search=(_page_entry(about),),
    )


def latest(facts: Iterable[Fact]) -> date | None:
    """The last day on which something was added to or changed in the facts; never the clock's."""
    days = [moment.on.day for fact in facts for moment in (*fact.revised, *filter(None, (fact.retracted,)))]
    days.extend(fact.added.day for fact in facts if fact.added)
    return max(days, default=None)


def shown_in(lists: Iterable[FactList | None]) -> tuple[str, ...]:
    """Ids of the facts in some sections, in order."""
    return tuple(fact.id for found in lists if found for fact in found.facts)


def _page_entry(about: About) -> SearchEntry:
    return SearchEntry(about.path, about.title.words, " · ".join(filter(None, (about.description, about.also))))
