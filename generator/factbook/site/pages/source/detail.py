"""Pages: one source: what it is, where it comes from, and every quote that is used of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site import frame as frames
from factbook.site.components import citation as citations
from factbook.site.components import date_words as when
from factbook.site.components import fact as facts
from factbook.site.components import source_list as origins
from factbook.site.components import text_and_links as parts
from factbook.site.pages.source import view
from factbook.site.views import placeholders as marks
from factbook.site.views.parts import Heading, Link, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Fact, Source
    from factbook.site.context import Desk


@frozen
class Uses:
    """How much of a source is used."""

    quotes: int
    facts: int


def page(desk: Desk, name: str) -> view.SourcePage:
    """The page of one source."""
    given = desk.corpus.sources[name]
    quotes, lineage = _quotes(desk, given), _lineage(desk, given)
    headline = citations.headline(desk, given)
    return view.SourcePage(
        frame=frames.frame(_about(desk, given), (lineage, quotes), updated=frames.latest(_facts(desk, name))),
        headline=headline,
        what=_what(desk, given),
        card=tuple(_card(desk, given)),
        note=parts.some_text(desk, given.note),
        lineage=lineage,
        quotes=quotes,
        none=desk.wording.say("No fact uses words of this source."),
    )


def uses(desk: Desk, name: str) -> Uses:
    """How many different quotes of a source are used, and in how many facts."""
    if name not in desk.uses:
        found = _facts(desk, name)
        quotes = {citation.quote for fact in found for citation in fact.citations if citation.source == name}
        desk.uses[name] = Uses(len(quotes), len(found))
    return desk.uses[name]


def used(desk: Desk, given: Source) -> str:
    """`12 quotes in 9 facts`"""
    found = uses(desk, given.id)
    quotes = desk.wording.count("{n} quote", "{n} quotes", found.quotes)
    return desk.wording.say(
        "{quotes} in {facts}", quotes=quotes, facts=desk.wording.count("{n} fact", "{n} facts", found.facts)
    )


def genre(desk: Desk, given: Source) -> str:
    """What kind of text it is."""
    say = desk.wording.say
    words = {
        "article": say("Article"),
        "press-release": say("Press release"),
        "report": say("Report"),
        "book": say("Book"),
        "law": say("Law"),
        "court-decision": say("Court decision"),
        "dataset": say("Dataset"),
        "transcript": say("Transcript"),
        "interview": say("Interview"),
        "editorial": say("Editorial: the publisher’s opinion"),
        "video": say("Video"),
        "audio": say("Audio recording"),
        "post": say("Post"),
        "page": say("Web page"),
    }
    return words.get(given.genre, given.genre)


def _facts(desk: Desk, name: str) -> tuple[Fact, ...]:
    return desk.facts(desk.corpus.facts_by_source.get(name, ()))


def _about(desk: Desk, given: Source) -> frames.About:
    say = desk.wording.say
    publisher = parts.publisher(desk, given)
    day = when.published(desk.wording, given.published)
    return frames.About(
        path=parts.source_path(given.id),
        kind="source",
        id=given.id,
        title=citations.headline(desk, given) or _untitled(desk, given),
        kicker=(
            parts.page_link(desk, say("Briefing"), ""),
            parts.page_link(desk, say("Sources"), "sources/"),
            Link(Text(say("Source"))),
        ),
        description=f"{publisher.words}, {day}: {used(desk, given)}.",
        section="sources",
        record=given.record,
    )


def _untitled(desk: Desk, given: Source) -> Text:
    """A title for a text without a headline: what it is, and whose."""
    made = citations.derivation(desk, given)
    if made:
        return Text(made[:1].upper() + made[1:])
    return Text(
        desk.wording.say("Text without a headline, {publisher}", publisher=parts.publisher(desk, given).words)
    )


def _what(desk: Desk, given: Source) -> str:
    """One sentence on whose words these are."""
    say = desk.wording.say
    made, publisher = citations.derivation(desk, given), parts.publisher(desk, given).words
    if not made:
        return say("{publisher}’s own text.", publisher=publisher) if given.publisher else say("A text of its own.")
    made = made[:1].upper() + made[1:]
    if given.publisher is None:
        return say("{derivation}; who published it is not stated.", derivation=made)
    return say("{derivation}, published by {publisher}.", derivation=made, publisher=publisher)


def _card(desk: Desk, given: Source) -> Iterator[view.Line]:
    say = desk.wording.say
    yield _named(desk, say("Publisher"), given.publisher or say("Publisher not stated"))
    if given.agency:
        yield _named(desk, say("Agency"), given.agency)
    if given.authors:
        yield view.Line(say("By"), desk.wording.listed(given.authors))
    yield view.Line(say("Published"), when.published(desk.wording, given.published))
    if given.accessed:
        yield view.Line(say("Read here on"), when.published(desk.wording, given.accessed))
    yield view.Line(say("Kind"), genre(desk, given))
    yield view.Line(say("Language"), desk.wording.language_name(given.language))
    yield from _addresses(desk, given)
    yield _held(desk, given)
    yield view.Line(say("Used for"), used(desk, given))


def _named(desk: Desk, label: str, name: str) -> view.Line:
    """A publisher or an agency, leading to its page where it is an actor too."""
    link = parts.actor_link(desk, desk.corpus.actor_by_name.get(name, name))
    return view.Line(label, link.text.words, link.href)


def _addresses(desk: Desk, given: Source) -> Iterator[view.Line]:
    say = desk.wording.say
    if given.url:
        yield view.Line(say("Address"), given.url, given.url)
    if given.archive_url:
        yield view.Line(say("Archived copy"), given.archive_url, given.archive_url)
    if not given.url and not given.archive_url:
        yield view.Line(say("Address"), say("No public address known"))


def _held(desk: Desk, given: Source) -> view.Line:
    """What the quotes were checked against."""
    say = desk.wording.say
    holding = desk.evidence.holdings.get(given.id)
    states = {
        "text": say("Against the text itself"),
        "fingerprint": say("Against the text’s fingerprint"),
        "nothing": say("Not checked: neither text nor fingerprint is held"),
    }
    state = states.get(holding.held if holding else "nothing", say("Not checked: what is held cannot be read"))
    recorded = holding is not None and holding.fingerprint and holding.sha256
    note = say("SHA-256 {start}…", start=holding.sha256[:12]) if holding and recorded else ""
    return view.Line(say("Quotes checked"), state, "", note)


def _lineage(desk: Desk, given: Source) -> view.Lineage | None:
    """The texts of the same report; none for a text that stands alone."""
    say = desk.wording.say
    origin = desk.corpus.origins[desk.corpus.origin_of[given.id]]
    held = tuple(desk.corpus.sources[name] for name in origin.sources)
    if len(held) == 1 and given.made_from is None:
        return None
    words = say("{who}: {what}", who=origins.who(desk, origin), what=origins.what(desk, origin))
    relatives = tuple(_relative(desk, other, given) for other in held)
    note = say("Texts of one report count as one origin, however many print it.")
    return view.Lineage(Heading("Lineage", say("Where it comes from"), note), words, relatives)


def _relative(desk: Desk, other: Source, given: Source) -> view.Relative:
    how, headline = origins.how(desk, other), citations.headline(desk, other)
    return view.Relative(parts.source_link(desk, other), how, headline, other.id == given.id)


def _quotes(desk: Desk, given: Source) -> view.Quotes | None:
    """Every quote once, in the order in which it stands in the text where that is known."""
    say = desk.wording.say
    found: dict[str, list[tuple[Fact, int]]] = {}
    for fact in _facts(desk, given.id):
        for number, citation in enumerate(fact.citations):
            if citation.source == given.id:
                found.setdefault(citation.quote, []).append((fact, number))
    if not found:
        return None
    heading = Heading("Quotes", say("Quotes used"), say("Each with the facts that it carries, by letter."))
    in_order = sorted(found.values(), key=lambda used: _line(desk, used[0]))
    return view.Quotes(heading, tuple(_quoted(desk, number, used) for number, used in enumerate(in_order, start=1)))


def _line(desk: Desk, use: tuple[Fact, int]) -> tuple[int, str, int]:
    fact, number = use
    finding = desk.evidence.findings.get((fact.id, number))
    return (finding.line if finding and finding.line else 1 << 30), fact.id, number


def _quoted(desk: Desk, number: int, used: list[tuple[Fact, int]]) -> view.Quoted:
    fact, place = used[0]
    return view.Quoted(
        id=f"quote--{number}",
        card=citations.one(desk, fact, place),
        uses=tuple(view.Use(marks.letters(letter), facts.brief(desk, fact)) for letter, (fact, _) in enumerate(used)),
    )
