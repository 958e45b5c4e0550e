"""What Python does wrong or slowly where we have a better way is not used."""

from __future__ import annotations

import re

from tests.house.code import modules

POSSESSIVE_GROUP = re.compile(r"\)(?:\*|\+|\?|\{[\d,]+\})\+(?![+])")


def test_no_expression_repeats_a_group_possessively() -> None:
    """Up to Python 3.11.4 such a group loses characters: https://github.com/python/cpython/issues/106052."""
    found = [
        f"{module.name}:{number}: {line.strip()[:90]}"
        for module in modules()
        for number, line in enumerate(module.path.read_text(encoding="utf-8").split("\n"), 1)
        if POSSESSIVE_GROUP.search(line) and re.search(r"[rf]{1,2}[\"']|^\s*[\"']", line)
    ]
    assert not found, "\n".join(found)


def test_frozen_data_is_made_the_fast_way() -> None:
    """Write `@frozen`, from `factbook.runtime.frozen`, which says why."""
    found = [
        f"{module.name}:{number}"
        for module in modules()
        for number, line in enumerate(module.path.read_text(encoding="utf-8").split("\n"), 1)
        if line == "@dataclass(frozen=True, slots=True)"
    ]
    assert not found, "\n".join(found)
