"""Fingerprints: a quote that stands in the text is always confirmed, one that does not almost never."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factbook.evidence.fingerprints.checksum import seal
from factbook.evidence.fingerprints.make_fingerprint import (
    Confirmed,
    Damaged,
    Differs,
    Fingerprint,
    Matches,
    Refuted,
    Unverifiable,
    confirm,
    make,
    parse,
    take,
    verify,
    words_needed,
)
from factbook.evidence.texts.find_quote import Found, find
from factbook.evidence.texts.normalize import joins, tokens, words
from tests.unit.evidence.texts.made import LANGUAGES, contents, prepared, text

REPORT = """Visit to Kyiv on a Saturday

Up to 12,000 North Korean troops have been sent to Russia, Sybiha said, "as part of a
major defence treaty". Of 83 drones, 55 were shot down – <u>in Obolon</u>, 11,000 are non-combat
troops. Support stands at 100% of 10–12 days. Russia said nothing of it.
Teaser: Russia said nothing of it.
"""


def said(quote: str, *context: str, content: str = REPORT, lines: tuple[int, int] | None = None) -> object:
    return confirm(take(text(content)), quote, (lines,) if lines else (), *context)


def read(content: str) -> Fingerprint | Damaged:
    return parse(content.encode("utf-8", "surrogatepass"))


def test_the_file_reads_back() -> None:
    made = text(REPORT)
    assert read(make(made)) == take(made)


@given(st.one_of(contents(), st.text(max_size=300)).filter(lambda content: "\0" not in content))
def test_every_file_reads_back(content: str) -> None:
    assume(not any("\ud800" <= character <= "\udfff" for character in content))
    made = text(content)
    fingerprint = read(make(made))
    assert fingerprint == take(made)
    assert isinstance(fingerprint, Fingerprint)
    assert fingerprint.lines.total == len(words(content))


def test_a_quote_is_confirmed_with_its_line() -> None:
    assert said("12,000 North Korean troops") == Confirmed(3)
    assert said("as part of a major defence treaty") == Confirmed(3)
    assert said("55 were shot down - in Obolon") == Confirmed(4)


@pytest.mark.parametrize(
    "quote",
    [
        "2,000 North Korean troops",
        "up to 12,000 North Korean",
        "Up to 12,000 South Korean troops",
        "combat troops. Support stands",
        "Support stands at 100",
        "12 days. Russia said",
        "troops have been sent from Russia",
        "sent been have troops",
        "have been sent to Russia […] 12,000 North Korean troops",
    ],
)
def test_a_quote_that_does_not_stand_there_is_refuted(quote: str) -> None:
    assert isinstance(said(quote), Refuted)


def test_a_refutation_tells_how_far_the_words_stand() -> None:
    refuted = said("Up to 12,000 North Korean soldiers")
    assert refuted == Refuted("“Up to 12,000 North Korean” stands in line 3, but “soldiers” does not follow it")


def test_only_the_sources_own_lines_count() -> None:
    assert said("Visit to Kyiv on", lines=(3, 5)) == Refuted(
        "The quote stands in line 1, outside the source's own lines", 1
    )
    assert isinstance(said("nothing of it. Teaser:", lines=(3, 5)), Refuted)
    assert said("nothing of it. Teaser:", lines=(3, 6)) == Confirmed(5)


def test_a_word_broken_at_a_line_end_counts_for_the_line_where_it_begins() -> None:
    text = "The mili\u00ad\ntary base in the north\nis closed."
    assert said("The military base in", content=text) == Confirmed(1)
    assert said("base in the north", content=text) == Confirmed(2)


def test_several_places_are_all_told_and_prefix_and_suffix_choose() -> None:
    assert said("Russia said nothing of it") == Confirmed(5, (6,))
    assert said("Russia said nothing of it", "Teaser:") == Confirmed(6)
    assert said("Russia said nothing of it", "days.") == Confirmed(5)
    assert said("Russia said nothing of it.", "", "Teaser") == Confirmed(5)


def test_a_short_quote_is_never_verified_but_may_be_refuted() -> None:
    for quote in ("Korean troops", "North Korean troops", "12,000 […] have been sent to Russia"):
        unverifiable = said(quote)
        assert isinstance(unverifiable, Unverifiable)
        assert unverifiable.words_needed == 4
    assert isinstance(said("South Korean troops"), Refuted)
    assert said("Korean troops", "12,000 North") == Confirmed(3)
    assert isinstance(said(""), Unverifiable)


def test_parts_around_gaps_are_confirmed_in_order() -> None:
    assert said("12,000 North Korean troops […] as part of a") == Confirmed(3)
    assert isinstance(said("as part of a […] 12,000 North Korean troops"), Refuted)


def test_a_longer_text_needs_longer_quotes() -> None:
    assert words_needed(take(text("word " * 4000))) == 4
    assert words_needed(take(text("word " * 5000))) == 5
    assert words_needed(take(text("word " * 5000 + "\nfew words\n")), ((2, 2),)) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_of_any_script_is_confirmed(language: str) -> None:
    sentence = LANGUAGES[language]
    row = list(tokens(sentence))
    for first in range(len(row) - 5):
        quote = sentence[row[first].start : row[first + 5].end]
        expected = isinstance(find(prepared(sentence), quote), Found)
        assert isinstance(said(quote, content=f"\n\n{sentence}\n"), Confirmed) == expected


@settings(deadline=None)
@given(contents(6), st.data())
def test_text_and_fingerprint_say_the_same(content: str, data: st.DataObject) -> None:
    row = list(tokens(content))
    assume(len(row) > 6)
    first = data.draw(st.integers(0, len(row) - 6))
    last = data.draw(st.integers(first + 5, len(row) - 1))
    quote = content[row[first].start : row[last].end]
    assume(len(words(quote)) == last - first + 1)
    found, confirmed = find(prepared(content), quote), said(quote, content=content)
    if isinstance(found, Found):
        assert isinstance(confirmed, Confirmed)
        assert [confirmed.line, *confirmed.also] == [place.line for place in found.places]
    else:
        assert isinstance(confirmed, Refuted)
        assert {row[first].start, row[last].end} & joins(content)


def test_changed_words_are_confirmed_by_chance_as_seldom_as_promised() -> None:
    """Two windows of twelve bits: of 20,000 quotes of four words with one changed, about two or three."""
    chance = random.Random(7)
    vocabulary = [f"word{number}" for number in range(2000)]
    row = chance.choices(vocabulary, k=900)
    fingerprint = take(text(" ".join(row)))
    wrongly = 0
    for _ in range(20_000):
        start = chance.randrange(len(row) - 4)
        quote = row[start : start + 4]
        quote[chance.randrange(4)] = f"other{chance.randrange(10**9)}"
        wrongly += isinstance(confirm(fingerprint, " ".join(quote)), Confirmed)
    assert wrongly <= 12


def test_a_fingerprint_belongs_to_its_text_to_the_bit() -> None:
    data = REPORT.encode()
    fingerprint = take(text(REPORT))
    assert verify(fingerprint, text(REPORT)) == Matches()
    for byte in range(len(data)):
        changed = bytearray(data)
        changed[byte] ^= 1
        assert isinstance(verify(fingerprint, text(changed.decode("latin-1"))), Differs)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("one two three\n\nfour five six seven\n", "in line 3, at “six seven”"),
        ("another two three\n\nfour five\n", "in line 1, at “another two three four”"),
        (f"one two three\n\nfour {'x' * 500_000}", "in line 3, at “" + "x" * 80 + "…”"),
        ("one two three\n", "it goes on where this text ends"),
    ],
)
def test_where_a_text_parts_from_the_fingerprint_is_told(words: str, said: str) -> None:
    told = verify(take(text("one two three\n\nfour five\n")), text(words))
    assert isinstance(told, Differs)
    assert said in told.reason


def test_a_forged_fingerprint_is_told() -> None:
    honest, other = take(text(REPORT)), take(text(REPORT.replace("12,000", "15,000")))
    forged = Fingerprint(honest.text, honest.sha256, honest.size, other.lines, other.joins, other.hashes)
    assert isinstance(verify(forged, text(REPORT)), Differs)
    renamed = Fingerprint("b.txt", honest.sha256, honest.size, honest.lines, honest.joins, honest.hashes)
    assert isinstance(verify(renamed, text(REPORT)), Differs)


def test_every_changed_character_is_told_with_its_place() -> None:
    content = make(text(REPORT))
    for at, character in enumerate(content[:-1]):
        other = "0" if character != "0" else "1"
        if character == "\n":
            continue
        found = read(content[:at] + other + content[at + 1 :])
        assert isinstance(found, Damaged)
        place = (content.count("\n", 0, at) + 1, at - content.rfind("\n", 0, at))
        assert (found.line, found.column) == place


@pytest.mark.parametrize("mark", ["é", "日", "\u200b", "\n"])
def test_a_character_of_another_kind_is_told(mark: str) -> None:
    content = make(text(REPORT))
    for at in range(0, len(content), 7):
        if content[at] != mark:
            assert isinstance(read(content[:at] + mark + content[at + 1 :]), Damaged)


def test_missing_added_and_moved_lines_are_told() -> None:
    lines = make(text(REPORT)).splitlines(keepends=True)
    for at in range(len(lines)):
        assert isinstance(read("".join(lines[:at] + lines[at + 1 :])), Damaged)
        assert isinstance(read("".join([*lines[:at], "<<<<<<< HEAD\n", *lines[at:]])), Damaged)
        assert isinstance(read("".join(lines[:at])), Damaged)
    moved = [*lines[:-3], lines[-2], lines[-3], lines[-1]]
    assert isinstance(read("".join(moved)), Damaged)
    assert read("".join(lines).replace("\n", "\r\n")) == Damaged(
        "was saved with other line ends; git must not convert them", 1, 24
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("factbook-fingerprint: 1", "factbook-fingerprint: 2", 1),
        ("normalisation: 2", "normalisation: 9", 5),
        ("window: 3", "window: 5", 6),
        ("bits: 12", "bits: 24", 7),
        ("words: ", "words: 1", 8),
        ("joins: ", "joins: 1", 10),
        ("hashes: ", "hashes: 99999999999999", 12),
        ("bytes: ", "bytes: -", 4),
        ("sha256: ", "sha256: X", 3),
        ("\n6 0", "\n6 0*999999999999", 9),
    ],
)
def test_a_sealed_file_that_does_not_fit_is_told_with_its_line(old: str, new: str, line: int) -> None:
    body = make(text(REPORT)).rpartition("seal: ")[0].replace(old, new, 1)
    found = read(body + seal(body.encode()).decode())
    assert isinstance(found, Damaged)
    assert found.line >= line


@pytest.mark.parametrize(
    "content", ["", "seal: ", "\n" * 100, "nonsense", "factbook-fingerprint: 1\n", "\ud800", "{}"]
)
def test_what_is_no_fingerprint_is_told(content: str) -> None:
    assert isinstance(read(content), Damaged)


@given(st.text(max_size=300))
def test_nothing_makes_the_reader_fail(content: str) -> None:
    assert isinstance(read(content), Damaged)
    body = f"factbook-fingerprint: 1\ntext: a\nsha256: {'0' * 64}\nbytes: 9\n{content}\n"
    assert isinstance(read(body + seal(body.encode("utf-8", "surrogatepass")).decode()), Damaged)
