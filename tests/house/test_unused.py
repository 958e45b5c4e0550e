"""What the generator defines is used by the generator: what only tests call is deleted with them."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.house.code import GENERATOR, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

CALLED_BY_OTHERS = {
    "convert": "click",
    "dump_bytecode": "Jinja2",
    "emit": "logging",
    "format_commands": "click",
    "get_command": "click",
    "handle_error": "socketserver",
    "http_open": "urllib",
    "https_open": "urllib",
    "list_commands": "click",
    "list_templates": "Jinja2",
    "log_message": "http.server",
    "on_any_event": "watchdog",
    "on_env": "MkDocs",
    "on_files": "MkDocs",
    "on_nav": "MkDocs",
    "ordinary": "a test: the slow twin of a fast path",
    "read_source": "MkDocs",
    "with_every_key": "docs/build/pages.py",
}
"""Names by which a library, or something outside the generator, calls us."""


def test_every_name_is_used() -> None:
    used = _used()
    unused = {name for module in modules() for name in _defined(module.tree) if name not in used}
    assert unused == set(CALLED_BY_OTHERS)


def _defined(tree: ast.Module) -> Iterator[str]:
    """Functions, classes, constants, methods and fields."""
    inner = [node for outer in tree.body if isinstance(outer, ast.ClassDef) for node in outer.body]
    for node in (*tree.body, *inner):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if not any("command" in ast.unparse(decorator) for decorator in node.decorator_list):
                yield from _plain(node.name)
        elif isinstance(node, ast.AnnAssign):
            yield from _plain(ast.unparse(node.target))
        elif isinstance(node, ast.Assign) and node in tree.body:
            yield from (name for target in node.targets for name in _plain(ast.unparse(target)))


def _plain(name: str) -> Iterator[str]:
    if name.isidentifier() and not name.startswith("__"):
        yield name


def _used() -> set[str]:
    """Every name that is read somewhere, in Python, in a template or in a type that is written as a text."""
    templates = "\n".join(path.read_text(encoding="utf-8") for path in GENERATOR.rglob("*.html"))
    found = set(re.findall(r"\w+", templates))
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                found.add(node.id)
            elif isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Subscript):
                found.update(word for part in ast.walk(node) for word in _words_of(part))
    return found


def _words_of(node: ast.AST) -> list[str]:
    return re.findall(r"\w+", node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
