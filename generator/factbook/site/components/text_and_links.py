"""Pages: texts and links of the content in the page's language, which every page needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.content.model import in_language
from factbook.site import urls as places
from factbook.site.components import wiki_links as links
from factbook.site.components.wiki_links import actor_path, topic_path
from factbook.site.i18n import direction
from factbook.site.views import placeholders as marks
from factbook.site.views.parts import Link, Run, Text

if TYPE_CHECKING:
    from factbook.content.model import Fact, Source, Words
    from factbook.site.context import Desk


def text(desk: Desk, words: Words) -> Text:
    """Prose in the page's language; in another one, marked and with a word that says so, where there is none."""
    shown, language = in_language(words, desk.language, desk.first)
    found, runs = _linked(desk, shown, language)
    if language == desk.language:
        return Text(found, runs=runs)
    notice = desk.wording.say("in {language}", language=desk.wording.language_name(language))
    return Text(found, language, _turned(desk, language), notice, runs)


def some_text(desk: Desk, words: Words | None) -> Text | None:
    return None if words is None else text(desk, words)


def name(desk: Desk, words: Words) -> Text:
    """A name: as `text`, but a name without languages is the same in all of them, and none carries a notice."""
    shown, language = in_language(words, desk.language, desk.first)
    known = isinstance(words, str) or language == desk.language
    return Text(_linked(desk, shown, language)[0]) if known else foreign(desk, shown, language)


def runs(found: Text) -> tuple[Run, ...]:
    """A text as pieces that may stand among others, each with its language where that is not the page's."""
    pieces = found.runs or (Run(found.words),)
    return tuple(replace(run, language=found.language, direction=found.direction) for run in pieces)


def foreign(desk: Desk, words: str, language: str | None) -> Text:
    """Words that stay in their own language on purpose: a quote, a headline, a spelling."""
    found, _ = _linked(desk, words, language or desk.language)
    if language is None or language == desk.language:
        return Text(found)
    return Text(found, language, _turned(desk, language))


def quoted(desk: Desk, words: str, language: str) -> Text:
    """A quote, which names its language even where it is the page's own."""
    return Text(words, language, _turned(desk, language))


def actor_name(desk: Desk, actor: str) -> Text:
    """The name of an actor given as an id, or the plain name of one that has no page."""
    known = desk.corpus.actors.get(actor)
    return name(desk, known.name) if known else Text(actor)


def source_path(source: str) -> str:
    return places.page_path("source", source)


def series_path(series: str) -> str:
    return places.page_path("series", series)


def actor_link(desk: Desk, actor: str, note: str = "") -> Link:
    """A link to an actor given as an id; only the name when it is a plain name."""
    href = marks.page(actor_path(actor)) if actor in desk.corpus.actors else ""
    return Link(actor_name(desk, actor), href, note)


def topic_link(desk: Desk, topic: str, note: str = "") -> Link:
    return Link(text(desk, desk.corpus.topics[topic].title), marks.page(topic_path(topic)), note)


def series_link(desk: Desk, series: str, note: str = "") -> Link:
    return Link(text(desk, desk.corpus.series[series].title), marks.page(series_path(series)), note)


def source_link(desk: Desk, source: Source, note: str = "") -> Link:
    """The publisher's name, leading to the page of the source."""
    return Link(publisher(desk, source), marks.page(source_path(source.id)), note)


def publisher(desk: Desk, source: Source) -> Text:
    """A source's publisher: the actor's name where it is one, else as written, else that it is not stated."""
    if source.publisher is None:
        return Text(desk.wording.say("Publisher not stated"))
    known = desk.corpus.actor_by_name.get(source.publisher)
    return actor_name(desk, known) if known else Text(source.publisher)


def page_link(desk: Desk, words: str, path: str, note: str = "") -> Link:
    return Link(Text(words), marks.page(path), note)


def home(desk: Desk, fact: Fact) -> str:
    """Path of the page on which a fact is at home."""
    return places.home(desk.corpus, fact)


def fact_href(desk: Desk, fact: Fact) -> str:
    """The address of a fact: on this page when it stands here, else at home."""
    return marks.fact(fact.id, home(desk, fact))


def change_id(fact: str, number: int) -> str:
    """The id of a fact's correction, counted from 1, on the page of changes."""
    return f"Corrected--{fact}--{number}"


def change_href(fact: Fact, number: int) -> str:
    """Where the page of changes tells of a fact's correction."""
    return f"{marks.page('changes/')}#{change_id(fact.id, number)}"


def _linked(desk: Desk, shown: str, language: str) -> tuple[str, tuple[Run, ...]]:
    """A text without the signs of its links, and its pieces where there are any."""
    if "[[" not in shown:
        return shown, ()
    runs = tuple(links.runs(desk, shown, language))
    return "".join(run.words for run in runs), runs


def _turned(desk: Desk, language: str) -> str:
    """The direction of a language, when it is not the page's own."""
    way = direction(language)
    return way if way != desk.wording.direction else ""
