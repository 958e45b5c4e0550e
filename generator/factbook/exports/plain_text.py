"""Exports: texts of the content without their `[[links]]` and `[^marks]`, in one language or in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import LINK, MARK, in_language, variants

if TYPE_CHECKING:
    import re

    from factbook.content.model import Corpus, Words


def plain(corpus: Corpus, words: Words, language: str, first: str) -> tuple[str, str]:
    """The text in `language`, else in the site's `first`, else in any; and the language that it is in."""
    found, spoken = in_language(words, language, first)
    return unlinked(corpus, found, spoken, first), spoken


def in_all(corpus: Corpus, words: Words, first: str) -> dict[str, str]:
    """Each language's text."""
    return {language: unlinked(corpus, text, language, first) for language, text in variants(words, first)}


def unlinked(corpus: Corpus, text: str, language: str, first: str) -> str:
    """A text with the words of its links in their place: those given, else the name of what they lead to."""
    if "[^" in text:
        text = MARK.sub("", text)
    if "[[" not in text:
        return " ".join(text.split())

    def words(found: re.Match[str]) -> str:
        name, given = found[1].strip(), found[2]
        if given:
            return given
        if name in corpus.actors:
            return in_language(corpus.actors[name].name, language, first)[0]
        return in_language(corpus.topics[name].title, language, first)[0] if name in corpus.topics else name

    return " ".join(LINK.sub(words, text).split())
