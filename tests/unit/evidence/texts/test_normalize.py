"""What counts as one word, and which words count as the same."""

from __future__ import annotations

import itertools
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.evidence.texts import normalize
from factbook.evidence.texts.normalize import JOIN, joins, marked_words, tokens, words
from tests.unit.evidence.texts.made import LANGUAGES, contents


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“strong support”", '"strong support"'),
        ("„strong support“", "«strong support»"),
        ("‘grave concern’", '"grave concern"'),
        ("''grave concern''", "“grave concern”"),
        ("「支持」と述べた", "『支持』と述べた"),
        ("Russia’s", "Russia's"),
        ("зв’язок", "звʼязок"),
        ("צה״ל", 'צה"ל'),
        ("war – a long one", "war -- a long one"),
        ("war—a", "war-a"),
        ("U.S.‑made", "U.S.-made"),
        ("and so on…", "and so on..."),
        ("and so on....", "and so on…"),
        ("等等……", "等等…"),
        ("a  b\n\tc\u00a0d\u3000e", "a b c d e"),
        ("so\u00adft", "soft"),
        ("mili\u00ad\ntary", "military"),
        ("mili\u00ad\r\ntary", "military"),
        ("zero\u200bwidth\u2060", "zerowidth"),
        ("\ufeffTitle", "Title"),
        ("می‌خواهم", "میخواهم"),
        ("\u200f12\u200e apples", "12 apples"),
        ("for <u>Ukraine</u> and", "for Ukraine and"),
        ('see <a href="https://example.org/x">Kyiv</a>.', "see Kyiv."),
        ("H<sub>2</sub>O", "H2O"),
        ("12<b>,000</b> men", "12,000 men"),
        ("one<br/>two", "one two"),
        ("ﬁnal oﬃce", "final office"),
        ("cafe\u0301", "caf\u00e9"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("12\u202f000", "12 000"),
        ("12\u00a0000", "12 000"),
        ("Alpha   120\t  135", "Alpha 120 135"),
        ("left 12\n000 men", "left 12 000 men"),
        ("left 12,\n000 men", "left 12,000 men"),
        ("rose to 1.234.\r\n  567 men", "rose to 1.234.567 men"),
        ("the min-\nister said", "the minister said"),
        ("the min‐\r\n    ister said", "the minister said"),
        ("die Eisen-\nbahn", "die Eisenbahn"),
        ("AT&amp;T&rsquo;s &quot;plan&#x22;", 'AT&T\'s "plan"'),
        ("12&nbsp;000&#160;men", "12 000 men"),
        ("caf&eacute; &lt; 5", "café < 5"),
    ],
)
def test_counts_as_the_same(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Polish", "polish"),
        ("12,000", "12.000"),
        ("12 000", "12000"),
        ("12,000", "12, 000"),
        ("5", "5%"),
        ("its", "it's"),
        ("Müller", "Muller"),
        ("coop", "co-op"),
        ("no, troops", "no troops"),
        ("not\u00ad \nable", "notable"),
        ("١٢", "12"),
        ("<not a tag>", "not a tag"),
        ("re-sign", "resign"),
        ("B-\n52", "B52"),
        ("in 2011,\n345 men", "in 2011,345 men"),
        ("&nothing;", "nothing"),
        ("a < b and c > d", "a d"),
    ],
)
def test_counts_as_different(one: str, other: str) -> None:
    assert words(one) != words(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to 12,000 men.", ["up", "to", "12,000", "men", "."]),
        ("at 19:05, on 16/11/2024.", ["at", "19:05", ",", "on", "16/11/2024", "."]),
        ("12.5 to 1'000 or 1.000,50", ["12.5", "to", "1'000", "or", "1.000,50"]),
        ("in 2024 100 men", ["in", "2024", "100", "men"]),
        ("1 234 567,89 €", ["1", "234", "567,89", "€"]),
        ("55 3000", ["55", "3000"]),
        ("12bn, 4th, 1990's", ["12bn", ",", "4th", ",", "1990's"]),
        ("१२,३४,५६७ है", ["१२,३४,५६७", "है"]),
        ("١٢٬٠٠٠ جندي", ["١٢٬٠٠٠", "جندي"]),
        ("๑๒,๐๐๐ คน", ["๑๒,๐๐๐", "ค", "น"]),
        ("3月12日", ["3", "月", "12", "日"]),
        ("rock'n'roll", ["rock'n'roll"]),
        ("the 'grave' one's", ["the", '"', "grave", '"', "one's"]),
        ("U.S.-made", ["U", ".", "S", ".", "-", "made"]),
        ("มีผู้", ["มี", "ผู้"]),
        ("が\u304b\u3099", ["が", "が"]),
        ("ខ្ញុំ", ["ខ្ញុំ"]),
        ("≠ =\u0338", ["≠", "≠"]),
        ("", []),
        (" \n\t", []),
        ("<u></u>", []),
        ("\u200b \u00ad", []),
    ],
)
def test_words_and_whole_numbers(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("non-combat troops", ["non|-", "-|combat"]),
        ("B-52 and 10–12", ["B|-", "-|52", "10|–", "–|12"]),
        ("it was -5 or −7", ["-|5", "−|7"]),
        ("a 100% tariff", ["100|%"]),
        ("12 000 and 1\u202f234\u00a0567 men", ["12|000", "1|234", "234|567"]),
        ("left 12\n000 men", ["12|000"]),
        ("a table of 120  135 and\n12\n000\n", []),
        ("in 2024 100 men", []),
        ("war—which and war - and", []),
        ("from 5 - 7", []),
        ("二百三十人と3万", ["二|百", "百|三", "三|十", "3|万"]),
        ("ב-5 במאי", ["ב|-", "-|5"]),
    ],
)
def test_words_that_are_one_to_a_reader(text: str, expected: list[str]) -> None:
    assert list({f"{_before(text, at)}|{_after(text, at)}": None for at in sorted(joins(text))}) == expected


def _before(text: str, at: int) -> str:
    return next(text[word.start : word.end] for word in reversed(list(tokens(text))) if word.end <= at)


def _after(text: str, at: int) -> str:
    return next(text[word.start : word.end] for word in tokens(text) if word.start >= at)


@given(st.one_of(contents(), st.text(max_size=200), st.text("a1<u/>'-.,… \u200b\u0301二人ก", max_size=80)))
def test_tokens_are_the_words_with_their_places(text: str) -> None:
    found = list(tokens(text))
    assert [word.normal for word in found] == words(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(" " not in word.normal and word.normal for word in found)


@given(st.one_of(contents(), st.text(max_size=200)))
def test_normal_form_is_the_same_for_composed_and_decomposed_texts(text: str) -> None:
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text)) == words(text)


@given(contents())
def test_the_marks_stand_where_the_joins_are(text: str) -> None:
    starts = {word.start for word in tokens(text)}
    marked, number, places = marked_words(text), 0, []
    for word in marked:
        if word == JOIN:
            places.append(number)
        else:
            number += 1
    expected = [number for number, word in enumerate(tokens(text)) if word.start in joins(text) & starts]
    assert sorted(set(places)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_combining_character_is_split_off(language: str) -> None:
    assert not [word for word in words(LANGUAGES[language]) if unicodedata.category(word[0])[0] == "M"]


def test_normal_form_knows_no_line_ends_and_one_kind_of_each_mark() -> None:
    assert words("Japan's\n “grave  concern”…") == ["Japan's", '"', "grave", "concern", '"', "..."]


def test_the_pattern_for_ascii_takes_the_same_words_as_the_one_for_all_texts() -> None:
    chance = random.Random(2)
    whole, plain = normalize._grammar().word, normalize._grammar().plain_word
    short = (
        "".join(signs) for length in range(4) for signs in itertools.product(" \na1_.,:/'`\"-%\x1d<", repeat=length)
    )
    long = ("".join(chance.choices("  \n\t\x0b\x1faZ_019.,:;/'`\"-%()!?", k=30)) for _ in range(20_000))
    every = map(chr, range(128))
    for text in itertools.chain(short, long, every):
        assert plain.split(text) == whole.split(text), repr(text)
