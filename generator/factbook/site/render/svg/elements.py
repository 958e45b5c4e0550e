"""Rendering, drawings: writes SVG elements, escaped, with numbers that come out the same on every machine."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from factbook.site.render.escape import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

Attribute = str | int | float | None


def element(name: str, *children: str, **attributes: Attribute) -> Markup:
    """One element. Plain strings among the children are escaped; an attribute that is None is left out.

    In attribute names `_` stands for `-`, and a last `_` keeps a Python word free (`class_`).
    """
    words = "".join(
        [f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None]
    )
    inner = "".join([safe(child) for child in children])
    return Markup(f"<{name}{words}>{inner}</{name}>" if inner else f"<{name}{words}/>")


def text(x: float, y: float, words: str, class_: str, *, anchor: str | None = None) -> Markup:
    """One line of text whose base line starts at `x`, `y` (or ends or is centred there)."""
    return element("text", words, class_=class_, x=x, y=y, text_anchor=anchor)


def path(steps: str, class_: str) -> Markup:
    return element("path", class_=class_, d=steps)


def link(href: str, label: str, *children: str, class_: str | None = None) -> Markup:
    """A link around marks; `label` is what a screen reader says."""
    return element("a", *children, href=href, aria_label=label, class_=class_)


def document(id: str, class_: str, size: tuple[float, float], title: str, description: str, *children: str) -> Markup:
    """A whole drawing with its name and its description, both read by screen readers.

    The role is `group`, not `img`: an image's content is hidden from assistive technology, and our marks
    are links (https://www.w3.org/TR/wai-aria-1.2/#img).
    """
    width, height = size
    return element(
        "svg",
        element("title", title, id=f"{id}-title"),
        element("desc", description, id=f"{id}-desc"),
        *children,
        class_=class_,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="group",
        aria_labelledby=f"{id}-title",
        aria_describedby=f"{id}-desc",
    )


def join(parts: Iterable[str]) -> Markup:
    """Markup from finished markup; plain strings are escaped."""
    return Markup("").join(parts)


def number(value: float) -> str:
    """At most one digit after the point, and none that says nothing."""
    rounded = f"{value:.1f}"
    if rounded.endswith(".0"):
        rounded = rounded[:-2]
    return "0" if rounded == "-0" else rounded


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: Attribute) -> str:
    return safe(value) if isinstance(value, str) else number(float(value or 0))
