"""Host: stand-ins for a page's values, which note what a template asks of them while it is rendered once.

A value that is printed leaves a mark in the text. A question about a value (is it empty, does it hold
these letters) becomes a guard: the answer is given for the page at hand and must be the same for every
page that is later filled into the same text. Whatever else a template does with a value is refused,
and such pages are rendered the ordinary way.

Where a value comes from is noted as a Python expression over `page`, such as `page.meta['description']`,
from which `factbook.theme.shell_templates` compiles the functions that check the guards and fill the marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs.structure.toc import AnchorLink

from factbook.runtime.frozen import frozen

SLOT = "\ue000{}\ue001"
ITEM = "\ue002{}:{}\ue003"
MARKS = frozenset("\ue000\ue001\ue002\ue003")
ITEMS = 3
"""Items that a list is rendered with: enough to see that what stands between them does not change."""
SAME = frozenset(
    (
        *("parent", "ancestors", "children", "previous_page", "next_page", "active"),
        *("is_page", "is_section", "is_link", "is_homepage", "is_index", "is_top_level"),
    )
)
"""What MkDocs' page says of its place, which all pages of one folder and section outside the tree share."""
_METHODS = frozenset(name for name in dir(dict) if not name.startswith("__"))


class Refused(Exception):
    """A template does something with a page's value that cannot be foreseen for other pages."""


@dataclass(slots=True)
class Trace:
    """What one rendering asked of one page."""

    slots: list[Text] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    guards: dict[str, Any] = field(default_factory=dict)
    """Answers by question, a Python expression over `page`."""

    def ask(self, question: str, answer: Any) -> Any:
        """Note a guard, and give its answer."""
        self.guards.setdefault(question, answer)
        return answer

    def symbol(self, source: str, value: Any) -> Any:
        """The stand-in for a value; the value itself when other pages are only to have the same one."""
        if isinstance(value, str):
            self.ask(f"isinstance({source}, str)", True)
            return Text(self, source, value)
        if isinstance(value, Mapping):
            return Table(self, source, value)
        if isinstance(value, list):
            return Series(self, source, value)
        if isinstance(value, AnchorLink):
            return Record(self, source, value)
        if value is None or isinstance(value, (bool, int, tuple)):
            return self.ask(source, value)
        raise Refused(f"{source} is of a kind that cannot be foreseen")


class Text:
    """A text that is printed, perhaps through filters."""

    __hash__ = None  # type: ignore[assignment]  # a text that is not known yet is no key

    def __init__(self, trace: Trace, source: str, value: str, filters: tuple[Applied, ...] = ()) -> None:
        self.trace, self.source, self.value, self.filters = trace, source, value, filters

    def filtered(self, applied: Applied) -> Text:
        return Text(self.trace, self.source, self.value, (*self.filters, applied))

    def __str__(self) -> str:
        self.trace.slots.append(self)
        return SLOT.format(len(self.trace.slots) - 1)

    __html__ = __str__

    def __bool__(self) -> bool:
        return bool(self._ask(f"bool({self.source})", bool(self.value)))

    def __contains__(self, part: object) -> bool:
        return bool(self._ask(f"{_plain(part)!r} in {self.source}", _plain(part) in self.value))

    def __eq__(self, other: object) -> bool:
        return bool(self._ask(f"{self.source} == {_plain(other)!r}", self.value == other))

    def __iter__(self) -> Iterator[str]:
        raise Refused(f"the letters of {self.source}")

    def __len__(self) -> int:
        raise Refused(f"the length of {self.source}")

    def __getitem__(self, index: object) -> str:
        raise Refused(f"a part of {self.source}")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise Refused(f"{self.source}.{name}")

    def _ask(self, question: str, answer: bool) -> Any:
        if self.filters:
            raise Refused(f"a question about {self.source} after a filter")
        return self.trace.ask(question, answer)


@frozen
class Applied:
    """A filter that a template applied, with its further arguments."""

    name: str
    arguments: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...]


class Record:
    """An object with attributes: the page, or an entry of its table of contents."""

    def __init__(self, trace: Trace, source: str, value: Any, whole: Any = None) -> None:
        """`whole` is the page of MkDocs of which `value` holds what differs from page to page."""
        self._trace, self._source, self._value, self._whole = trace, source, value, whole

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if hasattr(self._value, name):
            return self._trace.symbol(f"{self._source}.{name}", getattr(self._value, name))
        if hasattr(self._whole, name) and name not in SAME:
            raise Refused(f"{self._source}.{name}")
        return getattr(self._whole, name)

    def __getitem__(self, name: object) -> Any:
        raise KeyError(name)


class Table:
    """A mapping: the page's front matter."""

    def __init__(self, trace: Trace, source: str, value: Mapping[str, Any]) -> None:
        self._trace, self._source, self._value = trace, source, value

    def __bool__(self) -> bool:
        return bool(self._trace.ask(f"bool({self._source})", bool(self._value)))

    def __contains__(self, key: object) -> bool:
        key = _plain(key)
        return bool(self._trace.ask(f"{key!r} in {self._source}", key in self._value))

    def __getitem__(self, key: str) -> Any:
        if key not in self:
            raise KeyError(key)
        return self._trace.symbol(f"{self._source}[{key!r}]", self._value[key])

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self else default  # noqa: SIM401 - this is `get`

    def __getattr__(self, name: str) -> Any:
        if name in _METHODS:
            raise Refused(f"{self._source}.{name}")
        raise AttributeError(name)

    def __iter__(self) -> Iterator[str]:
        raise Refused(f"the keys of {self._source}")


class Series:
    """A list whose items are filled in later, each by its own text: the table of contents."""

    def __init__(self, trace: Trace, source: str, value: list[Any]) -> None:
        self._trace, self._source, self._value = trace, source, value

    def __bool__(self) -> bool:
        return bool(self._trace.ask(f"bool({self._source})", bool(self._value)))

    def first(self, otherwise: Any) -> Any:
        return self._trace.symbol(f"{self._source}[0]", self._value[0]) if self else otherwise

    def __iter__(self) -> Iterator[Placeholder]:
        if not self:
            return
        number = len(self._trace.lists)
        self._trace.lists.append(self._source)
        for position in range(ITEMS):
            yield Placeholder(ITEM.format(number, position))

    def __len__(self) -> int:
        raise Refused(f"the length of {self._source}")


class Placeholder:
    """An item of a list, of which only the place is known."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise Refused(f"an entry's {name} outside its own template")


SYMBOLS = (Text, Record, Table, Series, Placeholder)


def is_open(value: object) -> bool:
    """Whether a value is a stand-in, or text that holds the mark of one."""
    return isinstance(value, SYMBOLS) or (isinstance(value, str) and not MARKS.isdisjoint(value))


def _plain(value: object) -> Any:
    if is_open(value):
        raise Refused("a page's value compared with another")
    return value
