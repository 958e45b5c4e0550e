"""How a text differs from the same text in another language."""

from __future__ import annotations

import pytest

from factbook.evidence.checks.two_languages import SaidText, differences

ENGLISH = "It said 287 people were killed and 2,060 injured in 2,044 accidents."


@pytest.mark.parametrize(
    ("german", "kinds"),
    [
        ("Bei 2.044 Unfällen seien 287 Menschen getötet und 2.060 verletzt worden.", []),
        ("Bei 287 Unfällen seien 2.044 Menschen getötet und 2.060 verletzt worden.", ["order"]),
        ("Getötet wurden 2.060 Menschen, verletzt 287 bei 2.044 Unfällen.", ["order"]),
    ],
)
def test_a_phrase_of_place_or_time_may_move(german: str, kinds: list[str]) -> None:
    assert [one.what for one in differences(SaidText(german, "de"), SaidText(ENGLISH, "en"))] == kinds


@pytest.mark.parametrize(("english", "kinds"), [("won 68 of 126 seats", []), ("won 68, lost 126", ["order"])])
def test_a_part_may_stand_behind_its_whole(english: str, kinds: list[str]) -> None:
    mongolian = SaidText("126 суудлаас 68-ыг авчээ", "mn")
    assert [one.what for one in differences(SaidText(english, "en"), mongolian)] == kinds


def test_a_phrase_of_place_may_stand_anywhere_in_a_language_whose_words_are_not_known() -> None:
    bengali = SaidText("সাততলা ভবনে আগুনে ৪৬ জন নিহত হয়েছেন", "bn")
    assert not list(differences(SaidText("46 people were killed in a seven-storey building", "en"), bengali))


@pytest.mark.parametrize(
    ("english", "there", "language"),
    [
        ("he got life in prison", "无期徒刑", "zh"),
        ("an air strike killed 5", "vụ không kích làm 5 người chết", "vi"),
        ("which led to losses", "ما أدى إلى خسائر", "ar"),
        ("won 12 votes", "12 मत मिले", "hi"),
        ("banned exports", "ห้ามส่งออก", "th"),
        ("fell for the ninth month", "9개월째 감소했다", "ko"),
    ],
)
def test_words_that_only_look_like_a_negation_or_a_number(english: str, there: str, language: str) -> None:
    assert not list(differences(SaidText(english, "en"), SaidText(there, language)))


def test_a_no_in_quotation_marks_is_a_word() -> None:
    assert not list(differences(SaidText("cast a “no” vote", "en"), SaidText("stimmte dagegen", "de")))
    assert list(differences(SaidText("did not vote", "en"), SaidText("stimmte ab", "de")))


def test_neither_nor_is_one_denial() -> None:
    german = SaidText("weder groß noch neu", "de")
    assert not list(differences(SaidText("neither big nor new", "en"), german))


@pytest.mark.parametrize(
    ("english", "there", "language", "kinds"),
    [
        ("he denied that it was in danger", "negó que corra peligro", "es", []),
        ("he said that it was in danger", "negó que corra peligro", "es", ["negation"]),
        ("it broke out on Monday", "scoppiato lunedì", "it", []),
        ("it broke out on Tuesday", "scoppiato lunedì", "it", ["weekday"]),
        ("the list grew", "a lista cresceu", "pt", []),
        ("the list shrank", "a lista cresceu", "pt", ["thing"]),
        ("almost two thirds were", "casi dos tercios fueron", "es", []),
        ("two thirds were", "casi dos tercios fueron", "es", ["bound"]),
        ("on the SS16 two died", "auf der Staatsstraße 16 starben zwei", "de", []),
    ],
)
def test_what_a_translation_may_not_lose(english: str, there: str, language: str, kinds: list[str]) -> None:
    assert [one.what for one in differences(SaidText(english, "en"), SaidText(there, language))] == kinds


def test_a_whole_is_not_taken_for_its_part() -> None:
    german = SaidText("68 der 126 Sitze gewann sie", "de")
    assert [one.what for one in differences(SaidText("won 126 of the 68 seats", "en"), german)] == ["order"]
    assert not list(differences(SaidText("won 68 of the 126 seats", "en"), german))


@pytest.mark.parametrize(
    ("english", "there", "language", "kinds"),
    [
        ("33 drones fell in three towns", "в трёх городах упали 33 беспилотника", "ru", []),
        ("three drones fell in 33 towns", "в трёх городах упали 33 беспилотника", "ru", ["order"]),
        ("in 24 hours 1,157 fell ill", "binnen 24 Stunden erkrankten 1157", "de", []),
        ("in 1,157 hours 24 fell ill", "binnen 24 Stunden erkrankten 1157", "de", ["order"]),
        ("12 died after all efforts failed", "12人经抢救无效死亡", "zh", []),
        ("prices rose to 16 percent", "die Preise stiegen auf 16 Prozent", "de", []),
        ("prices rose by 16 percent", "die Preise stiegen auf 16 Prozent", "de", ["thing"]),
        ("cut to 480 billion yen from 560 billion", "von 560 auf 480 Milliarden Yen gesenkt", "de", []),
        ("cut to 560 billion yen from 480 billion", "von 560 auf 480 Milliarden Yen gesenkt", "de", ["order"]),
        ("one dollar = 145 yen", "1ドル=145円", "ja", []),
        ("145 yen to the dollar", "1ドル=145円", "ja", []),
        ("180 yen a share", "1株あたり180円", "ja", []),
        ("arrested 3 people, among them a man (24)", "無職の男（24）ら3人を逮捕した", "ja", []),
        ("rose 0.4 percent in May and 2.5 percent in all", "stieg im Mai um 0,4 Prozent, im Jahr um 2,5", "de", []),
        ("prices rose by 16 percent", "цены выросли на 16 процентов", "ru", []),
    ],
)
def test_a_number_keeps_its_thing_in_any_order(english: str, there: str, language: str, kinds: list[str]) -> None:
    assert [one.what for one in differences(SaidText(english, "en"), SaidText(there, language))] == kinds
