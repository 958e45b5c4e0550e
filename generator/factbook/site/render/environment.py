"""Rendering: the Jinja environment of our own pages: autoescape on, undefined names are errors, few filters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from factbook.runtime.template_cache import SharedBytecode
from factbook.site.i18n import wording
from factbook.site.render import fast_templates as direct
from factbook.site.render import filters as inline
from factbook.site.render import svg as charts
from factbook.site.render.fast_templates import DirectEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable


TEMPLATES = Path(__file__).parent / "templates"


def environment(language: str, kind: type[Environment] = DirectEnvironment) -> Environment:
    """The environment for pages in `language`; `_()` in a template speaks it. Each `kind` gives the same."""
    made = kind(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=SharedBytecode(kind.__name__.lower(), direct.__file__),
    )
    words = wording(language)
    made.globals["_"] = _speaker(words.say)
    made.filters |= {
        "text": inline.text,
        "words": inline.words,
        "link": inline.link,
        "runs": inline.runs,
        "statement": inline.statement,
        "plain": inline.plain,
        "lead": inline.lead,
        "cites": inline.cites(words.say),
        "below": inline.below(words.say),
        "back": inline.back(words.say),
    }
    made.filters |= charts.FILTERS
    return made


def _speaker(say: Callable[..., str]) -> Callable[..., str]:
    """`_()` for templates: a message without values is looked up and escaped once."""
    spoken: dict[str, Markup] = {}

    def speak(message: str, **values: object) -> str:
        if values:
            return say(message, **values)
        if message not in spoken:
            spoken[message] = escape(say(message))
        return spoken[message]

    return speak
