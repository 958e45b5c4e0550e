"""Host: Markdown of a hand-written page to HTML: CommonMark and tables, no raw HTML, links followed by the caller.

markdown-it-py rather than Python-Markdown: it stays linear on hostile input (there, 8 KB of `[` take ten
seconds), it needs no second pass to be rid of raw HTML, and it knows the lines that a link stands in.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it import MarkdownIt

from factbook.diagnostics.types import Diagnostic, Span
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token


@frozen
class TocEntry:
    """A heading of a page."""

    id: str
    title: str
    """Plain text."""
    level: int = 2
    children: tuple[TocEntry, ...] = ()


@frozen
class Followed:
    """Where a link leads: the address to print, or what is wrong with it."""

    href: str
    problem: str | None = None
    help: tuple[str, ...] = ()


@frozen
class Link:
    """A link or a picture as it was typed."""

    href: str
    is_picture: bool
    own_anchors: frozenset[str]
    """The anchors of the page that it stands on."""


@frozen
class Prose:
    """The text of a page, parsed."""

    file: str
    source: str
    tokens: tuple[Token, ...] = field(repr=False)
    title: str | None
    """Of its first heading of the first level."""
    toc: tuple[TocEntry, ...]
    anchors: frozenset[str]
    text: str
    """All words without markup, for the search."""

    def html(self, follow: Callable[[Link], Followed]) -> tuple[str, tuple[Diagnostic, ...]]:
        """The HTML with each link as `follow` says, and an error at each that it complains of."""
        problems: list[Diagnostic] = []
        tokens = [token.copy() for token in self.tokens]
        places = _Places(self.source)
        for block in tokens:
            block.children = [child.copy(attrs=dict(child.attrs)) for child in block.children or ()] or None
            for token, name in _links(block):
                href = str(token.attrs[name])
                followed = follow(Link(href, name == "src", self.anchors))
                token.attrSet(name, followed.href)
                if followed.problem:
                    span = places.span(self.file, href, block.map)
                    problems.append(Diagnostic("page-link", followed.problem, span, help=followed.help))
        return _markdown().renderer.render(tokens, _markdown().options, {}), tuple(problems)


def prose(source: str, file: str) -> Prose:
    """Parse the Markdown of `file`, whose lines are numbered as in `source`."""
    tokens = _markdown().parse(source)
    headings = _named_headings(tokens)
    title = next((title for level, title, _ in headings if level == 1), None)
    entries = tuple(TocEntry(id, title, level) for level, title, id in headings if level == 2)
    words = (_plain(token) for token in tokens if token.type == "inline")
    anchors = frozenset(id for _, _, id in headings)
    return Prose(file, source, tuple(tokens), title, entries, anchors, " ".join(words))


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # `follow` says what is wrong with it
    return markdown


def _named_headings(tokens: Sequence[Token]) -> list[tuple[int, str, str]]:
    """Give each heading an id made of its words, in any script; level, title and id of each.

    It holds no capital and begins with no `_`, as the ids of the program and the theme do.
    """
    found: list[tuple[int, str, str]] = []
    taken: dict[str, int] = {}
    for opening, inline in itertools.pairwise(tokens):
        if opening.type == "heading_open":
            title = _plain(inline)
            name = _free(re.sub(r"\W+", "-", title.casefold()).strip("-_") or "section", taken)
            opening.attrSet("id", name)
            found.append((int(opening.tag[1]), title, name))
    return found


def _free(name: str, taken: dict[str, int]) -> str:
    """The name, with a number behind it if it is taken; `taken` knows the last number of each."""
    free = name
    while free in taken:
        taken[name] += 1
        free = f"{name}-{taken[name]}"
    taken[free] = 1
    return free


def _plain(inline: Token) -> str:
    words = (child.content for child in inline.children or () if child.type in ("text", "code_inline"))
    return "".join(words)


def _links(block: Token) -> Iterator[tuple[Token, str]]:
    for token in block.children or ():
        if token.type == "link_open":
            yield token, "href"
        elif token.type == "image":
            yield token, "src"


class _Places:
    """Finds where links were typed: each in its own block, one after another."""

    def __init__(self, source: str) -> None:
        self._lines = source.split("\n")
        self._seen: dict[tuple[int, str], int] = {}

    def span(self, file: str, href: str, block: Sequence[int] | None) -> Span:
        first, last = block or (0, len(self._lines))
        for typed in dict.fromkeys((href, unquote(href))):
            for number in (*range(first, last), *range(len(self._lines))):
                column = self._next(number, typed)
                if column is not None:
                    line = number + 1
                    return Span(file, line, column + 1, line, column + 1 + len(typed))
        return Span(file, first + 1)

    def _next(self, number: int, typed: str) -> int | None:
        start = self._seen.get((number, typed), 0)
        column = self._lines[number].find(typed, start) if typed else -1
        if column < 0:
            return None
        self._seen[number, typed] = column + len(typed)
        return column
