"""Every diagnostic code that the generator can report has a page that teaches it and a golden case."""

from __future__ import annotations

import ast
import re

import pytest

from factbook.content.schema.formats import FORMS
from tests.cases.case import all_cases
from tests.house.code import GENERATOR, modules

PAGES = GENERATOR / "diagnostics" / "code_pages"
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def codes_used() -> dict[str, str]:
    """Each code with the place where it is first used.

    A code is the first argument of `Diagnostic(…)`, the value of a constant named `CODE` or `…_CODE`, or
    one that goes through a function whose first parameter is named `code`.
    """
    found: dict[str, str] = {}
    for module in modules():
        takers = {"Diagnostic"} | {
            node.name for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef) and _takes_code(node)
        }
        for node in ast.walk(module.tree):
            for code in _codes(node, takers):
                found.setdefault(code, f"{module.name}:{getattr(node, 'lineno', 1)}")
    return found


def test_every_code_has_a_page() -> None:
    missing = {code: place for code, place in codes_used().items() if not (PAGES / f"{code}.md").is_file()}
    assert not missing, "\n".join(
        f"{code} ({place}) has no page in diagnostics/catalogue" for code, place in missing.items()
    )


def test_every_page_has_a_code() -> None:
    unknown = sorted({path.stem for path in PAGES.glob("*.md")} - set(codes_used()))
    assert not unknown, f"pages of codes that nothing reports: {unknown}"


@pytest.mark.parametrize("part", ["wrong", "right"])
def test_every_page_shows_a_wrong_and_a_right_example(part: str) -> None:
    lacking = [
        path.name
        for path in sorted(PAGES.glob("*.md"))
        if not re.search(rf"\b{part}\b", path.read_text(encoding="utf-8"), re.I)
    ]
    assert not lacking, f"pages without a {part} example: {lacking}"


def test_every_code_has_a_golden_case() -> None:
    covered = {expected.code for case in all_cases() for expected in case.expect}
    missing = {code: place for code, place in codes_used().items() if code not in covered | UNREACHABLE}
    assert not missing, "\n".join(f"{code} ({place}) has no golden case" for code, place in missing.items())


UNREACHABLE = frozenset(
    {
        "file-unreadable",  # a file without read permission; the tests' user may read everything
        "yaml-too-large",  # a case of four megabytes (tests/unit/content/test_yaml.py)
        "format-refused",  # a file that `factbook fmt` cannot keep the meaning of; none is known
        "output-folder",  # what lies in the way of the site (tests/unit/publish)
        "output-not-written",  # a full disk (tests/unit/publish)
        "build-overtaken",  # two builds at once (tests/unit/publish)
        "import-table",  # a table that is to become content (tests/exports)
        "import-json",  # the same of a JSON file
        "import-form",  # the same
        "import-taken",  # the same
        "plugin-failed",  # a plugin that is installed and faulty (tests/unit/cli/test_plugins.py)
        "link-dead",  # what servers say (tests/unit/cli/test_check_links.py)
        "link-changed",  # the same
        "link-moved",  # the same
        "link-unreachable",  # the same
        "theme-notice",  # what MkDocs or the theme says itself (tests/unit/publish)
    }
)
"""Codes that no content of a golden case can bring about, and where else they are tested."""


def _takes_code(node: ast.FunctionDef) -> bool:
    names = [argument.arg for argument in node.args.args if argument.arg not in ("self", "cls")]
    return bool(names) and names[0] == "code"


def _codes(node: ast.AST, takers: set[str]) -> list[str]:
    if isinstance(node, ast.Call) and _name(node.func) in takers:
        first = node.args[0] if node.args else next((k.value for k in node.keywords if k.arg == "code"), None)
        return _texts(first)
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return [code for target in targets for code in _assigned(target, node.value)]
    return []


def _assigned(target: ast.expr, value: ast.expr | None) -> list[str]:
    """Codes in `CODE = …`, `code = …` and `what, code = …`."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return [code for pair in zip(target.elts, value.elts, strict=False) for code in _assigned(*pair)]
    is_code = isinstance(target, ast.Name) and target.id.lower().endswith("code")
    return _texts(value) if is_code else []


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(value: ast.expr | None) -> list[str]:
    if isinstance(value, ast.IfExp):
        return [*_texts(value.body), *_texts(value.orelse)]
    if isinstance(value, ast.JoinedStr):
        assert ast.unparse(value) == "f'{field.type}-form'", "write codes out, so that they can be found"
        return [f"{form}-form" for form in FORMS]
    text = value.value if isinstance(value, ast.Constant) else None
    return [text] if isinstance(text, str) and CODE.fullmatch(text) else []
