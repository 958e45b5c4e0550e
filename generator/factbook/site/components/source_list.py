"""Pages: citation numbers by origin, and the list of a page's sources in which copies stand under their report.

A label is the number of the origin, in the order in which the page first uses it, and a letter where more
than one text of that origin is held: 1a and 1b are one report, and a reader sees it before reading a count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.components import citation as citations
from factbook.site.components import date_words as when
from factbook.site.components import text_and_links as parts
from factbook.site.views import parts as view
from factbook.site.views import placeholders as marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.content.model import Fact, Origin, Source
    from factbook.site.context import Desk


@frozen
class Numbering:
    """The labels of a page's sources, and where each is cited."""

    labels: Mapping[str, str]
    """By source."""
    origins: tuple[str, ...]
    """Ids in the order of their numbers."""
    uses: Mapping[str, tuple[str, ...]]
    """By source: the addresses of its citations."""

    @property
    def numbers(self) -> dict[str, str]:
        """By origin: its number."""
        return {origin: str(number) for number, origin in enumerate(self.origins, start=1)}


def numbering(desk: Desk, facts: Iterable[Fact]) -> Numbering:
    """Labels for the sources of `facts`, which are given in the order in which the page shows them."""
    order: dict[str, int] = {}
    labels: dict[str, str] = {}
    uses: dict[str, list[str]] = {}
    for fact in {fact.id: fact for fact in facts}.values():
        home = parts.home(desk, fact)
        for place, citation in enumerate(fact.citations, start=1):
            source = citation.source
            if source not in desk.corpus.sources:
                continue
            if source not in labels:
                origin = desk.corpus.origins[desk.corpus.origin_of[source]]
                position = order.setdefault(origin.id, len(order) + 1)
                labels[source] = f"{position}{_letter(origin, source)}"
                uses[source] = []
            uses[source].append(marks.citation(fact.id, place, home))
    return Numbering(labels, tuple(order), {source: tuple(found) for source, found in uses.items()})


def source_list(desk: Desk, heading: view.Heading, numbers: Numbering) -> view.SourceList | None:
    """The sources of a page, by origin in the order of their numbers."""
    if not numbers.origins:
        return None
    entries = tuple(_origin(desk, desk.corpus.origins[origin], numbers) for origin in numbers.origins)
    return view.SourceList(heading, entries)


def summary(desk: Desk, facts: Iterable[Fact]) -> str:
    """`5 sources of 4 origins`; empty when nothing is cited."""
    cited = {citation.source for fact in facts for citation in fact.citations}
    known = {desk.corpus.origin_of[source] for source in cited if source in desk.corpus.origin_of}
    if not cited:
        return ""
    sources = desk.wording.count("{n} source", "{n} sources", len(cited))
    origins = desk.wording.count("{n} origin", "{n} origins", len(known))
    return desk.wording.say("{sources} of {origins}", sources=sources, origins=origins)


def how(desk: Desk, source: Source) -> str:
    """One word on how a source comes from its origin."""
    say = desk.wording.say
    if source.made_from is None:
        return say("the report itself")
    words = {"translation": say("translation"), "excerpt": say("excerpt"), "summary": say("summary")}
    return words.get(source.made_from.how, say("copy"))


def who(desk: Desk, origin: Origin) -> str:
    """Whose report an origin is: the agency's, else the publisher's."""
    if origin.agency:
        return parts.actor_name(desk, desk.corpus.actor_by_name.get(origin.agency, origin.agency)).words
    return parts.publisher(desk, desk.corpus.sources[origin.root or origin.sources[0]]).words


def what(desk: Desk, origin: Origin) -> str:
    """`report, 16 Nov 2024. The agency's own page is not held.`"""
    say = desk.wording.say
    held = desk.corpus.sources.get(origin.root or "")
    if held is not None:
        words = say("editorial") if held.genre == "editorial" else say("own report")
        if held.published is None:
            return words
        return say("{who}, {date}", who=words, date=when.published_on(desk.wording, held.published))
    days = [desk.corpus.sources[source].published for source in origin.sources]
    first = min((moment.day for moment in days if moment), default=None)
    words = say("report")
    told = words if first is None else say("{who}, {date}", who=words, date=desk.wording.day(first))
    not_held = say("The agency’s own page is not held.")
    return f"{told}. {not_held}"


def _letter(origin: Origin, source: str) -> str:
    """A letter by the source's place among all texts of its origin; none when it is the only one."""
    return marks.letters(origin.sources.index(source)) if len(origin.sources) > 1 else ""


def _origin(desk: Desk, origin: Origin, numbers: Numbering) -> view.OriginEntry:
    """An origin with those of its sources that the page cites; made once for each such choice."""
    used = tuple(source for source in origin.sources if source in numbers.labels)
    key = " ".join((origin.id, *used))
    if key not in desk.origins:
        desk.origins[key] = _entries(desk, origin, key, [desk.corpus.sources[source] for source in used])
    return desk.origins[key]


def _entries(desk: Desk, origin: Origin, key: str, used: list[Source]) -> view.OriginEntry:
    return view.OriginEntry(
        key=key,
        number=marks.number(origin.id),
        who=who(desk, origin),
        what=what(desk, origin),
        sources=tuple(_entry(desk, source, used) for source in used if not _parent(source, used)),
    )


def _parent(source: Source, used: list[Source]) -> bool:
    made = source.made_from
    return made is not None and any(made.source == other.id for other in used)


def _entry(desk: Desk, source: Source, used: list[Source]) -> view.SourceEntry:
    copies = [other for other in used if other.made_from and other.made_from.source == source.id]
    return view.SourceEntry(
        card=_card(desk, source),
        anchor=marks.source_id(source.id),
        label=marks.label(source.id),
        copies=tuple(_entry(desk, copy, used) for copy in copies),
    )


def _card(desk: Desk, source: Source) -> view.SourceCard:
    """What every page says of a source."""
    if source.id not in desk.cards:
        desk.cards[source.id] = view.SourceCard(
            id=source.id,
            publisher=parts.source_link(desk, source),
            derivation=how(desk, source),
            headline=citations.headline(desk, source),
            published=when.published(desk.wording, source.published),
            language=desk.wording.language_name(source.language),
            original=source.url or source.archive_url or "",
        )
    return desk.cards[source.id]
