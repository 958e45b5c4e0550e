"""Exports: what changed, of the site and of each topic, for those who follow it: as Atom and as JSON Feed.

Everything in a feed is made from the facts' own dates, so a rebuilt site never shows old news as new, and an
entry keeps its id for as long as its fact has one.
"""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from factbook.content.model import in_language
from factbook.content.model.history import history
from factbook.exports.feed_formats import Feed, FeedEntry, atom, json_feed
from factbook.exports.plain_text import plain
from factbook.exports.public_urls import prefix_of, public
from factbook.site.artifacts import Asset
from factbook.site.i18n import wording
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.dates import Moment
    from factbook.content.model import Corpus, Words
    from factbook.content.model.history import Event

MOST = 100
"""Entries that a feed holds; a reader that comes often enough misses none."""
_FORMATS: dict[str, Callable[[Feed, str], bytes]] = {"feed.xml": atom, "feed.json": json_feed}


class Feeds:
    """The feeds of one edition: that of the site, and of each topic."""

    def __init__(self, corpus: Corpus, settings: Settings, language: str) -> None:
        self._corpus, self._settings, self._language = corpus, settings, language
        self._addresses = public(settings, prefix_of(settings, language))
        self._history = history(corpus)
        self._places: dict[str, list[int]] = {}
        for place, event in enumerate(self._history):
            self._places.setdefault(event.fact, []).append(place)
        self._entries: dict[int, FeedEntry] = {}
        """Those that are written already: an event stands in the feeds of the site and of each of its topics."""

    def files(self) -> Iterator[Asset]:
        """Each feed in each form that is wanted. Whoever follows a topic that was renamed finds its feed at the old
        address too."""
        prefix = prefix_of(self._settings, self._language)
        parts = dict(self._parts())
        moved = {old: parts[new] for old, new in self._corpus.redirects.items() if new in parts}
        for file, write in _FORMATS.items():
            if file in dict(self._settings.feeds):
                for path, feed in {"": self._site, **parts, **moved}.items():
                    yield Asset(f"{prefix}{path}{file}", partial(_written, feed, write, file))

    def _parts(self) -> Iterator[tuple[str, Callable[[], Feed]]]:
        """Path of each topic's page, and what makes its feed."""
        corpus = self._corpus
        for topic in corpus.topics.values():
            ids = corpus.facts_by_topic.get(topic.id, ())
            yield page_path("topic", topic.id), partial(self._part, page_path("topic", topic.id), topic.title, ids)

    def _site(self) -> Feed:
        """The feed of everything."""
        name = self._words(self._settings.name)
        return self._feed("", name, range(min(MOST, len(self._history))))

    def _part(self, path: str, title: Words, facts: Iterable[str]) -> Feed:
        """The feed of the page at `path`."""
        places = sorted(place for fact in facts for place in self._places.get(fact, ()))[:MOST]
        return self._feed(path, f"{self._words(title)} – {self._words(self._settings.name)}", places)

    def _feed(self, path: str, title: str, places: Iterable[int]) -> Feed:
        return Feed(
            language=self._language,
            id=self._id(path),
            title=title,
            author=self._words(self._settings.name),
            licence=", ".join(self._settings.licence or ()),
            folder=self._addresses.file(path) if self._settings.url else None,
            entries=tuple(map(self._entry, places)),
        )

    def _entry(self, place: int) -> FeedEntry:
        if place not in self._entries:
            self._entries[place] = self._told(self._history[place])
        return self._entries[place]

    def _told(self, event: Event) -> FeedEntry:
        says = wording(self._language)
        statement = self._plain(self._corpus.facts[event.fact].statement)
        words = {
            "added": says.say("Added"),
            "corrected": says.say("Corrected"),
            "superseded": says.say("Superseded"),
            "retracted": says.say("Retracted"),
        }
        address = page_path("fact", event.fact)
        return FeedEntry(
            id=self._id(f"{address}#{event.key}"),
            title=f"{words[event.what]}: {statement}",
            page=self._addresses.file(address) if self._settings.url else f"./{address}",
            on=_time(event.on),
            kind=event.what,
            content="\n\n".join(self._content(event, statement)),
        )

    def _content(self, event: Event, statement: str) -> Iterator[str]:
        say = wording(self._language).say
        if event.change is not None:
            yield self._plain(event.change.note)
            if event.change.was is not None:
                yield f"{say('Before')}: {self._plain(event.change.was)}"
                yield f"{say('Now')}: {statement}"
                return
        yield statement
        if event.by:
            yield f"{say('by')}: {self._plain(self._corpus.facts[event.by].statement)}"

    def _id(self, path: str) -> str:
        """The permanent address; without a public one, a name that follows from it alone."""
        if self._settings.url:
            return self._addresses.file(path)
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'factbook:{self._language}:{path}')}"

    def _plain(self, words: Words) -> str:
        return plain(self._corpus, words, self._language, self._settings.languages[0])[0]

    def _words(self, words: str | Mapping[str, str]) -> str:
        known = words if isinstance(words, str) else dict(words)
        return in_language(known, self._language, self._settings.languages[0])[0]


def _written(feed: Callable[[], Feed], write: Callable[[Feed, str], bytes], file: str) -> bytes:
    return write(feed(), file)


def _time(moment: Moment) -> str:
    """A time as RFC 3339 has it; a day is its midnight in UTC, since no more is known."""
    if moment.time is None:
        return f"{moment.day.isoformat()}T00:00:00Z"
    time = moment.time.isoformat(timespec="seconds")
    return time if moment.time.tzinfo else f"{time}Z"
