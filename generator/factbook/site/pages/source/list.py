"""Pages: all sources by origin: every text beside the texts that come from the same report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site import frame as frames
from factbook.site.components import citation as citations
from factbook.site.components import date_words as when
from factbook.site.components import source_list as origins
from factbook.site.components import text_and_links as parts
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.source import detail as source
from factbook.site.pages.source import view
from factbook.site.views.parts import Heading, Text

if TYPE_CHECKING:
    from factbook.content.model import Origin, Source
    from factbook.site.context import Desk
    from factbook.site.views.parts import Link


_FAMILIES = 500
"""Origins that one page can hold and still open on a phone."""


def sources(desk: Desk, _: str) -> view.Sources:
    """The page of all sources, the reports with most texts and quotes first."""
    say = desk.wording.say
    groups = tuple(found for found in (_used(desk), _unused(desk)) if found.families)
    cited = tuple(fact for fact in desk.current if fact.citations)
    about = frames.About(
        path="sources/",
        kind="sources",
        title=Text(say("Sources")),
        kicker=(parts.page_link(desk, say("Briefing"), ""),),
        description=say("Every source of this briefing by origin, with copies and translations under their report."),
        section="sources",
        in_navigation=True,
        hide=frozenset({"navigation", "toc"}),
    )
    return view.Sources(
        frame=frames.frame(about, groups, updated=frames.latest(cited)),
        meta=_meta(desk),
        ways=_ways(desk),
        lead=say(
            "Copies, translations and excerpts stand under the report that they come from, and count as one origin. "
            "Only short quotes are shown; the texts themselves belong to their publishers."
        ),
        groups=groups,
    )


KINDS = (
    PageKind("sources", alone, sources, "sources/", "sources", listed="Sources"),
    PageKind("source", lambda desk: desk.corpus.sources, source.page, "sources/", "sources"),
)


def _meta(desk: Desk) -> tuple[str, ...]:
    corpus, count = desk.corpus, desk.wording.count
    quotes = sum(len(fact.citations) for fact in desk.current)
    return (
        count("{n} source", "{n} sources", len(corpus.sources)),
        count("{n} origin", "{n} origins", len(corpus.origins)),
        count("{n} quote", "{n} quotes", quotes),
    )


def _ways(desk: Desk) -> tuple[Link, ...]:
    root = "" if desk.language == desk.first else "../"
    return tuple(
        parts.page_link(desk, desk.wording.say("All sources as {format}", format=name), f"{root}data/{file}")
        for name, file in (("BibTeX", "sources.bib"), ("CSL-JSON", "sources.csl.json"))
    )


def _used(desk: Desk) -> view.Families:
    used = [origin for origin in _in_order(desk) if _quotes(desk, origin)]
    return _families(desk, Heading("By-origin", desk.wording.say("By origin")), used)


def _unused(desk: Desk) -> view.Families:
    say = desk.wording.say
    unused = [origin for origin in _in_order(desk) if not _quotes(desk, origin)]
    return _families(desk, Heading("Unused", say("Held, but not cited"), say("No fact uses words of these.")), unused)


def _families(desk: Desk, heading: Heading, found: list[Origin]) -> view.Families:
    """As many origins as a page can hold, and a word on the others."""
    beyond = max(0, len(found) - _FAMILIES)
    more = desk.wording.count(
        "{n} more origin is reached from the facts that cite it.",
        "{n} more origins are reached from the facts that cite them.",
        beyond,
    )
    return view.Families(
        heading, tuple(_family(desk, origin) for origin in found[:_FAMILIES]), more if beyond else ""
    )


def _in_order(desk: Desk) -> list[Origin]:
    return sorted(desk.corpus.origins.values(), key=lambda origin: (-_quotes(desk, origin), origin.id))


def _quotes(desk: Desk, origin: Origin) -> int:
    return sum(source.uses(desk, name).quotes for name in origin.sources)


def _family(desk: Desk, origin: Origin) -> view.Family:
    held = [desk.corpus.sources[name] for name in origin.sources]
    names = {one.id for one in held}
    tops = [one for one in held if not (one.made_from and one.made_from.source in names)]
    together = desk.wording.count("{n} text", "{n} texts", len(held)) if len(held) > 1 else ""
    return view.Family(
        who=origins.who(desk, origin),
        what=origins.what(desk, origin),
        together=desk.wording.say("{texts}, one origin", texts=together) if together else "",
        rows=tuple(_row(desk, one, held) for one in tops),
    )


def _row(desk: Desk, one: Source, held: list[Source]) -> view.Row:
    copies = [other for other in held if other.made_from and other.made_from.source == one.id]
    return view.Row(
        id=one.id,
        source=parts.source_link(desk, one),
        how=origins.how(desk, one),
        genre=source.genre(desk, one) if one.genre != "article" else "",
        headline=citations.headline(desk, one),
        words=None if one.title else _words(desk, one),
        published=when.published(desk.wording, one.published),
        language=desk.wording.language_name(one.language),
        used=source.used(desk, one),
        original=one.url or one.archive_url or "",
        copies=tuple(_row(desk, copy, held) for copy in copies),
    )


def _words(desk: Desk, one: Source) -> Text | None:
    """The first quote of a source."""
    for fact in desk.facts(desk.corpus.facts_by_source.get(one.id, ())):
        for citation in fact.citations:
            if citation.source == one.id:
                return parts.quoted(desk, citation.quote, one.language)
    return None
