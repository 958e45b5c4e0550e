"""Ground: a table whose values are made when somebody asks for one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Value = TypeVar("Value")


class OnDemand(Mapping[str, Value]):
    """By name what `make` gives for it, made once; a name for which it gives None has no value."""

    def __init__(self, names: Iterable[str], make: Callable[[str], Value | None]) -> None:
        """`names` are those that may have a value."""
        self._names, self._make = dict.fromkeys(names), make
        self._made: dict[str, Value | None] = {}

    def __getitem__(self, name: str) -> Value:
        if name in self._names and name not in self._made:
            self._made[name] = self._make(name)
        value = self._made.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
