"""Runtime: `@frozen`, for the dataclasses that all our data is: slotted, compared by their fields, never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")

IN_EARNEST = False
"""Whether an assignment raises an exception, as in the tests; looked at when a class is made. While the program runs
the type checker alone refuses it: a dataclass that is frozen in earnest goes through a function for each field."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[Made]) -> type[Made]:
    """A class decorator: the annotated names of the class are the fields of its objects."""
    return dataclass(slots=True, frozen=IN_EARNEST, unsafe_hash=not IN_EARNEST)(made)
