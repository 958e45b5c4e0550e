"""Reads numbers where words are not parted by spaces: 1万2000人, 二十五, 约12,000名, 2024年11月16日, 1만2천 명."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from factbook.evidence.numerals.digits import digits_value
from factbook.evidence.numerals.quantity import Kind, Modifier, PartialDate, Quantity
from factbook.evidence.numerals.tokens import fold

if TYPE_CHECKING:
    from factbook.evidence.numerals.lexicon import Lexicon

_DIGITS = {
    sign: value
    for value, signs in enumerate(("〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
_UNITS = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_SCALES = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
_LITERAL = r"\d+(?:[.,٬]\d+|，\d{3}(?!\d))*"
_SIGNS = "".join([*_DIGITS, *_UNITS, *_SCALES])
_QUARTER = "(?!四半期)"
_POINT = rf"[点點](?=[{''.join(_DIGITS)}]++(?![分刻十]))"
_NUMBER = re.compile(
    rf"(?:{_LITERAL}|[{_SIGNS}])(?:{_LITERAL}|{_QUARTER}[{_SIGNS}]|{_POINT}|(?<=[만억조천]) (?=\d)){{0,40}}"
)
_PIECE = re.compile(rf"{_LITERAL}|[{_SIGNS}点點]")
_COUNTED = "个個人名栋棟户戶家所只隻辆輛件起处處条條岁歲年天次座间間台艘架枚"
_AND_MORE = re.compile(rf"[多余餘几幾](?:([{''.join(_SCALES)}千百])|(?=[{_COUNTED}]))")
_TENTHS = re.compile(
    rf"割(?:([\d{''.join(_DIGITS)}])分)?|成([{''.join(_DIGITS)}](?!个|個))?(?![人年员員果本功立为為交长長就绩績家群因])"
)
_AFTERSHOCK = re.compile("[余餘]震")
_CHANGE = re.compile(
    r"\s?(?:にも?)?(?:下落|上昇|低下|拡大|縮小|回復|増|減|伸|落|進|高ま|上が|下が|値[上下]が|達|하락|상승|증가|감소|확대|급등|급락"
    r"|치솟|늘|줄|오르|오른|올[라랐]|떨어|낮[아추]|높[아이]|회복)"
)
"""Behind "to" it makes of a bound what something has come to: 145円台まで下落し."""
_AND_A_HALF = re.compile("(?:年間?|[个個]月|[かヶカ]月|時間|小时|小時|[个個]|天|倍|岁|歳|周|년|개월|시간)\\s?[半반]")
_DEGREES = ("도", "度", "℃")
_PLUS = ("영상 ", "零上", "プラス", "+")
_NEGATIVE = ("负", "負", "マイナス", "零下", "氷点下", "영하 ", "마이너스 ", "−", " -", "(-")

_DAY = re.compile(
    r"\s?[日일号號](?!間|间|本|曜|程度|ほど|以上|以内|余り|連続|ぶり|分|が?か?かり|[간째]|\s?동안|\s?이상|\s?이내|\s?만에|\s?연속)"
)
_FIRST_MONTHS = re.compile(rf"[前首头頭](?:\d+|[{_SIGNS}]+)\s?月(?!\s?[\d{_SIGNS}])")
"""前七月: the first seven months, and not July."""
_MONTH = re.compile(r"\s?[月월](?!球|面)")
_TO_MONTH = re.compile(r"\s?[~〜～–—－-]\s?(\d{1,2})\s?[月월]")
_EACH = re.compile(r"\s?[^\s\d、，。]{1,4}?(?:当たり|あたり|につき|당(?!시|일)|[=＝])")
"""1株あたり, 1ドル=145円: one only says for what the other number is."""
_YEAR = re.compile(r"\s?[年년度](?!間|间|前|以|ぶり|来)")
_HOUR = re.compile(rf"\s?[時时点點시](?:\s?(\d{{1,2}}|[{_SIGNS}]{{1,3}})\s?[分분]|\s?([半반])|\s?一刻)?")
_CLOCK = re.compile(r":([0-5]\d)(?!\d)")
_AFTERNOON = (
    "午後",
    "下午",
    "晚上",
    "傍晚",
    "晚间",
    "晚間",
    "夜",
    "今晚",
    "昨晚",
    "当晚",
    "當晚",
    "오후",
    "저녁",
    "밤",
)
_MORNING = ("午前", "上午", "早上", "早晨", "凌晨", "清晨", "朝", "未明", "오전", "새벽", "아침")
_PARTS = re.compile(rf"[分분][之の의]\s?({_LITERAL}|[{_SIGNS}](?:[{_SIGNS}]|{_POINT}){{0,40}})")
_ORDINAL_BEHIND = re.compile(r"番目|回目|度目|人目|つ目|번째|차례")
_COUNTERS = re.compile(
    "[人名个個架枚发發発日年月天周週次回度种種项項条條台艘隻只辆輛輌座家位岁歳件本機基点點倍割円元匹头頭門门"
    "カかヶケ時时小票社校床字段点世级級線线队隊便冊册杯羽通室棟株軒轩]|世帯|つの|ドル|ユーロ|パーセント|キロ|トン|メートル|亿|億|多|余|美元|欧元|公里|吨"
)
_DECADE = re.compile("年?[대代](?![表理わ])")
_FLOOR = re.compile("\\s?(?:층|階|层|樓|楼)")
_RUNNING = re.compile(r"[^\s\d、，。]{1,4}\s?(?:連続|连续|連續|연속)")
_WORDS_OF_NUMERALS = re.compile("八百[屋長]|十分|千万别|三[菱井越]|五輪|七夕|万一|百貨|百科")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民国": 1911, "民國": 1911}
_LONGEST = 8


def quantities_at(text: str, start: int, lexicon: Lexicon) -> tuple[tuple[Quantity, ...], int]:
    """What begins at `start`: the quantities (none for signs that only look like numerals), and where to go on."""
    match = _NUMBER.match(text, start)
    if match is None:
        return (), start + 1
    words = match[0].rstrip("., ")
    end = start + len(words)
    value = ideograph_value(words, lexicon)
    if value is None:
        return (), end
    date = _date(text, start, end, value)
    if date is not None:
        dates = (date, *_days_behind(text, date))
        return dates, dates[-1].end
    if more := _AND_MORE.match(text, end):
        whole = value * (_SCALES.get(more[1]) or _UNITS[more[1]] if more[1] else 1)
        return (_more_than(text, start, more.end(), whole, lexicon),), more.end()
    quantity = _tenths(text, start, end, value, lexicon) or _amount(text, start, end, value, lexicon)
    return ((quantity,), quantity.end) if quantity else ((), end)


def _days_behind(text: str, date: Quantity) -> tuple[Quantity, ...]:
    """The second day of 8月9日~11日, which has the month of the first."""
    first = date.dates[0] if date.dates else None
    dash = re.compile(r"\s?[~〜～–—-]\s?").match(text, date.end)
    if first is None or first.day is None or dash is None:
        return ()
    day, end = _next_number(text, dash.end())
    found = _DAY.match(text, end)
    if not (first.day < day <= 31 and found):
        return ()
    when = PartialDate(first.year, first.month, day)
    words = text[dash.end() : found.end()]
    return (Quantity(Fraction(0), Fraction(0), "date", dash.end(), found.end(), words, dates=(when,)),)


def _more_than(text: str, start: int, end: int, value: Fraction, lexicon: Lexicon) -> Quantity:
    """三十多万, 十几万, 二百余万: a little more than the round number."""
    kind, currency, stop = _unit(text, start, end, lexicon)
    return Quantity(value, value, kind, start, stop, text[start:stop], "just-over", currency=currency)


def _tenths(text: str, start: int, end: int, value: Fraction, lexicon: Lexicon) -> Quantity | None:
    """3割5分 and 六成: tenths, which are percent in other languages."""
    found = _TENTHS.match(text, end) if value <= 10 else None
    if found is None:
        return None
    more = found[1] or found[2]
    value = value * 10 + (ideograph_value(more, lexicon) or 0 if more else 0)
    quantity = Quantity(value, value, "percent", start, found.end(), text[start : found.end()])
    return _bounded(text, quantity, lexicon)


def ideograph_value(words: str, lexicon: Lexicon) -> Fraction | None:
    """The value of a mixture of digits and numeral signs; nothing when the digits make no number."""
    total, section, digit, place, last = Fraction(0), Fraction(0), None, Fraction(0), 0
    for piece in _PIECE.findall(words):
        if piece in "点點":
            place = Fraction(1, 10)
        elif place and piece in _DIGITS:
            digit, place = (digit or 0) + _DIGITS[piece] * place, place / 10
        elif piece in _SCALES:
            whole = section + (digit or 0)
            if last and _SCALES[piece] > last:  # 120万亿, 1万2千亿
                total = (total + whole) * _SCALES[piece]
            else:
                total += (whole or (0 if total else 1)) * _SCALES[piece]
            last = _SCALES[piece]
            section, digit, place = Fraction(0), None, Fraction(0)
        elif piece in _UNITS:
            section += (1 if digit is None else digit) * _UNITS[piece]
            digit = None
        elif piece in _DIGITS:
            digit = Fraction(_DIGITS[piece]) if digit is None else digit * 10 + _DIGITS[piece]
        else:
            digit = digits_value(piece, lexicon.decimal, lexicon.group)
            if digit is None:
                return None
    return total + section + (digit or 0)


def _date(text: str, start: int, end: int, value: Fraction) -> Quantity | None:
    """2024年11月16日, 11月16日, 16日; a time such as 午後7時16分. Nothing for 50年 and 3日間."""
    if value.denominator != 1 or value > 3000 or _FIRST_MONTHS.match(text, start - 1):
        return None
    clock = _time(text, start, end, int(value))
    if clock:
        return clock
    if months := _months(text, start, end, int(value)):
        return months
    year, month, day, at = _parts(text, start, end, int(value))
    if at == end:
        return None
    if month is None and day is None:
        return Quantity(Fraction(year or 0), Fraction(year or 0), "year", start, at, text[start:at])
    when = PartialDate(year, month, day)
    return Quantity(Fraction(0), Fraction(0), "date", start, at, text[start:at], dates=(when,))


def _months(text: str, start: int, end: int, value: int) -> Quantity | None:
    """The first and the last month of 4～12月期 and 2022年4-6月."""
    year, at = None, end
    if (found := _YEAR.match(text, end)) and 1000 <= value <= 2999:
        year, (value, at) = value, _next_number(text, found.end())
    dash = _TO_MONTH.match(text, at) if 1 <= value < 12 else None
    if dash is None or not value < (last := int(dash[1])) <= 12:
        return None
    dates = (PartialDate(year, value, None), PartialDate(year, last, None))
    return Quantity(Fraction(0), Fraction(0), "date", start, dash.end(), text[start : dash.end()], dates=dates)


def _parts(text: str, start: int, end: int, value: int) -> tuple[int | None, int | None, int | None, int]:
    year = month = day = None
    at, number = end, value
    era = _ERAS.get(text[max(0, start - 2) : start], 0)
    found = _YEAR.match(text, at)
    if found and (era or 1000 <= number <= 2999):
        year, at = number + era, found.end()
        number, behind = _next_number(text, at)
        if number < 0:
            return year, None, None, at
    else:
        behind = at
    found = _MONTH.match(text, behind)
    if found and 1 <= number <= 12:
        month, at = number, found.end()
        number, behind = _next_number(text, at)
        if number < 0:
            return year, month, None, at
    found = _DAY.match(text, behind)
    if found and 1 <= number <= 31 and (year is None or month is not None):
        day, at = number, found.end()
    return year, month, day, at


def _next_number(text: str, at: int) -> tuple[int, int]:
    match = re.compile(rf"\s?(\d{{1,2}}|[{_SIGNS}]{{1,3}})").match(text, at)
    if match is None:
        return -1, at
    if match[1].isdecimal():
        return int(match[1]), match.end()
    number = Fraction(0)
    digit = None
    for sign in match[1]:
        if sign in _UNITS:
            number, digit = number + (digit or 1) * _UNITS[sign], None
        else:
            digit = _DIGITS.get(sign, 0)
    return int(number + (digit or 0)), match.end()


def _time(text: str, start: int, end: int, hour: int) -> Quantity | None:
    """午後3時半, 上午九点, 19:30; without a word for the half of the day it may be in either."""
    found, clock = _HOUR.match(text, end), _CLOCK.match(text, end)
    if hour > 24 or not (found or clock) or (found and text.startswith(("間", "间", "간", "이"), found.end())):
        return None
    before = text[max(0, start - 4) : start].strip()
    late, early = before.endswith(_AFTERNOON), before.endswith(_MORNING)
    if found and text[end : found.end()].strip() in ("点", "點") and not (late or early):
        return None  # nine points
    stop = clock.end() if clock else found.end() if found else end
    value = Fraction((hour % 24 + (12 if late and hour < 12 else 0)) * 60 + _minute(found, clock))
    time = Quantity(value, value, "time", start, stop, text[start:stop])
    if late or early or clock or hour > 11:
        return time
    return replace(time, also=(replace(time, low=value + 720, high=value + 720),))


def _minute(found: re.Match[str] | None, clock: re.Match[str] | None) -> int:
    if clock:
        return int(clock[1])
    if found is None:
        return 0
    if found[2]:
        return 30
    if found[1]:
        return _next_number(found[1], 0)[0]
    return 15 if found[0].endswith("刻") else 0


def _amount(text: str, start: int, end: int, value: Fraction, lexicon: Lexicon) -> Quantity | None:
    words = text[start:end]
    spelled = not any(sign.isdecimal() for sign in words)
    if half := _AND_A_HALF.match(text, end):
        whole = value + Fraction(1, 2)
        quantity = Quantity(whole, whole, "number", start, half.end(), text[start : half.end()], spelled=spelled)
        return _bounded(text, quantity, lexicon)
    if text[max(0, start - 5) : start].endswith(_NEGATIVE):
        value = -value
    if value == 1 and _EACH.match(text, end):
        return None
    parts = _PARTS.match(text, end)
    if parts:
        return _fraction(text, start, value, parts, lexicon)
    ordinal = text[start - 1 : start] in ("第", "제") or _ORDINAL_BEHIND.match(text, end) is not None
    vague = text[start - 1 : start] in ("数", "數", "几", "幾", "수") and spelled
    if spelled and not ordinal and not vague and not _counts(text, words, end):
        return None
    kind, currency, stop = _unit(text, start, end, lexicon)
    kind = "ordinal" if ordinal else "indefinite" if vague else kind
    begin = start - 1 if vague else start
    begin = begin - 3 if text[begin - 3 : begin] == "百分之" else begin
    quantity = Quantity(value, value, kind, begin, stop, text[begin:stop], currency=currency, spelled=spelled)
    quantity = _to(text, _with_doubt(text, quantity), lexicon)
    return _bounded(text, quantity, lexicon)


def _with_doubt(text: str, quantity: Quantity) -> Quantity:
    """The quantity with its other readings: 60代 may be an age, 2期連続 is also the second in a row."""
    kinds: list[Kind] = []
    if quantity.kind == "number" and 10 <= quantity.low < 100 and quantity.low % 10 == 0:
        kinds += ["decade"] if _DECADE.match(text, quantity.end) else []
    if quantity.kind == "number" and (_RUNNING.match(text, quantity.end) or _FLOOR.match(text, quantity.end)):
        kinds.append("ordinal")
    return replace(quantity, also=(*quantity.also, *(replace(quantity, kind=kind) for kind in kinds)))


def _counts(text: str, words: str, end: int) -> bool:
    """Whether bare numeral signs count something: 三名, 二十五; not 一方, 十分, 万一."""
    if _WORDS_OF_NUMERALS.match(text, end - len(words)):
        return False
    if words[0] in "십백천만억조":
        return False
    if words in ("一", "千万") or (words == "一" * len(words)):
        return words == "千万" and _COUNTERS.match(text, end) is not None
    if len(words) >= 3 or (len(words) == 2 and words[-1] in "万萬億亿千百"):
        return True
    return _COUNTERS.match(text, end) is not None


def _fraction(text: str, start: int, under: Fraction, parts: re.Match[str], lexicon: Lexicon) -> Quantity | None:
    """三分之二, 3分の2: the denominator stands first."""
    over = ideograph_value(parts[1], lexicon)
    if over is None or not 0 < over < under:
        return None
    value = over if text[start : parts.start()] == "百" else over / under
    kind: Kind = "percent" if under == 100 else "number"
    value = over if kind == "percent" else value
    quantity = Quantity(value, value, kind, start, parts.end(), text[start : parts.end()], spelled=True)
    return _bounded(text, quantity, lexicon)


def _unit(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Kind, str, int]:
    at = end + 1 if text[end : end + 1] == " " else end
    first = fold(text[at : at + 1])
    for role, kind in (("points", "percentage-points"), ("percent", "percent"), ("currency", "money")):
        for phrase in lexicon.raw(role, first):
            word = phrase.keys[0]
            if text.startswith(word, at) or (word == first and at < len(text)):
                return cast("Kind", kind), phrase.sign, at + len(word)
    before = fold(text[start - 1 : start])
    currency = next((p.sign for p in lexicon.raw("currency", before) if p.keys[0] == before), "")
    return ("money" if currency else "number"), currency, end


def _to(text: str, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """The upper end of a range: 10~12日, 8000至1万人, 3から5."""
    for word in ("～", "〜", "~", "-", "–", "—", "至", "到", "から", "에서", "乃至"):
        end = quantity.end + (text[quantity.end : quantity.end + 1] in _DEGREES)
        if not text.startswith(word, end):
            continue
        behind = end + len(word)
        behind += text.startswith(" ", behind)
        behind += next((len(plus) for plus in _PLUS if text.startswith(plus, behind)), 0)
        match = _NUMBER.match(text, behind)
        value = ideograph_value(match[0], lexicon) if match else None
        if match is None or value is None:
            continue
        kind, currency, stop = _unit(text, match.start(), match.end(), lexicon)
        low = quantity.low
        last = match[0][-1]
        if last in _SCALES and quantity.words[-1] not in _SCALES and low < value / _SCALES[last]:
            low *= _SCALES[last]
        if low < value:
            return replace(
                quantity,
                low=low,
                high=value,
                kind=kind,
                currency=currency or quantity.currency,
                end=stop,
                words=text[quantity.start : stop],
                loose=word in ("から", "에서"),
            )
    return quantity


def _bounded(text: str, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """The quantity with the modifier before it, or behind it and its counter (1万人以上)."""
    before = text[max(0, quantity.start - _LONGEST) : quantity.start].rstrip()
    for width in range(_LONGEST, 0, -1):
        if len(before) >= width and before[-width:] in lexicon.before:
            return replace(quantity, modifier=cast("Modifier", lexicon.before[before[-width:]]))
    behind = text[quantity.end : quantity.end + _LONGEST]
    for skipped in range(_LONGEST if " " in behind else 4):
        for width in range(4, 0, -1):
            word = behind[skipped : skipped + width].strip()
            if word and word in lexicon.after and not _AFTERSHOCK.match(behind, skipped):
                bounded = replace(quantity, modifier=cast("Modifier", lexicon.after[word]))
                if word in lexicon.to and _CHANGE.match(behind, skipped + len(word)):
                    return replace(bounded, modifier_sure=False)
                if word in lexicon.doubtful:  # 以上, which news translate as "or more" and as "more than"
                    return replace(bounded, also=(replace(bounded, modifier="more-than"),))
                return bounded
        if behind[skipped : skipped + 1] in ("", "、", "。", "，", ",", ".") or behind[skipped].isdecimal():
            break
    return quantity
