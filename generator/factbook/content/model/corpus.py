"""Ground: all that the content says, resolved, with its relations; a fact names its actors, the corpus its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.content.dates import Moment
    from factbook.content.model.entities import Actor, Briefing, Fact, Series, Source, Topic


@frozen
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


@frozen
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
                names[self.speaker_of(source)] = None
        return tuple(names)

    def speaker_of(self, source: Source) -> str:
        """Whose voice a report is: the agency's when it is a copy, else the publisher's; id or plain name."""
        origin = self.origins[self.origin_of[source.id]]
        root = self.sources[origin.root or origin.sources[0]]
        name = origin.agency or root.agency or root.publisher or root.id
        return self.actor_by_name.get(name, name)

    def newest_source(self, facts: Iterable[Fact]) -> Moment | None:
        """When the newest of their sources was published, or read where that is not known."""
        cited = {citation.source: None for fact in facts for citation in fact.citations}
        sources = (self.sources[name] for name in cited if name in self.sources)
        moments = (source.published or source.accessed for source in sources)
        return max((moment for moment in moments if moment), key=lambda moment: moment.span()[1], default=None)

    def counts(self, fact: Fact) -> Counts:
        """The three counts of evidence rule 4."""
        sources = {citation.source for citation in fact.citations}
        origins = {self.origin_of[source] for source in sources if source in self.origin_of}
        return Counts(len(sources), len(origins), len(self.asserters(fact)))


@frozen
class Counts:
    """How much stands behind a fact."""

    sources: int
    origins: int
    asserters: int

    @property
    def corroborated(self) -> bool:
        """Whether independent reports and independent speakers agree: never for one origin or one asserter."""
        return self.origins > 1 and self.asserters > 1
