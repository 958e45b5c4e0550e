"""Rendering: the Jinja environment of our own pages: autoescape on, undefined names are errors, few filters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.render import charts, inline
from generator.words import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.bccache import Bucket


class _Compiled(BytecodeCache):
    """Templates compiled by this process, for the next environment: under `serve` each edit has one."""

    def __init__(self) -> None:
        self._found: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._found:
            bucket.bytecode_from_string(self._found[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._found[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()
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
        bytecode_cache=_COMPILED,
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
        "cites": inline.cites(words.say),
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
