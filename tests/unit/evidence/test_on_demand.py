"""A table whose values are made when somebody asks."""

from __future__ import annotations

from factbook.evidence.on_demand import OnDemand


def test_a_value_is_made_once_and_only_when_it_is_asked_for() -> None:
    made: list[str] = []

    def make(name: str) -> int | None:
        made.append(name)
        return {"one": 1, "two": 2}.get(name)

    table = OnDemand(("one", "two", "none"), make)
    assert made == []
    assert (table["two"], table.get("two"), table.get("none"), table.get("else")) == (2, 2, None, None)
    assert made == ["two", "none"]
    assert dict(table) == {"one": 1, "two": 2}
    assert len(table) == 2
