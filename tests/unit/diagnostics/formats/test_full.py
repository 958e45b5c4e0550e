"""The format for people: rows, carets, further places, advice."""

from __future__ import annotations

from factbook.diagnostics.colours import Paint
from factbook.diagnostics.formats.full import Paragraphs
from factbook.diagnostics.sanitize import width
from factbook.diagnostics.source_lines import Excerpts
from factbook.diagnostics.types import Diagnostic, Label, Severity, Span

FILES = {
    "content/facts/troops.yml": 'id: troops\nstatement: About 8,000 troops\nquote: "8 000 troops"\n',
    "wide.yml": "name: 金正恩 spoke\n",
    "tab.yml": "a:\tx\ty\n",
    "long.yml": f"quote: {'before ' * 40}HERE {'after ' * 60}\n",
    "evil.yml": "name: \x1b[2J\u202eabc def\n",
    "marks.yml": "name: a\u0301e\u0301 word\n",
    "block.yml": "statement: >-\n  one two\n  three\nnext: x\n",
}


def written(problem: Diagnostic, columns: int = 100) -> list[str]:
    return Paragraphs(Excerpts(FILES.get), Paint(), columns).full(problem).split("\n")


def test_the_words_are_underlined_and_advice_follows() -> None:
    span = Span("content/facts/troops.yml", 2, 12, 2, 29)
    problem = Diagnostic("number-without-words", "no quote says 8,000", span, help=("Quote it.", "Or cut it."))
    assert written(problem) == [
        "error[number-without-words]: no quote says 8,000",
        " --> content/facts/troops.yml:2:12",
        "  |",
        "2 | statement: About 8,000 troops",
        "  |            ^^^^^^^^^^^^^^^^^",
        "  = help: Quote it.",
        "  =       Or cut it.",
    ]


def test_further_places_say_why_they_are_shown() -> None:
    label = Label(Span("content/facts/troops.yml", 1, 5, 1, 11), "the fact starts here")
    span = Span("content/facts/troops.yml", 3, 9, 3, 14)
    problem = Diagnostic("quote-short", "too short", span, Severity.WARNING, (label,))
    assert written(problem) == [
        "warning[quote-short]: too short",
        " --> content/facts/troops.yml:3:9",
        "  |",
        '3 | quote: "8 000 troops"',
        "  |         ^^^^^",
        " ::: content/facts/troops.yml:1:5",
        "  |",
        "1 | id: troops",
        "  |     ------ the fact starts here",
    ]


def test_wide_characters_take_two_cells() -> None:
    row, marks = written(Diagnostic("c", "m", Span("wide.yml", 1, 7, 1, 10)))[3:5]
    assert (row, marks) == ("1 | name: 金正恩 spoke", "  |       ^^^^^^")


def test_combining_marks_take_none() -> None:
    row, marks = written(Diagnostic("c", "m", Span("marks.yml", 1, 12, 1, 16)))[3:5]
    assert (row, marks) == ("1 | name: a\u0301e\u0301 word", "  |          ^^^^")


def test_tabs_are_drawn_up_to_the_next_stop() -> None:
    row, marks = written(Diagnostic("c", "m", Span("tab.yml", 1, 6, 1, 7)))[3:5]
    assert (row, marks) == ("1 | a:  x   y", "  |         ^")


def test_nothing_steers_the_terminal() -> None:
    span = Span("evil.yml", 1, 16, 1, 19)
    text = written(Diagnostic("c", "found \x1b]0;owned\x07", span, help=("do \u202e this\r",)))
    assert text[3:5] == ["1 | name: \\u001b[2J\\u202eabc def", "  |                          ^^^"]
    assert all(row.isprintable() for row in text)


def test_a_long_row_is_cut_around_the_words() -> None:
    row, marks = written(Diagnostic("c", "m", Span("long.yml", 1, 288, 1, 292)), columns=60)[3:5]
    assert width(row) <= 60
    assert row.startswith("1 | …")
    assert row.endswith("…")
    assert row[marks.index("^") : marks.rindex("^") + 1] == "HERE"


def test_words_longer_than_a_row_are_cut_too() -> None:
    row, marks = written(Diagnostic("c", "m", Span("long.yml", 1, 8, 1, 600)), columns=60)[3:5]
    assert width(row) <= 60
    assert len(marks) <= len(row)


def test_a_span_over_several_rows_marks_each() -> None:
    assert written(Diagnostic("c", "m", Span("block.yml", 1, 12, 3, 8)))[3:] == [
        "1 | statement: >-",
        "  |            ^^",
        "2 |   one two",
        "  |   ^^^^^^^",
        "3 |   three",
        "  |   ^^^^^",
    ]


def test_the_middle_of_a_very_long_span_is_left_out() -> None:
    FILES["rows.yml"] = "".join(f"row {number}\n" for number in range(1, 31))
    text = written(Diagnostic("c", "m", Span("rows.yml", 1, 1, 30, 7)))
    assert text[-3:] == ["   | …", "30 | row 30", "   | ^^^^^^"]
    assert len(text) == 3 + 4 * 2 + 3


def test_a_file_that_cannot_be_had_leaves_the_address() -> None:
    label = Label(Span("gone.yml", 3), "it stands here first")
    assert written(Diagnostic("c", "m", Span("away.yml", 12, 3), labels=(label,))) == [
        "error[c]: m",
        "  --> away.yml:12:3",
        "  ::: gone.yml:3:1",
        "   | it stands here first",
    ]


def test_a_place_behind_the_end_of_the_file_does_no_harm() -> None:
    assert written(Diagnostic("c", "m", Span("wide.yml", 40, 9)))[1] == "  --> wide.yml:40:9"
    assert written(Diagnostic("c", "m", Span("wide.yml", 1, 400)))[4] == "  |                   ^"
