"""Rendering: the Jinja environment of our own pages: autoescape on, undefined names are errors, few filters.

Small parts that stand thousands of times on a large site (texts, links, runs) are functions here, since a
macro call costs ten times as much; whatever has a shape of its own is a template.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.render import charts
from generator.words import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.views.parts import Citation, Link, Run, Statement, Text

TEMPLATES = Path(__file__).parent / "templates"


def environment(language: str) -> Environment:
    """The environment for pages in `language`; `_()` in a template speaks it."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    words = wording(language)
    made.globals["_"] = words.say
    made.filters |= {
        "text": text,
        "link": link,
        "runs": runs,
        "statement": statement,
        "plain": plain,
        "cites": _cites(words.say),
    }
    made.filters |= getattr(charts, "FILTERS", {})
    return made


def text(found: Text | None) -> Markup:
    """A text with its language where it is another than the page's, and a small word that says so."""
    if found is None:
        return Markup()
    return _spoken(escape(found.words), found.language, found.direction, found.notice)


def link(found: Link) -> Markup:
    """A link, or the name alone when there is no page behind it; with its note."""
    words = text(found.text)
    shown = Markup('<a href="{}">{}</a>').format(found.href, words) if found.href else words
    return shown + Markup(" <small>{}</small>").format(found.note) if found.note else shown


def runs(found: Iterable[Run]) -> Markup:
    """Words with links among them."""
    return Markup().join(_run(run) for run in found)


def statement(found: Statement) -> Markup:
    return _spoken(runs(found.runs), found.language, found.direction, found.notice)


def plain(found: Statement) -> Markup:
    """A statement inside a link: its words, without links of its own."""
    words = Markup().join(
        Markup("<b>{}</b>").format(run.words) if run.strong else escape(run.words) for run in found.runs
    )
    return _spoken(words, found.language, found.direction, found.notice)


def _cites(say: Callable[..., str]) -> Callable[[Iterable[Citation]], Markup]:
    """The citation numbers behind a statement: one for each source, leading to its first quote."""

    def cites(found: Iterable[Citation]) -> Markup:
        first: dict[str, Citation] = {}
        for citation in found:
            first.setdefault(citation.source, citation)
        links = Markup().join(_cite(say, citation) for citation in first.values())
        return Markup('<span class="fb-cites">{}</span>').format(links) if links else links

    return cites


def _cite(say: Callable[..., str], citation: Citation) -> Markup:
    name = say("Citation {label}, {publisher}", label=citation.label, publisher=citation.publisher.text.words)
    return Markup('<a class="fb-cite" href="{}" aria-label="{}">{}</a>').format(citation.href, name, citation.label)


def _run(run: Run) -> Markup:
    words = escape(run.words)
    if run.href:
        words = Markup('<a href="{}">{}</a>').format(run.href, words)
    return Markup("<b>{}</b>").format(words) if run.strong else words


def _spoken(words: Markup, language: str, direction: str, notice: str) -> Markup:
    """Words in a language of their own."""
    if language:
        turned = Markup(' dir="{}"').format(direction) if direction else Markup()
        words = Markup('<span lang="{}"{}>{}</span>').format(language, turned, words)
    return words + Markup(' <small class="fb-lang">({})</small>').format(notice) if notice else words
