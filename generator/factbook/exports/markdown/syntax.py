"""Markdown: the small parts of a page: texts, links, statements, headings, lists and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.markdown.escape import address, escaped, heading_text
from factbook.exports.markdown.fill_placeholders import target
from factbook.site.views.placeholders import OPEN, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.site.views.parts import Cite, Heading, Link, Run, Statement, Text, When


def text(found: Text | None) -> str:
    """A text, with a word on its language where it is another than the page's."""
    if found is None:
        return ""
    return _noticed(runs(found.runs), found.notice) if found.runs else _words(found)


def title(found: Text, href: str = "") -> str:
    """A text that is a heading, perhaps one that leads somewhere."""
    words = _noticed(heading_text(found.words), found.notice)
    return linked(words, href) if href else words


def linked(words: str, href: str) -> str:
    """Words, already escaped, that lead somewhere; the words alone where no address is allowed."""
    to = _to(href)
    return f"[{words}]({to})" if to and words else words


def link(found: Link) -> str:
    """A link with its note, or the name alone."""
    words = linked(_words(found.text), found.href)
    return f"{words} ({escaped(found.note)})" if found.note else words


def runs(found: Iterable[Run]) -> str:
    """Words with links among them; white space between them stays."""
    return "".join(_run(run) for run in found).strip()


def statement(found: Statement | None) -> str:
    """A statement with its links."""
    return "" if found is None else _noticed(runs(found.runs), found.notice)


def unlinked(found: Statement) -> str:
    """A statement inside a link."""
    return _noticed(escaped(found.plain), found.notice)


def cites(found: Iterable[Cite]) -> str:
    """The citation numbers behind a statement."""
    return "".join(f" [\\[{cite.label}\\]]({cite.href})" for cite in found)


def cites_below(found: Iterable[Cite]) -> str:
    """The same where the quotes stand right below."""
    return "".join(f" [\\[{cite.label}\\]](#{cite.anchor})" for cite in found)


def when(found: When) -> str:
    """A date with what is not known of it."""
    return f"{escaped(found.words)} ({escaped(found.note)})" if found.note else escaped(found.words)


def heading(found: Heading) -> str:
    """A section's heading, with the place that links lead to and the line below it."""
    title = f"## {anchor(found.id)}{heading_text(found.title)}"
    return f"{title}\n\n*{escaped(found.note)}*" if found.note else title


def anchor(id: str) -> str:
    """A place that links lead to. Ids are those of the site: letters, digits and hyphens."""
    return f'<a id="{id}"></a>'


def bold(words: str) -> str:
    return f"**{words}**" if words else ""


def items(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines if line)


def row_of(parts: Iterable[str]) -> str:
    """Small facts beside one another."""
    return " · ".join(part for part in parts if part)


def blocks(parts: Iterable[str]) -> str:
    """Paragraphs, lists and tables under one another."""
    return "\n\n".join(part for part in parts if part)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells hold no line's end and no bar, as `escaped` writes both otherwise."""
    lines = [_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows)]
    return "\n".join(lines) if len(lines) > 2 else ""


def _to(href: str) -> str:
    """The address of a page or of a fact, still with its mark, or one outside the site."""
    if href.startswith(ROOT):
        return target(href)
    return href if href.startswith((OPEN, "#")) else address(href)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _run(run: Run) -> str:
    words = escaped(run.words)
    before = " " if run.words[:1].isspace() else ""
    after = " " if run.words[-1:].isspace() and words else ""
    shown = linked(words, run.href) if run.href else words
    return f"{before}{bold(shown) if run.strong else shown}{after}"


def _words(found: Text) -> str:
    return _noticed(escaped(found.words), found.notice)


def _noticed(words: str, notice: str) -> str:
    return f"{words} *({escaped(notice)})*" if notice and words else words
