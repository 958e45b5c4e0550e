"""Pages: what one edition's pages are made from, and the parts of them that are already made."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from factbook.site.i18n import Wording, wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.config.settings import Settings
    from factbook.content import model
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence
    from factbook.site.components.citation import Shown
    from factbook.site.pages.series import view as series
    from factbook.site.pages.source.detail import Uses
    from factbook.site.views import parts
    from factbook.site.views.charts import SeriesChart


@dataclass(frozen=True)
class Desk:
    """The corpus in one language, with what is made once for all the pages on which it stands.

    This bundle stays inside the room: views hold none of it.
    """

    corpus: Corpus
    evidence: Evidence
    settings: Settings
    language: str
    made: dict[str, parts.Fact] = field(default_factory=dict, repr=False)
    """Facts of which a page needed the view, by id."""
    cards: dict[str, parts.SourceCard] = field(default_factory=dict, repr=False)
    """Sources as every page lists them, by id."""
    shown: dict[str, Shown] = field(default_factory=dict, repr=False)
    """What all citations of a source say of it, by id."""
    origins: dict[str, parts.OriginEntry] = field(default_factory=dict, repr=False)
    """Origins with those of their sources that a page lists, by both."""
    named: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """Actors concerned, by fact."""
    figures: dict[tuple[str, ...], series.Figure | None] = field(default_factory=dict, repr=False)
    """Charts, by the series in them."""
    charts: dict[tuple[str, ...], SeriesChart] = field(default_factory=dict, repr=False)
    """What is drawn, by its id and the series in it."""
    uses: dict[str, Uses] = field(default_factory=dict, repr=False)
    """How much of each source is used, by id."""
    periods: dict[str, tuple[model.Fact, ...]] = field(default_factory=dict, repr=False)
    """The facts of each page of the timeline, once they are divided."""

    @cached_property
    def wording(self) -> Wording:
        return wording(self.language)

    @property
    def first(self) -> str:
        """The site's first language, in which plain strings of the content are."""
        return self.settings.languages[0]

    @cached_property
    def current(self) -> tuple[model.Fact, ...]:
        """The facts that still stand: all but the retracted, by date."""
        return tuple(fact for fact in self.corpus.facts.values() if fact.retracted is None)

    def facts(self, ids: tuple[str, ...]) -> tuple[model.Fact, ...]:
        """The facts of `ids` that still stand, by date."""
        if not ids:
            return ()
        found = (self.corpus.facts[name] for name in ids if name in self.corpus.facts)
        return self.in_order(fact for fact in found if fact.retracted is None)

    def in_order(self, facts: Iterable[model.Fact]) -> tuple[model.Fact, ...]:
        """Facts by date, as they stand in the corpus."""
        places = self._places
        return tuple(sorted(facts, key=lambda fact: places[fact.id]))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.corpus.facts)}
