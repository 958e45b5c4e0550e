"""Keeps the drawing of the house true: twelve rooms in one order, each importing only rooms below it, and no circle.

To add a room, change the list here, correct docs/explanation/architecture.md, and say why in the commit.
"""

from __future__ import annotations

import sys
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.house.code import REPOSITORY, Module, modules

DRAWING = """\
cli > pipeline > publish > theme > exports > authoring > site > evidence > config > content > diagnostics > runtime
"""
ROOMS = tuple(DRAWING.strip().split(" > "))
"""From the top of the house to its foundation."""

ROOMS_OF_LIBRARIES: dict[str, frozenset[str]] = {
    "mkdocs": frozenset({"theme"}),
    "material": frozenset({"theme"}),
    "jinja2": frozenset({"site", "theme", "runtime"}),
    "markupsafe": frozenset({"site", "theme", "publish"}),
    "markdown_it": frozenset({"site"}),
    "mdit_py_plugins": frozenset({"site"}),
    "watchdog": frozenset({"publish"}),
    "yaml": frozenset({"content"}),
    "click": frozenset({"cli"}),
    "babel": frozenset({"evidence", "site"}),
    "rapidfuzz": frozenset({"evidence", "diagnostics"}),
    "edtf": frozenset({"content"}),
    "rich": frozenset({"diagnostics", "cli"}),
    "PIL": frozenset({"site"}),
    "playwright": frozenset({"exports"}),
    "anyascii": frozenset({"authoring"}),
    "platformdirs": frozenset({"runtime"}),
    "trafilatura": frozenset({"authoring"}),
    "pypdf": frozenset({"authoring"}),
}
"""One room for each outside library, so that changing a library stays one room's work."""


def test_a_room_imports_only_rooms_below_it() -> None:
    wrong = [
        f"{module.name}:{line} imports factbook.{target}"
        for module in modules()
        for target, line in _rooms_imported(module)
        if module.room in ROOMS and target in ROOMS[: ROOMS.index(module.room)]
    ]
    assert not wrong, "\n".join(["imports that go up:", *wrong])


def test_every_room_stands_in_the_list() -> None:
    found = {module.room for module in modules()} - {"", "__main__"}
    assert found == set(ROOMS)


def test_no_modules_import_one_another_in_a_circle() -> None:
    names = {module.dotted for module in modules()}
    needs = {module.dotted: module.modules(names) - {module.dotted} for module in modules() if module.room != "site"}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail("modules that import one another in a circle: " + " > ".join(error.args[1]))


def test_each_library_has_its_room() -> None:
    wrong = [
        f"{module.name}:{line} imports {name}"
        for module in modules()
        for name, line in module.imports()
        if _is_outside(top := name.partition(".")[0]) and module.room not in ROOMS_OF_LIBRARIES.get(top, ())
    ]
    assert not wrong, "\n".join(["libraries outside their room (see ROOMS_OF_LIBRARIES):", *wrong])


def test_the_architecture_page_shows_this_drawing() -> None:
    page = REPOSITORY / "docs" / "explanation" / "architecture.md"
    assert DRAWING in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["os", "factbook", "yaml"])
def test_what_counts_as_a_library(name: str) -> None:
    assert _is_outside(name) is (name == "yaml")


def _is_outside(top: str) -> bool:
    return top not in sys.stdlib_module_names and top != "factbook"


def _rooms_imported(module: Module) -> list[tuple[str, int]]:
    names = ((name.split("."), line) for name, line in module.imports())
    return [(parts[1], line) for parts, line in names if parts[0] == "factbook" and len(parts) > 1]
