"""Site: the few pieces of HTML that everything is put together from; text is escaped here and nowhere else."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from factbook.site.urls import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def escape(text: str) -> str:
    """Plain text as it may stand between tags and in quoted attributes."""
    return html.escape(text, quote=True)


def link(path: str, inner: str, attributes: str = "") -> str:
    """A link to a page of the edition, `inner` being finished HTML; just `inner` when `path` is empty."""
    return f'<a href="{ROOT}{path}"{attributes}>{inner}</a>' if path else inner


def heading(anchor: str, words: str, small: str = "") -> str:
    """The head of a section; both texts are finished HTML."""
    note = f" <small>{small}</small>" if small else ""
    return f'<h2 id="{anchor}">{words}{note}</h2>'


def items(inner: Iterable[str], start: str = "<ul>", end: str = "</ul>") -> str:
    """A list of finished HTML; nothing when it is empty."""
    rows = "".join(f"<li>{one}</li>" for one in inner)
    return f"{start}{rows}{end}" if rows else ""


def labelled(rows: Iterable[tuple[str, str]], kind: str = "lbl") -> str:
    """Terms with what is said of them, as finished HTML; rows that say nothing are left out."""
    inner = "".join(f"<div><dt>{term}</dt><dd>{words}</dd></div>" for term, words in rows if words)
    return f'<dl class="{kind}">{inner}</dl>' if inner else ""


def link_bar(label: str, links: Iterable[str]) -> str:
    """Links to the other pages of a list, under their label; all finished HTML."""
    return f'<nav class="further" aria-label="{label}"><span>{label}</span> {" ".join(links)}</nav>'


def table(titles: Sequence[str], rows: Iterable[str], *, kind: str = "flow", right: int | None = None) -> str:
    """A table under its titles; `right` is the column of numbers. Nothing when there are no rows."""
    body = "".join(rows)
    if not body:
        return ""
    ends = (' class="r"' if place == right else "" for place in range(len(titles)))
    head = "".join(f"<th{end}>{title}</th>" for end, title in zip(ends, titles, strict=True))
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
