"""Texts into words: what is the same to a reader is the same to the search."""

from __future__ import annotations

import re

import pytest
from anyascii import anyascii

from factbook.site.search_index.languages import LANGUAGES, rules
from factbook.site.search_index.tokenize import LETTERS, stem, stems, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The river Aare rose.", ["the", "river", "aare", "rose"]),
        ("Müller, MÜLLER, Mu\u0308ller", ["muller", "muller", "muller"]),
        (
            "Straße Œuvre Æsir Øresund Łódź ılık İstanbul",
            ["strasse", "oeuvre", "aesir", "oresund", "lodz", "ilik", "istanbul"],
        ),
        ("Андрій Сибіга", ["андріи", "сибіга"]),
        ("ΛΟΓΟΣ λόγος", ["λογοσ", "λογοσ"]),
        ("12,000 12.000 12\u202f000 12’000", ["12000"] * 4),
        ("1,234,567 and 3,14 and 2024-11-16", ["1234567", "and", "3", "14", "and", "2024", "11", "16"]),
        ("F-16 f16 COVID‑19 Type-12", ["f16", "f16", "covid19", "type12"]),
        ("e-mail 8-10 snake_case", ["e", "mail", "8", "10", "snake", "case"]),
        ("8 to 10", ["8", "to", "10"]),
        ("北京a", ["北", "京", "北京", "a"]),
        ("평양", ["평", "양", "평양"]),
        ("", []),
        ("— … ”", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("letter", [letter for letter in LETTERS if letter.isalpha() and letter != "ς"])
def test_letters_are_folded_as_ids_are(letter: str) -> None:
    assert LETTERS[letter] == anyascii(letter)


@pytest.mark.parametrize(
    ("language", "same"),
    [
        ("en", "thank thanks thanked thanking"),
        ("en", "troop troops"),
        ("en", "pledge pledges pledged pledging"),
        ("en", "plan plans planned planning"),
        ("en", "company companies"),
        ("en", "deny denies denied"),
        ("de", "Soldat Soldaten"),
        ("de", "nordkoreanisch nordkoreanische nordkoreanischen nordkoreanischer"),
        ("de", "Truppe Truppen"),
        ("fr", "soldat soldats"),
        ("fr", "national nationaux nationales"),
        ("es", "soldado soldados"),
        ("ru", "войска войсками войскам"),
        ("uk", "війська військами військам"),
    ],
)
def test_forms_of_one_word_are_found_by_one_another(language: str, same: str) -> None:
    assert len({stem(word, rules(language)) for word in words(same)}) == 1


@pytest.mark.parametrize(
    ("language", "different"),
    [("en", "press pres"), ("en", "Paris Pari"), ("en", "thing the"), ("en", "2020s 2020"), ("xx", "troop troops")],
)
def test_other_words_stay_apart(language: str, different: str) -> None:
    assert len({stem(word, rules(language)) for word in words(different)}) == 2


@pytest.mark.parametrize(
    ("text", "typed"),
    [("Müller", "mueller"), ("Müller", "muller"), ("F-16", "16"), ("F-16", "f"), ("Åland", "aaland")],
)
def test_a_word_is_found_as_people_type_it(text: str, typed: str) -> None:
    assert typed in stems(text, rules("xx"))


def test_words_that_only_ask_are_not_looked_for() -> None:
    assert stems("How many North Korean troops?", rules("en")) == ["north", "korean", "troop"]
    assert stems("Wie viele Soldaten sind es?", rules("de")) == ["soldat"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_of_a_language_are_folded_words(language: str) -> None:
    found = rules(language)
    told = {*found.stop_words, *found.counting, *(part for pair in found.endings for part in pair if part)}
    assert {word for word in told if words(word) != [word]} == set()
    assert not any(re.search(r"\s", word) for word in told)
