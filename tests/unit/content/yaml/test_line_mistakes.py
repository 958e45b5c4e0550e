"""Lines of YAML that are wrong by themselves: what is said of them and where; lines in order are passed over."""

from __future__ import annotations

import pytest

from factbook.content.yaml.line_mistakes import key, mistake


@pytest.mark.parametrize(
    ("row", "column", "said", "advice"),
    [
        ("\tid: a", 1, "a tab stands where spaces indent the line", "Replace the tab"),
        ("  \tid: a", 3, "a tab stands where spaces indent the line", "Replace the tab"),
        ("-\tid: a", 2, "a tab stands after the dash", "Replace the tab"),
        ("title = Ships", 7, "an equals sign stands after `title`", "Write `title: Ships`."),
        ("- title=Ships", 8, "an equals sign stands after `title`", "Write `title: Ships`."),
        ("title：Ships", 6, "the colon after `title` is another character, ：", "the colon of the Latin keyboard"),
        ("title:Ships", 6, "no space follows the colon after `title`", "Write `title: Ships`."),
        ("title:" + "a" * 50, 6, "no space follows the colon", f"Write `title: {'a' * 40}…`."),
        ("-Ships", 1, "no space follows the dash", "Write `- ` with a space"),
        ('  -"Ships"', 3, "no space follows the dash", "Write `- ` with a space"),
        ("title: Ships: a list", 13, "a colon followed by a space stands inside a text", "double quotes"),
        ("- Ships: ", 0, "", ""),
        ("- a b: c: d", 9, "a colon followed by a space stands inside a text", "double quotes"),
        ("title: “Ships: a list”", 14, "curly quotation marks", "double quotes"),
        ("title: Pier no. #7 is shut", 17, "a `#` after a space starts a comment", "double quotes"),
        ('title: "Ships", in May', 15, "goes on after the closing one", "Write `>-`"),
        ('title: "Ships",', 15, "a comma stands after the text", "Delete the comma"),
        ("title: 'The pier's end'", 17, "an apostrophe ends this text", "write the apostrophe twice"),
        ("title: > Ships", 10, "words stand after `>` on the same line", "Write `>-` alone"),
        ("title: |- Ships", 11, "words stand after `|` on the same line", "Write `|-` alone"),
        ("title: @harbour", 8, "a text cannot start with `@`", "double quotes"),
        ("title: `code`", 8, "a text cannot start with a backtick", "double quotes"),
        ("title: %ships", 8, "a text cannot start with `%`", "double quotes"),
        ("title: *ships", 8, "a text cannot start with `*`", "double quotes"),
        ("title: - ships", 8, "`-` and a space stand where a text starts", "A list starts on the line below"),
        ("title: [[ship]] came", 8, "starts with `[`, which YAML takes for the start of a list", "double quotes"),
        ("title: {ship} came", 8, "starts with `{`, which YAML takes for the start of keys", "double quotes"),
    ],
)
def test_what_is_said_of_a_line(row: str, column: int, said: str, advice: str) -> None:
    told = mistake(row)
    if not said:
        assert told is None
        return
    assert told is not None
    assert told.column == column
    assert said in told.message
    assert advice in " ".join(told.advice)


@pytest.mark.parametrize(
    "row",
    [
        "",
        "# a comment: with a colon",
        "title: Ships",
        "title:",
        'title: "Ships: a list"',
        "title: 'The pier''s end'",
        'title: "Ships" # a comment',
        "id: ships # a comment",
        "date: 2024-05-02 # a comment",
        "title: >-",
        "title: |2-",
        "url: https://gazette.example/ships",
        "https://gazette.example/ships",
        "topics: [ships, piers]",
        "topics: [ships] # a comment",
        "figure: {series: ships, value: 12}",
        "- source: gazette",
        "- - nested",
        "-12",
        "statement: [[port]]",
        "time: 12:30",
        "a line of a folded text, 2 = 1 + 1",
    ],
)
def test_what_is_in_order_is_passed_over(row: str) -> None:
    assert mistake(row) is None


@pytest.mark.parametrize(
    ("row", "name", "column"),
    [("title: x", "title", 1), ("  - title:", "title", 5), ('"odd key": x', "odd key", 1), ("title x", None, 0)],
)
def test_the_key_of_a_line(row: str, name: str | None, column: int) -> None:
    found = key(row)
    assert (found and found.name, found.column if found else 0) == (name, column)
