"""Host: the theme's page as text with gaps, made from one rendering and filled for each page of its shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jinja2.nodes import EvalContext

from factbook.theme.shell_environment import LIST_ITEMS, REAL, Stand, WatchfulEnvironment
from factbook.theme.shell_tracing import ITEMS, MARKS, Record, Refused, Trace

if TYPE_CHECKING:
    import jinja2

    from factbook.theme.mkdocs_page import BodyPage, Leaf
    from factbook.theme.shell_tracing import Text

FillText = Callable[["Text"], Callable[[Any, Any], str]]
"""For a slot, the function that applies its filters to the value of another page."""
FillItems = Callable[[list[Any], str], str]
"""The text of a list's items, with what stands between them."""

_MARK = re.compile("\ue000(\\d+)\ue001|\ue002(\\d+):0\ue003")


class Shell:
    """Text with gaps, the conditions under which it holds, and what goes into the gaps."""

    def __init__(self, trace: Trace, text: str, fill_text: FillText, fill_items: FillItems) -> None:
        self.guards = dict(trace.guards)
        self._names: dict[str, Any] = {"fill_items": fill_items}
        self.holds_for: Callable[[Any], bool] = self._compiled(self._condition())
        self.fill: Callable[[Any], str] = self._compiled(self._parts(trace, text, fill_text))

    def _condition(self) -> str:
        terms = (f"({question}) == {self._named(answer)}" for question, answer in self.guards.items())
        return " and ".join(("True", *terms))

    def _parts(self, trace: Trace, text: str, fill_text: FillText) -> str:
        parts, position = [], 0
        for mark in _MARK.finditer(text):
            if mark.start() < position:
                continue  # an item of the list that has just been closed
            parts.append(self._constant(text[position : mark.start()]))
            if mark[1] is not None:
                slot = trace.slots[int(mark[1])]
                filled = f"{self._named(fill_text(slot))}({slot.source}, page)" if slot.filters else slot.source
                parts.append(filled)
                position = mark.end()
            else:
                between, position = _between(text, mark)
                parts.append(f"fill_items({trace.lists[int(mark[2])]}, {self._constant(between)})")
        return f"''.join(({', '.join((*parts, self._constant(text[position:])))},))"

    def _constant(self, text: str) -> str:
        if not MARKS.isdisjoint(text):
            raise Refused("a list that is not printed item by item")
        return self._named(text)

    def _named(self, value: Any) -> str:
        name = f"value_{len(self._names)}"
        self._names[name] = value
        return name

    def _compiled(self, expression: str) -> Any:
        """Expressions come from the theme's templates alone (`Trace`), never from content."""
        return eval(f"lambda page: {expression}", self._names)


class Shells:
    """The shells of one folder and section: made when a page first needs one, each compared before it is used."""

    MOST = 12
    """Shapes after which a folder is not worth it."""

    def __init__(self, env: jinja2.Environment, watchful: WatchfulEnvironment, items: ItemShells) -> None:
        self._env, self._watchful, self._items = env, watchful, items
        self._shells: list[Shell] = []
        self.refused: str | None = None
        """Why pages of this folder are rendered the ordinary way."""

    def render(self, leaf: Leaf, ordinary: Callable[[], str], context: Callable[[], dict[str, Any]]) -> str:
        """The page of `leaf`: filled when a shell holds for it, else as `ordinary` renders it."""
        if self.refused is None:
            shell = next((shell for shell in self._shells if shell.holds_for(leaf)), None)
            if shell is not None:
                shapes = len(self._items)
                filled = shell.fill(leaf)
                return filled if shapes == len(self._items) else self._checked(filled, ordinary)
            if len(self._shells) < self.MOST:
                return self._with_new_shell(leaf, ordinary, context)
        return ordinary()

    def _with_new_shell(self, leaf: Leaf, ordinary: Callable[[], str], context: Callable[[], dict[str, Any]]) -> str:
        try:
            shell = self._traced(leaf, context())
            filled = shell.fill(leaf)
        except Exception as error:  # whatever a theme does that stand-ins cannot: the ordinary way is always right
            self.refused = f"{type(error).__name__}: {error}"
            return ordinary()
        self._shells.append(shell)
        return self._checked(filled, ordinary)

    def _checked(self, filled: str, ordinary: Callable[[], str]) -> str:
        page = ordinary()
        if filled != page:
            self.refused = "the filled page differs from the ordinary one"
        return page

    def _traced(self, leaf: Leaf, context: dict[str, Any]) -> Shell:
        trace, stand = Trace(), Stand(leaf, context["base_url"])
        self._items.context = context | {"stand": stand}
        page = Record(trace, "page", leaf, whole=context["page"])
        text = self._rendered(self._items.context | {"page": page}, context["page"])
        _ask_about_links(trace, leaf, stand)
        return Shell(trace, text, _text_filler(self._env, context["base_url"]), self._items.fill)

    def _rendered(self, context: dict[str, Any], page: BodyPage) -> str:
        page.active = True
        try:
            return self._watchful.get_template("main.html").render(context)
        finally:
            page.active = False


class ItemShells:
    """The shells of a list's items: entries of the table of contents, with and without entries below them."""

    def __init__(self, env: jinja2.Environment, watchful: WatchfulEnvironment) -> None:
        self._env, self._watchful = env, watchful
        self._shells: list[Shell] = []
        self.context: dict[str, Any] = {}
        """Of the page that was rendered last: what items read of it is the same for all."""

    def __len__(self) -> int:
        return len(self._shells)

    def fill(self, items: list[Any], between: str) -> str:
        return between.join([self._filled(item) for item in items])

    def _filled(self, item: Any) -> str:
        for shell in self._shells:
            if shell.holds_for(item):
                return shell.fill(item)
        self._shells.append(self._traced(item))
        return self._shells[-1].fill(item)

    def _traced(self, item: Any) -> Shell:
        ((template, name),) = LIST_ITEMS.items()
        trace = Trace()
        context = self.context | {name: Record(trace, "page", item)}
        text = self._watchful.get_template(f"{REAL}:{template}").render(context)
        return Shell(trace, text, _text_filler(self._env, self.context["base_url"]), self.fill)


def _between(text: str, first: re.Match[str]) -> tuple[str, int]:
    """What stands between the items of a list, and where the list ends; the same between each pair of them."""
    marks = [f"\ue002{first[2]}:{position}\ue003" for position in range(ITEMS)]
    places = [text.find(mark, first.start()) for mark in marks]
    if -1 in places:
        raise Refused("a list that is not printed item by item")
    gaps = {text[place + len(mark) : after] for place, mark, after in zip(places, marks, places[1:], strict=False)}
    if len(gaps) != 1:
        raise Refused("a list whose items know their number")
    return gaps.pop(), places[-1] + len(marks[-1])


def _ask_about_links(trace: Trace, leaf: Leaf, stand: Stand) -> None:
    """A relative link is the same from all pages of a folder, but for a page that the target lies below."""
    folder = leaf.url.rstrip("/").rpartition("/")[0]
    for target in {link for link in stand.links if folder and link.startswith(folder + "/")}:
        trace.ask(f"{target!r}.startswith(page.url)", target.startswith(leaf.url))


def _text_filler(env: jinja2.Environment, base_url: str) -> FillText:
    def filler(slot: Text) -> Callable[[Any, Any], str]:
        steps = [(env.filters[applied.name], applied) for applied in slot.filters]

        def fill(value: Any, page: Any) -> str:
            for function, applied in steps:
                kind = getattr(function, "jinja_pass_arg", None)
                passed = () if kind is None else (_passed(kind.name, env, page, base_url),)
                value = function(*passed, value, *applied.arguments, **dict(applied.named))
            return str(value)

        return fill

    return filler


def _passed(kind: str, env: jinja2.Environment, page: Any, base_url: str) -> Any:
    if kind == "context":
        return {"page": page, "base_url": base_url}
    return env if kind == "environment" else EvalContext(env)
