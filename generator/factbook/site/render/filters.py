"""Rendering: the small parts that stand thousands of times on a large site: texts, links, runs, citation numbers.

They are functions and not macros, and put their strings together themselves, since a macro call or
`Markup.format` costs ten times as much. Every value from a view goes through `safe`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from factbook.site.render.escape import safe
from factbook.site.views import placeholders as marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.site.views.parts import Brief, Cite, Link, Run, SourceEntry, Statement, Text


def text(found: Text | None) -> Markup:
    """A text with its language where it is another than the page's, and a small word that says so."""
    return Markup(_text(found) if found is not None else "")


def words(found: Text) -> Markup:
    """The same inside a link: without links of its own."""
    return Markup(_words(found))


def link(found: Link) -> Markup:
    """A link, or the name alone when there is no page behind it; with its note."""
    words = _words(found.text)
    shown = f'<a href="{safe(found.href)}">{words}</a>' if found.href else words
    return Markup(f"{shown} <small>{safe(found.note)}</small>" if found.note else shown)


def runs(found: Iterable[Run]) -> Markup:
    """Words with links among them."""
    return Markup(_runs(found))


def statement(found: Statement) -> Markup:
    return Markup(_spoken(_runs(found.runs), found))


def plain(found: Statement) -> Markup:
    """A statement inside a link: its words, without links of its own."""
    words = "".join(f"<b>{safe(run.words)}</b>" if run.strong else safe(run.words) for run in found.runs)
    return Markup(_spoken(words, found))


def lead(found: Brief) -> Markup:
    """A fact in one line that leads to it."""
    return Markup(f'<a href="{safe(found.href)}">{plain(found.words)}</a>')


def cites(say: Callable[..., str]) -> Callable[[Iterable[Cite]], Markup]:
    """A filter for the citation numbers behind a statement."""
    return lambda found: _numbers([_cite(say, cite, cite.href) for cite in found])


def below(say: Callable[..., str]) -> Callable[[Iterable[Cite]], Markup]:
    """The same where the quotes stand right below, on whichever page that is."""
    return lambda found: _numbers([_cite(say, cite, f"#{cite.anchor}") for cite in found])


def back(say: Callable[..., str]) -> Callable[[SourceEntry], Markup]:
    """A filter for the letters that lead from a source back to where the page cites it: a mark, filled per page."""
    name = safe(say("Citation {letter} of source {label}"))
    pattern = f'<a href="{{href}}" aria-label="{name}">{{letter}}</a>'
    return lambda entry: Markup(marks.back(entry.card.id, pattern))


def _text(found: Text) -> str:
    return _spoken(_runs(found.runs), found) if found.runs else _words(found)


def _words(found: Text) -> str:
    if not found.language and not found.notice:
        return safe(found.words)
    return _spoken(safe(found.words), found)


def _runs(found: Iterable[Run]) -> str:
    return "".join(_run(run) for run in found)


def _run(run: Run) -> str:
    words = safe(run.words)
    if run.language:
        turned = f' dir="{safe(run.direction)}"' if run.direction else ""
        words = f'<span lang="{safe(run.language)}"{turned}>{words}</span>'
    if run.href:
        words = f'<a href="{safe(run.href)}">{words}</a>'
    return f"<b>{words}</b>" if run.strong else words


def _numbers(links: list[str]) -> Markup:
    return Markup(f'<span class="fb-cites">{"".join(links)}</span>' if links else "")


def _cite(say: Callable[..., str], cite: Cite, href: str) -> str:
    name = say("Citation {label}, {publisher}", label=cite.label, publisher=cite.publisher)
    return f'<a class="fb-cite" href="{safe(href)}" aria-label="{safe(name)}">{safe(cite.label)}</a>'


def _spoken(words: str, found: Text | Statement) -> str:
    """Words in a language of their own."""
    if found.language:
        turned = f' dir="{safe(found.direction)}"' if found.direction else ""
        words = f'<span lang="{safe(found.language)}"{turned}>{words}</span>'
    return f'{words} <small class="fb-lang">({safe(found.notice)})</small>' if found.notice else words
