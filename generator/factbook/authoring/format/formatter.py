"""The canonical form of a content file, behind `factbook fmt` and `factbook new`: order, folding, indentation.

Values stay exactly what they were, comments go with the key below them, and quotation marks are kept. The
text is written anew from the places that reading noted, rather than by a general YAML writer: those hang a
comment to the key above it, and lose it to the wrong place when keys change their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.format.comments import Comments, comments
from factbook.authoring.format.key_order import in_order
from factbook.authoring.format.nodes import Node, made, node
from factbook.authoring.format.write import document, things
from factbook.content import yaml
from factbook.diagnostics.types import Diagnostic, Span, has_errors

if TYPE_CHECKING:
    from factbook.content.schema import Kind
    from factbook.content.yaml import Tree, Value


def canonical(data: bytes, path: str, of: Kind) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The canonical text of a file that holds things of the kind `of`; None with the reason when it is no YAML."""
    tree, problems = yaml.read(data, path)
    if tree is None or has_errors(problems) or tree.value == "":
        return None, problems
    typed, beside = _typed(data, tree)
    found = document(in_order(typed, of), beside)
    return (found, ()) if _means_the_same(found, tree.value) else (None, (_refused(path),))


def each(data: bytes, path: str, of: Kind, *, in_list: bool) -> tuple[tuple[tuple[Value, str], ...], bool]:
    """Every thing of a file with its canonical text, as an item of a list or as a file of its own has it.

    Gives also whether they stand in a list now. Raises `ValueError` with the reason when it is no YAML that could be
    taken apart.
    """
    tree, problems = yaml.read(data, path)
    if tree is None or has_errors(problems):
        raise ValueError(problems[0].message)
    typed, beside = _typed(data, tree)
    values = tree.value if isinstance(tree.value, list) else [tree.value]
    found = tuple(zip(values, things(in_order(typed, of), beside, in_list=in_list), strict=True)) if values else ()
    if not all(_means_the_same(f"{text}\n", [value] if in_list else value) for value, text in found):
        raise ValueError(_refused(path).message)
    return found, isinstance(tree.value, list)


def written(value: Value, of: Kind) -> str:
    """A new file's canonical text."""
    return document(in_order(made(value), of), Comments())


def _typed(data: bytes, tree: Tree) -> tuple[Node, Comments]:
    text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    typed = node(tree, text)
    return typed, comments(typed, text)


def _means_the_same(text: str, value: Value) -> bool:
    tree, problems = yaml.read(text.encode("utf-8", "surrogatepass"), "")
    return tree is not None and not problems and tree.value == value


def _refused(path: str) -> Diagnostic:
    message = "this file has no canonical form that means the same, so it is left as it is"
    return Diagnostic("format-refused", message, Span(path))


__all__ = ["Node", "canonical", "each", "written"]
