"""Names are the field's own words, and each stands for one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.house.code import modules

if TYPE_CHECKING:
    from tests.house.code import Module

NOT_TO_COME_BACK = {
    "Alteration": "FieldChange",
    "Checked": "CheckResult",
    "Finding": "QuoteLookup",
    "Held": "TextStatus",
    "Holding": "HeldText",
    "Likeness": "SuspectedCopy",
    "Live": "LiveSite",
    "Ongoing": "IncrementalSession",
    "Overtaken": "SupersededBuild",
    "Preview": "PreviewServer",
    "SharedBytecode": "TemplateCache",
    "Spoilt": "CorruptEntry",
    "Standing": "QuoteStatus",
    "Tell": "Progress",
    "Turn": "BuildLock",
    "Voice": "EditionContext",
    "complain": "error",
    "demands": "obligations",
    "foresee": "no name: a process ends as any other does",
    "give_back": "no name: the heap is the C library's",
    "in_two": "parallel_map",
    "misfits": "validate",
    "nobody": "no_progress",
    "uncollected": "gc_paused",
    "workers": "parallel",
}
"""What things were called, and what they are called now."""
SAME_PART = frozenset({"about.py", "builder.py", "markdown.py"})
"""Parts of a page type, which each of them has."""
NO_NAMES = frozenset({"utils.py", "helpers.py", "manager.py", "base.py", "common.py", "misc.py"})


def test_no_name_comes_back_that_a_newcomer_had_to_look_up() -> None:
    wrong = [
        f"{module.name}:{line} {name}: say {NOT_TO_COME_BACK[name]}"
        for module in modules()
        for name, line in _names(module)
        if name in NOT_TO_COME_BACK
    ]
    assert not wrong, "\n".join(wrong)


def test_fewer_than_one_file_in_twenty_shares_its_name() -> None:
    places = defaultdict(list)
    for module in modules():
        if module.path.name != "__init__.py" and module.path.name not in SAME_PART:
            places[module.path.name].append(module.name)
    shared = {name: found for name, found in places.items() if len(found) > 1}
    count = sum(map(len, shared.values()))
    assert count * 20 < len(modules()), shared


def test_no_file_is_called_by_a_word_that_says_nothing() -> None:
    assert not [module.name for module in modules() if module.path.name in NO_NAMES]


def test_no_two_classes_share_a_name() -> None:
    places = defaultdict(list)
    for module in modules():
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(f"{module.name}:{node.lineno}")
    shared = {name: found for name, found in places.items() if len(found) > 1}
    assert not shared


def _names(module: Module) -> list[tuple[str, int]]:
    """Every name that is given to something: functions, classes, parameters, variables, modules."""
    found: list[tuple[str, int]] = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append((node.name, node.lineno))
        elif isinstance(node, ast.arg):
            found.append((node.arg, node.lineno))
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.append((node.id, node.lineno))
        elif isinstance(node, ast.alias) and node.asname:
            found.append((node.asname, 1))
    return found
