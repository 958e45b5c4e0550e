"""Ground: `@frozen`, which makes the dataclasses that all our data is: slotted, compared by fields, never changed.

What stands behind it differs from `@dataclass(frozen=True, slots=True)` in speed only. That one goes through a
function for each field of each object, and a large site needs millions of them; and it compiles six functions for
each class, some 230 times before the program does anything. Here nothing hinders an assignment while the program
runs. The type checker refuses it, and in the tests objects are frozen in earnest (`REALLY`).
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Made = TypeVar("Made")

REALLY = False
"""Whether an assignment raises an exception; looked at when a class is made."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[Made]) -> type[Made]:
    """A class decorator: the annotated names of the class are the fields of its objects."""
    if REALLY:
        return dataclass(frozen=True, slots=True)(made)
    made = dataclass(init=False, repr=False, eq=False, slots=True)(made)
    parts = fields(made)  # type: ignore[arg-type]  # a dataclass since the line before
    own = vars(made)
    for name, method in {"__init__": _init(parts), "__repr__": _repr, **_compared(made, parts)}.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _init(parts: Sequence[Field[Any]]) -> Callable[..., None]:
    """Takes a value for each field, in order or by name, and its default where it has one."""
    defaults: dict[str, Any] = {"MISSING": MISSING}
    named, lines = ["self"], ["pass"]
    for part in parts:
        default = value = part.name
        if part.default_factory is not MISSING:
            defaults[f"made_{part.name}"] = part.default_factory
            default, value = f"{part.name}=MISSING", f"made_{part.name}() if {part.name} is MISSING else {part.name}"
        elif part.default is not MISSING:
            defaults[f"default_{part.name}"] = part.default
            default = f"{part.name}=default_{part.name}"
        named.append(default)
        lines.append(f"self.{part.name} = {value}")
    exec(f"def __init__({', '.join(named)}):\n " + "\n ".join(lines), defaults)
    return defaults["__init__"]  # type: ignore[no-any-return]  # what the line above has made


def _compared(made: type[Any], parts: Sequence[Field[Any]]) -> dict[str, Callable[..., Any]]:
    """Two objects of the same class are equal when their fields are, and then have the same hash."""
    names = [part.name for part in parts if part.compare]
    content: Callable[[Any], Any] = attrgetter(*names) if names else lambda self: ()

    def equal(self: Any, other: Any) -> Any:
        return content(self) == content(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(content(self))

    return {"__eq__": equal, "__hash__": hashed}


def _repr(self: Any) -> str:
    shown = ", ".join(f"{part.name}={getattr(self, part.name)!r}" for part in fields(self) if part.repr)
    return f"{type(self).__qualname__}({shown})"
