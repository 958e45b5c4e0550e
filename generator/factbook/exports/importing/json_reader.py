"""Exports, read back: JSON with the place of every value; numbers stay the digits that were typed."""

from __future__ import annotations

import json
import re

from factbook.content.yaml import shown
from factbook.exports.importing.error import Fault
from factbook.exports.importing.positions import Placed

_CODE = "import-json"
_DEPTH = 24
_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_BARE = re.compile(r"[^\s,:\[\]{}\"]+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(text: str) -> Placed:
    """The one value that `text` holds. Raises `Fault` where it is no JSON."""
    reader = _Reader(text)
    found = reader.value(0)
    if reader.at < len(text):
        raise reader.fault("the file goes on after its end")
    return found


class _Reader:
    """Goes through the text once."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self._skip()

    def value(self, depth: int) -> Placed:
        """The value that begins here, and on to what follows it."""
        if depth > _DEPTH:
            raise self.fault(f"values stand more than {_DEPTH} levels deep")
        match self.text[self.at : self.at + 1]:
            case "{":
                return self._map(depth)
            case "[":
                return self._list(depth)
            case '"':
                return self._string()
            case "":
                raise self.fault("the file ends before it is complete")
        return self._bare()

    def fault(self, message: str) -> Fault:
        return Fault(_CODE, f"this is not JSON that can be read: {message}", min(self.at, len(self.text)))

    def _map(self, depth: int) -> Placed:
        start, seen = self.at, set[str]()
        entries: list[tuple[Placed, Placed]] = []
        self._pass("{")
        while not self._ends("}", bool(seen)):
            if self.text[self.at : self.at + 1] != '"':
                raise self.fault("a key in quotation marks is missing")
            key = self._string()
            if key.text in seen:
                raise self.fault(f"the key `{shown(key.text)}` stands twice in one object")
            seen.add(key.text)
            self._pass(":")
            if self.text.startswith("null", self.at):
                self._bare_word()
                continue
            entries.append((key, self.value(depth + 1)))
        return Placed(start, self._closed("}"), tuple(entries), is_map=True)

    def _list(self, depth: int) -> Placed:
        start = self.at
        items: list[Placed] = []
        self._pass("[")
        while not self._ends("]", bool(items)):
            items.append(self.value(depth + 1))
        return Placed(start, self._closed("]"), tuple(items))

    def _ends(self, closing: str, some: bool) -> bool:
        """Whether the collection closes here; else goes on to its next member."""
        here = self.text[self.at : self.at + 1]
        if here == closing:
            return True
        if here == "," and some:
            self._pass(",")
        elif some or not here:
            raise self.fault(f"`,` or `{closing}` is missing")
        return False

    def _closed(self, closing: str) -> int:
        end = self.at + 1
        self._pass(closing)
        return end

    def _string(self) -> Placed:
        found = _STRING.match(self.text, self.at)
        if found is None:
            raise self.fault("a text does not end, or holds a line's end or an escape that JSON does not know")
        try:
            text = str(json.loads(found[0]))
        except ValueError:
            raise self.fault("a text holds an escape that JSON does not know") from None
        if _SURROGATE.search(text):
            raise self.fault("a text holds half of a character (a lone surrogate)")
        self._go(found.end())
        return Placed(found.start(), found.end(), text)

    def _bare(self) -> Placed:
        start = self.at
        word = self._bare_word()
        if not (_NUMBER.fullmatch(word) or word in ("true", "false")):
            self.at = start
            raise self.fault(f"`{shown(word) or shown(self.text[start : start + 1])}` stands without quotation marks")
        return Placed(start, start + len(word), word)

    def _bare_word(self) -> str:
        found = _BARE.match(self.text, self.at)
        if found is None:
            return ""
        self._go(found.end())
        return found[0]

    def _pass(self, mark: str) -> None:
        if self.text[self.at : self.at + 1] != mark:
            raise self.fault(f"`{mark}` is missing")
        self._go(self.at + 1)

    def _go(self, to: int) -> None:
        self.at = to
        self._skip()

    def _skip(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
