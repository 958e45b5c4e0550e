"""Ground: what the content says, as records (still names) and as the corpus (resolved, with its relations).

A `Record` is one thing as it was typed, shaped by the vocabulary, with the place of every word. Linking
turns records into the frozen types below and into a `Corpus`, which alone holds the relations: a fact names
its actors, the corpus answers which facts an actor has.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.dates import Date, Moment
    from generator.diagnostics import Span
    from generator.marked_yaml import Step, Tree

Kind = Literal["source", "actor", "topic", "series", "fact", "briefing"]
Words = str | dict[str, str]
"""A text that readers see: in the site's first language, or one per language (BCP 47)."""


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


@dataclass(frozen=True, slots=True)
class Record:
    """One thing as it was typed: its kind, its id, its values in the vocabulary's shape, their places."""

    kind: Kind
    id: str
    tree: Tree
    sound: bool = True
    """Whether it has the vocabulary's shape; a misshapen one is only good for being referred to."""

    def span(self, *way: Step) -> Span:
        return self.tree.span(*way)


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a source was made from."""

    how: str
    """syndication | translation | excerpt | summary"""
    source: str | None = None
    agency: str | None = None
    report: str | None = None
    """Name of the agency's own report, so that two reprints of it share an origin."""


@dataclass(frozen=True, slots=True)
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
    lines: tuple[int, int] | None
    """First and last line, from 1, of the file's part that is this document; None: the whole file."""
    genre: str
    """report | editorial | statement | analysis"""
    derived_from: Derivation | None
    note: Words | None
    redirect_from: tuple[str, ...]
    record: Record = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """An office that an actor holds or held."""

    title: Words
    of: str | None
    """Id of the actor in which the role is held."""
    since: Date | None
    until: Date | None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another spelling of an actor's name, and the language it is in where that is known."""

    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts or speaks."""

    id: str
    name: Words
    kind: str
    """person | state | organisation | armed-force | media | group"""
    aliases: tuple[Alias, ...]
    part_of: str | None
    roles: tuple[Role, ...]
    country: str | None
    same_as: tuple[str, ...]
    summary: Words | None
    redirect_from: tuple[str, ...]
    record: Record = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The editors' own view, kept apart from what others claim."""

    text: Words
    likelihood: str | None
    confidence: str | None
    why: Words | None
    based_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that readers come with."""

    id: str
    title: Words
    summary: Words | None
    judgements: tuple[Judgement, ...]
    unknowns: tuple[Words, ...]
    related: tuple[str, ...]
    redirect_from: tuple[str, ...]
    record: Record = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Series:
    """A number on which several people put a value."""

    id: str
    title: Words
    unit: Words | None
    scope: Words | None
    description: Words | None
    group: str | None
    redirect_from: tuple[str, ...]
    record: Record = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a source that carry a fact."""

    source: str
    quote: str
    prefix: str | None
    suffix: str | None
    translation: Words | None
    note: Words | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a series; `low` and `high` are equal unless the source gives a range."""

    series: str
    low: str
    high: str
    modifier: str
    """exactly | about | up-to | at-least | more-than"""
    as_of: Date | None


@dataclass(frozen=True, slots=True)
class Computed:
    """A number that the editors worked out, with its working."""

    value: str
    working: str


@dataclass(frozen=True, slots=True)
class Change:
    """A dated note: a revision, or the retraction."""

    on: Moment
    note: Words


@dataclass(frozen=True, slots=True)
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
    record: Record = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Facts that the home page sets side by side under one question."""

    title: Words
    facts: tuple[str, ...]
    note: Words | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """The home page's own words."""

    title: Words | None
    summary: Words | None
    numbers: tuple[str, ...]
    disputed: tuple[Dispute, ...]
    record: Record | None = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Origin:
    """The one report from which a source and its copies come."""

    id: str
    """The first source's id, or `agency/report`."""
    agency: str | None
    """The agency whose report it is, when the report itself is not held."""
    root: str | None
    """The source that is the report itself, when it is held."""
    sources: tuple[str, ...]
    """Sources that come from it, the report itself first, copies after what they were made from."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that the content says, resolved, with every relation in both directions."""

    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    topics: Mapping[str, Topic]
    series: Mapping[str, Series]
    facts: Mapping[str, Fact]
    """In the order of their dates."""
    briefing: Briefing
    facts_by_actor: Mapping[str, tuple[str, ...]]
    """Facts that an actor says, carries or is named in."""
    facts_said_by: Mapping[str, tuple[str, ...]]
    facts_by_topic: Mapping[str, tuple[str, ...]]
    facts_by_source: Mapping[str, tuple[str, ...]]
    facts_by_series: Mapping[str, tuple[str, ...]]
    contradictions: Mapping[str, tuple[str, ...]]
    """For each fact the facts that it contradicts or that contradict it."""
    superseded_by: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[str, ...]]
    """For each actor the actors that are part of it."""
    origins: Mapping[str, Origin]
    origin_of: Mapping[str, str]
    """For each source the id of its origin."""
    actor_by_name: Mapping[str, str]
    """Names and aliases, for publishers and agencies that are actors too."""
    redirects: Mapping[str, str]
    """Old page path to new page path, both relative to the site's root, with a slash at the end."""

    def asserters(self, fact: Fact) -> tuple[str, ...]:
        """Who stands behind a fact: the named actors, else each report's own publisher or agency.

        Gives actor ids where they are known, else plain names.
        """
        if fact.asserted_by:
            return fact.asserted_by
        names: dict[str, None] = {}
        for citation in fact.citations:
            if (source := self.sources.get(citation.source)) is not None:
                names[self.voice(source)] = None
        return tuple(names)

    def voice(self, source: Source) -> str:
        """Whose voice a report is: the agency's when it is a copy, else the publisher's; id or plain name."""
        origin = self.origins[self.origin_of[source.id]]
        root = self.sources[origin.root or origin.sources[0]]
        name = origin.agency or root.agency or root.publisher or root.id
        return self.actor_by_name.get(name, name)

    def counts(self, fact: Fact) -> Counts:
        """The three counts of evidence rule 4."""
        sources = {citation.source for citation in fact.citations}
        origins = {self.origin_of[source] for source in sources if source in self.origin_of}
        return Counts(len(sources), len(origins), len(self.asserters(fact)))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much stands behind a fact."""

    sources: int
    origins: int
    asserters: int

    @property
    def corroborated(self) -> bool:
        """Whether independent reports and independent speakers agree: never for one origin or one asserter."""
        return self.origins > 1 and self.asserters > 1


Standing = Literal["found", "confirmed", "unverifiable", "missing", "ambiguous", "refuted", "unread"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the texts say of one citation's quote."""

    standing: Standing
    """found in the text; confirmed by the fingerprint; unverifiable (too short for the fingerprint); missing,
    ambiguous or refuted: an error; unread: nothing is held, or it cannot be used."""
    line: int | None = None
    """Line of the source's file where the quote starts."""
    column: int | None = None
    """Character in that line, from 1; not known from a fingerprint."""
    offset: int | None = None
    """Where it starts in `Evidence.texts` of its source, in characters."""
    before: str = ""
    """The words of the sentence before the quote, for checks that read the context."""
    after: str = ""
    reason: str = ""
    """Why it is unverifiable or refuted."""
    places: tuple[int, ...] = ()
    """Lines on which an ambiguous quote stands."""
    closest: str = ""
    """The passage most like a missing quote."""
    closest_line: int | None = None
    elsewhere: int | None = None
    """Line of the file where a missing quote stands, outside the source's own lines."""


Held = Literal["text", "fingerprint", "nothing", "unreadable", "damaged", "differs"]


@dataclass(frozen=True, slots=True)
class Holding:
    """What is held of one source's file."""

    held: Held
    """text: at hand, and the same as its fingerprint, if there is one; fingerprint: that alone; nothing: neither;
    unreadable: a text that is not one; damaged: a fingerprint that cannot be trusted; differs: the two disagree."""
    sha256: str = ""
    fingerprint: bool = False
    """Whether a fingerprint is recorded."""
    line_count: int | None = None
    """Lines of the text, when it is at hand."""
    reason: str = ""
    place: Span | None = None
    """Where the fault stands, in the text's or fingerprint's own file."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Every citation looked up in its source's text or fingerprint."""

    findings: Mapping[tuple[str, int], Finding]
    """By fact id and the citation's number from 0."""
    holdings: Mapping[str, Holding]
    """By source id."""
    texts: Mapping[str, str]
    """For sources whose text is at hand: the document's own lines, for checks that read it."""
    likenesses: tuple[Likeness, ...] = ()
    """Pairs of documents that share much of their wording."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two documents that share much of their wording."""

    one: str
    other: str
    share: float
    """Part of the shorter one's wording that stands in the other, from 0 to 1."""
    passage: str
    """The longest passage that both hold, cut short."""
