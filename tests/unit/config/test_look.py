"""Look: what a site may set of its own, and what is told of each key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.config import reader

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.diagnostics.types import Diagnostic


def read(folder: Path, lines: str) -> tuple[Settings | None, tuple[Diagnostic, ...]]:
    (folder / "site_config.yml").write_text(f"name: Facts\n{lines}\n", encoding="utf-8")
    return reader.read(folder, {})


@pytest.mark.parametrize(
    ("lines", "code", "words", "help_"),
    [
        ('colour: "#ffff00"', "colour-contrast", "a contrast of 1.0 to 1 on light pages", "read is #606000."),
        ("colour_dark: 300", "colour-contrast", "on dark pages, and links need 4.5 to 1", "read is #ff"),
        ("colour: red", "colour-form", "is not a colour of six hexadecimal digits", "7a1b4f"),
        ("colour: #1b4f7a", "value-empty", "`colour` is empty", "`colour: 7a1b4f`"),
        ("licence: CC BY 4.0", "licence-form", "is not the identifier of a licence", "Write CC-BY-4.0."),
        ("licence: mine", "licence-form", "nor the address of one", "CC-BY-4.0"),
        ("footer: [{title: A}]", "key-missing", "needs `to`", "/imprint/"),
        ("footer: [{to: /a/}]", "key-missing", "needs `title`", "Imprint"),
        ("extra_css: own.css", "value-type", "`extra_css` is a list", ""),
        ("color: 7a1b4f", "key-unknown", "no key `color`", "`colour`"),
    ],
)
def test_what_is_told(tmp_path: Path, lines: str, code: str, words: str, help_: str) -> None:
    _, problems = read(tmp_path, lines)
    assert [one.code for one in problems] == [code]
    assert words in problems[0].message
    assert help_ in problems[0].help[0]
    assert problems[0].span.line == 2


@pytest.mark.parametrize(
    ("lines", "colours"),
    [
        ("", None),
        ("colour: 7a1b4f", ("#7a1b4f", "#e793c1")),
        ("colour: 7a1b4f\ncolour_dark: fff", ("#7a1b4f", "#ffffff")),
        ("colour_dark: e6a8c8", ("#1b4f7a", "#e6a8c8")),
    ],
)
def test_the_colour_of_the_other_scheme(tmp_path: Path, lines: str, colours: tuple[str, str] | None) -> None:
    settings, problems = read(tmp_path, lines)
    assert problems == ()
    assert settings is not None
    assert settings.look.colours == colours


@pytest.mark.parametrize(
    ("licence", "known"),
    [
        ("CC-BY-4.0", ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")),
        ("https://terms.example/use", ("terms.example/use", "https://terms.example/use")),
    ],
)
def test_a_licence(tmp_path: Path, licence: str, known: tuple[str, str]) -> None:
    settings, problems = read(tmp_path, f"licence: {licence}")
    assert problems == ()
    assert settings is not None
    assert settings.licence == known


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml"])
def test_a_configuration_of_mkdocs_is_told_of_once(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("site_name: x\n", encoding="utf-8")
    settings, problems = read(tmp_path, "")
    assert settings is not None
    assert [(one.code, one.span.path, str(one.severity)) for one in problems] == [("config-ignored", name, "warning")]
