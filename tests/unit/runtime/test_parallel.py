"""Two processes: the same results as one, in order, whatever the second one meets."""

from __future__ import annotations

import gc
import os
import time
from typing import TYPE_CHECKING

import pytest

from factbook.runtime import parallel

if TYPE_CHECKING:
    from collections.abc import Sequence


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


@pytest.mark.parametrize("alone", ["", "1"])
@pytest.mark.parametrize("many", [0, 1, 2, 3, 1000, 20_000])
def test_shared_work_gives_what_one_gives_in_order(many: int, alone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(parallel.ALONE, alone)
    assert parallel.parallel_map(lambda number: number * number, range(many), least=2) == squares(range(many))


def test_shared_work_is_done_by_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)
    monkeypatch.setattr(parallel, "_processors", lambda: 3)

    def slow(_: int) -> int:
        time.sleep(0.01)
        return os.getpid()

    assert len(set(parallel.parallel_map(slow, range(60), least=2))) == 3


@pytest.mark.parametrize("alone", ["", "1"])
def test_this_process_does_its_own_before_it_shares(alone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_can_fork", lambda: not alone)
    monkeypatch.setattr(parallel, "_processors", lambda: 2)
    here, done = os.getpid(), list[int]()

    def work(number: int) -> tuple[int, list[int]]:
        return number, [*done] if os.getpid() == here else [here]

    found = parallel.parallel_map(work, range(40), least=2, own=lambda: done.append(os.getpid()))
    assert found == [(number, [here]) for number in range(40)]
    assert done == [here]


def test_what_fails_where_work_is_shared_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)
    monkeypatch.setattr(parallel, "_processors", lambda: 3)
    with pytest.raises(ZeroDivisionError):
        parallel.parallel_map(lambda number: 1 // (5 - number), range(60), least=2)


def test_what_another_process_has_not_done_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)
    monkeypatch.setattr(parallel, "_processors", lambda: 2)
    here = os.getpid()

    def work(number: int) -> int:
        time.sleep(0.01)
        if os.getpid() != here:
            os._exit(3)
        return number

    assert parallel.parallel_map(work, range(20), least=2) == list(range(20))


def test_results_are_taken_as_they_come_and_held_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is far larger than what a pipe holds; this process is busy for a while, and the other one goes on."""
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)
    monkeypatch.setattr(parallel, "_processors", lambda: 2)
    here, taken = os.getpid(), list[tuple[int, int]]()

    def work(number: int) -> tuple[int, str]:
        time.sleep(0.2 if os.getpid() == here else 0.001)
        return os.getpid(), str(number) * 300_000

    def take(place: int, made: tuple[int, str]) -> None:
        assert os.getpid() == here
        taken.append((place, made[0]))
        assert made[1] == str(place + 5) * 300_000

    parallel.parallel_for_each(work, range(5, 65), take, least=2)
    assert sorted(place for place, _ in taken) == list(range(60))
    assert sum(process != here for _, process in taken) > 30


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    with parallel.gc_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.parametrize("alone", ["", "1"])
@pytest.mark.parametrize("worth", [False, True])
def test_work_beside_other_work_gives_both(alone: str, worth: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(parallel.ALONE, alone)
    assert parallel.run_alongside(lambda: squares([1, 2]), lambda: "own", worth=worth) == ([1, 4], "own")


def test_what_fails_beside_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)
    with pytest.raises(ZeroDivisionError):
        parallel.run_alongside(lambda: 1 // 0, lambda: 1, worth=True)
