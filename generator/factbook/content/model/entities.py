"""Ground: the things that the content speaks of, as they were written down, in frozen types."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.content.dates import Date, Moment
    from factbook.content.yaml import Step, Tree
    from factbook.diagnostics.types import Span

Kind = Literal["source", "actor", "topic", "series", "fact", "briefing"]
Words = str | dict[str, str]
"""A text that readers see: in the site's first language, or one per language (BCP 47)."""


LINK = re.compile(r"\[\[([^\[\]|]{1,200})(?:\|([^\[\]]{1,400}))?\]\]")
"""`[[id]]` or `[[id|words]]` in such a text: a link to an actor or a topic."""


MARK = re.compile(r"\[\^([^\[\]\s]{1,200})\]")
"""`[^fact-id]` in a text about facts: the chips of that fact's citations."""


def in_language(words: Words, language: str, first: str) -> tuple[str, str]:
    """The text in `language`, else in the site's `first` language, else in any; and the language it is in."""
    if isinstance(words, str):
        return words, first
    for wanted in (language, first):
        if wanted in words:
            return words[wanted], wanted
    found = next(iter(words))
    return words[found], found


def variants(words: Words | None, first: str) -> tuple[tuple[str, str], ...]:
    """Every language variant of a text as (language, text)."""
    if words is None:
        return ()
    return ((first, words),) if isinstance(words, str) else tuple(words.items())


@frozen
class Record:
    """One thing as it was typed: its kind, its id, its values in the vocabulary's shape, their places."""

    kind: Kind
    id: str
    tree: Tree
    is_valid: bool = True
    """Whether it has the vocabulary's shape; a misshapen one is only good for being referred to."""

    def span(self, *way: Step) -> Span:
        return self.tree.span(*way)


@frozen
class Derivation:
    """What a source was made from."""

    how: str
    """syndication | translation | excerpt | summary"""
    source: str | None = None
    agency: str | None = None
    report: str | None = None
    """Name of a report that is not held, so that two reprints of it share an origin."""


@frozen
class Source:
    """A document that somebody published."""

    id: str
    title: Words | None
    publisher: str | None
    agency: str | None
    authors: tuple[str, ...]
    published: Moment | None
    accessed: Moment | None
    language: str
    url: str | None
    archive_url: str | None
    file: str | None
    """Name of the text in the snapshots folder."""
    parts: tuple[tuple[int, int], ...]
    """First and last line, from 1, of each part of the file that is this document; empty: the whole file."""
    genre: str
    """article | press-release | report | book | law | … (see the schema)"""
    derived_from: tuple[Derivation, ...]
    """What it was made from; an agency with another publisher is one of them without being typed twice."""
    note: Words | None
    redirect_from: tuple[str, ...]
    draft: bool
    record: Record = field(repr=False, compare=False)

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line of all parts; None: the whole file."""
        return (self.parts[0][0], self.parts[-1][1]) if self.parts else None

    @property
    def made_from(self) -> Derivation | None:
        """The first of what it was made from."""
        return self.derived_from[0] if self.derived_from else None


@frozen
class Role:
    """An office that an actor holds or held."""

    title: Words
    of: str | None
    """Id of the actor in which the role is held."""
    since: Date | None
    until: Date | None


@frozen
class Alias:
    """Another spelling of an actor's name, and the language it is in where that is known."""

    text: str
    language: str | None


@frozen
class Actor:
    """Somebody or something that acts or speaks."""

    id: str
    name: Words
    short: Words | None
    """The name where there is little room."""
    kind: str
    """person | state | organisation | company | party | court | armed-force | media | group | place | thing"""
    aliases: tuple[Alias, ...]
    part_of: str | None
    roles: tuple[Role, ...]
    speaks_for: tuple[str, ...]
    """Ids of the actors whose words its words are."""
    side: str | None
    """Id of a side that the briefing declares."""
    also: tuple[str, ...]
    """Further words by which readers search."""
    country: str | None
    same_as: tuple[str, ...]
    summary: Words | None
    redirect_from: tuple[str, ...]
    draft: bool
    record: Record = field(repr=False, compare=False)

    @property
    def all_names(self) -> tuple[str, ...]:
        """What it is called in each language, and its other spellings."""
        return (*(text for _, text in variants(self.name, "")), *(alias.text for alias in self.aliases))


@frozen
class Judgement:
    """The editors' own view, kept apart from what others claim."""

    id: str | None
    text: Words
    likelihood: str | None
    confidence: str | None
    because: Words | None
    based_on: tuple[str, ...]


@frozen
class Topic:
    """A question that readers come with."""

    id: str
    title: Words
    also: tuple[str, ...]
    """Further words by which readers search."""
    summary: Words | None
    judgements: tuple[Judgement, ...]
    unknowns: tuple[Words, ...]
    related: tuple[str, ...]
    review_by: Moment | None
    redirect_from: tuple[str, ...]
    draft: bool
    record: Record = field(repr=False, compare=False)


@frozen
class Series:
    """A number on which several people put a value."""

    id: str
    title: Words
    unit: Words | None
    unit_words: Mapping[str, tuple[str, ...]]
    """What a statement may call what is counted, by language; empty where nothing is asked of it."""
    scope: Words | None
    description: Words | None
    group: str | None
    redirect_from: tuple[str, ...]
    draft: bool
    record: Record = field(repr=False, compare=False)


@frozen
class Citation:
    """Words of a source that carry a fact."""

    source: str
    quote: str
    prefix: str | None
    suffix: str | None
    at: str | None
    """Where in the document: a page, a section, a time."""
    translation: Words | None
    note: Words | None


@frozen
class Figure:
    """A value in a series; `low` and `high` are equal unless the source gives a range."""

    series: str
    low: str
    high: str
    modifier: str
    """exactly | about | almost | just-over | up-to | at-least | more-than | less-than"""
    as_of: Date | None


@frozen
class Computed:
    """A number that the editors worked out, with its working."""

    value: str
    working: str


@frozen
class Change:
    """A dated note: a revision, or the retraction."""

    on: Moment
    note: Words
    was: Words | None = None
    """The words that stood there before, where a revision gives them."""


@frozen
class Fact:
    """One thing that somebody said or reported."""

    id: str
    statement: Words
    date: Date
    topics: tuple[str, ...]
    actors: tuple[str, ...]
    actor_roles: Mapping[str, Words]
    """What an actor does in this fact, where said."""
    asserted_by: tuple[str, ...]
    """Who says so; empty: the publisher's own voice."""
    via: tuple[str, ...]
    """Through whom the words reached the source."""
    asserted_on: Date | None
    stance: str
    """asserts | denies | declines-to-confirm | expects"""
    figure: Figure | None
    citations: tuple[Citation, ...]
    computed: tuple[Computed, ...]
    caveat: Words | None
    rank: str
    """preferred | normal | deprecated"""
    rank_reason: Words | None
    contradicts: tuple[str, ...]
    supersedes: tuple[str, ...]
    added: Moment | None
    revised: tuple[Change, ...]
    retracted: Change | None
    redirect_from: tuple[str, ...]
    draft: bool
    record: Record = field(repr=False, compare=False)


@frozen
class Side:
    """One of the sides among which those who speak are sorted."""

    id: str
    title: Words


@frozen
class Group:
    """Topics that stand together under one heading."""

    title: Words
    topics: tuple[str, ...]


@frozen
class Question:
    """What readers come to ask, with the facts that answer it."""

    title: Words
    facts: tuple[str, ...]
    judgement: tuple[str, str] | None
    """Ids of a topic and of a judgement in it."""
    note: Words | None


@frozen
class Briefing:
    """The home page's own words."""

    title: Words | None
    summary: Words | None
    numbers: tuple[str, ...]
    sides: tuple[Side, ...]
    """In the order in which they are shown."""
    groups: tuple[Group, ...]
    questions: tuple[Question, ...]
    record: Record | None = field(repr=False, compare=False)
