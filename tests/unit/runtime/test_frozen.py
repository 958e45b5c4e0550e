"""`@frozen` makes what the standard library's frozen and slotted dataclass makes, in a faster way."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest

from factbook.runtime import frozen as room
from factbook.runtime.frozen import frozen
from factbook.site.artifacts import TocEntry


@dataclass(frozen=True, slots=True)
class Slow:
    """A twin of `Fast`."""

    name: str
    size: int = 3
    parts: list[int] = field(default_factory=list)
    place: str = field(default="here", repr=False, compare=False)


with pytest.MonkeyPatch.context() as patch:
    patch.setattr(room, "REALLY", False)

    @frozen
    class Fast:
        """A twin of `Slow`."""

        name: str
        size: int = 3
        parts: list[int] = field(default_factory=list)
        place: str = field(default="here", repr=False, compare=False)

    @frozen
    class Longer(Fast):
        """Has a field more."""

        note: str = ""

    @frozen
    class Empty:
        """Has no field."""


GIVEN: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    (("a",), {}),
    (("a", 4), {"parts": [1]}),
    (("a", 3, [], "there"), {}),
    ((), {"name": "b", "place": "there"}),
)


def test_both_hold_the_same() -> None:
    for arguments, named in GIVEN:
        fast, slow = Fast(*arguments, **named), Slow(*arguments, **named)
        assert dataclasses.asdict(fast) == dataclasses.asdict(slow)
        assert repr(fast) == repr(slow).replace("Slow", "Fast")
        assert [(one.name, one.default) for one in fields(fast)] == [(one.name, one.default) for one in fields(slow)]
    assert Fast.__match_args__ == Slow.__match_args__
    assert not hasattr(Fast("a"), "__dict__")


@pytest.mark.parametrize("wrong", [{}, {"name": "a", "other": 1}])
def test_both_refuse_the_same(wrong: dict[str, Any]) -> None:
    for made in (Fast, Slow):
        with pytest.raises(TypeError):
            made(**wrong)


def test_both_are_equal_in_the_same_cases() -> None:
    for made in (Fast, Slow):
        objects = [made(*arguments, **named) for arguments, named in GIVEN]
        assert [one == objects[0] for one in objects] == [True, False, True, False]
    assert Fast("a") != Slow("a")  # type: ignore[comparison-overlap]  # that is the point
    assert Fast("a") != Longer("a")
    assert Empty() == Empty()


def test_equal_ones_have_the_same_hash() -> None:
    assert hash(TocEntry("id", "Title")) == hash(TocEntry("id", "Title", 2))
    assert len({Longer("a", 1, (), "x", "y"), Longer("a", 1, (), "z", "y")}) == 1  # type: ignore[arg-type]  # hashable
    assert hash(Empty()) == hash(Empty())


def test_each_object_has_parts_of_its_own() -> None:
    assert Fast("a").parts is not Fast("a").parts


def test_a_copy_may_differ_and_a_process_may_send_it() -> None:
    assert replace(Longer("a", note="n"), name="b") == Longer("b", note="n")
    assert pickle.loads(pickle.dumps(Longer("a", 5, [1], "there", "n"))) == Longer("a", 5, [1], "there", "n")


def test_in_the_tests_nothing_can_be_changed() -> None:
    entry = TocEntry("id", "Title")
    with pytest.raises(FrozenInstanceError):
        entry.title = "Another"  # type: ignore[misc]  # what is tried
