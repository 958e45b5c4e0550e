"""Search: the entries of an edition: what is found, by which words, and how it is shown. All kinds are one list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factbook.content.model.entities import variants
from factbook.runtime.frozen import frozen
from factbook.site.figures import with_unit
from factbook.site.html import escape, link
from factbook.site.reports import source_name
from factbook.site.urls import ROOT, fact_path, page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.content.model import Actor, Fact, Series
    from factbook.content.model.entities import Words
    from factbook.site.artifacts import Edition
    from factbook.site.fragments import Fragments

KINDS = ("fact", "series", "topic", "actor", "source", "page")
"""In this order entries are numbered."""
_CLAIMS = 4
"""So many figures of a series are its answer."""
_LONG = 220


@frozen
class Entry:
    """One hit."""

    kind: str
    html: str
    """`<li>`, as it stands in the list; the way to the root is that from the page of the search."""
    title: str
    """The words that tell most of it: the statement of a fact, the name of a page."""
    text: str
    """What else it is found by."""
    answer: str = ""
    """Of a series: its figures as claims."""
    figure: bool = False
    """Whether it gives a figure."""


def entries(edition: Edition) -> Iterator[Entry]:
    """All entries, by kind: facts by the day of the event, the latest first."""
    made = edition.made
    names = _Names(made)
    yield from (_fact(made, fact, names) for fact in reversed(made.standing(made.corpus.facts)))
    yield from (_series(made, one, names) for name, one in made.corpus.series.items() if made.values(name))
    yield from _topics(made)
    yield from (_actor(made, actor, names) for actor in made.corpus.actors.values())
    yield from _sources(made)
    for page in edition.articles:
        for one in page.search:
            note = _short(one.text)
            yield Entry(
                "page", _item(made.words.say("Page"), one.address, escape(one.title), note), one.title, one.text
            )


class _Names:
    """Every name of an actor, in all languages, with the further words by which readers search; made once."""

    def __init__(self, made: Fragments) -> None:
        self._made = made
        self.of = lru_cache(maxsize=None)(self._of)

    def _of(self, name: str) -> str:
        actor = self._made.corpus.actors.get(name)
        return " ".join(_names(actor, self._made.first)) if actor else name

    def all(self, ids: Iterable[str]) -> str:
        return " ".join(dict.fromkeys(map(self.of, ids)))


def _fact(made: Fragments, fact: Fact, names: _Names) -> Entry:
    text = made.fact(fact.id)
    about = (*made.corpus.asserters(fact), *fact.actors, *_linked(fact.statement), *fact.via)
    quotes = " ".join(citation.quote for citation in fact.citations)
    also = " ".join(
        word for name in fact.topics if name in made.corpus.topics for word in made.corpus.topics[name].also
    )
    row = text.row.replace(f' id="{fact.id}"', "", 1)
    return Entry(
        "fact",
        row.replace(ROOT, "../"),
        text.plain,
        f"{names.all(about)} \n {quotes} \n {also} \n {text.when}",
        figure=fact.figure is not None,
    )


_LINKED = re.compile(r"\[\[([^\]|]+)")


def _linked(words: Words) -> list[str]:
    return [name.strip() for _, text in variants(words, "") for name in _LINKED.findall(text)]


def _series(made: Fragments, series: Series, names: _Names) -> Entry:
    found = made.values(series.id)
    count = made.words.count("{n} figure", "{n} figures", len(found))
    note = made.words.say("{figures}, newest {date}", figures=count, date=made.fact(found[-1].fact.id).when)
    title = made.texts.plain(series.title)
    speakers = names.all(name for value in found for name in made.corpus.asserters(value.fact))
    text = f"{made.texts.plain(series.scope)} \n {made.texts.plain(series.unit)} \n {speakers}"
    path = page_path("series", series.id)
    html = _item(made.words.say("Number"), path, escape(title), note)
    return Entry("series", html, title, text, _answer(made, series), figure=True)


def _answer(made: Fragments, series: Series) -> str:
    """The newest figures of a series, those that still stand first."""
    newest = made.values(series.id)[::-1]
    found = sorted(newest, key=lambda value: value.past)
    claims = "".join(_claim(made, value.fact) for value in found[:_CLAIMS])
    rest = len(found) - _CLAIMS
    path = page_path("series", series.id)
    name = link(path, made.texts.html(series.title))
    more = link(path, made.words.count("and {n} more", "and {n} more", rest)) if rest > 0 else ""
    tail = f'<p class="who">{more}</p>' if more else ""
    return f'<section class="case"><h3>{name}</h3><div class="sides">{claims}</div>{tail}</section>'.replace(
        ROOT, "../"
    )


def _claim(made: Fragments, fact: Fact) -> str:
    text = made.fact(fact.id)
    figure = with_unit(made.corpus, made.texts, fact.figure) if fact.figure else ""
    who = made.words.listed(tuple(map(made.texts.actor_name, made.corpus.asserters(fact))))
    when = link(fact_path(fact.id), escape(text.when))
    notes = "".join(f" {status.html}" for status in text.statuses if status.kind in ("superseded", "disputed"))
    return (
        f'<div class="claim"><p class="big">{escape(figure)}</p>'
        f'<p class="who">{escape(who)}, {when} {text.chips}{notes}</p></div>'
    )


def _topics(made: Fragments) -> Iterator[Entry]:
    for name, topic in made.corpus.topics.items():
        title = made.texts.plain(topic.title)
        facts = made.standing(made.corpus.facts_by_topic.get(name, ()))
        note = made.words.count("{n} fact", "{n} facts", len(facts))
        summary = made.texts.plain(topic.summary)
        said = " \n ".join((summary, *topic.also, *(made.texts.plain(one.text) for one in topic.judgements)))
        shown = f"{note}. {_short(summary)}"
        yield Entry(
            "topic", _item(made.words.say("Topic"), page_path("topic", name), escape(title), shown), title, said
        )


def _actor(made: Fragments, actor: Actor, names: _Names) -> Entry:
    title, summary = made.texts.actor_name(actor.id), made.texts.plain(actor.summary)
    html = _item(made.words.say("Who"), page_path("actor", actor.id), escape(title), _short(summary))
    return Entry("actor", html, names.of(actor.id), f"{title} \n {summary}")


def _sources(made: Fragments) -> Iterator[Entry]:
    for name, source in made.corpus.sources.items():
        whose = source_name(made.corpus, made.texts, source)
        title = made.texts.plain(source.title) or whose
        day = made.words.day(source.published.day) if source.published else ""
        note = ", ".join(filter(None, (whose if title != whose else "", day)))
        html = _item(made.words.say("Source"), page_path("source", name), escape(title), note)
        text = " \n ".join((title, whose, *source.authors))
        yield Entry("source", html, "", text)


def _item(kind: str, path: str, title: str, note: str) -> str:
    said = f'<p class="meta wide">{escape(note)}</p>' if note else ""
    return (
        f'<li class="fact hit"><p class="when">{escape(kind)}</p><p class="say">{link(path, title)}</p>{said}</li>'
    ).replace(ROOT, "../")


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …"


def _names(actor: Actor, first: str) -> Iterator[str]:
    yield from (text for _, text in variants(actor.name, first))
    yield from (text for _, text in variants(actor.short, first))
    yield from (alias.text for alias in actor.aliases)
    yield from actor.also
