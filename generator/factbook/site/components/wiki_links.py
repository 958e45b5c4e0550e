"""Pages: `[[id]]` and `[[id|words]]` in texts of the content, made words that lead to an actor or a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import LINK, MARK, in_language
from factbook.site.urls import page_path
from factbook.site.views import placeholders as marks
from factbook.site.views.parts import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.context import Desk


def actor_path(actor: str) -> str:
    return page_path("actor", actor)


def topic_path(topic: str) -> str:
    return page_path("topic", topic)


def runs(desk: Desk, shown: str, language: str) -> Iterator[Run]:
    """A text in pieces."""
    shown = MARK.sub("", shown)
    at = 0
    for found in LINK.finditer(shown):
        if found.start() > at:
            yield Run(shown[at : found.start()])
        yield _link(desk, found[1].strip(), found[2], language)
        at = found.end()
    if at < len(shown):
        yield Run(shown[at:])


def named(shown: str) -> Iterator[str]:
    """The ids of all links in a text."""
    return (found[1].strip() for found in LINK.finditer(shown))


def _link(desk: Desk, name: str, words: str | None, language: str) -> Run:
    corpus = desk.corpus
    if name in corpus.actors:
        shown = words or in_language(corpus.actors[name].name, language, desk.first)[0]
        return Run(shown, marks.page(actor_path(name)))
    if name in corpus.topics:
        shown = words or in_language(corpus.topics[name].title, language, desk.first)[0]
        return Run(shown, marks.page(topic_path(name)))
    return Run(words or name)
