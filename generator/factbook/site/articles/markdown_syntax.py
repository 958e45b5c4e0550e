"""Host: the Markdown of hand-written pages: CommonMark, tables, footnotes, admonitions, definition lists, and the
content's own `[[id]]` and `[^fact-id]`.

markdown-it-py rather than Python-Markdown: it stays linear on hostile input (there, 8 KB of `[` take ten
seconds), it knows no raw HTML when told so, and it knows the lines that a link stands in.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from factbook.content.model import LINK, MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

ENTITY, CITED = "entity", "cited"
"""Tokens of `[[id|words]]`, whose content is the words, and of `[^fact-id]`; both carry the `id` in `meta`."""


@lru_cache(maxsize=1)
def markdown() -> MarkdownIt:
    """The parser, and the renderer of its tokens."""
    made = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    made.use(footnote_plugin, inline=False).use(admon_plugin).use(deflist_plugin)
    made.inline.ruler.before("link", ENTITY, _entity)
    made.inline.ruler.after("footnote_ref", CITED, _cited)  # a footnote of the page's own goes first
    made.core.ruler.before("footnote_tail", "footnote_places", _footnote_places)
    made.core.ruler.after("footnote_tail", "boxes", _boxes)
    made.add_render_rule("footnote_ref", _to_footnote)
    made.add_render_rule("footnote_open", _footnote)
    made.add_render_rule("footnote_anchor", _back)
    made.validateLink = lambda url: True  # type: ignore[method-assign]  # `follow` says what is wrong with it
    return made


def _entity(state: StateInline, silent: bool) -> bool:
    found = LINK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push(ENTITY, "", 0)
        token.meta, token.content = {"id": found[1].strip()}, found[2] or ""
    state.pos = found.end()
    return True


def _cited(state: StateInline, silent: bool) -> bool:
    found = MARK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")
        state.push(CITED, "", 0).meta = {"id": found[1]}
    state.pos = found.end()
    return True


def _footnote_places(state: StateCore) -> None:
    """Keeps where footnotes are written: the plugin drops those that nobody refers to."""
    state.env["footnote_places"] = [
        (str(token.meta["label"]), token.map[0])
        for token in state.tokens
        if token.type == "footnote_reference_open" and token.map
    ]


def _boxes(state: StateCore) -> None:
    """Makes an admonition that opens and closes a `details`, its title the `summary`; notes a title nobody wrote."""
    folds: list[bool] = []
    kind = ""
    for token in state.tokens:
        if token.type == "admonition_open":
            kind = token.info.strip().casefold()
            folds.append(token.markup.startswith("?"))
            token.attrs = {"class": f"admonition {token.meta['tag']}"}
            if token.markup.endswith("+"):
                token.attrs["open"] = ""
        if folds and folds[-1] and token.type.startswith("admonition_"):
            token.tag = "summary" if "title" in token.type else "details"
        if token.type == "admonition_close":
            folds.pop()
        elif token.type == "inline" and kind and token.content.casefold() == kind:
            token.meta = {"kind": kind}
        if token.type != "admonition_title_open" and token.type != "admonition_open":
            kind = ""


def _to_footnote(
    _self: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _env: EnvType
) -> str:
    number = tokens[place].meta["id"] + 1
    return f'<sup class="footnote-ref"><a href="#Note{number}" id="{_ref(tokens[place])}">[{number}]</a></sup>'


def _footnote(_self: RendererHTML, tokens: Sequence[Token], place: int, _o: OptionsDict, _e: EnvType) -> str:
    return f'<li id="Note{tokens[place].meta["id"] + 1}" class="footnote-item">'


def _back(_self: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, env: EnvType) -> str:
    """The way back from a footnote to where it is referred to."""
    return f' <a href="#{_ref(tokens[place])}" class="footnote-backref" aria-label="{env["back"]}">↩︎</a>'


def _ref(token: Token) -> str:
    """The id of a place that refers to a footnote; it has a capital, as no heading's has."""
    again = token.meta["subId"]
    return f"To{token.meta['id'] + 1}{f'-{again + 1}' if again else ''}"
