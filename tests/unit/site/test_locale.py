"""Catalogues: each has every message of the site, and none that the site does not say."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from factbook.config.settings import SPOKEN, is_spoken
from factbook.site.i18n import CATALOGUES, wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GENERATOR = CATALOGUES.parents[1]
PYTHON = ("exports", "site", "theme")
TEMPLATES = [("site/**.html", "jinja2"), ("theme/light_page.html", "jinja2")]
FUNCTIONS = {"say": 1, "_say": 1, "count": 2}
"""What says a message, and how many of its first arguments are its forms."""


def messages() -> set[str | tuple[str, ...]]:
    """Every message that the site can say, inside f-strings too, where Babel's own reader of Python sees none."""
    return {*_in_python(), *_in_templates()}


def _in_templates() -> Iterator[str | tuple[str, ...]]:
    found = extract_from_dir(GENERATOR, method_map=TEMPLATES, keywords={"say": None, "count": (1, 2)})
    for _, _, message, _, _ in found:
        yield tuple(message) if isinstance(message, tuple | list) else message


def _in_python() -> Iterator[str | tuple[str, ...]]:
    for path in (path for room in PYTHON for path in sorted((GENERATOR / room).rglob("*.py"))):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and (forms := FUNCTIONS.get(_name(call.func))):
                said = [one.value for one in call.args[:forms] if isinstance(one, ast.Constant)]
                words = tuple(one for one in said if isinstance(one, str))
                if len(words) == forms:
                    yield words[0] if forms == 1 else words


def _name(function: ast.expr) -> str:
    return str(getattr(function, "attr", "") or getattr(function, "id", ""))


def values(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def forms(found: object) -> list[str]:
    """A message's forms: one, or one for each plural."""
    return [found] if isinstance(found, str) else [str(form) for form in found]  # type: ignore[attr-defined]  # the stubs give a union of sequences


"""Other catalogues may lag behind: what is missing there is shown in English."""


@pytest.mark.parametrize("catalogue", sorted(CATALOGUES.glob("*/LC_MESSAGES/factbook.po")), ids=lambda p: p.parts[-3])
def test_a_catalogue_is_complete_and_holds_nothing_else(catalogue: Path) -> None:
    with catalogue.open("rb") as stream:
        known = {message.id: message.string for message in read_po(stream) if message.id}
        plural = read_po(catalogue.open("rb")).num_plurals
    assert set(known) == messages()
    for message, translated in known.items():
        assert all(forms(translated)), message
        assert len(forms(translated)) == (plural if isinstance(message, tuple) else 1), message
        allowed = {frozenset(values(form)) for form in forms(message)}
        if isinstance(message, tuple) and plural > 3:  # a form for one or two says the number in its noun
            allowed |= {given - {"n"} for given in allowed}
        assert {frozenset(values(form)) for form in forms(translated)} <= allowed, message


@pytest.mark.parametrize(
    ("language", "numbers", "said"),
    [
        ("fr", (0, 1, 2), ["0 information", "1 information", "2 informations"]),
        (
            "uk",
            (1, 3, 5, 12, 21, 24),
            ["1 джерело", "3 джерела", "5 джерел", "12 джерел", "21 джерело", "24 джерела"],
        ),
        ("ar", (1, 2, 3, 11, 100), ["مصدر واحد", "مصدران", "3 مصادر", "11 مصدرا", "100 مصدر"]),
    ],
)
def test_plural_forms(language: str, numbers: tuple[int, ...], said: list[str]) -> None:
    one, many = ("{n} fact", "{n} facts") if language == "fr" else ("{n} source", "{n} sources")
    assert [wording(language).count(one, many, number) for number in numbers] == said


def test_the_configuration_knows_which_languages_have_a_catalogue() -> None:
    assert {path.parts[-3] for path in CATALOGUES.glob("*/LC_MESSAGES/factbook.po")} == SPOKEN - {"en"}


@pytest.mark.parametrize(("language", "there"), [("en-GB", True), ("de-AT", True), ("fr", True), ("pl", False)])
def test_a_country_does_not_matter(language: str, there: bool) -> None:
    assert is_spoken(language) is there


def test_french_spaces_before_its_high_marks() -> None:
    """No plain space stands before them, nor inside its quotation marks."""
    with (CATALOGUES / "fr" / "LC_MESSAGES" / "factbook.po").open("rb") as stream:
        words = [form for message in read_po(stream) if message.id for form in forms(message.string)]
    assert not [form for form in words if re.search(r" [;:!?»]|« |[^\s\u00a0\u202f][;!?»]", form)]
