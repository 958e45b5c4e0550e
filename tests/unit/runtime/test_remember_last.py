"""What was made last is given again for the same objects, and for no others."""

from __future__ import annotations

from factbook.runtime.remember_last import remember_last


def test_the_same_objects_give_what_was_made_and_equal_ones_do_not() -> None:
    made: list[list[int]] = []

    @remember_last
    def doubled(numbers: list[int], times: int) -> list[int]:
        made.append([number * times for number in numbers])
        return made[-1]

    one, equal = [1, 2], [1, 2]
    assert doubled(one, 2) is doubled(one, 2)
    assert doubled(equal, 2) == [2, 4]
    assert doubled(one, 2) == [2, 4]
    assert doubled(one, 3) == [3, 6]
    assert len(made) == 4
