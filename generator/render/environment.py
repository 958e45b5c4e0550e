"""Rendering: the Jinja environment of our own pages: autoescape on, undefined names are errors, few filters."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.render import charts, inline
from generator.words import wording

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
        "text": inline.text,
        "link": inline.link,
        "runs": inline.runs,
        "statement": inline.statement,
        "plain": inline.plain,
        "cites": inline.cites(words.say),
        "back": inline.back(words.say),
    }
    made.filters |= charts.FILTERS
    return made
