"""Markdown: texts that stay texts, whichever program reads them, and addresses that stay addresses.

Python-Markdown, CommonMark and GitHub's flavour differ in what a backslash may stand before and in what they
link by themselves, so what only some of them know is written as a character reference, which all of them do.
"""

from __future__ import annotations

import re
from functools import lru_cache

_REFERENCES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"} | {c: f"&#{ord(c)};" for c in "|~^$"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~^$]")
_BEGINS = re.compile(r"(?:[#+\-=:]|\d+(?=[.)]))")
_LINKED = re.compile(r":(?:(?<=\w:)(?=//)|(?=[\w+-]+:))|\.(?<=\bwww\.)|@(?<=\w@)(?=\w)", re.I)
"""Each begins with the character itself, by which most texts are passed over at once."""
_IN_ADDRESS = re.compile(r"""[\s<>()\[\]{}"'`*_\\|^]""")


@lru_cache(maxsize=1 << 14)
def escaped(text: str) -> str:
    """The text on one line, with nothing in it that means anything in Markdown."""
    text = _SPECIAL.sub(_without_meaning, " ".join(text.split()))
    text = _LINKED.sub(lambda found: f"&#{ord(found[0])};", text)
    begins = _BEGINS.match(text)
    if begins is None:
        return text
    mark = begins[0]
    if mark[0].isdigit():
        return f"{mark}\\{text[len(mark) :]}"
    return f"&#{ord(mark)};{text[1:]}" if mark in "=:" else f"\\{text}"


def heading_text(text: str) -> str:
    """The same for a page's title, without angle brackets.

    Material prints a page's title into its head after taking one level of escaping away again.
    """
    return escaped(text.replace("<", "‹").replace(">", "›"))


@lru_cache(maxsize=1 << 14)
def address(href: str) -> str:
    """An address outside the site, in which no character could end the link; empty for other kinds of address."""
    if not href.startswith(("https://", "http://", "mailto:")):
        return ""
    return _IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), href)


def _without_meaning(found: re.Match[str]) -> str:
    return _REFERENCES.get(found[0]) or f"\\{found[0]}"
