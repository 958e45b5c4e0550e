"""Host: markup that a hand-written page cannot have, told with what does the same: nothing is printed as it was not
meant, and no word is lost in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

BOXES = ("note", "info", "tip", "example", "warning", "danger")
"""Kinds of admonitions."""
Unsupported = tuple[str, str, str]
"""What was typed, what is wrong with it, and what to write instead."""

_HTML = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>|<!--|<\?|<!\[CDATA\[")
_INSTEAD = {
    "a": "Write `[words](address)`.",
    "b": "Write `**words**`.",
    "br": "End the line with a backslash.",
    "details": 'Write `??? note "Title"` and the text below it, indented by four spaces.',
    "div": "Write `!!! note` and the text below it, indented by four spaces.",
    "em": "Write `*words*`.",
    "embed": "Link to it: nothing is embedded.",
    "form": "Link to it: a page takes nothing in.",
    "i": "Write `*words*`.",
    "iframe": "Link to it: nothing is embedded.",
    "img": "Write `![what it shows](file)`.",
    "link": "Style sheets are named in site_config.yml, under `extra_css`.",
    "object": "Link to it: nothing is embedded.",
    "p": "An empty line begins a paragraph.",
    "script": "Leave it out: pages run no scripts but the site's own.",
    "strong": "Write `**words**`.",
    "style": "Style sheets are named in site_config.yml, under `extra_css`.",
    "sup": "A footnote is `[^name]`, and `[^name]: text` on a line of its own.",
    "table": "Write a table with `|` between its columns.",
    "video": "Put it into content/media and link to it.",
}
_FOREIGN = (
    (re.compile(r"\{:?\s*[.#][\w-][^{}]*\}"), "an attribute list", "Leave it out."),
    (re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}"), "markup of a template", "Write the words themselves."),
    (re.compile(r"^===[!+]? .*", re.MULTILINE), "the markup of a tab", "Write a heading for each part."),
    (re.compile(r"^:{3,}.*", re.MULTILINE), "a directive", "Write `!!! note` for a box."),
    (re.compile(r"-{1,2}8<-{1,2}.*"), "the markup that takes in another file", "Write the words themselves."),
    (re.compile(r"^\[TOC\]", re.MULTILINE | re.IGNORECASE), "the markup of a table of contents", "Leave it out."),
    (
        re.compile(r"^\*\[[^\[\]]+\]:.*", re.MULTILINE),
        "the definition of an abbreviation",
        "Write it out where it is used.",
    ),
    (re.compile(r":(?:material|fontawesome|octicons|simple)-[\w-]+:"), "an icon", "Leave it out."),
    (re.compile(r"^\$\$", re.MULTILINE), "the beginning of a formula", "Write it in words, or as a picture."),
    (re.compile(r"\[\[(?![^\[\]]*\]\])"), "a link that is not closed", "In a table the bar in it is written `\\|`."),
)
"""Markup of other hosts, and what it would be there."""


def in_words(text: str) -> Iterator[Unsupported]:
    """What stands in the words of a paragraph, a heading or a cell and is not read."""
    for found in _HTML.finditer(text):
        name = (found[2] or "").lower()
        shown = " ".join(found[0].split())
        advice = _INSTEAD.get(name, f"What is to be shown as it is stands between backticks: `` {shown} ``.")
        if found[0] == "<!--":
            advice = "Leave it out: what only editors are to read stands in the pull request."
        yield found[0], f"`{shown}` is HTML, which a page cannot have", advice
    for pattern, what, advice in _FOREIGN:
        for other in pattern.finditer(text):
            yield other[0], f"`{other[0].strip()}` is {what}, which is not read here", advice


def in_blocks(tokens: Sequence[Token]) -> Iterator[tuple[int, Unsupported]]:
    """Admonitions of another kind or without a text, by the line that they begin on."""
    for place, token in enumerate(tokens):
        if token.type != "admonition_open" or token.map is None:
            continue
        tag = str(token.meta["tag"])
        if tag not in BOXES:
            close = did_you_mean(tag, BOXES)
            advice = f"Did you mean `{close[0]}`?" if close else f"It is one of {', '.join(BOXES)}."
            yield token.map[0], (tag, f"there is no box of the kind `{tag}`", advice)
        rest = (later.type for later in tokens[place + 1 :] if "title" not in later.type)
        kinds = [kind for kind, _ in zip(rest, range(2), strict=False)]
        if "admonition_close" in kinds[: 2 if kinds[:1] == ["inline"] else 1]:
            yield token.map[0], (token.markup, "the box has no text", "Indent its text by four spaces.")


def in_footnotes(places: Sequence[tuple[str, int]], used: frozenset[str]) -> Iterator[tuple[int, Unsupported]]:
    """Footnotes that no reader would see: those that nothing refers to, and all but one of the same name."""
    last = dict(places)
    for label, line in places:
        typed = f"[^{label}]"
        if last[label] != line:
            yield line, (typed, f"two footnotes have the name `{label}`", "Give each a name of its own.")
        elif label not in used:
            yield line, (typed, f"nothing refers to the footnote `{label}`", f"Put `{typed}` where it belongs.")
