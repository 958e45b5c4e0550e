"""Exports: what is made of a fact once, though its page and a file of `/data/` both hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bodies import Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.model import Fact


class Once:
    """A text of each fact, told by whoever made it before, else made when it is asked for."""

    def __init__(self, make: Callable[[Fact], str]) -> None:
        self._make = make
        self._told: dict[str, str] = {}

    def __call__(self, fact: Fact) -> str:
        """The text of a fact."""
        told = self._told.get(fact.id)
        return self._make(fact) if told is None else told

    def shared(self, facts: Mapping[str, Fact]) -> Shared:
        """The making of all of them, before the pages."""
        return Shared(lambda name: self._make(facts[name]), self._told.__setitem__)
