"""Ground: the page of a topic, and the list of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.pages.series.view import Figure
    from factbook.site.views.parts import Brief, FactList, Heading, Link, SourceList, Text, Timeline


@frozen
class Step:
    """A word on a scale."""

    word: str
    place: int
    """From 0."""
    steps: int
    """Length of the scale."""
    fills: bool
    """Whether the steps below are filled too: confidence is an amount, likelihood a place."""
    range: str
    """"80–95%"; empty for confidence."""
    why: Text | None


@frozen
class JudgementView:
    """The editors' own view; likelihood and confidence stand apart (ICD 203)."""

    text: Text
    likelihood: Step | None
    confidence: Step | None
    based_on: tuple[Link, ...]


@frozen
class Judgements:
    """The editors' own view, with the words that it is measured in."""

    heading: Heading
    judgements: tuple[JudgementView, ...]
    likelihoods: tuple[Step, ...]
    """The whole scale, for readers who want it."""
    confidences: tuple[tuple[str, str], ...]
    """Each word with what it means."""


@frozen
class Figures:
    """The charts of the topic's series."""

    heading: Heading
    figures: tuple[Figure, ...]


@frozen
class Position:
    """What one party says, latest first."""

    who: tuple[Link, ...]
    """Several who say it together are one position."""
    briefs: tuple[Brief, ...]
    more: tuple[Brief, ...]
    """Older ones, folded away."""
    note: str = ""


@frozen
class Stance:
    """One column: who asserts, denies, declines to confirm, expects, or says nothing."""

    kind: str
    title: str
    positions: tuple[Position, ...]
    nobody: str
    """What to say when nobody does: an empty column is a finding too."""


@frozen
class Positions:
    """Who asserts, denies, declines to confirm and expects: every stance, empty ones too."""

    heading: Heading
    stances: tuple[Stance, ...]


@frozen
class Unknowns:
    """What the sources held do not answer."""

    heading: Heading
    unknowns: tuple[Text, ...]


@frozen
class RelatedTopics:
    """Other questions that belong to this one."""

    heading: Heading
    links: tuple[Link, ...]


@frozen
class TopicView(PageView):
    """The page of one topic: the bottom line, judgements, numbers, positions, facts, sources."""

    bottom_line: Text | None
    meta: tuple[Link, ...]
    judgements: Judgements | None
    numbers: Figures | None
    positions: Positions | None
    timeline: Timeline | None
    facts: FactList | None
    retracted: FactList | None
    unknowns: Unknowns | None
    sources: SourceList | None
    related: RelatedTopics | None


@frozen
class TopicRow:
    """A topic in the list."""

    link: Link
    summary: Text | None
    facts: str
    sources: str
    latest: str
    disputed: str
    """"2 disputed"; empty when nothing is."""


@frozen
class TopicsView(PageView):
    """The page of all topics."""

    topics: tuple[TopicRow, ...]
