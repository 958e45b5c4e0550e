"""Number words of many languages have the value that they name."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.evidence.numerals import read

WORDS: dict[str, dict[str, int | Fraction]] = {
    "en": {
        "twelve": 12,
        "fifty-five": 55,
        "two hundred and five": 205,
        "nineteen eighty-four": 1984,
        "ninety-nine thousand nine hundred and ninety-nine": 99_999,
        "one hundred thousand": 100_000,
        "a million and a half": 1_500_000,
        "a score": 20,
    },
    "de": {
        "zwölf": 12,
        "fünfundfünfzig": 55,
        "zweihundertfünf": 205,
        "zwanzigtausend": 20_000,
        "neunundneunzigtausendneunhundertneunundneunzig": 99_999,
        "einhunderttausend": 100_000,
        "zwei Millionen": 2_000_000,
        "viereinhalb": Fraction(9, 2),
        "dreißig": 30,
    },
    "fr": {
        "cinquante-cinq": 55,
        "soixante et onze": 71,
        "quatre-vingts": 80,
        "quatre-vingt-dix-neuf": 99,
        "deux cent cinq": 205,
        "mille": 1000,
        "quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf": 99_999,
    },
    "es": {"cincuenta y cinco": 55, "veintiún": 21, "quinientos": 500, "mil": 1000, "dos mil millones": 2 * 10**9},
    "it": {"cinquantacinque": 55, "ventuno": 21, "ventotto": 28, "centottanta": 180, "duemila": 2000},
    "pt": {"cinquenta e cinco": 55, "cento e vinte e um": 121, "mil": 1000, "dois mil e quinhentos": 2500},
    "nl": {"vijfenvijftig": 55, "tweeëntwintig": 22, "honderdduizend": 100_000},
    "ru": {"пятьдесят пять": 55, "двести одна": 201, "двадцати пяти тысяч": 25_000, "полтора": Fraction(3, 2)},
    "uk": {"п'ятдесят п'ять": 55, "п’ятдесят п’ять": 55, "дев'ятсот": 900, "двадцять тисяч": 20_000},
    "pl": {"pięćdziesiąt pięć": 55, "dwieście": 200, "dwadzieścia pięć tysięcy": 25_000},
    "ar": {"خمسة وخمسون": 55, "مئة وعشرون": 120, "ثلاثة آلاف": 3000, "ألفان": 2000, "اثنا عشر": 12},
    "ja": {"二十五人": 25, "三千人": 3000, "一万二千三百": 12_300, "五十万": 500_000},
    "zh": {"二十五人": 25, "两千人": 2000, "一万二千": 12_000, "三亿": 300_000_000},
    "tr": {"elli beş": 55, "üçte ikisi": Fraction(2, 3), "bir milyonu": 1_000_000, "yüz yirmi": 120, "iki bin": 2000},
    "sv": {"femtiofem": 55, "tvåhundra": 200, "tretusen": 3000},
    "da": {"femoghalvtreds": 55, "toogtyve": 22},
    "sw": {
        "elfu hamsini na nne": 54_000,
        "elfu mbili mia tano na tano": 2505,
        "mia tano na hamsini": 550,
        "bilioni nne": 4 * 10**9,
        "milioni 3.5": 3_500_000,
    },
    "hi": {
        "साढ़े तीन हज़ार करोड़": 35 * 10**9,
        "साढ़े 5 लाख": 550_000,
        "डेढ़ सौ": 150,
        "सवा दो लाख करोड़": 2_250_000_000_000,
        "पौने दो लाख": 175_000,
        "सैंतीस": 37,
        "दस-दस लाख": 1_000_000,
        "दो तिहाई": Fraction(2, 3),
    },
    "fa": {"یک میلیون و دویست هزار": 1_200_000, "دو سوم": Fraction(2, 3), "یک چهارم": Fraction(1, 4)},
    "ur": {"چوبیس": 24, "بارہ کروڑ اسی لاکھ": 128_000_000, "ڈیڑھ ارب": 1_500_000_000, "ساڑھے پانچ ہزار": 5500},
    "bn": {"দেড় লাখের": 150_000, "ছয়টি": 6, "২ কোটি ২২ লাখ": 22_200_000, "সাড়ে তিন হাজার": 3500},
    "ta": {"5 கோடிக்கும்": 50_000_000, "பன்னிரண்டு": 12},
    "az": {"on iki": 12, "üçdə iki": Fraction(2, 3), "7,9 milyard": 7_900_000_000},
    "kk": {"он екі": 12, "төрттен бірі": Fraction(1, 4), "96 мыңнан": 96_000},
    "mn": {"арван хоёр": 12, "2,1 сая": 2_100_000},
    "ka": {"თორმეტი": 12, "5 ათასზე": 5000},
    "hy": {"քսաներեք": 23, "100 հազար": 100_000},
    "am": {"አምስት ሺህ": 5000, "አስራ ሁለት": 12},
    "tl": {"dalawampung libo": 20_000, "tatlong": 3},
    "ms": {"lapan": 8, "2.4 juta": 2_400_000},
    "km": {"៣ លាន": 3_000_000},
    "my": {"၁ သိန်း ၈ သောင်း": 180_000},
    "cs": {"padesát pět": 55, "pět tisíc": 5000, "dvě stě": 200},
}


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [(language, words, value) for language, table in WORDS.items() for words, value in table.items()],
)
def test_words(language: str, words: str, value: int | Fraction) -> None:
    assert [(q.words, q.low, q.high) for q in read(words, language)] == [(words.rstrip("人"), value, value)]


@pytest.mark.parametrize("words", ["十便", "八世帯", "三軒", "七冊", "三名"])
def test_a_numeral_sign_before_what_it_counts(words: str) -> None:
    assert [q.words for q in read(f"一日に{words}が", "ja") if q.words == words[0]] == [words[0]]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Prices rose by about a quarter.", [Fraction(1, 4)]),
        ("en", "up to a third, he said", [Fraction(1, 3)]),
        ("de", "Sie stiegen um fast ein Viertel.", [Fraction(1, 4)]),
        ("fr", "plus d'un tiers, disent-ils", [Fraction(1, 3)]),
        ("en", "about a third country", []),
        ("en", "a quarter in the old town", []),
        ("en", "nearly the whole last quarter", []),
    ],
)
def test_a_part_that_stands_alone_after_a_word_like_about(language: str, text: str, values: list[Fraction]) -> None:
    assert [q.low for q in read(text, language)] == values


@settings(deadline=None)
@given(number=st.integers(2, 999_999))
def test_every_english_number(number: int) -> None:
    assert [q.low for q in read(_english(number), "en")] == [number]


@settings(deadline=None)
@given(number=st.integers(2, 999_999))
def test_every_german_number(number: int) -> None:
    assert [q.low for q in read(_german(number), "de")] == [number]


# fmt: off
_ENGLISH = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
_ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_GERMAN = [
    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
]
_GERMAN_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
# fmt: on


def _english(number: int) -> str:
    if number >= 1000:
        rest = f" {_english(number % 1000)}" if number % 1000 else ""
        return f"{_english(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {_english(number % 100)}" if number % 100 else ""
        return f"{_ENGLISH[number // 100]} hundred{rest}"
    if number >= 20:
        rest = f"-{_ENGLISH[number % 10]}" if number % 10 else ""
        return _ENGLISH_TENS[number // 10 - 2] + rest
    return _ENGLISH[number]


def _german(number: int) -> str:
    return _german_part(number) + ("s" if number % 100 == 1 else "")


def _german_part(number: int) -> str:
    if number >= 1000:
        return f"{_german_part(number // 1000)}tausend{_german_part(number % 1000) if number % 1000 else ''}"
    if number >= 100:
        return f"{_GERMAN[number // 100]}hundert{_german_part(number % 100) if number % 100 else ''}"
    if number >= 20:
        unit = f"{_GERMAN[number % 10]}und" if number % 10 else ""
        return unit + _GERMAN_TENS[number // 10 - 2]
    return _GERMAN[number]
