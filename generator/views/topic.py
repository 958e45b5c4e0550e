"""Ground: the page of a topic, and the list of topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views.page import PageView

if TYPE_CHECKING:
    from generator.views.parts import Brief, FactList, Heading, Link, SourceList, Text, Timeline
    from generator.views.series import Figure


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class JudgementView:
    """The editors' own view; likelihood and confidence stand apart (ICD 203)."""

    text: Text
    likelihood: Step | None
    confidence: Step | None
    based_on: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """The editors' own view, with the words that it is measured in."""

    heading: Heading
    judgements: tuple[JudgementView, ...]
    likelihoods: tuple[Step, ...]
    """The whole scale, for readers who want it."""
    confidences: tuple[tuple[str, str], ...]
    """Each word with what it means."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The charts of the topic's series."""

    heading: Heading
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one party says, latest first."""

    who: tuple[Link, ...]
    """Several who say it together are one position."""
    briefs: tuple[Brief, ...]
    more: tuple[Brief, ...]
    """Older ones, folded away."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """One column: who asserts, denies, declines to confirm, expects, or says nothing."""

    kind: str
    title: str
    positions: tuple[Position, ...]
    nobody: str
    """What to say when nobody does: an empty column is a finding too."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Who asserts, denies, declines to confirm and expects: every stance, empty ones too."""

    heading: Heading
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class Unknowns:
    """What the sources held do not answer."""

    heading: Heading
    unknowns: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RelatedTopics:
    """Other questions that belong to this one."""

    heading: Heading
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in the list."""

    link: Link
    summary: Text | None
    facts: str
    sources: str
    latest: str
    disputed: str
    """"2 disputed"; empty when nothing is."""


@dataclass(frozen=True, slots=True)
class TopicsView(PageView):
    """The page of all topics."""

    topics: tuple[TopicRow, ...]
