"""Site: what a source is and where it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from factbook.site import dates
from factbook.site.html import escape, labelled, link
from factbook.site.reports import source_name
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Source
    from factbook.site.fragments import Fragments


def title_of(made: Fragments, source: Source) -> str:
    """A document's headline in its own language, else whose untitled item it is; finished HTML."""
    if source.title is None:
        publisher = source_name(made.corpus, made.texts, source)
        return escape(made.words.say("Untitled item, {publisher}", publisher=publisher))
    return made.texts.foreign(made.texts.plain(source.title), source.language)


def about(made: Fragments, source: Source) -> str:
    """Publisher, original, dates, language, and how a reader gets to it."""
    say = made.words.say
    return labelled(
        (
            (say("Publisher"), _publisher(made, source)),
            (say("Agency"), escape(source.agency or "")),
            (say("By"), escape(made.words.listed(source.authors))),
            (say("Kind"), genre(made, source)),
            (say("Published"), escape(dates.published(made.words, source.published))),
            (say("Accessed"), escape(dates.published(made.words, source.accessed)) if source.accessed else ""),
            (say("Language"), escape(made.words.language_name(source.language))),
            (say("Original"), _original(made, source)),
            (say("Other copies"), ", ".join(_copies(made, source))),
            (say("Address"), _address(made, source)),
        ),
        "lbl",
    )


def genre(made: Fragments, source: Source) -> str:
    """The kind of document in words; nothing for the usual one."""
    say = made.words.say
    names = {
        "press-release": say("Press release"),
        "report": say("Report or study"),
        "book": say("Book"),
        "law": say("Law"),
        "court-decision": say("Court decision"),
        "dataset": say("Dataset"),
        "transcript": say("Transcript"),
        "interview": say("Interview"),
        "editorial": say("Editorial"),
        "video": say("Video"),
        "audio": say("Audio"),
        "post": say("Post"),
        "page": say("Web page"),
    }
    return names.get(source.genre, "")


def _publisher(made: Fragments, source: Source) -> str:
    if source.publisher is None:
        return made.words.say("Publisher not stated")
    return made.texts.actor_link(made.corpus.actor_by_name.get(source.publisher, source.publisher))


def _original(made: Fragments, source: Source) -> str:
    """The report that it goes back to, where that is another."""
    origin = made.corpus.origins[made.corpus.origin_of[source.id]]
    if origin.root == source.id:
        return made.words.say("no earlier report that we know of")
    if origin.root is not None:
        return link(page_path("source", origin.root), title_of(made, made.corpus.sources[origin.root]))
    if origin.agency is not None:
        name = made.texts.actor_link(made.corpus.actor_by_name.get(origin.agency, origin.agency))
        return f"{name}. {made.words.say('We do not have the agency’s original.')}"
    return made.words.say("a report we do not have")


def _copies(made: Fragments, source: Source) -> Iterator[str]:
    origin = made.corpus.origins[made.corpus.origin_of[source.id]]
    for name in origin.sources:
        if name != source.id:
            other = made.corpus.sources[name]
            inner = escape(source_name(made.corpus, made.texts, other))
            language = made.words.language_name(other.language)
            yield f"{link(page_path('source', name), inner)} ({escape(language)})"


def _address(made: Fragments, source: Source) -> str:
    """Where it can be read; where no address is known, a search for it."""
    say = made.words.say
    parts = []
    if source.url:
        parts.append(f'<a href="{escape(source.url)}">{escape(_host(source.url))}</a>')
    if source.archive_url:
        parts.append(f'<a href="{escape(source.archive_url)}">{say("Archived copy")}</a>')
    if not parts:
        parts.append(say("not known"))
        if words := made.texts.plain(source.title) if source.title else _longest_quote(made, source.id):
            asked = f'"{words}" {source.publisher or ""}'
            address = escape(f"https://duckduckgo.com/?q={quote_plus(asked.strip())}")
            parts.append(f'<a href="{address}">{say("search the web for it")}</a>')
    return " · ".join(parts)


def _longest_quote(made: Fragments, source: str) -> str:
    """By which a document without a title is found: the most of its words that stand in a row."""
    facts = (made.corpus.facts[name] for name in made.corpus.facts_by_source.get(source, ()))
    quotes = (citation.quote for fact in facts for citation in fact.citations if citation.source == source)
    return max(
        (run for quote in quotes for run in re.split(r"\[(?:…|[.]{3})\]|[\"„“”]", quote)), key=len, default=""
    ).strip()


def _host(address: str) -> str:
    return address.split("/")[2] if address.count("/") > 1 else address
