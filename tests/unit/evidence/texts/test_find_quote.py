"""Finding quotes: whole words, whole numbers, the source's own lines, gaps, and places told apart."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factbook.evidence.texts import search_index
from factbook.evidence.texts.find_quote import Found, NotFound, Place, find
from factbook.evidence.texts.normalize import joins, tokens, words
from tests.unit.evidence.texts.made import LANGUAGES, contents, prepared

REPORT = """Visit to Kyiv
Up to 12,000 North Korean troops have been sent to Russia, Sybiha said, "as part of a
major defence treaty". Of 83 drones, 55 were shot down – <u>in Obolon</u>, 11,000 are non-combat
troops. Japan's support is -5 or 100% of 10–12 days. Russia said nothing.
Teaser: Russia said no."""


def place(quote: str, *context: str, text: str = REPORT, lines: tuple[int, int] | None = None) -> Place:
    found = find(prepared(text, lines), quote, *context)
    assert isinstance(found, Found), found
    assert len(found.places) == 1
    return found.places[0]


def missing(quote: str, *context: str, text: str = REPORT, lines: tuple[int, int] | None = None) -> NotFound:
    found = find(prepared(text, lines), quote, *context)
    assert isinstance(found, NotFound), found
    return found


def test_the_place_is_that_of_the_words_as_they_stand() -> None:
    found = place("12,000 North Korean troops")
    assert (found.line, found.column, found.end_line, found.end_column) == (2, 7, 2, 33)
    assert found.words == "12,000 North Korean troops"


def test_a_quote_runs_over_a_line_break() -> None:
    found = place("as part of a major defence treaty")
    assert (found.line, found.column, found.end_line, found.end_column) == (2, 74, 3, 21)
    assert found.words == "as part of a\nmajor defence treaty"


def test_a_quote_runs_over_a_word_that_is_broken_at_a_line_end() -> None:
    text = "The mili\u00ad\ntary base.\nAn ex\u00ad\nhibition"
    assert (place("military base", text=text).line, place("base", text=text).line) == (1, 2)
    missing("tary base", text=text)
    missing("An exhibition", text=text, lines=(3, 3))


def test_tags_quotation_marks_and_dashes_do_not_matter() -> None:
    assert place("55 were shot down - in Obolon").words == "55 were shot down – <u>in Obolon</u>"
    assert place("“as part of a major defence treaty”").line == 2


@pytest.mark.parametrize(
    "quote",
    [
        "2,000 North Korean troops",
        "000 North Korean troops",
        "1,000 are",
        "12",
        "12,00",
        "roops have been sent",
        "Up to 12,000 North Korean troop",
        "combat troops",
        "5 or 100%",
        "100",
        "12 days",
        "10",
        "Japan",
        "up to 12,000",
        "North Korean soldiers",
    ],
)
def test_parts_of_words_and_numbers_are_not_found(quote: str) -> None:
    missing(quote)


@pytest.mark.parametrize(
    "quote", ["-5 or 100%", "10-12 days", "non-combat troops", "Of 83 drones", "days", "100% of"]
)
def test_whole_words_and_numbers_are_found(quote: str) -> None:
    place(quote)


def test_punctuation_after_a_quote_does_not_matter_and_within_it_does() -> None:
    place("have been sent to Russia")
    place("have been sent to Russia, Sybiha")
    missing("have been sent to Russia Sybiha")


def test_only_the_sources_own_lines_count() -> None:
    assert missing("Visit to Kyiv", lines=(2, 4)).elsewhere == 1
    assert missing("said nothing. Teaser", lines=(2, 4)).elsewhere == 4
    assert missing("not there at all", lines=(2, 4)).elsewhere is None
    assert place("Teaser", lines=(5, 99)).line == 5


def test_several_places_are_all_told() -> None:
    found = find(prepared(REPORT), "Russia said")
    assert isinstance(found, Found)
    assert [place.line for place in found.places] == [4, 5]


def test_prefix_and_suffix_choose() -> None:
    assert place("Russia said", "days.").line == 4
    assert place("Russia said", "Teaser:").line == 5
    assert place("Russia said", "", "nothing").line == 4
    missing("Russia said", "Teaser:", "nothing")
    missing("Russia said", "easer:")


def test_a_gap_skips_words_in_order() -> None:
    found = place("12,000 […] troops have been sent [...] Sybiha said")
    assert found.words == "12,000 North Korean troops have been sent to Russia, Sybiha said"
    missing("Sybiha said […] 12,000")
    missing("Up to […] combat troops")
    missing("Sybiha said […] Teaser", lines=(2, 4))


def test_a_gap_reaches_from_the_nearest_beginning() -> None:
    found = place("Japan […] Kyiv", text="Japan, and again Japan went to Kyiv by way of Warsaw.")
    assert found.words == "Japan went to Kyiv"


def test_two_stretches_with_a_gap_are_two_places() -> None:
    found = find(prepared("Japan is in Kyiv. Iran is not. Japan was in Kyiv."), "Japan […] Kyiv")
    assert isinstance(found, Found)
    assert [place.column for place in found.places] == [1, 32]


@pytest.mark.parametrize("quote", ["", "  ", "[…]", "[…] [...]", "\u200b"])
def test_a_quote_without_words_is_not_found(quote: str) -> None:
    assert missing(quote) == NotFound(None, None)


def test_the_closest_passage_is_shown() -> None:
    closest = missing("Up to 12,000 South Korean troops have been sent").closest
    assert closest is not None
    assert (closest.line, closest.text) == (2, "Up to 12,000 North Korean troops have been sent")
    assert 0.9 < closest.likeness < 1
    assert missing("nothing like that stands anywhere here, dear colleague").closest is None


def test_the_closest_passage_is_the_likest_and_not_the_first() -> None:
    text = (
        "Troops were sent.\n" * 300
        + "Some 12,000 troops were sent to Kursk by Pyongyang.\n"
        + "They were sent.\n" * 300
    )
    closest = missing("Some 10,000 troops were sent to Kursk by Pyongyang", text=text).closest
    assert closest is not None
    assert closest.line == 301


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stretch_of_a_sentence_is_found(language: str) -> None:
    sentence = LANGUAGES[language]
    source = prepared(f"\n{sentence}\n{sentence[::-1]}", (2, 2))
    found_words, joined = list(tokens(sentence)), joins(sentence)
    for first, one in enumerate(found_words):
        for last in found_words[first:]:
            if one.start in joined or last.end in joined:
                continue
            found = find(source, sentence[one.start : last.end])
            assert isinstance(found, Found)
            assert any((at.column, at.end_column) == (one.start + 1, last.end + 1) for at in found.places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dropped_word_is_noticed(language: str) -> None:
    row = list(tokens(LANGUAGES[language]))
    source = prepared(LANGUAGES[language])
    for number in range(1, len(row) - 1):
        before, after = LANGUAGES[language][: row[number].start], LANGUAGES[language][row[number].end :]
        if words(before + " " + after) != words(LANGUAGES[language]):
            assert isinstance(find(source, before + " " + after), NotFound)


def test_chinese_numbers_are_whole() -> None:
    missing("三十人", text="约二百三十人参加")
    place("二百三十人", text="约二百三十人参加")
    missing("一月", text="在十一月")
    missing("2日", text="3月12日")
    missing("3", text="3万人")
    place("人参加", text="约二百三十人参加")


def test_words_under_and_over_a_letter_stay_with_it() -> None:
    missing("ม", text="มีผู้")
    place("มี", text="มีผู้")
    missing("cafe", text="cafe\u0301 noir")
    place("café", text="cafe\u0301 noir")


@settings(deadline=None)
@given(contents(), st.data())
def test_any_stretch_of_whole_words_is_found(content: str, data: st.DataObject) -> None:
    found_words = list(tokens(content))
    assume(found_words)
    first = data.draw(st.integers(0, len(found_words) - 1))
    last = data.draw(st.integers(first, len(found_words) - 1))
    start, end = found_words[first].start, found_words[last].end
    found = find(prepared(content), content[start:end])
    if start in joins(content) or end in joins(content):
        return
    assert isinstance(found, Found)
    line = content.count("\n", 0, start) + 1
    column = start - content.rfind("\n", 0, start)
    assert len(found.places) == 50 or (line, column) in {(at.line, at.column) for at in found.places}
    assert all(words(at.words) == words(content[start:end]) for at in found.places)


@settings(deadline=None)
@given(contents(3), st.data())
def test_a_changed_word_is_noticed(content: str, data: st.DataObject) -> None:
    found_words = list(tokens(content))
    assume(found_words)
    changed = data.draw(st.sampled_from(found_words))
    quote = content[: changed.start] + " zebra " + content[changed.end :]
    assert isinstance(find(prepared(content), quote), NotFound)


@settings(deadline=None)
@given(contents(3), st.data())
def test_swapped_words_are_noticed(content: str, data: st.DataObject) -> None:
    row = words(content)
    assume(len(row) > 1)
    one = data.draw(st.integers(0, len(row) - 2))
    swapped = [*row[:one], row[one + 1], row[one], *row[one + 2 :]]
    assume(words(" ".join(swapped)) == swapped != row)
    assert isinstance(find(prepared(content), " ".join(swapped)), NotFound)


@pytest.mark.parametrize(
    "unit",
    ["a ", "a", "'", "\"'", "a'", "<a ", "1 111 ", "1,", "-", "a-", ".", "二", "\u0301", "\u200b", "[…] a ", "( "],
)
def test_a_huge_text_and_a_huge_quote_of_anything_comes_to_an_end(unit: str) -> None:
    content = unit * (150_000 // len(unit))
    find(prepared(content[:50_000]), content)
    find(prepared(content), unit)
    find(prepared(content), "a " + unit + " b")


def test_places_are_the_same_whether_they_are_kept_or_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = "Tokyo.\n\n" + "“Über 12 000 men,” said <b>Iwaya</b>, non-combat\u00ad\u200b ones.\n" * 60
    kept, closed = prepared(raw), prepared(raw)
    closed.close()
    monkeypatch.setattr(search_index, "_SHORT", 0)
    for quote in ("said Iwaya", "12 000 men", "ones. “Über"):
        assert find(kept, quote) == find(closed, quote) == find(prepared(raw), quote)
