"""Reads all quantities of a text in one pass: dates first, then labels, ranges and single amounts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from generator.numerals.dates_in_words import Moment, is_dash, moments_at
from generator.numerals.ideographs import quantities_at
from generator.numerals.lexicon import Lexicon, adjoins, lexicon_of
from generator.numerals.modifier_words import modifier_around
from generator.numerals.number_words import Amount, amount_at
from generator.numerals.quantity import Kind, Quantity
from generator.numerals.tokens import HYPHENS, Token, is_cjk

_ZERO = Fraction(0)
_SHORT = 4000
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}


def read(text: str, language: str) -> tuple[Quantity, ...]:
    """Every number, amount, date and label in the text, in order.

    `language` is a BCP 47 tag; one without words of its own here is read by digits and CLDR's names of months.
    """
    return _read_short(text, language) if len(text) <= _SHORT else _read(text, language)


def _read(text: str, language: str) -> tuple[Quantity, ...]:
    lexicon = lexicon_of(language)
    if len(text) <= _SHORT and not lexicon.may_count(text):
        return ()
    return tuple(_Passage(text, lexicon.tokens(text), lexicon).quantities())


_read_short = lru_cache(maxsize=4096)(_read)


class _Passage:
    """A text being read from left to right."""

    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.lexicon = lexicon
        self.found: list[Quantity] = []

    def quantities(self) -> list[Quantity]:
        index = 0
        while index < len(self.tokens):
            index = self._step(index) if self._may_begin(index) else index + 1
        return self.found

    def _may_begin(self, index: int) -> bool:
        """A cheap look at a token, because most words begin nothing."""
        kind, key = self.tokens[index][:2]
        if kind != "word" or key in self.lexicon.starters:
            return True
        if key in self.lexicon.articles:
            return index + 1 < len(self.tokens) and self.tokens[index + 1].key in self.lexicon.starters
        return self.lexicon.is_glued(key)

    def _step(self, index: int) -> int:
        """Reads what begins at the token; returns the index behind it."""
        stop = self.lexicon.find(self.tokens, index, "stop")
        if stop:
            return index + len(stop.keys)
        if self._is_label(index):
            self._label(index)
            return index + 1
        if self.lexicon.ideographs and self.tokens[index].kind in ("num", "han", "hangul", "clock"):
            return self._ideographs(index)
        moments = moments_at(self.text, self.tokens, index, self.lexicon)
        if moments:
            self.found.extend(self._moment(moment) for moment in moments)
            return moments[-1].after
        if self.tokens[index].kind == "word" and not self._may_open(index):
            return index + 1
        return self._amounts(index)

    def _may_open(self, index: int) -> bool:
        key = self.tokens[index].key
        return key in self.lexicon.opening or self.lexicon.is_glued(key)

    def _ideographs(self, index: int) -> int:
        token = self.tokens[index]
        start = token.start + (1 if self.text[token.start] in "数數几幾上近수" else 0)
        found, end = quantities_at(self.text, start, self.lexicon)
        self.found.extend(found)
        index += 1
        while index < len(self.tokens) and self.tokens[index].start < end:
            index += 1
        return index

    # Labels

    def _is_label(self, index: int) -> bool:
        """Digits that hang on a name: Type-12, B-52, G7, but not mid-2024."""
        token = self.tokens[index]
        if token.kind not in ("num", "iso") or index == 0:
            return token.kind == "num" and self._has_tail(index)
        before = self.tokens[index - 1]
        if token.gap in (" ", "\u00a0") and self.lexicon.find(self.tokens, index - 1, "label-word"):
            return True
        if before.kind != "word" or token.gap not in ("", *HYPHENS):
            return self._has_tail(index)
        if self.lexicon.find(self.tokens, index - 1, "not-label"):
            return False
        if self._is_number_word(index - 1, touching=token.gap == ""):
            return False
        if self.lexicon.ideographs and is_cjk(self.text[before.start]):
            return False
        return token.gap == "" or self.text[before.start].isupper() or not before.key.isascii()

    def _is_number_word(self, index: int, *, touching: bool) -> bool:
        roles = ("month", "currency") if touching else ("add", "times", "month", "range", "currency")
        return any(self.lexicon.find(self.tokens, index, role) for role in roles)

    def _has_tail(self, index: int) -> bool:
        """5G, 3D, 7B: one capital letter that touches the digits and is no scale."""
        if index + 1 >= len(self.tokens) or self.tokens[index].kind != "num":
            return False
        tail = self.tokens[index + 1]
        letter = self.text[tail.start : tail.end]
        if tail.kind != "word" or tail.gap or len(letter) != 1 or not letter.isupper():
            return False
        return not self.lexicon.find(self.tokens, index + 1, "times")

    def _label(self, index: int) -> None:
        token = self.tokens[index]
        digits = "".join(sign for sign in token.key if sign.isdigit())
        start = token.start
        if index and token.gap in ("", " ", "\u00a0", *HYPHENS) and self.tokens[index - 1].kind == "word":
            start = self.tokens[index - 1].start
        value = Fraction(int(digits[:40] or "0"))
        self.found.append(self._quantity(value, value, "label", start, token.end))

    # Dates and times

    def _moment(self, moment: Moment) -> Quantity:
        start, end = self.tokens[moment.first].start, self.tokens[moment.after - 1].end
        if moment.minutes is not None:
            time = self._quantity(moment.minutes, moment.minutes, "time", start, end)
            return self._modified(time, moment.first, moment.after)
        return replace(self._quantity(_ZERO, _ZERO, "date", start, end), dates=moment.dates)

    # Amounts

    def _amounts(self, index: int) -> int:
        first = self._amount(index)
        if first is None:
            return index + 1
        quantity, after = first
        joint, loose = self._joint(index, after)
        second = self._amount(joint) if joint is not None else None
        if second is not None:
            whole = _range(quantity, second[0], self.text, loose=loose)
            if whole is not None:
                self.found.append(self._modified(whole, index, second[1]))
                return second[1]
        self.found.append(self._modified(quantity, index, after))
        return after

    def _joint(self, index: int, after: int) -> tuple[int | None, bool]:
        """Where the second number of a range begins ("8,000–10,000", "between 3 and 5"), and is it loose."""
        if after >= len(self.tokens):
            return None, False
        token = self.tokens[after]
        loose = self._preceded(index, "from")
        word = self.lexicon.find(self.tokens, after, "range")
        if word is None and loose:
            word = self.lexicon.find(self.tokens, after, "range-from")
        if word is None and self._preceded(index, "between"):
            word = self.lexicon.find(self.tokens, after, "and")
        if word is None or token.gap.strip(" -.\u00a0\u202f\n") != "":
            return (after, False) if is_dash(token.gap) else (None, False)
        return after + len(word.keys), loose

    def _preceded(self, index: int, role: str) -> bool:
        return any(
            index >= width
            and (phrase := self.lexicon.find(self.tokens, index - width, role)) is not None
            and len(phrase.keys) == width
            for width in (1, 2)
        )

    def _amount(self, index: int) -> tuple[Quantity, int] | None:
        """One amount with its sign, currency and percent sign; and the index behind it."""
        if index >= len(self.tokens):
            return None
        percent = self.lexicon.find(self.tokens, index, "percent-before")
        if percent and (inner := self._amount(index + len(percent.keys))) is not None:
            start = self.tokens[index].start
            whole = replace(inner[0], kind="percent", start=start, words=self.text[start : inner[0].end])
            return whole, inner[1]
        start, currency, at = self._currency_before(index)
        minus = None if self._bounds(at) else self.lexicon.find(self.tokens, at, "minus")
        at += len(minus.keys) if minus else 0
        amount = self._vulgar(at) or amount_at(self.tokens, at, self.lexicon)
        if amount is None or (at > index and not self._close(at)):
            return None
        negative = minus is not None or (not amount.spelled and self._signed(at))
        value = -amount.value if negative else amount.value
        start = start if at > index else self.tokens[amount.first].start
        return self._with_unit(amount, value, start - (1 if negative and minus is None else 0), currency)

    def _bounds(self, at: int) -> bool:
        """Whether the word ends a modifier: "moins" in "au moins trois" is no minus."""
        keys = [token.key for token in self.tokens[max(0, at - 3) : at + 1]]
        return any(" ".join(keys[start:]) in self.lexicon.before for start in range(len(keys)))

    def _close(self, at: int) -> bool:
        return self.tokens[at].gap.strip(" \u00a0\u202f-−") == ""

    def _currency_before(self, index: int) -> tuple[int, str, int]:
        """$5, US$5, USD 5: where it starts, its sign, and the index of the number."""
        at = index
        tokens = self.tokens
        if (
            at + 1 < len(tokens)
            and tokens[at].kind == "word"
            and len(tokens[at].key) <= 2
            and tokens[at + 1].key == "$"
        ):
            at += 1
        phrase = self.lexicon.find(tokens, at, "currency")
        if phrase is None or at + 1 >= len(tokens):
            return tokens[index].start, "", index
        spelled = tokens[at].kind == "word"
        if spelled and not self.text[tokens[at].start : tokens[at].end].isupper():
            return tokens[index].start, "", index
        return tokens[index].start, phrase.sign, at + len(phrase.keys)

    def _signed(self, at: int) -> bool:
        """A minus that touches the digits and nothing before it: −5, (-5), but not 3-5."""
        gap = self.tokens[at].gap
        if not gap or gap[-1] not in "-−":
            return False
        return (len(gap) > 1 and gap[-2] in " (\u00a0\n") or (len(gap) == 1 and at == 0)

    def _vulgar(self, index: int) -> Amount | None:
        """½, 2½, 1/2."""
        tokens = self.tokens
        if index >= len(tokens):
            return None
        sign = _VULGAR.get(self.text[tokens[index].start : tokens[index].end])
        if sign:
            return Amount(Fraction(sign), index, index + 1, fraction=True)
        if tokens[index].kind != "num" or not tokens[index].key.isdigit() or index + 1 >= len(tokens):
            return None
        behind = tokens[index + 1]
        sign = _VULGAR.get(self.text[behind.start : behind.end])
        if sign and behind.gap in ("", " "):
            return Amount(int(tokens[index].key) + Fraction(sign), index, index + 2)
        return self._slashed(index)

    def _slashed(self, index: int) -> Amount | None:
        tokens = self.tokens
        if index + 2 >= len(tokens) or tokens[index + 1].key != "/" or tokens[index + 2].kind != "num":
            return None
        over, under = tokens[index].key, tokens[index + 2].key
        if not (under.isdigit() and len(under) <= 2 and len(over) <= 2) or tokens[index + 2].gap:
            return None
        if not 0 < int(over) < int(under) <= 10:
            return None
        return Amount(Fraction(int(over), int(under)), index, index + 3, fraction=True)

    def _with_unit(self, amount: Amount, value: Fraction, start: int, currency: str) -> tuple[Quantity, int]:
        """The amount as percent, money, ordinal, decade, year or plain number."""
        kind, currency, after = self._unit(amount, currency)
        end = self.tokens[after - 1].end
        end += (
            1
            if kind == "ordinal" and not amount.spelled and after == amount.after and self.text[end : end + 1] == "."
            else 0
        )
        quantity = replace(self._quantity(value, value, kind, start, end), currency=currency, spelled=amount.spelled)
        return quantity, after

    def _unit(self, amount: Amount, currency: str) -> tuple[Kind, str, int]:
        after = amount.after
        if amount.indefinite:
            return "indefinite", currency, after
        for role, kind in (("points", "percentage-points"), ("percent", "percent")):
            phrase = self.lexicon.find(self.tokens, after, role)
            if phrase and adjoins(self.tokens[after]):
                return kind, "", after + len(phrase.keys)  # type: ignore[return-value]  # both are kinds
        if not currency:
            currency, after = self._currency_behind(after)
        if currency:
            return "money", currency, after
        return self._bare_kind(amount), "", after if self._bare_kind(amount) != "decade" else after + 1

    def _currency_behind(self, after: int) -> tuple[str, int]:
        """5 Euro, 5 million US dollars, 5 Millionen US-Dollar."""
        for skipped in (0, 1):
            at = after + skipped
            phrase = self.lexicon.find(self.tokens, at, "currency")
            if phrase and all(_follows(token) for token in self.tokens[after : at + 1]):
                return phrase.sign, at + len(phrase.keys)
        return "", after

    def _bare_kind(self, amount: Amount) -> Kind:
        if amount.ordinal:
            return "ordinal"
        if amount.spelled or amount.fraction:
            return "number"
        return self._digits_kind(amount)

    def _digits_kind(self, amount: Amount) -> Kind:
        after, tokens = amount.after, self.tokens
        if after < len(tokens) and tokens[after].gap in ("", "'", "’", "-"):
            if self.lexicon.find(tokens, after, "decade-mark") and amount.value % 10 == 0 and amount.value > 9:
                return "decade"
            if tokens[after].gap in ("", "-") and self.lexicon.find(tokens, after, "ordinal-mark"):
                return "ordinal"
        if self._dotted(amount):
            return "ordinal"
        return "year" if not amount.grouped and 1500 <= amount.value <= 2100 else "number"

    def _dotted(self, amount: Amount) -> bool:
        """Am 5. Treffen; not the full stop at the end of a sentence that can be seen as one."""
        if not self.lexicon.ordinal_dot or amount.grouped or amount.value >= 200:
            return False
        if amount.after >= len(self.tokens):
            return False
        return self.tokens[amount.after].gap == ". " and self.tokens[amount.after].kind == "word"

    def _modified(self, quantity: Quantity, first: int, after: int) -> Quantity:
        modifier, sure = modifier_around(self.text, self.tokens, first, after, self.lexicon)
        if (
            modifier is None
            and quantity.kind != "indefinite"
            and any(self.lexicon.find(self.tokens, at, "roughly") for at in range(first, after))
        ):
            modifier, sure = "about", False
        return replace(quantity, modifier=modifier, modifier_sure=sure) if modifier else quantity

    def _quantity(self, low: Fraction, high: Fraction, kind: Kind, start: int, end: int) -> Quantity:
        return Quantity(low, high, kind, start, end, self.text[start:end])


def _range(first: Quantity, second: Quantity, text: str, *, loose: bool) -> Quantity | None:
    """One range from two amounts; the scale and unit of the second count for both ("8 to 10 million")."""
    low = _carried(first, second)
    kinds = {first.kind, second.kind} - {"number", "year"}
    if len(kinds) > 1 or low >= second.high or "indefinite" in kinds or "ordinal" in kinds:
        return None
    return replace(
        second,
        low=low,
        start=first.start,
        words=text[first.start : second.end],
        currency=second.currency or first.currency,
        kind=first.kind if second.kind in ("number", "year") else second.kind,
        loose=loose,
        spelled=first.spelled and second.spelled,
    )


def _carried(first: Quantity, second: Quantity) -> Fraction:
    """The smaller end with the scale that is only written at the larger one."""
    scale = Fraction(1)
    for candidate in (1_000_000_000_000, 1_000_000_000, 1_000_000, 1000):
        if second.high % candidate == 0 and not second.words.replace(" ", "").isdigit():
            scale = Fraction(candidate)
            break
    mantissa = second.high / scale
    written_out = any(sign.isalpha() for sign in second.words)
    return first.low * scale if written_out and first.low < mantissa else first.low


def _follows(token: Token) -> bool:
    """Whether the token comes next, with at most the dot of an abbreviation (Mio. Euro) between."""
    return adjoins(token) or token.gap in (". ", "'", "’")
