"""`@frozen` makes a slotted dataclass that is compared by its fields and cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, field

import pytest

from factbook.runtime import frozen as room
from factbook.runtime.frozen import frozen


@pytest.fixture(params=[True, False], ids=["as in the tests", "as in the program"])
def made(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> type:
    monkeypatch.setattr(room, "IN_EARNEST", request.param)

    @frozen
    class Made:
        """A name and a place, of which only the name counts."""

        name: str
        place: str = field(default="here", compare=False)

    return Made


def test_it_is_compared_and_hashed_by_what_counts(made: type) -> None:
    assert made("a") == made("a", "there")
    assert hash(made("a")) == hash(made("a", "there"))
    assert made("a") != made("b")


def test_it_has_its_fields_and_no_others(made: type) -> None:
    assert not hasattr(made("a"), "__dict__")
    with pytest.raises(TypeError):
        made("a", other=1)


def test_in_the_tests_nothing_can_be_changed() -> None:
    @frozen
    class Made:
        name: str

    with pytest.raises(FrozenInstanceError):
        Made("a").name = "b"  # type: ignore[misc]  # what is tried
