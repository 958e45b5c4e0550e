"""Two processes: the same results as one, in order, whatever the second one meets."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest

from generator import workers

if TYPE_CHECKING:
    from collections.abc import Sequence


def joined(found: tuple[list[int], ...]) -> list[int]:
    return [number for part in found for number in part]


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


@pytest.mark.parametrize("alone", ["", "1"])
@pytest.mark.parametrize("many", [0, 1, 2, 3, 1000])
def test_two_processes_give_what_one_gives(many: int, alone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(workers.ALONE, alone)
    assert joined(workers.in_two(squares, range(many), least=2)) == squares(range(many))


def test_the_second_half_is_made_by_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    one, other = workers.in_two(lambda _: os.getpid(), range(10), least=2)
    assert one == os.getpid() != other


def test_what_fails_in_the_second_process_is_raised_in_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    with pytest.raises(ZeroDivisionError):
        workers.in_two(lambda numbers: [1 // (5 - number) for number in numbers], range(10), least=2)


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    with workers.uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
