"""Markdown: each kind of page from its view, section by section as the page itself shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.markdown import sections
from factbook.exports.markdown import syntax as pieces
from factbook.exports.markdown.escape import escaped, heading_text
from factbook.exports.markdown.fact_lines import FORMS, Briefs, cited
from factbook.exports.markdown.facts_and_sources import Evidence
from factbook.exports.markdown.fill_placeholders import fill
from factbook.exports.markdown.syntax import blocks, bold, items, linked, row_of
from factbook.runtime.spill_store import Told
from factbook.site.artifacts import Shared
from factbook.site.pages.actor.view import ActorsView, ActorView
from factbook.site.pages.changes.view import Changes
from factbook.site.pages.disputed.view import Disputed
from factbook.site.pages.home.view import HomeView
from factbook.site.pages.relations.view import Relations
from factbook.site.pages.search.view import Search
from factbook.site.pages.series.view import Numbers, Series
from factbook.site.pages.source.view import SourcePage, Sources
from factbook.site.pages.timeline.view import Timeline
from factbook.site.pages.topic.view import TopicsView, TopicView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factbook.site.i18n import Wording
    from factbook.site.pages.changes import view as changes
    from factbook.site.pages.disputed import view as disputed
    from factbook.site.pages.home import view as home
    from factbook.site.pages.source import view as sources
    from factbook.site.views.page import PageView
    from factbook.site.views.parts import Fact, Link, Text


def is_listed(kind: str) -> bool:
    """Whether maps of the pages name those of this kind: all but the search, which is nothing without its script."""
    return kind != "search"


class Pages:
    """Writes the pages of one edition."""

    def __init__(self, wording: Wording, permanent: Callable[[str], str]) -> None:
        """`permanent` gives the public address of a fact's id, or nothing."""
        self._say = wording.say
        self._told = Told("fact", *FORMS)
        self._evidence = Evidence(wording, permanent, self._told)
        self._briefs = Briefs(self._told)

    def shared(self, view: Callable[[str], Fact]) -> Shared:
        """The texts of facts; `view` gives a fact by its id."""

        def make(name: str) -> list[str]:
            fact = view(name)
            return [self._evidence.text(fact), *self._briefs.texts(fact), *self._evidence.quotes(fact)]

        return Shared(make, self._told.learn)

    def page(self, view: PageView) -> str:
        """The whole page."""
        body = self._body(view)
        kicker = row_of(map(pieces.link, view.frame.kicker))
        return fill(blocks((f"# {heading_text(view.frame.title)}", kicker, *body)) + "\n", view.frame)

    def _body(self, view: PageView) -> Iterable[str]:
        match view:
            case HomeView():
                return self._home(view)
            case TopicView():
                return self._topic(view)
            case TopicsView():
                return self._topics(view)
            case ActorView():
                return self._actor(view)
            case ActorsView():
                return self._actors(view)
            case Numbers():
                return self._numbers(view)
            case Series():
                return self._series(view)
            case Timeline():
                return self._timeline(view)
            case Disputed():
                return self._disputed(view)
            case SourcePage():
                return self._source(view)
            case Sources():
                return self._sources(view)
            case Relations():
                return self._relations(view)
            case Changes():
                return self._changes(view)
            case Search():
                return (pieces.heading(view.otherwise), items(map(pieces.link, view.ways)))
        raise AssertionError(f"no Markdown for pages of the kind {view.frame.kind}")

    def _home(self, view: HomeView) -> Iterator[str]:
        yield from self._lead(view.bottom_line, view.meta)
        if view.numbers:
            yield pieces.heading(view.numbers.heading)
            yield items(map(_key_number, view.numbers.numbers))
            yield _more(view.numbers.more)
        if view.disputed:
            yield pieces.heading(view.disputed.heading)
            for dispute in view.disputed.disputes:
                yield _dispute(dispute)
            yield _more(view.disputed.more)
        yield from self._evidence.facts(view.latest)
        if view.behind:
            yield f"### {escaped(self._say('Words behind the other numbers on this page'))}"
            yield from (self._evidence.card(citation) for fact in view.behind for citation in fact.citations)
        yield pieces.heading(view.ways.heading)
        for group in view.ways.groups:
            yield f"### {escaped(group.title)}"
            yield items(map(pieces.link, group.links))

    def _topic(self, view: TopicView) -> Iterator[str]:
        yield from self._lead(view.bottom_line, view.meta)
        yield sections.judgements(view.judgements, self._say)
        if view.numbers:
            yield pieces.heading(view.numbers.heading)
            yield from (sections.figure(figure, self._say) for figure in view.numbers.figures)
        yield sections.positions(view.positions, self._briefs)
        yield sections.timeline(view.timeline, self._briefs)
        yield from self._evidence.facts(view.facts)
        yield from self._evidence.facts(view.retracted)
        if view.unknowns:
            yield pieces.heading(view.unknowns.heading)
            yield items(map(pieces.text, view.unknowns.unknowns))
        yield from self._evidence.sources(view.sources)
        if view.related:
            yield pieces.heading(view.related.heading)
            yield items(map(pieces.link, view.related.links))

    def _topics(self, view: TopicsView) -> Iterator[str]:
        yield escaped(view.frame.description)
        for row in view.topics:
            yield f"## {pieces.title(row.link.text, row.link.href)}"
            yield pieces.text(row.summary)
            disputed = bold(escaped(row.disputed)) if row.disputed else ""
            yield row_of((escaped(row.facts), escaped(row.sources), escaped(row.latest), disputed))

    def _actor(self, view: ActorView) -> Iterator[str]:
        yield pieces.text(view.bottom_line)
        yield items(f"{bold(escaped(row.label))}: {'; '.join(map(pieces.link, row.values))}" for row in view.card)
        yield from self._evidence.facts(view.says)
        yield from self._evidence.facts(view.said_of)
        yield sections.related(view.related, self._briefs, self._say)
        yield sections.timeline(view.timeline, self._briefs)
        yield from self._evidence.facts(view.retracted)
        yield from self._evidence.sources(view.sources)

    def _actors(self, view: ActorsView) -> Iterator[str]:
        say = self._say
        head = [
            escaped(w) for w in (say("Name"), say("Country"), say("Says"), say("Is named in"), say("Latest fact"))
        ]
        yield f"{escaped(view.frame.description)} {pieces.link(view.relations)}"
        for group in view.groups:
            yield pieces.heading(group.heading)
            rows = (
                (pieces.link(row.link), *map(escaped, (row.country, row.says, row.named, row.latest)))
                for row in group.rows
            )
            yield pieces.table(head, rows)

    def _numbers(self, view: Numbers) -> Iterator[str]:
        yield escaped(view.lead)
        for entry in view.entries:
            yield pieces.heading(entry.heading)
            yield sections.figure(entry.figure, self._say)
            yield sections.counted(entry.counted)
        if view.further:
            yield f"## {escaped(self._say('Further series'))}"
            yield items(map(pieces.link, view.further))

    def _series(self, view: Series) -> Iterator[str]:
        yield pieces.text(view.scope)
        yield pieces.text(view.description)
        yield row_of(map(escaped, view.meta))
        if view.chart:
            yield pieces.heading(view.chart.heading)
            yield sections.figure(view.chart.figure, self._say)
            if view.chart.beside:
                yield f"### {escaped(self._say('Drawn beside it, and not to be compared with it'))}"
                yield sections.counted(view.chart.beside)
        yield from self._evidence.facts(view.facts)
        yield from self._evidence.sources(view.sources)

    def _timeline(self, view: Timeline) -> Iterator[str]:
        yield escaped(view.lead)
        yield row_of(map(pieces.link, view.pages))
        yield escaped(view.total)
        for year in view.years:
            yield pieces.heading(year.heading)
            for month in year.months:
                yield f"### {pieces.anchor(month.id)}{escaped(month.title)}"
                yield items(
                    self._briefs.dated(entry.brief)
                    + (f" · {bold(escaped(entry.stance_word))}" if entry.stance_word else "")
                    for entry in month.entries
                )

    def _disputed(self, view: Disputed) -> Iterator[str]:
        yield escaped(view.lead)
        for kind in view.kinds:
            yield pieces.heading(kind.heading)
            yield from map(self._case, kind.cases)
            yield escaped(kind.none) if not kind.cases else ""
            yield escaped(kind.more)
        yield from self._evidence.facts(view.facts)
        yield from self._evidence.sources(view.sources)

    def _case(self, case: disputed.Case) -> str:
        title = f"### {pieces.title(case.title, case.href)}" if case.title else ""
        chart = escaped(case.chart.description) if case.chart else ""
        return blocks((title, items(map(self._side, case.sides)), chart, escaped(case.more), pieces.runs(case.note)))

    def _side(self, side: disputed.Side) -> str:
        brief = side.brief
        told = (pieces.when(brief.when), escaped(side.stance), bold(escaped(side.figure)) if side.figure else "")
        return row_of((bold(escaped(brief.speaker)), *told, cited(brief)))

    def _sources(self, view: Sources) -> Iterator[str]:
        yield escaped(view.lead)
        yield row_of((*map(escaped, view.meta), *map(pieces.link, view.ways)))
        for group in view.groups:
            yield pieces.heading(group.heading)
            for family in group.families:
                yield row_of((f"{bold(escaped(family.who))} {escaped(family.what)}", escaped(family.together)))
                yield "\n".join(line for row in family.rows for line in self._row(row, 0))
            yield escaped(group.more)

    def _row(self, row: sources.Row, depth: int) -> Iterator[str]:
        words = f": “{escaped(row.words.words)}”" if row.words else ""
        headline = f"*{pieces.text(row.headline)}*" if row.headline else escaped(self._say("No headline")) + words
        there = linked(escaped(self._say("Open the source")), row.original) if row.original else ""
        told = (escaped(row.genre), headline, *map(escaped, (row.published, row.language, row.used)), there)
        head = f"{pieces.anchor(row.id)}{bold(pieces.link(row.source))} {escaped(row.how)}".rstrip()
        yield f"{'    ' * depth}- {row_of((head, *told))}"
        for copy in row.copies:
            yield from self._row(copy, depth + 1)

    def _source(self, view: SourcePage) -> Iterator[str]:
        yield escaped(view.what)
        yield pieces.text(view.note)
        yield items(map(_line, view.card))
        if view.lineage:
            yield pieces.heading(view.lineage.heading)
            yield escaped(view.lineage.words)
            yield items(
                row_of((bold(pieces.link(one.source)), escaped(one.how), pieces.text(one.headline)))
                for one in view.lineage.relatives
            )
        if view.quotes is None:
            yield escaped(view.none)
            return
        yield pieces.heading(view.quotes.heading)
        yield from map(self._quoted, view.quotes.quotes)

    def _quoted(self, quoted: sources.Quoted) -> str:
        uses = items(self._briefs.used(use.brief) for use in quoted.uses)
        return blocks((self._evidence.quoted(quoted.card, quoted.id), uses))

    def _relations(self, view: Relations) -> Iterator[str]:
        yield escaped(view.lead)
        if view.drawn:
            yield pieces.heading(view.drawn.heading)
            yield f"{bold(escaped(view.drawn.headline))} {escaped(view.drawn.chart.description)}"
        if view.pairs is None:
            yield escaped(view.none)
            return
        yield pieces.heading(view.pairs.heading)
        yield sections.pairs(view.pairs.often, self._briefs, self._say)
        yield escaped(view.pairs.once_words) if view.pairs.once else ""
        yield sections.pairs(view.pairs.once, self._briefs, self._say)

    def _changes(self, view: Changes) -> Iterator[str]:
        yield escaped(view.lead)
        yield row_of((*map(escaped, view.counts), *map(pieces.link, view.ways)))
        for month in view.months:
            yield pieces.heading(month.heading)
            for day in month.days:
                yield f"### {escaped(day.words)}"
                more = f"{escaped(day.more)}: {', '.join(map(pieces.link, day.topics))}" if day.more else ""
                yield items((*map(self._change, day.entries), more))
        yield "" if view.months else escaped(view.none)

    def _change(self, entry: changes.Entry) -> str:
        was = f"{escaped(self._say('Before'))}: {pieces.text(entry.was)}" if entry.was else ""
        now = f"{escaped(self._say('Now'))}: {pieces.unlinked(entry.now)}" if entry.now else ""
        place = pieces.anchor(entry.id) if entry.id else ""
        head = f"{place}{bold(escaped(entry.word))} {linked(pieces.unlinked(entry.words), entry.href)}"
        return row_of((head, pieces.runs(entry.note), was, now))

    def _lead(self, bottom_line: Text | None, meta: Iterable[Link]) -> Iterator[str]:
        if bottom_line:
            yield f"{bold(escaped(self._say('Bottom line')))} {pieces.text(bottom_line)}"
        yield row_of(map(pieces.link, meta))


def _line(line: sources.Line) -> str:
    words = linked(escaped(line.words), line.href) if line.href else escaped(line.words)
    return f"{bold(escaped(line.label))}: {words}" + (f" ({escaped(line.note)})" if line.note else "")


def _key_number(number: home.KeyNumber) -> str:
    value = bold(linked(escaped(number.value), number.href))
    what = f"{pieces.text(number.what)}{pieces.cites(number.cites)}"
    return f"{escaped(number.modifier)} {value} {what} · {escaped(number.who)}"


def _dispute(dispute: home.DisputeView) -> str:
    sides = (
        f"{escaped(side.who)}: {pieces.statement(side.words)}{pieces.cites(side.cites)}" for side in dispute.sides
    )
    return blocks(
        (
            f"### {pieces.title(dispute.title, dispute.href)}",
            escaped(dispute.sum.description) if dispute.sum else "",
            items(sides),
            pieces.text(dispute.note),
        )
    )


def _more(found: Link | None) -> str:
    return pieces.link(found) if found else ""
