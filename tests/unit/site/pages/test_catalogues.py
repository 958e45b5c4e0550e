"""Catalogues: every message of the site is there in German, and none that the site does not say in any language."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from factbook.site.i18n import CATALOGUES

if TYPE_CHECKING:
    from pathlib import Path

GENERATOR = CATALOGUES.parents[1]
METHODS = [
    ("exports/feeds.py", "python"),
    ("exports/markdown/**.py", "python"),
    ("site/articles/**.py", "ignore"),
    ("site/**.py", "python"),
    ("site/**.html", "jinja2"),
    ("theme/mkdocs_config.py", "python"),
]
KEYWORDS = {"say": None, "count": (1, 2), "_": None}


def messages() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(GENERATOR, method_map=METHODS, keywords=KEYWORDS)
    return {tuple(message) if isinstance(message, tuple | list) else message for _, _, message, _, _ in found}


def values(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def forms(found: object) -> list[str]:
    """A message's forms: one, or one for each plural."""
    return [found] if isinstance(found, str) else [str(form) for form in found]  # type: ignore[attr-defined]  # the stubs give a union of sequences


COMPLETE = frozenset({"de"})
"""Other catalogues may lag behind: what is missing there is shown in English."""


@pytest.mark.parametrize("catalogue", sorted(CATALOGUES.glob("*/LC_MESSAGES/factbook.po")), ids=lambda p: p.parts[-3])
def test_a_catalogue_is_complete_and_holds_nothing_else(catalogue: Path) -> None:
    with catalogue.open("rb") as stream:
        known = {message.id: message.string for message in read_po(stream) if message.id}
    assert set(known) <= messages()
    assert catalogue.parts[-3] not in COMPLETE or messages() <= set(known)
    for message, translated in known.items():
        assert all(forms(translated)), message
        assert {frozenset(values(form)) for form in forms(translated)} <= {
            frozenset(values(form)) for form in forms(message)
        }


def test_no_message_hides_where_the_extraction_does_not_look() -> None:
    """Inside an f-string Babel sees no message, so nobody would translate it."""
    known = {message if isinstance(message, str) else message[0] for message in messages()}
    hidden = [
        f"{path.relative_to(GENERATOR)}:{call.lineno}"
        for path in sorted(GENERATOR.rglob("*.py"))
        for inside in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(inside, ast.JoinedStr)
        for call in ast.walk(inside)
        if isinstance(call, ast.Call) and _name(call.func) in ("say", "_say", "count")
        for message in call.args[:1]
        if isinstance(message, ast.Constant) and message.value not in known
    ]
    assert not hidden


def _name(function: ast.expr) -> str:
    return str(getattr(function, "attr", "") or getattr(function, "id", ""))
