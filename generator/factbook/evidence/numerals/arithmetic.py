"""Evaluates the working of a computed number ("55 + 30") exactly, without running any code."""

from __future__ import annotations

import re
from fractions import Fraction

from factbook.runtime.frozen import frozen

_LONGEST = 500
_DEEPEST = 20
_NUMBER = r"\d{1,3}(?:[,_'’\u00a0\u202f\u2009 ]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
_TOKEN = re.compile(rf"\s*(?:(?P<number>{_NUMBER})|(?P<sign>[-+*/×·÷:−–()%]))")
_SAME = {"×": "*", "·": "*", "÷": "/", ":": "/", "−": "-", "–": "-"}


@frozen
class Operand:
    """A number of the working, and where it stands."""

    value: Fraction
    start: int
    end: int
    percent: bool = False


@frozen
class WorkingMistake:
    """Why the working cannot be evaluated, and at which character."""

    message: str
    position: int


def evaluate(text: str) -> Fraction | WorkingMistake:
    """The exact value of a sum of plain numbers (digits, `,` or spaces between thousands, `.` before decimals).

    Knows + − × / ( ) and a percent sign behind a number. Returns a Mistake for anything else.
    """
    parser = _Parser(text)
    try:
        return parser.whole()
    except _Unreadable as problem:
        return WorkingMistake(str(problem), problem.position)


def operands(text: str) -> tuple[Operand, ...]:
    """The numbers that the working starts from, in order; none when it cannot be read."""
    try:
        tokens = _tokens(text)
    except _Unreadable:
        return ()
    numbers = []
    for index, (kind, words, start) in enumerate(tokens):
        if kind == "number":
            percent = index + 1 < len(tokens) and tokens[index + 1][1] == "%"
            numbers.append(Operand(_value(words), start, start + len(words), percent))
    return tuple(numbers)


class _Unreadable(Exception):
    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


def _tokens(text: str) -> list[tuple[str, str, int]]:
    if len(text) > _LONGEST:
        raise _Unreadable(f"the working is longer than {_LONGEST} characters", _LONGEST)
    found, position, end = [], 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            at = position + len(text[position:]) - len(text[position:].lstrip())
            raise _Unreadable(f"“{text[at]}” is no number and none of + − × / ( ) %", at)
        kind = match.lastgroup or ""
        words = match[kind]
        found.append((kind, _SAME.get(words, words), match.start(kind)))
        position = match.end()
    return found


def _value(words: str) -> Fraction:
    return Fraction(re.sub(r"[,_'’\s]", "", words))


class _Parser:
    """Sums of products of signed numbers, by recursive descent with a limit on depth."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[tuple[str, str, int]] = []
        self.at = 0
        self.depth = 0

    def whole(self) -> Fraction:
        self.tokens = _tokens(self.text)
        if not self.tokens:
            raise _Unreadable("the working is empty", 0)
        value = self._sum()
        if self.at < len(self.tokens):
            _, words, start = self.tokens[self.at]
            raise _Unreadable(f"a sign such as + is missing before “{words}”", start)
        return value

    def _next(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def _position(self) -> int:
        return self.tokens[self.at][2] if self.at < len(self.tokens) else len(self.text)

    def _sum(self) -> Fraction:
        value = self._product()
        while (sign := self._next()) in ("+", "-"):
            self.at += 1
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Fraction:
        value = self._signed()
        while (sign := self._next()) in ("*", "/"):
            position = self._position()
            self.at += 1
            other = self._signed()
            if sign == "/" and other == 0:
                raise _Unreadable("a division by zero has no value", position)
            value = value * other if sign == "*" else value / other
        return value

    def _signed(self) -> Fraction:
        negative = False
        while self._next() in ("+", "-") and self._next():
            negative ^= self._next() == "-"
            self.at += 1
        value = self._percent(self._atom())
        return -value if negative else value

    def _percent(self, value: Fraction) -> Fraction:
        while self._next() == "%":
            self.at += 1
            value /= 100
        return value

    def _atom(self) -> Fraction:
        position = self._position()
        if self._next() == "(":
            return self._bracket(position)
        if self.at < len(self.tokens) and self.tokens[self.at][0] == "number":
            self.at += 1
            return _value(self.tokens[self.at - 1][1])
        found = f"“{self._next()}”" if self._next() else "the end"
        raise _Unreadable(f"a number is expected before {found}", position)

    def _bracket(self, position: int) -> Fraction:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _Unreadable(f"brackets are nested deeper than {_DEEPEST}", position)
        self.at += 1
        value = self._sum()
        if self._next() != ")":
            raise _Unreadable("this bracket is not closed", position)
        self.at += 1
        self.depth -= 1
        return value
