"""Reads the generator's source as syntax trees, for the tests of the house."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

REPOSITORY = Path(__file__).resolve().parents[2]
GENERATOR = REPOSITORY / "generator" / "factbook"


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the generator."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        """From the repository's folder, for messages: `generator/factbook/theme/csp.py`."""
        return self.path.relative_to(REPOSITORY).as_posix()

    @property
    def room(self) -> str:
        """The folder or file directly in `generator/factbook/`; empty for the package's own `__init__.py`."""
        first = self.path.relative_to(GENERATOR).parts[0].removesuffix(".py")
        return "" if first == "__init__" else first

    @property
    def dotted(self) -> str:
        """The name by which others import it: `factbook.theme.csp`."""
        parts = self.path.relative_to(GENERATOR.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def modules(self, names: Collection[str]) -> set[str]:
        """Those of `names` that it imports: `from a import b` means `a.b` where that is a module."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module in names:
                inside = {f"{node.module}.{alias.name}" for alias in node.names}
                found |= inside & set(names)
                if inside - set(names):
                    found.add(node.module)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {f"{node.module}.{alias.name}" for alias in node.names} & set(names)
        return found

    def imports(self) -> Iterator[tuple[str, int]]:
        """Every module that is imported, type-only and late imports too, as dotted name and line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((name, node.lineno) for name in self._from(node))

    def _from(self, node: ast.ImportFrom) -> Iterator[str]:
        package = list(self.path.relative_to(GENERATOR.parent).parts[:-1])
        above = package[: len(package) - node.level + 1] if node.level else []
        base = ".".join([*above, *([node.module] if node.module else [])])
        if base == "factbook":
            yield from (f"factbook.{alias.name}" for alias in node.names)
        else:
            yield base


@lru_cache(maxsize=1)
def modules() -> tuple[Module, ...]:
    """Every Python file of the generator, by path."""
    files = sorted(path for path in GENERATOR.rglob("*.py") if "__pycache__" not in path.parts)
    return tuple(Module(path, ast.parse(path.read_text(encoding="utf-8"))) for path in files)
