"""Keeps the drawing of the house true: arrows point down only, and the stages do not import one another.

To add an arrow, change the drawing and the table here, correct docs/explanation/architecture.md, and say
why in the commit.
"""

from __future__ import annotations

import sys

import pytest

from tests.house.code import REPOSITORY, Module, modules

DRAWING = """\
cli -> commands -> pipeline -> { load link evidence checks pages render }
                            -> previews    (the pictures of links that are shared)
                            -> host        (the only room that imports mkdocs) -> search (the index)
                            -> ongoing     (the same up to the checks, for each edit) -> { load link evidence checks }
                -> config      (site_config.yml into settings)
                -> comparison  (two states of the content, side by side)
                -> exports     (the same as data: JSON, CSV, linked data, feeds, Markdown)
                -> canonical   (the one form of a content file)
                -> scaffold    (new records, new sites, citations, fingerprints) -> canonical
                -> paper       (pages as PDF, printed by a browser)
                -> report      (the only room that prints diagnostics)
ground rooms: diagnostics  model  dates  bodies  settings  views  vocabulary  marked_yaml
              snapshots  suggest  numerals  words  codes  schema  kept  cache  workers  turns  stamp  bytecode  frozen
              ending  texts  memory
"""

GROUND = frozenset(
    {"diagnostics", "model", "dates", "bodies", "settings", "views", "vocabulary", "marked_yaml"}
    | {"snapshots", "suggest", "numerals", "words", "codes", "schema", "cache", "workers"}
    | {"kept", "turns", "stamp", "bytecode", "frozen", "ending", "texts", "memory"}
)
STAGES = frozenset({"config", "load", "link", "evidence", "checks", "pages", "render"})
ARROWS: dict[str, frozenset[str]] = {
    "__main__": frozenset({"cli"}),
    "cli": frozenset({"commands", "report"}),
    "commands": frozenset({"pipeline", "config", "comparison", "canonical", "scaffold", "exports", "report"})
    | {"paper"},
    "pipeline": (STAGES - {"config"}) | {"host", "exports", "ongoing", "previews"},
    "ongoing": frozenset({"load", "link", "evidence", "checks"}),
    "comparison": frozenset(),
    "canonical": frozenset(),
    "exports": frozenset(),
    "paper": frozenset(),
    "previews": frozenset(),
    "scaffold": frozenset({"canonical"}),
    "host": frozenset({"search"}),
    "search": frozenset(),
    "report": frozenset({"comparison"}),
    **dict.fromkeys(STAGES, frozenset()),
    **dict.fromkeys(GROUND, frozenset()),
}
"""Who may import whom, beside the ground, on which everybody stands."""

ROOMS_OF_LIBRARIES: dict[str, frozenset[str]] = {
    "mkdocs": frozenset({"host"}),
    "material": frozenset({"host"}),
    "jinja2": frozenset({"render", "host", "bytecode"}),
    "markupsafe": frozenset({"render", "host"}),
    "markdown_it": frozenset({"host"}),
    "watchdog": frozenset({"host"}),
    "yaml": frozenset({"marked_yaml"}),
    "click": frozenset({"cli"}),
    "babel": frozenset({"numerals", "words"}),
    "rapidfuzz": frozenset({"snapshots", "suggest"}),
    "edtf": frozenset({"dates"}),
    "rich": frozenset({"report"}),
    "PIL": frozenset({"previews"}),
    "playwright": frozenset({"paper"}),
    "anyascii": frozenset({"scaffold"}),
}
"""One room for each outside library, so that changing a library stays one room's work."""


def test_arrows_point_down_only() -> None:
    allowed = {(room, target) for room, targets in ARROWS.items() for target in targets | GROUND}
    wrong = [
        f"{module.name}:{line} imports generator.{target}"
        for module in modules()
        for target, line in _rooms_imported(module)
        if target != module.room and (module.room, target) not in allowed
    ]
    assert not wrong, "\n".join(["new arrows between rooms (see the head of this file):", *wrong])


def test_every_room_is_in_the_drawing() -> None:
    unknown = sorted({module.room for module in modules()} - set(ARROWS) - {""})
    assert not unknown, f"rooms that the drawing does not know: {unknown}"


def test_the_ground_has_no_circle() -> None:
    below = {room: _ground_below(room) for room in GROUND}
    while below:
        free = [room for room, needs in below.items() if not needs & set(below)]
        assert free, f"these ground rooms import one another in a circle: {sorted(below)}"
        for room in free:
            del below[room]


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


@pytest.mark.parametrize("name", ["os", "generator", "yaml"])
def test_what_counts_as_a_library(name: str) -> None:
    assert _is_outside(name) is (name == "yaml")


def _is_outside(top: str) -> bool:
    return top not in sys.stdlib_module_names and top != "generator"


def _rooms_imported(module: Module) -> list[tuple[str, int]]:
    names = ((name.split("."), line) for name, line in module.imports())
    return [
        (parts[1], line)
        for parts, line in names
        if parts[0] == "generator" and len(parts) > 1 and not parts[1].startswith("__")
    ]


def _ground_below(room: str) -> set[str]:
    targets = {target for module in modules() if module.room == room for target, _ in _rooms_imported(module)}
    return (targets & GROUND) - {room}
