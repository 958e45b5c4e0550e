"""Catalogues: every message of the site is there in every language that has one, with its values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator.words import CATALOGUES

if TYPE_CHECKING:
    from pathlib import Path

GENERATOR = CATALOGUES.parent
METHODS = [
    ("exports/atom.py", "python"),
    ("exports/markdown/**.py", "python"),
    ("host/configuration.py", "python"),
    ("pages/**.py", "python"),
    ("render/**.py", "python"),
    ("render/templates/**.html", "jinja2"),
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


@pytest.mark.parametrize("catalogue", sorted(CATALOGUES.glob("*/LC_MESSAGES/factbook.po")), ids=lambda p: p.parts[-3])
def test_a_catalogue_is_complete_and_holds_nothing_else(catalogue: Path) -> None:
    with catalogue.open("rb") as stream:
        known = {message.id: message.string for message in read_po(stream) if message.id}
    assert set(known) == messages()
    for message, translated in known.items():
        assert all(forms(translated)), message
        assert {frozenset(values(form)) for form in forms(translated)} <= {
            frozenset(values(form)) for form in forms(message)
        }
