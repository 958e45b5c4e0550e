"""Host: the few lines between `---` and `---` that may stand at the head of a hand-written page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.content import yaml as marked_yaml
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import Diagnostic
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from factbook.content.yaml import Tree

KEYS = ("title", "description", "order", "checked")
_CODE = "page-front-matter"


@frozen
class FrontMatter:
    """What a page says about itself."""

    title: str | None = None
    description: str | None = None
    order: int | None = None
    """Place among the hand-written pages; pages without one come last, by name."""
    checked: bool = True
    """Whether its numbers are held against the facts; where they are not, readers are told."""
    lines: int = 0
    """How many lines of the file the front matter takes."""


def split(text: str, file: str) -> tuple[FrontMatter, str, tuple[Diagnostic, ...]]:
    """The front matter, the rest with its line numbers kept (the head becomes empty lines), what is wrong."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FrontMatter(), text, ()
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return FrontMatter(), text, ()
    tree, problems = marked_yaml.read("\n".join(["", *lines[1:end]]).encode("utf-8"), file)
    rest = "\n".join([*[""] * (end + 1), *lines[end + 1 :]])
    if tree is None:
        return FrontMatter(lines=end + 1), rest, problems
    front, wrong = _read(tree)
    return replace(front, lines=end + 1), rest, problems + wrong


def _read(tree: Tree) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    if not isinstance(tree.value, dict):
        return FrontMatter(), (_wrong(tree, (), "The front matter is not a list of `key: value` lines"),)
    problems = [_unknown(tree, key) for key in tree.value if key not in KEYS]
    values: dict[str, str] = {}
    for key in KEYS:
        value = tree.value.get(key)
        if isinstance(value, str):
            values[key] = value
        elif value is not None:
            problems.append(_wrong(tree, (key,), f"`{key}` is not a single line of text"))
    order = values.get("order", "")
    if order and not (order.isascii() and order.isdigit() and len(order) < 6):
        problems.append(_wrong(tree, ("order",), f"`order` is '{marked_yaml.shown(order)}', not a whole number"))
        order = ""
    checked = values.get("checked", "yes")
    if checked not in ("yes", "no"):
        problems.append(_wrong(tree, ("checked",), f"`checked` is '{marked_yaml.shown(checked)}', not yes or no"))
    number = int(order) if order else None
    front = FrontMatter(values.get("title"), values.get("description"), number, checked != "no")
    return front, tuple(problems)


def _unknown(tree: Tree, key: str) -> Diagnostic:
    close = did_you_mean(key, KEYS)
    help_ = f"Did you mean `{close[0]}`?" if close else f"The keys are {', '.join(KEYS)}."
    message = f"The front matter of a page has no key '{marked_yaml.shown(key)}'"
    return Diagnostic(_CODE, message, tree.key_span(key), help=(help_,))


def _wrong(tree: Tree, way: tuple[str, ...], message: str) -> Diagnostic:
    return Diagnostic(_CODE, message, tree.span(*way), help=(f"The keys are {', '.join(KEYS)}.",))
