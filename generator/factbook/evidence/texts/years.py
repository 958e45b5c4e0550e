"""Which years a text can mean: those that stand in it, in any script, and those that it only looks back to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Years:
    """What a text says of years."""

    stated: frozenset[int]
    """Years of the Common Era that stand in it."""
    looks_back: bool
    """Whether it speaks of earlier years by their distance ("a year ago"), so that another year may be meant."""

    def allow(self, year: int) -> bool:
        """Whether the text may speak of that year."""
        return self.looks_back or year in self.stated


def years_in(text: str, language: str) -> Years:
    """The years that a text names or looks back to."""
    code = language.partition("-")[0]
    back = _looking_back(code)
    return Years(frozenset(_stated(text, code)), bool(back and back.search(text)))


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ENDS = re.compile(r"(?<!\d)(\d\d)\d\d[-–/](\d\d)(?!\d)")
_SHORT = re.compile(r"(?<![\d.,])\d{1,2}([./-])\d{1,2}\1(\d\d)(?![\d.,]\d|\d)|['’](\d\d)(?!\d)")
_IDEOGRAPHS = re.compile("[〇零一二三四五六七八九]{4}(?=年)")
_ERA = re.compile(r"(令和|平成|昭和)(元|\d{1,2})年")
_ERA_BEGINS = {"令和": 2019, "平成": 1989, "昭和": 1926}
_DIGITS = {sign: number for number, signs in enumerate(("〇零", *"一二三四五六七八九")) for sign in signs}
_OFFSETS = {"th": (-543,), "fa": (621, 622), "zh": (1911,)}
"""From the years of other calendars: the Buddhist, the Persian and that of the Republic of China."""
_COUNTED = re.compile(r"民國\s?(\d{2,3})|民国\s?(\d{2,3})")


def _stated(text: str, code: str) -> Iterator[int]:
    for found in _YEAR.finditer(text):
        year = int(found[0])
        yield year
        yield from (year + offset for offset in _OFFSETS.get(code, ()))
    for found in _ENDS.finditer(text):
        yield int(found[1] + found[2])
    for found in _SHORT.finditer(text):
        short = int(found[2] or found[3])
        yield from (1900 + short, 2000 + short)
    if code in ("zh", "ja"):
        yield from _in_ideographs(text)


def _in_ideographs(text: str) -> Iterator[int]:
    for found in _IDEOGRAPHS.finditer(text):
        yield int("".join(str(_DIGITS[sign]) for sign in found[0]))
    for found in _ERA.finditer(text):
        yield _ERA_BEGINS[found[1]] - 1 + (1 if found[2] == "元" else int(found[2]))
    for found in _COUNTED.finditer(text):
        yield 1911 + int(found[1] or found[2])


@cache
def _looking_back(code: str) -> re.Pattern[str] | None:
    words = _LOOKING_BACK.get(code)
    return re.compile(words, re.IGNORECASE) if words else None


_LOOKING_BACK = {
    "ar": "العام الماضي|السنة الماضية|العام المنصرم|قبل (?:عام|سنة|عامين|سنتين|أعوام|سنوات)|منذ (?:عام|"
    "سنة|سنوات|أعوام)",
    "cs": r"\b(?:loni|loňsk\w+|před (?:rokem|\S+ (?:roky|lety))|předloni|minul\w+ ro\w+)\b",
    "da": r"\b(?:sidste år|i fjor|for \S+ år siden)\b",
    "de": r"\bvor (?:\S+ )?Jahr(?:en)?\b|\bvoriges Jahr|\b(?:im )?(?:letzte|vergangene|vorige)[nms]? Jahr|\bVorjahr|"
    r"\bJahrestag|\bein Jahr (?:zuvor|vorher|danach|später)|\bJahre (?:zuvor|vorher|danach|später)",
    "el": r"\b(?:πέρ[υσ]\w*|πριν από \S+ χρόνι?\w*|τον περασμένο χρόνο)\b",
    "en": r"\byears? (?:ago|earlier|before|later)\b|\b(?:last|previous|past) year\b|\bthe year before\b|"
    r"\banniversary\b",
    "es": r"\bel año (?:pasado|anterior)\b|\bhace (?:\S+ )?años?\b|\baños? (?:antes|atrás|después)\b|\baniversario\b",
    "fa": "سال گذشته|پارسال|سال پیش|سال قبل",
    "fi": r"\b(?:viime vuo\w+|vuo(?:si|tta|den) (?:sitten|aiemmin))\b",
    "fr": r"\bl['’](?:an dernier|année (?:dernière|passée|précédente))\b|\bil y a (?:\S+ )?an(?:s|nées?)?\b|"
    r"\b(?:ans?|années?) (?:plus tôt|auparavant|après|plus tard)\b|\banniversaire\b",
    "he": "בשנה שעברה|לפני (?:שנה|שנתיים|[^ ]+ שנים)|אשתקד",
    "hi": "पिछले (?:साल|वर्ष)|(?:साल|वर्ष) (?:पहले|पूर्व)|बीते (?:साल|वर्ष)",
    "id": r"\btahun (?:lalu|silam|sebelumnya)\b",
    "it": r"\b(?:anno|anni) (?:fa|scorso|prima|precedente|dopo)\b|\banniversario\b",
    "ja": "昨年|去年|一昨年|おととし|前年|年前",
    "ko": "지난해|작년|재작년|전년|년 전",
    "nl": r"\b(?:vorig|afgelopen) jaar\b|\bjaar (?:geleden|eerder|later)\b",
    "no": r"\bi fjor\b|\b(?:forrige|siste) år\b|\bår siden\b",
    "pl": r"\bw (?:ubiegłym|zeszłym|minionym|poprzednim) roku\b|\b(?:rok|lata|lat) (?:temu|wcześniej|"
    r"później)\b|\brocznic",
    "pt": r"\b(?:no )?ano (?:passado|anterior)\b|\bhá (?:\S+ )?anos?\b|\banos? (?:antes|atrás|depois)\b|"
    r"\baniversário\b",
    "ru": r"\bв прошлом году\b|\bпрошлого года\b|\b(?:год|года|лет) (?:назад|спустя)\b|\bгодом ранее\b|\bгодовщин",
    "sv": r"\b(?:förra året|i fjol)\b|\bår (?:sedan|tidigare|senare)\b",
    "th": "ปีที่แล้ว|ปีก่อน|ปีที่ผ่านมา",
    "tr": r"\bgeçen (?:yıl|sene)|\bgeçtiğimiz yıl|\byıl (?:önce|sonra)\b",
    "uk": r"\b(?:у|в) (?:минулому|торік)\b|\bторік\b|\bминулого року\b|\b(?:рік|роки|років) (?:тому|"
    r"по тому)\b|\bрічниц",
    "vi": r"\bnăm (?:ngoái|trước|qua)\b",
    "zh": "去年|前年|年前|[上往]年",
}
