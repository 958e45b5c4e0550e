"""Rendering: our templates compiled straight to what they mean for page views, which spares a fifth of each page.

A view's attributes are read as attributes (Jinja asks for attributes, then for items, and answers with a stand-in
for what is missing), and what needs no escaping is not wrapped to say so. An ordinary environment gives the same
bytes; `tests/unit/site/render/test_direct.py` holds them side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator

from factbook.site.render.escape import safe

if TYPE_CHECKING:
    from jinja2 import Template, nodes
    from jinja2.compiler import Frame


class _DirectCode(CodeGenerator):
    """Writes `view.title` for `view.title`, and `environment.safe(value)` for `{{ value }}`."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.safe(")


class DirectEnvironment(Environment):
    """Compiles templates that are given views: whatever they name must be an attribute of what they name it of."""

    code_generator_class = _DirectCode
    safe = staticmethod(safe)


class Part:
    """A template that is rendered thousands of times, each time with one view under one name."""

    def __init__(self, template: Template, name: str) -> None:
        self._name = name
        self._render = template.root_render_func
        self._context = template.new_context()

    def __call__(self, view: object) -> str:
        """The part for `view`."""
        self._context.vars[self._name] = view
        return "".join(self._render(self._context))
