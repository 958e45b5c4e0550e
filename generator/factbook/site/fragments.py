"""Site: the finished pieces of one edition, from which every page of it is joined."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from factbook.config.settings import is_spoken
from factbook.content.model import in_language
from factbook.site import chips, quotes, uses
from factbook.site.charts.series_chart import SeriesChart, made_chart
from factbook.site.charts.values import Value, values
from factbook.site.fact_text import FactText, fact_text
from factbook.site.reports import Report, reports
from factbook.site.speakers import Spoken, acting, spoken
from factbook.site.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.content.model.entities import Words
    from factbook.evidence.model import Evidence
    from factbook.site.i18n import Wording
    from factbook.site.page import Page


class Fragments:
    """What is made once for all pages of an edition. A page type's builder reads it, and hands its functions the two
    or three things that each needs."""

    def __init__(
        self, corpus: Corpus, evidence: Evidence, settings: Settings, language: str, *, marking: bool = True
    ) -> None:
        """`marking`: words that stay English in another language are marked, for HTML."""
        self._settings, self._marking = settings, marking
        first = settings.languages[0]
        self.corpus, self.evidence = corpus, evidence
        self.language, self.first = language, first
        self.name = in_language(settings.name, language, first)[0]
        """Of the site."""
        self.scale = settings.scale
        """Whose words judgements say how likely something is in."""
        prefix = "" if language == first else f"{language}/"
        self.address = f"{settings.url}{prefix}" if settings.url else None
        """The public address of the edition's root, where there is one."""
        self.texts = Texts(corpus, language, first, marking=marking)
        self.words: Wording = self.texts.words
        self.reports: dict[str, Report] = reports(corpus, self.texts)
        self.feeds = settings.feeds
        """File and type of each form in which readers can subscribe to it."""
        self.articles: tuple[Page, ...] = ()
        """The hand-written pages, once they are read."""
        self._facts: dict[str, FactText] = {}
        self._values: dict[str, tuple[Value, ...]] = {}
        self._charts: dict[str, SeriesChart] = {}

    def fact(self, name: str) -> FactText:
        """The texts of a fact."""
        if name not in self._facts:
            self._facts[name] = fact_text(self.corpus, self.texts, self.reports, self.corpus.facts[name])
        return self._facts[name]

    def values(self, series: str) -> tuple[Value, ...]:
        """The figures of a series, oldest first."""
        if series not in self._values:
            self._values[series] = values(self, series)
        return self._values[series]

    def chart(self, series: str) -> SeriesChart:
        """The chart of a series."""
        if series not in self._charts:
            self._charts[series] = made_chart(self, series)
        return self._charts[series]

    @cached_property
    def unmarked(self) -> Fragments:
        """The same for Markdown, pictures and data, where no words can be marked as English."""
        if not self._marking or is_spoken(self.language):
            return self
        plain = Fragments(self.corpus, self.evidence, self._settings, self.language, marking=False)
        plain.articles = self.articles
        return plain

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each fact that still stands in the order of dates."""
        current = (fact.id for fact in self.corpus.facts.values() if fact.retracted is None)
        return {name: place for place, name in enumerate(current)}

    @cached_property
    def topic_orders(self) -> dict[str, tuple[tuple[str, ...], dict[str, int]]]:
        """For each topic its facts by date, and the place of each."""
        orders = {}
        for topic, ids in self.corpus.facts_by_topic.items():
            order = tuple(fact.id for fact in self.standing(ids))
            orders[topic] = order, {name: place for place, name in enumerate(order)}
        return orders

    @cached_property
    def spoken(self) -> Spoken:
        """Whose words the facts are."""
        return spoken(self.corpus, self.standing(self.corpus.facts))

    @cached_property
    def acting(self) -> dict[str, dict[str, None]]:
        """For each actor the facts that tell what it does."""
        return acting(self.corpus, self.standing(self.corpus.facts))

    @cached_property
    def actors_of(self) -> dict[str, tuple[str, ...]]:
        """For each fact the actors who speak in it, take part or are linked."""
        found: dict[str, list[str]] = {}
        for actor, facts in self.corpus.facts_by_actor.items():
            for name in facts:
                found.setdefault(name, []).append(actor)
        return {name: tuple(actors) for name, actors in found.items()}

    @cached_property
    def published(self) -> Counter[str]:
        """How many sources each actor has published."""
        publishers = (source.publisher or "" for source in self.corpus.sources.values())
        return Counter(self.corpus.actor_by_name[name] for name in publishers if name in self.corpus.actor_by_name)

    @cached_property
    def judgements_on(self) -> dict[str, list[str]]:
        """For each fact, links to the judgements that rest on it."""
        return uses.judgements_on(self.corpus, self.texts)

    @cached_property
    def cited_at_home(self) -> frozenset[str]:
        """Facts that the home page cites."""
        return uses.cited_at_home(self.corpus, self.texts)

    def standing(self, ids: Iterable[str]) -> tuple[Fact, ...]:
        """The facts that still stand, by date."""
        places = self.places
        return tuple(
            self.corpus.facts[name] for name in sorted((n for n in ids if n in places), key=places.__getitem__)
        )

    def newest_event(self, facts: Iterable[Fact]) -> str:
        """When the last of `facts`, which are by date, happened: what is only expected is no event yet."""
        happened = [fact.id for fact in facts if fact.stance != "expects"]
        return self.fact(happened[-1]).when if happened else ""

    def chips(self, ids: Iterable[str]) -> str:
        """The chips of one or several facts, one for each report behind them."""
        facts = [self.corpus.facts[name] for name in ids if name in self.corpus.facts]
        return chips.group(chips.mentions(self.corpus, self.reports, facts), self.words)

    def prose(self, words: Words | None) -> str:
        """A text of the editors as HTML, with the chips that its marks ask for."""
        return self.texts.html(words, cite=self.chips)

    def quotes(self, fact: Fact) -> str:
        """The words behind a fact, by report, as they stand on its own page."""
        return quotes.quotes(self.corpus, self.evidence, self.texts, self.reports, fact)

    def quotes_markdown(self, fact: Fact) -> str:
        """The same in Markdown."""
        return quotes.quotes_markdown(self.corpus, self.texts, fact)
