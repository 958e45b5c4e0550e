"""Reading YAML: strings first, places kept, nothing that content does not need."""

from __future__ import annotations

import pytest

from factbook.content import yaml
from factbook.diagnostics.types import Span


def tree(text: str) -> yaml.Tree:
    found, problems = yaml.read(text.encode(), "a.yml")
    assert not problems
    assert found is not None
    return found


def codes(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return [problem.code for problem in yaml.read(data, "a.yml")[1]]


@pytest.mark.parametrize("word", ["NO", "12:30", "0123", "1.10", "1e3", "2024-10", "~", "true", "null", "0x1F"])
def test_every_value_stays_the_text_that_was_typed(word: str) -> None:
    assert tree(f"a: {word}\n").value == {"a": word}


def test_places_of_values_keys_and_entries() -> None:
    found = tree("a: 1\nb:\n  - c: xyz\n    d: q\n  - e\n")
    assert found.span("a") == Span("a.yml", 1, 4, 1, 5)
    assert found.span("b", 0, "c") == Span("a.yml", 3, 8, 3, 11)
    assert found.key_span("b", 0, "d") == Span("a.yml", 4, 5, 4, 6)
    assert found.span("b", 1) == Span("a.yml", 5, 5, 5, 6)


def test_an_alias_is_the_value_of_its_anchor_and_has_a_place_of_its_own() -> None:
    found = tree("a: &both\n  en: x\n  de: [y]\nb: *both\nc: &day 2024\nd: *day\n")
    assert found.value == {"a": {"en": "x", "de": ["y"]}, "b": {"en": "x", "de": ["y"]}, "c": "2024", "d": "2024"}
    assert found.span("a", "de", 0) == Span("a.yml", 3, 8, 3, 9)
    assert found.span("b", "de", 0) == found.span("b") == Span("a.yml", 4, 4, 4, 9)
    assert (found.span("c"), found.span("d")) == (Span("a.yml", 5, 9, 5, 13), Span("a.yml", 6, 4, 6, 8))


def test_what_is_absent_has_the_place_of_what_is_above_it() -> None:
    found = tree("a: {b: c}\n")
    assert found.span("a", "nothing") == found.span("a")


def test_a_branch_keeps_the_places_of_its_file() -> None:
    found = tree("- a: 1\n- a: 2\n")
    second = list(found.branches())[1]
    assert second.value == {"a": "2"}
    assert second.span("a") == Span("a.yml", 2, 6, 2, 7)
    assert found.branch(1).span("a") == second.span("a")


def test_words_inside_a_folded_text_have_a_place_of_their_own() -> None:
    text = "a: >-\n  one two\n  three four\n"
    assert tree(text).within(text, "two three", "a") == Span("a.yml", 2, 7, 3, 8)
    assert tree(text).within(text, "absent", "a").line == 1


def test_a_block_text_ends_on_its_own_last_line() -> None:
    assert tree("a: |\n  one\n  two\nb: c\n").span("a").end_line == 3


def test_the_byte_order_mark_moves_no_column() -> None:
    assert tree("\ufeffa: b\n").span("a") == Span("a.yml", 1, 4, 1, 5)


def test_a_key_that_is_spelt_with_an_escape_is_the_same_key() -> None:
    assert codes('id: a\n"\\x69d": b\n') == ["yaml-duplicate-key"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: *x\nb: &x 1\n", "yaml-alias"),
        ("a: &x [*x]\n", "yaml-alias"),
        ("*x : 1\n", "yaml-key"),
        (
            "a0: &a0 [lol, lol]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 9)),
            "yaml-too-large",
        ),
        ("a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 99)), "yaml-too-deep"),
        ("a: !!int 1\n", "yaml-tag"),
        ("<<: {a: b}\n", "yaml-merge"),
        ("%TAG ! x\n---\na: b\n", "yaml-directive"),
        ("a: b\n---\nc: d\n", "yaml-documents"),
        ("? [a]\n: b\n", "yaml-key"),
        ("a: b\x1b\n", "yaml-control-character"),
        (b"a: \xff\n", "not-utf8"),
        ("a: [" * 40, "yaml-too-deep"),
        ("[" * 25_000, "yaml-too-deep"),
        ("[a," * 1, "yaml-syntax"),
        ("x" * (yaml.MAX_BYTES + 1), "yaml-too-large"),
    ],
)
def test_what_content_does_not_need_is_refused_by_name(text: str | bytes, code: str) -> None:
    assert code in codes(text)


def test_forty_thousand_directives_are_refused_at_once() -> None:
    assert codes("%TAG !a! tag:b\n" * 40_000) == ["yaml-directive"]


def test_an_escaped_control_character_is_refused_too() -> None:
    assert codes('a: "b\\0c"\n') == ["yaml-control-character"]


def test_a_colon_in_a_text_is_explained() -> None:
    _, problems = yaml.read(b"a: He said: no\n", "a.yml")
    assert "a colon followed by a space" in problems[0].message
    assert problems[0].span == Span("a.yml", 1, 11)


def test_a_tab_is_explained() -> None:
    _, problems = yaml.read(b"a:\n\t- b\n", "a.yml")
    assert "tab" in problems[0].message
    assert problems[0].span.line == 2


@pytest.mark.parametrize("text", ["ᠬᠠᠷ\u180eᠠ", "ᠬᠠᠷ\u202f\u180eᠠ", "ᠬᠠᠷ\u180b\u180eᠠ", "ᠪᠠᠢᠨ\u180aᠠ\u180e"])
def test_marks_that_mongolian_needs_are_in_order(text: str) -> None:
    assert yaml.read(f"name: {text}\n".encode(), "x.yml")[1] == ()
