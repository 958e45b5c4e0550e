"""Ground: the page of all dated facts, by year and month, with what they can be filtered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.views.parts import Brief, Heading, Link


@frozen
class Entry:
    """A fact on the line."""

    brief: Brief
    precision: str
    """Of its date, as `When.precision`."""
    faint: bool
    stance: str
    """asserts | denies | declines-to-confirm | expects"""
    stance_word: str
    """"Denied", "Announced"; empty for what is simply told."""
    topics: tuple[str, ...]
    """Ids, for the filter."""
    actors: tuple[str, ...]
    """Ids, for the filter."""


@frozen
class Month:
    """The facts of a month; of a year or an unknown start, for those that name no month."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@frozen
class Year:
    """A year on the line."""

    heading: Heading
    months: tuple[Month, ...]


@frozen
class Choice:
    """One value of a filter."""

    value: str
    """What stands in the address."""
    words: str
    count: int


@frozen
class Filter:
    """One question by which the line is narrowed."""

    name: str
    """The parameter's name in the address: topic | actor | kind."""
    label: str
    every: str
    """The choice that narrows nothing."""
    choices: tuple[Choice, ...]


@frozen
class Timeline(PageView):
    """The page of everything dated."""

    lead: str
    pages: tuple[Link, ...]
    """Ways to the other pages of a line that is too long for one."""
    legend: tuple[tuple[str, str], ...]
    """Kinds of precision that are there, with their words."""
    filters: tuple[Filter, ...]
    shown: str
    """How many facts there are, in words, with `{n}` and `{all}` for the filter to fill."""
    none: str
    """What stands there when the filters leave nothing."""
    total: str
    """"125 facts"."""
    years: tuple[Year, ...]
