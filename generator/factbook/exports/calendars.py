"""Exports: what happened, as calendars (iCalendar, RFC 5545): of the site and of each topic.

An event takes the days that its date can mean, says the date in words, and carries it as it was typed (`X-EDTF`). One
that is about so dated, or expected, is tentative. A calendar has no place for *by* and *since*: such facts, which
begin or end on no known day, are left out.
"""

from __future__ import annotations

import uuid
from datetime import UTC, date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from factbook.exports.plain_text import plain
from factbook.exports.public_urls import prefix_of, public
from factbook.site import dates
from factbook.site.artifacts import Asset, Pieces
from factbook.site.i18n import wording
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.dates import Moment
    from factbook.content.model import Corpus, Fact, Words

FILE = "events.ics"
_OCTETS = 75
"""Of a line at most; a longer one goes on in the next, behind a space."""
_NEVER = "19700101T000000Z"
"""The form asks for the time of each entry; a fact without one gets this."""


class Calendars:
    """The calendars of one edition."""

    def __init__(self, corpus: Corpus, settings: Settings, language: str) -> None:
        self._corpus, self._language, self._first = corpus, language, settings.languages[0]
        self._name, self._prefix = settings.name, prefix_of(settings, language)
        self._addresses = public(settings, self._prefix)
        self._has_address = settings.url is not None
        self._events: dict[str, bytes] = {}

    def files(self) -> Iterator[Asset]:
        """The calendar of the site and of each topic; one of a renamed topic stands at the old address too."""
        corpus, name = self._corpus, self._words(self._name)
        yield self._file("", name, corpus.facts)
        for topic in corpus.topics.values():
            path, title = page_path("topic", topic.id), f"{self._words(topic.title)} – {name}"
            facts = corpus.facts_by_topic.get(topic.id, ())
            yield self._file(path, title, facts)
            yield from (self._file(old, title, facts) for old, new in corpus.redirects.items() if new == path)

    def _file(self, path: str, title: str, facts: Iterable[str]) -> Asset:
        return Asset(f"{self._prefix}{path}{FILE}", Pieces(partial(self._calendar, title, tuple(facts))))

    def _calendar(self, title: str, facts: Iterable[str]) -> Iterator[bytes]:
        yield _lines(
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", f"-//Factbook//{self._language.upper()}"),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
            ("NAME", _escaped(title)),
            ("X-WR-CALNAME", _escaped(title)),
        )
        for name in facts:
            fact = self._corpus.facts[name]
            if fact.retracted is None and name not in self._corpus.superseded_by and _has_days(fact):
                if name not in self._events:
                    self._events[name] = self._event(fact)
                yield self._events[name]
        yield _lines(("END", "VCALENDAR"))

    def _event(self, fact: Fact) -> bytes:
        when, address = fact.date, self._addresses.of("fact", fact.id)
        tentative = when.approximate or when.uncertain or when.text[:1] == "[" or fact.stance == "expects"
        statement, printed = self._words(fact.statement), dates.words(wording(self._language), when)
        topics = (self._corpus.topics[name].title for name in fact.topics if name in self._corpus.topics)
        changed = max((change.on for change in fact.revised), key=_stamp, default=fact.added)
        return _lines(
            ("BEGIN", "VEVENT"),
            ("UID", address if self._has_address else str(uuid.uuid5(uuid.NAMESPACE_URL, f"factbook:{address}"))),
            ("DTSTAMP", _stamp(changed) if changed else _NEVER),
            ("DTSTART;VALUE=DATE", _day(when.first)),
            ("DTEND;VALUE=DATE", _day(when.last + timedelta(days=1))),
            ("SUMMARY", _escaped(statement)),
            ("DESCRIPTION", _escaped(f"{printed}: {statement}")),
            ("CATEGORIES", ",".join(_escaped(self._words(title)) for title in topics)),
            ("STATUS", "TENTATIVE" if tentative else "CONFIRMED"),
            ("TRANSP", "TRANSPARENT"),
            ("X-EDTF", _escaped(when.text)),
            *([("URL", address)] if self._has_address else []),
            ("END", "VEVENT"),
        )

    def _words(self, words: Words) -> str:
        return plain(self._corpus, words, self._language, self._first)[0]


def _has_days(fact: Fact) -> bool:
    """Whether it is known from which day to which: a date that is open at a side has no place in a calendar."""
    return fact.date.first != date.min and fact.date.last != date.max


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _stamp(moment: Moment) -> str:
    """A time in UTC; a day, or a time without a zone, is taken as it stands there."""
    if moment.time is None:
        return f"{_day(moment.day)}T000000Z"
    time = moment.time.astimezone(UTC) if moment.time.tzinfo else moment.time
    return f"{_day(time.date())}T{time:%H%M%S}Z"


def _escaped(text: str) -> str:
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return " ".join(text.split())


def _lines(*properties: tuple[str, str]) -> bytes:
    return b"".join(_folded(f"{name}:{value}") for name, value in properties if value)


def _folded(line: str) -> bytes:
    """A line of content in pieces of at most 75 octets, none of which parts a character."""
    left, made = line.encode(), b""
    while len(left) > _OCTETS:
        end = _OCTETS
        while left[end] & 0b1100_0000 == 0b1000_0000:  # not the first octet of its character
            end -= 1
        made, left = made + left[:end] + b"\r\n", b" " + left[end:]
    return made + left + b"\r\n"
