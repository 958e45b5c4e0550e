"""Stage, its second half: one record's values into the frozen type of its kind; the shape has been checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factbook.content import dates
from factbook.content.model import (
    Actor,
    Alias,
    Briefing,
    Change,
    Citation,
    Computed,
    Derivation,
    Fact,
    Figure,
    Group,
    Judgement,
    Question,
    Role,
    Series,
    Side,
    Source,
    Topic,
)
from factbook.content.schema.formats import line_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.dates import Date, Moment
    from factbook.content.model import Record

Values = dict[str, Any]
"""A record's values: texts, lists and maps in the shape that the vocabulary gives."""
_NO_ROLES: dict[str, Any] = {}
"""One for the tens of thousands of facts that name none."""


def source(record: Record) -> Source:
    """The source that a record describes."""
    v = _values(record)
    return Source(
        id=record.id,
        title=v.get("title"),
        publisher=v.get("publisher"),
        agency=v.get("agency"),
        authors=tuple(v.get("authors", ())),
        published=dates.read_publication(v["published"]) if "published" in v else None,
        accessed=_moment(v.get("accessed")),
        language=v["language"],
        url=v.get("url"),
        archive_url=v.get("archive_url"),
        file=v.get("file"),
        parts=line_ranges(v["lines"]) if "lines" in v else (),
        genre=v.get("genre", "article"),
        derived_from=tuple(_derivations(v)),
        note=v.get("note"),
        redirect_from=tuple(v.get("redirect_from", ())),
        draft=_draft(v),
        record=record,
    )


def actor(record: Record) -> Actor:
    """The actor that a record describes."""
    v = _values(record)
    return Actor(
        id=record.id,
        name=v["name"],
        short=v.get("short"),
        kind=v["kind"],
        aliases=tuple(_alias(alias) for alias in v.get("aliases", ())),
        part_of=v.get("part_of"),
        roles=tuple(_role(role) for role in v.get("roles", ())),
        speaks_for=tuple(v.get("speaks_for", ())),
        side=v.get("side"),
        also=tuple(v.get("also", ())),
        country=v.get("country"),
        same_as=tuple(v.get("same_as", ())),
        summary=v.get("summary"),
        redirect_from=tuple(v.get("redirect_from", ())),
        draft=_draft(v),
        record=record,
    )


def topic(record: Record) -> Topic:
    """The topic that a record describes."""
    v = _values(record)
    return Topic(
        id=record.id,
        title=v["title"],
        also=tuple(v.get("also", ())),
        summary=v.get("summary"),
        judgements=tuple(_judgement(judgement) for judgement in v.get("judgements", ())),
        unknowns=tuple(v.get("unknowns", ())),
        related=tuple(v.get("related", ())),
        review_by=_moment(v.get("review_by")),
        redirect_from=tuple(v.get("redirect_from", ())),
        draft=_draft(v),
        record=record,
    )


def series(record: Record) -> Series:
    """The series that a record describes."""
    v = _values(record)
    return Series(
        id=record.id,
        title=v["title"],
        unit=v.get("unit"),
        unit_words={language: tuple(words) for language, words in v.get("unit_words", {}).items()},
        scope=v.get("scope"),
        description=v.get("description"),
        group=v.get("group"),
        redirect_from=tuple(v.get("redirect_from", ())),
        draft=_draft(v),
        record=record,
    )


def fact(record: Record) -> Fact:
    """The fact that a record describes; its dates are read here."""
    v = _values(record)
    participants = v.get("actors", ())
    return Fact(
        id=record.id,
        statement=v["statement"],
        date=dates.read(v["date"]),
        topics=tuple(v["topics"]),
        actors=tuple([p if isinstance(p, str) else p["actor"] for p in participants]),
        actor_roles={p["actor"]: p["role"] for p in participants if "role" in p and isinstance(p, dict)} or _NO_ROLES,
        asserted_by=tuple(v.get("asserted_by", ())),
        via=tuple(v.get("via", ())),
        asserted_on=_date(v.get("asserted_on")),
        stance=v.get("stance", "asserts"),
        figure=_figure(v["figure"]) if "figure" in v else None,
        citations=tuple(_citation(citation) for citation in v["citations"]),
        computed=tuple(Computed(c["value"], c["from"]) for c in v.get("computed", ())),
        caveat=v.get("caveat"),
        rank=v.get("rank", "normal"),
        rank_reason=v.get("rank_reason"),
        contradicts=tuple(v.get("contradicts", ())),
        supersedes=tuple(v.get("supersedes", ())),
        added=_moment(v.get("added")),
        revised=tuple(_change(change) for change in v.get("revised", ())),
        retracted=_change(v["retracted"]) if "retracted" in v else None,
        redirect_from=tuple(v.get("redirect_from", ())),
        draft=_draft(v),
        record=record,
    )


def briefing(record: Record | None) -> Briefing:
    """The home page's own words; empty ones when there is no record."""
    v = _values(record) if record else {}
    return Briefing(
        title=v.get("title"),
        summary=v.get("summary"),
        numbers=tuple(v.get("numbers", ())),
        sides=tuple(Side(side["id"], side["title"]) for side in v.get("sides", ())),
        groups=tuple(Group(group["title"], tuple(group["topics"])) for group in v.get("groups", ())),
        questions=tuple(_question(question) for question in v.get("questions", ())),
        record=record,
    )


def _values(record: Record) -> Values:
    assert isinstance(record.tree.value, dict)
    return record.tree.value


def _alias(value: str | dict[str, str]) -> Alias:
    if isinstance(value, str):
        return Alias(value, None)
    language, text = next(iter(value.items()))
    return Alias(text, language)


def _role(v: Values) -> Role:
    return Role(v["title"], v.get("of"), _date(v.get("from")), _date(v.get("until")))


def _derivations(v: Values) -> Iterator[Derivation]:
    """What a source was made from; an agency with another publisher says that it is a copy of its report."""
    if "derived_from" in v:
        yield from (Derivation(**derived) for derived in v["derived_from"])
    elif "agency" in v and "publisher" in v and v["agency"] != v["publisher"]:
        yield Derivation("syndication", agency=v["agency"])


def _judgement(v: Values) -> Judgement:
    return Judgement(
        v.get("id"), v["text"], v.get("likelihood"), v.get("confidence"), v.get("because"), tuple(v["based_on"])
    )


def _question(v: Values) -> Question:
    topic, _, name = v.get("judgement", "").partition("/")
    return Question(v["title"], tuple(v["facts"]), (topic, name) if name else None, v.get("note"))


def _draft(v: Values) -> bool:
    return v.get("draft") == "true"


def _citation(v: Values) -> Citation:
    return Citation(
        source=v["source"],
        quote=v["quote"],
        prefix=v.get("prefix"),
        suffix=v.get("suffix"),
        at=v.get("at"),
        translation=v.get("translation"),
        note=v.get("note"),
    )


def _figure(v: Values) -> Figure:
    """One value, or a range; an end that is missing is the other end (the check on figures speaks of it)."""
    low = v.get("value") or v.get("low") or v.get("high") or "0"
    high = v.get("value") or v.get("high") or low
    return Figure(v["series"], low, high, v.get("modifier", "exactly"), _date(v.get("as_of")))


def _change(v: Values) -> Change:
    return Change(dates.read_moment(v["on"]), v["note"], v.get("was"))


def _date(text: str | None) -> Date | None:
    return dates.read(text) if text else None


def _moment(text: str | None) -> Moment | None:
    return dates.read_moment(text) if text else None
