"""Site: the content's own words in an edition's language, as HTML, as Markdown and as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.model import in_language
from factbook.site.html import escape, link
from factbook.site.i18n import direction, wording
from factbook.site.markdown_escape import escaped, heading_text
from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.content.model import Corpus
    from factbook.content.model.entities import Words


_LINK = r"\[\[(?P<id>[^\[\]|]{1,200})(?:\|(?P<words>[^\[\]]{1,400}))?\]\]"
_MARKS = r"\s*(?P<marks>(?:\[\^[^\[\]\s]{1,200}\])+)"
_TOKEN = re.compile(f"{_LINK}|{_MARKS}")
_MARK = re.compile(r"\[\^([^\[\]\s]+)\]")


class Texts:
    """Turns texts of the content into what is printed.

    `[[id]]` becomes a link to an actor or a topic; `[^fact-id]` the chips of that fact. What is missing in the
    edition's language is printed in another, marked as such.
    """

    def __init__(self, corpus: Corpus, language: str, first: str, *, marking: bool = False) -> None:
        self.words = wording(language, marking=marking)
        self.language, self._first, self._corpus = language, first, corpus
        self._named: dict[str, str] = {}

    def html(
        self,
        words: Words | None,
        *,
        bold: Iterable[str] = (),
        cite: Callable[[tuple[str, ...]], str] | None = None,
    ) -> str:
        """A text as HTML; links to the actors in `bold` are so the first time. Without `cite` marks print nothing."""
        if words is None:
            return ""
        shown, language = in_language(words, self.language, self._first)
        speakers = set(bold)

        def one(found: re.Match[str]) -> str:
            if found["marks"]:
                chips = cite(tuple(_MARK.findall(found["marks"]))) if cite else ""
                return f"&nbsp;{chips}" if chips else ""
            inner = escape(self._link_words(found, language))
            name = found["id"].strip()
            if name in speakers:
                speakers.discard(name)
                inner = f"<b>{inner}</b>"
            return link(self.path_of(name), inner)

        return self._marked(_replaced(shown, escape, one), language)

    def plain(self, words: Words | None) -> str:
        """A text without links and marks."""
        if words is None:
            return ""
        shown, language = in_language(words, self.language, self._first)
        if "[" not in shown:
            return shown
        return _TOKEN.sub(lambda found: "" if found["marks"] else self._link_words(found, language), shown)

    def markdown(self, words: Words | None) -> str:
        """A text as Markdown, marks left out."""
        if words is None:
            return ""
        shown, language = in_language(words, self.language, self._first)

        def one(found: re.Match[str]) -> str:
            if found["marks"]:
                return ""
            inner, path = escaped(self._link_words(found, language)), self.path_of(found["id"].strip())
            return f"[{inner}]({ROOT}{path}index.md)" if path else inner

        return _replaced(shown, _between, one)

    def heading(self, words: Words | None) -> str:
        """A text without links as the first heading of a Markdown file."""
        return heading_text(self.plain(words))

    def marks(self, words: Words | None) -> tuple[str, ...]:
        """The facts whose chips a text carries."""
        if words is None:
            return ()
        return tuple(_MARK.findall(in_language(words, self.language, self._first)[0]))

    def actor_name(self, name: str) -> str:
        """The plain name of an actor given as an id; a plain name as it is."""
        if name not in self._named:
            known = self._corpus.actors.get(name)
            self._named[name] = in_language(known.name, self.language, self._first)[0] if known else name
        return self._named[name]

    def actor_link(self, name: str) -> str:
        """An actor's name, leading to the actor's page where there is one."""
        path = page_path("actor", name) if name in self._corpus.actors else ""
        return link(path, escape(self.actor_name(name)))

    def topic_link(self, topic: str) -> str:
        return link(page_path("topic", topic), self.html(self._corpus.topics[topic].title))

    def foreign(self, text: str, language: str, tag: str = "span") -> str:
        """Words that stay in their own language on purpose: a quote, a headline."""
        return f'<{tag} lang="{escape(language)}"{self._turned(language)}>{escape(text)}</{tag}>'

    def path_of(self, name: str) -> str:
        """Path of the page of an actor or a topic; empty for anything else."""
        if name in self._corpus.actors:
            return page_path("actor", name)
        return page_path("topic", name) if name in self._corpus.topics else ""

    def _link_words(self, found: re.Match[str], language: str) -> str:
        return str(found["words"] or self.named(found["id"].strip(), language))

    def named(self, name: str, language: str) -> str:
        """What an actor or a topic is called in a language; the id itself where it is neither."""
        known = self._corpus.actors.get(name)
        if known is not None:
            return in_language(known.name, language, self._first)[0]
        topic = self._corpus.topics.get(name)
        return in_language(topic.title, language, self._first)[0] if topic is not None else name

    def _marked(self, html: str, language: str) -> str:
        if language == self.language:
            return html
        notice = self.words.say("in {language}", language=self.words.language_name(language))
        return (
            f'<span lang="{escape(language)}"{self._turned(language)}>{html}</span> <small>{escape(notice)}</small>'
        )

    def _turned(self, language: str) -> str:
        way = direction(language)
        return f' dir="{way}"' if way != self.words.direction else ""


def _between(text: str) -> str:
    """Plain text between links as Markdown, the spaces at its ends kept."""
    kept = escaped(text)
    return f"{' ' * text[:1].isspace()}{kept}{' ' * (text[-1:].isspace() and bool(kept))}"


def _replaced(text: str, plain: Callable[[str], str], one: Callable[[re.Match[str]], str]) -> str:
    """A text with its links and marks made by `one`, and what stands between them by `plain`."""
    if "[" not in text:
        return plain(text)
    parts, at = [], 0
    for found in _TOKEN.finditer(text):
        parts += [plain(text[at : found.start()]), one(found)]
        at = found.end()
    return "".join((*parts, plain(text[at:])))
