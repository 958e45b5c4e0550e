"""Characters that nobody sees: refused where they deceive, warned of where nothing needs them, else let pass."""

from __future__ import annotations

import pytest

from factbook.content import yaml
from factbook.content.yaml.invisible_characters import MOST, turns


def told(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is said of a text."""
    found = yaml.read(f"a: |-\n  {text}\n".encode(), "a.yml")[1]
    return [(one.code, one.span.line, one.span.column) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", id="a joiner in Persian"),
        pytest.param("\u0915\u094d\u200d\u0937", id="a joiner in Hindi"),
        pytest.param("\U0001f469\u200d\U0001f692", id="an emoji of two"),
        pytest.param("\u2764\ufe0f", id="an emoji with its form"),
        pytest.param("1\ufe0f\u20e3", id="a keycap"),
        pytest.param("\U0001f3f4\U000e0067\U000e0062\U000e007f", id="a flag of a region"),
        pytest.param("\u0e44\u0e17\u0e22\u200b\u0e44\u0e17\u0e22", id="a break in Thai"),
        pytest.param("\u05d0\u05d1 (12)\u200f \u05d2", id="a mark of direction beside Hebrew"),
        pytest.param("\u2067\u0645\u06cc\u2069 said", id="an isolate that is closed"),
        pytest.param("\u182e\u180b\u1820", id="a form of a Mongolian letter"),
    ],
)
def test_what_a_script_needs_passes(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        pytest.param("har\u200bbour", "invisible-character", 6, id="a space of no width in a Latin word"),
        pytest.param("har\u00adbour", "invisible-character", 6, id="a soft hyphen"),
        pytest.param("har\u200dbour", "invisible-character", 6, id="a joiner in a Latin word"),
        pytest.param("harbour\u200f", "invisible-character", 10, id="a mark of direction without letters for it"),
        pytest.param("har\ufe0fbour", "invisible-character", 6, id="a form of a Latin letter"),
        pytest.param("har\U000e0067bour", "invisible-character", 6, id="a tag without a flag"),
        pytest.param("har\u3164bour", "invisible-character", 6, id="a filler"),
        pytest.param("har\u202ebour", "text-direction", 6, id="an override"),
        pytest.param("har\u202ebour\u202c", "text-direction", 6, id="an override that is closed"),
        pytest.param("har\u2067bour", "text-direction", 6, id="an isolate that is not closed"),
        pytest.param("har\u2069bour", "text-direction", 6, id="a close without an opening"),
        pytest.param("\u2067har\u202cbour", "text-direction", 7, id="closed by the mark of another"),
    ],
)
def test_what_deceives_is_told_at_its_place(text: str, code: str, column: int) -> None:
    assert told(text) == [(code, 2, column)]


def test_an_isolate_is_closed_in_its_own_line() -> None:
    assert [line for _, line, _ in told("one \u2067two\n  three\u2069")] == [2, 3]


def test_a_file_full_of_them_is_told_of_so_often() -> None:
    assert len(told("a\u200b" * (MOST + 5))) == MOST


@pytest.mark.parametrize(
    ("value", "character"),
    [("plain", ""), ("\u2067closed\u2069", ""), ("\u2067open", "\u2067"), ("over\u202eride", "\u202e")],
)
def test_what_turns_a_value_for_good(value: str, character: str) -> None:
    assert turns(value) == character
