"""Every module says its place in one sentence, and every public name says what it is."""

from __future__ import annotations

import ast
import re

from tests.house.code import modules


def test_every_module_opens_with_a_sentence() -> None:
    wrong = []
    for module in modules():
        words = ast.get_docstring(module.tree) or ""
        first = words.split("\n\n")[0]
        if not re.match(r"[A-Z`].*[.!]$", first, re.S):
            wrong.append(f"{module.name}: {first[:70]!r}")
    assert not wrong, "\n".join(["modules whose first words are not one sentence:", *wrong])


def test_every_public_function_and_class_is_documented() -> None:
    wrong = [
        f"{module.name}:{node.lineno} {node.name}"
        for module in modules()
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not _says_itself(node)
    ]
    assert not wrong, "\n".join(["public names without a docstring:", *wrong])


def _says_itself(node: ast.stmt) -> bool:
    """A function of one statement whose annotated signature is the whole story (`has_errors`)."""
    return isinstance(node, ast.FunctionDef) and len(node.body) == 1 and node.returns is not None
