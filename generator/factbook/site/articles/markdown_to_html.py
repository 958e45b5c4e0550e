"""Host: a hand-written page parsed, and its HTML, with links, names and citations as the caller has them."""

from __future__ import annotations

import itertools
import re
from dataclasses import field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it.token import Token

from factbook.content.yaml import shown
from factbook.diagnostics.types import Diagnostic, Span
from factbook.runtime.frozen import frozen
from factbook.site.articles import unsupported_markup
from factbook.site.articles.markdown_syntax import CITED, ENTITY, markdown
from factbook.site.html import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


@frozen
class Followed:
    """Where a link leads: the address to print, or what is wrong with it."""

    href: str
    problem: str | None = None
    help: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    """Width and height of a picture."""


@frozen
class Link:
    """A link or a picture as it was typed."""

    href: str
    is_picture: bool
    own_anchors: frozenset[str]
    """The anchors of the page that it stands on."""


@frozen
class PageContext:
    """What a page needs of the site that it stands in. All texts are finished HTML."""

    follow: Callable[[Link], Followed]
    entity: Callable[[str, str], str]
    """What `[[id|words]]` prints, by the id and the words."""
    cited: Callable[[tuple[str, ...]], str]
    """The citation chips of facts."""
    boxes: Mapping[str, str]
    """The title of each kind of box that has none of its own."""
    back: str
    """What the way back from a footnote is called."""


@frozen
class ProsePassage:
    """A paragraph, a heading or a cell: its words, code left out, names and marks as they were typed."""

    text: str
    lines: tuple[int, int]
    """The first, and the one after the last, from 0."""


@frozen
class Prose:
    """The text of a page, parsed."""

    file: str
    source: str
    tokens: tuple[Token, ...] = field(repr=False)
    title: str | None
    """Of its first heading of the first level."""
    anchors: frozenset[str]
    text: str
    """All words without markup, for the search."""
    passages: tuple[ProsePassage, ...]
    names: tuple[tuple[str, str, Span], ...]
    """Each `[[id]]` and `[^fact-id]`: whether it is an ENTITY or CITED, the id, and where."""
    problems: tuple[Diagnostic, ...]
    """Markup that a page cannot have."""

    def html(self, around: PageContext) -> tuple[str, tuple[Diagnostic, ...]]:
        """The HTML with each link as `follow` says, and an error at each that it complains of."""
        problems: list[Diagnostic] = []
        tokens = [token.copy() for token in self.tokens]
        places = Places(self.file, self.source)
        for block in tokens:
            block.children = list(_printed(block, around)) or None
            for token, name in _links(block):
                href = str(token.attrs[name])
                followed = around.follow(Link(href, name == "src", self.anchors))
                token.attrSet(name, followed.href)
                if name == "src":
                    token.attrs |= _picture(followed.size)
                if followed.problem:
                    span = places.span(href, block.map)
                    problems.append(Diagnostic("page-link", followed.problem, span, help=followed.help))
        made = markdown()
        return made.renderer.render(tokens, made.options, {"back": escape(around.back)}), tuple(problems)


def prose(source: str, file: str) -> Prose:
    """Parse the Markdown of `file`, whose lines are numbered as in `source`."""
    found: dict[str, list[tuple[str, int]]] = {}
    tokens = markdown().parse(source, found)
    headings = _named_headings(tokens)
    blocks = [token for token in tokens if token.type == "inline"]
    passages = tuple(ProsePassage(_words(block), _lines(block, source)) for block in blocks)
    places = Places(file, source)
    return Prose(
        file,
        source,
        tuple(tokens),
        next((title for level, title, _ in headings if level == 1), None),
        frozenset(id for _, _, id in headings),
        " ".join(map(_plain, blocks)),
        passages,
        tuple(_names(blocks, places)),
        tuple(_validate(tokens, passages, found.get("footnote_places", []), Places(file, source))),
    )


_MOST_PROBLEMS = 100
"""Of a page: with more, it was written for another program."""


class Places:
    """Finds where something was typed: each in its own block, one after another."""

    def __init__(self, file: str, source: str) -> None:
        self._file, self._lines = file, source.split("\n")
        self._seen: dict[tuple[int, str], int] = {}
        self._from: dict[tuple[str, int], int] = {}
        """In which line of a block words were found last: no line before it has more of them."""

    def span(self, typed: str, block: Sequence[int] | None) -> Span:
        """The next place of what was typed in these lines; else anywhere; else the first of the lines."""
        first, last = block or (0, len(self._lines))
        start, *more = typed.split("\n")
        for words in dict.fromkeys((start, unquote(start))):
            resumed = max(first, self._from.get((words, first), first))
            for number in itertools.chain(range(resumed, last), range(len(self._lines))):
                column = self._next(number, words)
                if column is not None:
                    self._from[words, first] = number
                    line = number + 1
                    end = 0 if more else column + 1 + len(words)
                    return Span(self._file, line, column + 1, line, end)
        return Span(self._file, first + 1)

    def _next(self, number: int, typed: str) -> int | None:
        start = self._seen.get((number, typed), 0)
        column = self._lines[number].find(typed, start) if typed else -1
        if column < 0:
            return None
        self._seen[number, typed] = column + len(typed)
        return column


def _validate(
    tokens: Sequence[Token], passages: Sequence[ProsePassage], footnotes: Sequence[tuple[str, int]], places: Places
) -> Iterator[Diagnostic]:
    used = frozenset(str(token.meta.get("label")) for token in tokens if token.type == "footnote_open")
    told = [(passage.lines, one) for passage in passages for one in unsupported_markup.in_words(passage.text)]
    lined = (*unsupported_markup.in_blocks(tokens), *unsupported_markup.in_footnotes(footnotes, used))
    told += [((line, line + 1), one) for line, one in lined]
    for lines, (typed, message, advice) in told[:_MOST_PROBLEMS]:
        yield Diagnostic("page-markup", message, places.span(typed, lines), help=(advice,))
    for block in tokens:
        for token in block.children or ():
            if token.type == "image" and not token.content.strip():
                href = str(token.attrs["src"])
                message = f"the picture '{shown(href)}' has no words for those who cannot see it"
                advice = f"Write what it shows: `![A map of the bridges]({shown(href)})`."
                yield Diagnostic("picture-undescribed", message, places.span(href, block.map), help=(advice,))


def _names(blocks: Sequence[Token], places: Places) -> Iterator[tuple[str, str, Span]]:
    for block in blocks:
        for token in block.children or ():
            if token.type in (ENTITY, CITED):
                typed = f"[[{token.meta['id']}" if token.type == ENTITY else f"[^{token.meta['id']}]"
                yield token.type, token.meta["id"], places.span(typed, block.map)


def _printed(block: Token, around: PageContext) -> Iterator[Token]:
    """The parts of a block as they are printed; marks in a row are one group of citations."""
    if "kind" in block.meta:
        yield _finished(escape(around.boxes.get(block.meta["kind"], block.content)))
        return
    parts = (child.copy(attrs=dict(child.attrs)) for child in block.children or ())
    for kind, group in itertools.groupby(parts, lambda part: part.type):
        if kind == CITED:
            chips = around.cited(tuple(part.meta["id"] for part in group))
            yield _finished(f"&nbsp;{chips}" if chips else "")
        elif kind == ENTITY:
            yield from (_finished(around.entity(part.meta["id"], part.content)) for part in group)
        else:
            yield from group


def _picture(size: tuple[int, int] | None) -> dict[str, str | int | float]:
    """Attributes by which nothing jumps when a picture has come."""
    return {"width": size[0], "height": size[1], "loading": "lazy"} if size else {"loading": "lazy"}


def _finished(html: str) -> Token:
    """Ours alone: the parser makes none of the kind."""
    return Token("html_inline", "", 0, content=html)


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
    named = {ENTITY: lambda part: part.content or str(part.meta["id"])}
    shown = {"text", "code_inline"}
    return "".join(
        named[part.type](part) if part.type in named else part.content if part.type in shown else ""
        for part in inline.children or ()
    )


def _words(inline: Token) -> str:
    return "".join(map(_word, inline.children or ()))


def _word(part: Token) -> str:
    match part.type:
        case "text" | "image":
            return part.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "code_inline":
            return " " * (len(part.content) + 2)
        case "entity":
            return f"[[{part.meta['id']}{f'|{part.content}' if part.content else ''}]]"
        case "cited":
            return f" [^{part.meta['id']}]"
        case _:
            return ""


def _lines(block: Token, source: str) -> tuple[int, int]:
    first, last = block.map or (0, source.count("\n") + 1)
    return first, last


def _links(block: Token) -> Iterator[tuple[Token, str]]:
    for token in block.children or ():
        if token.type == "link_open":
            yield token, "href"
        elif token.type == "image":
            yield token, "src"
