"""Long lists of names by letter: every name once, in order, under the letter where it is looked for."""

from __future__ import annotations

import pytest

from factbook.site.i18n import wording
from factbook.site.letters import AT_MOST, letter_bar, lettered


def names(*starts: tuple[str, int]) -> list[tuple[str, str]]:
    return [(f"{start}{number:04}", f"{start}-{number}") for start, count in starts for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, AT_MOST])
def test_what_goes_on_one_page_has_no_letters(count: int) -> None:
    assert lettered(names(("a", count))) == ()


@pytest.mark.parametrize(
    ("starts", "pages"),
    [
        ([("a", 300), ("b", 1)], [("A", "index-a", 300), ("B", "index-b", 1)]),
        ([("a", 301)], [("A", "index-a", 300), ("A 2", "index-a-2", 1)]),
        ([("a", 600)], [("A", "index-a", 300), ("A 2", "index-a-2", 300)]),
        ([("a", 200), ("Á", 200)], [("A", "index-a", 300), ("A 2", "index-a-2", 100)]),
        ([("2 ", 1), ("(", 1), ("b", 300)], [("#", "index-23", 2), ("B", "index-b", 300)]),
        ([("“b", 301)], [("B", "index-b", 300), ("B 2", "index-b-2", 1)]),
        ([("є", 301)], [("Є", "index-404", 300), ("Є 2", "index-404-2", 1)]),
    ],
)
def test_pages_of_letters(starts: list[tuple[str, int]], pages: list[tuple[str, str, int]]) -> None:
    given = names(*starts)
    found = lettered(given)
    assert [(page.name, page.folder, len(page.ids)) for page in found] == pages
    assert [one for page in found for one in page.ids] == [one for _, one in given]


def test_the_bar_leads_to_each_letter_and_marks_the_current_one() -> None:
    found = lettered(names(("a", 300), ("b", 1)))
    bar = letter_bar(wording("en"), "actors/", found, "index-b")
    assert bar.count("<a ") == 2
    assert bar.count("aria-current") == 1
    assert 'actors/index-b/" aria-current="page">B<' in bar
    assert letter_bar(wording("en"), "actors/", ()) == ""


def test_what_takes_more_room_leaves_less_to_others() -> None:
    given = names(("a", 4))
    heavy = given[1][1]
    found = lettered(given, lambda one: 299 if one == heavy else 2)
    assert [len(page.ids) for page in found] == [1, 1, 2]
