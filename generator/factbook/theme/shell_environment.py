"""Host: the theme's environment with its eyes open: it renders stand-ins and refuses what it cannot foresee."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.visitor import NodeTransformer

from factbook.runtime.template_cache import SharedBytecode
from factbook.theme.shell_tracing import Applied, Refused, Series, Text, is_open

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factbook.theme.mkdocs_page import Leaf

LIST_ITEMS = {"partials/toc-item.html": "toc_item"}
"""Templates that stand for one item of a list, with the name of the item in them."""
REAL = "real"
"""Before the name of such a template: the template itself and not its mark."""

_KINDS = frozenset({"defined", "undefined", "none", "string", "mapping", "iterable", "sequence", "boolean"})
_CONTEXT = frozenset({"url", "script_tag"})
"""Filters that look at the page in the context, of which they read the address only."""


class WatchfulEnvironment(jinja2.Environment):
    """Renders the templates of `env` over stand-ins (`factbook.theme.shell_tracing`)."""

    def __init__(self, env: jinja2.Environment) -> None:
        super().__init__(
            loader=_with_marks(env),
            auto_reload=False,
            trim_blocks=env.trim_blocks,
            lstrip_blocks=env.lstrip_blocks,
            extensions=list(env.extensions),
            bytecode_cache=SharedBytecode("watchful", __file__),
        )
        self.code_generator_class = _WatchfulCode
        self.globals.update(env.globals)
        self.tests = {name: _watched_test(name, cast("Callable[..., Any]", test)) for name, test in env.tests.items()}
        self.filters = {name: _watched_filter(name, function) for name, function in env.filters.items()}
        self.filters["watched"], self.filters["concatenated"] = _watched, _concatenated

    def getattr(self, obj: Any, attribute: str) -> Any:
        return super().getattr(_watched(obj), attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return super().getitem(_watched(obj), argument)


class Stand(dict[str, Any]):
    """What the filters of MkDocs read of a context, with the page that is rendered; notes the links it makes."""

    def __init__(self, page: Leaf, base_url: str) -> None:
        super().__init__(page=page, base_url=base_url)
        self.links: list[str] = []


class _WatchfulCode(CodeGenerator):
    """Compiles templates so that every condition and every joining of texts passes before our eyes."""

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:
        super().visit_Template(_Watches().visit(node), frame)


class _Watches(NodeTransformer):
    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return _filter(parts, "concatenated", node)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        self.generic_visit(node)
        node.expr = _filter(node.expr, "watched", node)
        for operand in node.ops:
            operand.expr = _filter(operand.expr, "watched", node)
        return node

    def visit_If(self, node: nodes.If) -> nodes.Node:
        return self._condition(node)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:
        return self._condition(node)

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        node.iter = _filter(node.iter, "watched", node)
        if node.test is not None:
            node.test = _filter(node.test, "watched", node)
        return node

    def visit_Not(self, node: nodes.Not) -> nodes.Node:
        self.generic_visit(node)
        node.node = _filter(node.node, "watched", node)
        return node

    def visit_And(self, node: nodes.And) -> nodes.Node:
        self.generic_visit(node)
        node.left = _filter(node.left, "watched", node)
        return node

    def visit_Or(self, node: nodes.Or) -> nodes.Node:
        self.generic_visit(node)
        node.left = _filter(node.left, "watched", node)
        return node

    def _condition(self, node: Any) -> nodes.Node:
        self.generic_visit(node)
        node.test = _filter(node.test, "watched", node)
        return cast("nodes.Node", node)


def _filter(value: nodes.Node, name: str, near: nodes.Node) -> nodes.Filter:
    made = nodes.Filter(cast("nodes.Expr", value), name, [], [], None, None, lineno=near.lineno)
    made.set_environment(near.environment)  # type: ignore[arg-type]  # a parsed node has one
    return made


def _with_marks(env: jinja2.Environment) -> jinja2.BaseLoader:
    assert env.loader is not None
    marks = {name: f"{{{{ {item}.mark }}}}" for name, item in LIST_ITEMS.items()}
    return jinja2.ChoiceLoader(
        [jinja2.DictLoader(marks), jinja2.PrefixLoader({REAL: env.loader}, delimiter=":"), env.loader]
    )


def _watched(value: Any) -> Any:
    """Text that holds a mark may be printed, but nothing may be decided by it."""
    if isinstance(value, str) and is_open(value):
        raise Refused("a decision by text that holds a page's value")
    return value


def _concatenated(parts: list[Any]) -> Any:
    return "".join(map(str, parts))


def _watched_test(name: str, test: Callable[..., Any]) -> Callable[..., Any]:
    def watched(*arguments: Any) -> Any:
        subject = arguments[1] if _passes(test) else arguments[0]
        if name not in _KINDS:
            for argument in arguments:
                if is_open(argument):
                    raise Refused(f"the test '{name}'")
        elif isinstance(subject, Text):
            return name in ("defined", "string", "iterable", "sequence")
        elif is_open(subject) and name not in ("defined", "undefined", "none", "string", "boolean"):
            raise Refused(f"the test '{name}'")
        return test(*arguments)

    return _passing_as(test, watched)


def _watched_filter(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def watched(*arguments: Any, **named: Any) -> Any:
        passed, rest = (arguments[:1], arguments[1:]) if _passes(function) else ((), arguments)
        subject, further = rest[0], rest[1:]
        if any(map(is_open, further)) or any(map(is_open, named.values())):
            raise Refused(f"the filter '{name}' with a page's value as argument")
        if isinstance(subject, Text):
            return _of_text(name, subject, further, named)
        if isinstance(subject, Series) and name == "first":
            return subject.first(passed[0].undefined("the first of an empty list"))
        if is_open(subject):
            raise Refused(f"the filter '{name}'")
        if name in _CONTEXT:
            passed = (_stand_of(passed[0], subject),)
        return function(*passed, *rest, **named)

    return _passing_as(function, watched)


def _of_text(name: str, text: Text, further: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    """`default` is a question; any other filter is applied again for each page."""
    if name not in ("d", "default"):
        return text.filtered(Applied(name, further, tuple(sorted(named.items()))))
    if named or len(further) < 2 or not further[1] or text:
        if named:
            raise Refused("`default` with named arguments")
        return text
    return further[0]


def _stand_of(context: Any, target: Any) -> Any:
    """Links are relative to the page's address; those into its own folder are noted, see `shell`."""
    stand = context.get("stand")
    if stand is None:
        return context
    stand.links.append(str(target))
    return stand


def _passes(function: Callable[..., Any]) -> bool:
    return getattr(function, "jinja_pass_arg", None) is not None


def _passing_as(function: Callable[..., Any], watched: Callable[..., Any]) -> Callable[..., Any]:
    if _passes(function):
        watched.jinja_pass_arg = function.jinja_pass_arg  # type: ignore[attr-defined]
    return watched
