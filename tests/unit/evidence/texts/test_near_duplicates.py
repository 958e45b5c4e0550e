"""Near-duplicates that nobody declared are found, and independent reports are not taken for them."""

from __future__ import annotations

import random

import pytest

from factbook.evidence.texts import near_duplicates
from factbook.evidence.texts.near_duplicates import alike, candidates
from tests.unit.evidence.texts.made import LANGUAGES, prepared

AGENCY = """The Japanese foreign minister arrived in the capital on Saturday to discuss the deepening
alliance, including the deployment of thousands of troops to support the war. He will meet his
counterpart to reaffirm strong support against the invasion and to discuss further sanctions."""

REPRINT = "KYIV (Agency) – " + AGENCY.replace("capital", "city").replace("\n", " ")

OTHER = """Pyongyang seeks access to missile technology in exchange for its soldiers, the minister told
reporters on Saturday after a meeting with his guest from Tokyo, and he warned that the threat reaches
as far as Southeast Asia. He called for a joint answer by all partners, who have so far said little."""


def test_a_reprint_is_found_and_another_report_is_not() -> None:
    documents = {"agency": prepared(AGENCY), "other": prepared(OTHER), "reprint": prepared(REPRINT)}
    assert candidates(documents) == (("agency", "reprint"),)
    share, passage = alike(documents["agency"], documents["reprint"])
    assert share > 0.8
    assert passage.startswith("on Saturday to discuss the deepening alliance, including")
    assert len(passage.split()) <= 20
    assert alike(documents["agency"], documents["other"])[0] < 0.1


def test_an_excerpt_counts_as_whole() -> None:
    excerpt = prepared(" ".join(AGENCY.split()[8:30]))
    assert alike(prepared(AGENCY + OTHER), excerpt)[0] == 1
    assert alike(excerpt, prepared(AGENCY + OTHER))[0] == 1


def test_punctuation_and_quotation_marks_do_not_hide_a_copy() -> None:
    copy = AGENCY.replace(",", " –").replace("the deployment", "“the deployment”")
    assert alike(prepared(AGENCY), prepared(copy))[0] > 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_in_any_script_is_found(language: str) -> None:
    once = LANGUAGES[language] + " 4567 " + LANGUAGES[language][::-1]
    documents = {"one": prepared(once), "two": prepared(OTHER), "three": prepared("Now: " + once + " That was it.")}
    assert candidates(documents) == (("one", "three"),)


def test_texts_too_short_to_tell_are_not_compared() -> None:
    assert candidates({"a": prepared("Leave a review"), "b": prepared("Leave a review")}) == ()
    assert alike(prepared("Leave a review"), prepared("Leave a review")) == (0.0, "")
    assert alike(prepared(""), prepared("")) == (0.0, "")


def test_boilerplate_in_many_documents_makes_no_pairs() -> None:
    chance = random.Random(3)
    legal = "All rights reserved by the owners of this site who ask you to subscribe today and to share it. "
    documents = {
        str(number): prepared(legal + " ".join(f"w{chance.randrange(9999)}" for _ in range(60)))
        for number in range(near_duplicates._COMMON + 5)
    }
    assert candidates(documents) == ()


def test_a_sample_of_the_shingles_finds_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    documents = {}
    for number in range(40):
        row = [f"w{chance.randrange(3000)}" for _ in range(600)]
        documents[f"d{number}"] = prepared(" ".join(row))
        if number % 4 == 0:
            documents[f"d{number}-copy"] = prepared("Reprint. " + " ".join(row[:400]))
    every = candidates(documents)
    assert len(every) == 10
    monkeypatch.setattr(near_duplicates, "_SAMPLED_FROM", 0)
    assert candidates(documents) == every
