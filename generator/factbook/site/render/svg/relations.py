"""Rendering, drawings: who appears with whom, as names joined by lines; a thicker line is more shared facts."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from factbook.site.render.svg import elements as svg
from factbook.site.render.svg import graph_layout as stress
from factbook.site.render.svg import text_width as letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markupsafe import Markup

    from factbook.site.views.charts import Edge, Node, RelationChart

_HEIGHT = 26.0
_GAP = 10.0
_CLASSES = 5
"""Thicknesses of lines."""
_NARROW, _PITCH = 350.0, 32.0


def drawings(chart: RelationChart) -> Markup:
    """The graph twice: a net for wide columns; for narrow ones a list of names joined by arcs."""
    return svg.join((net(chart), arcs(chart)))


def net(chart: RelationChart, width: float = 940.0) -> Markup:
    """The graph on one sheet: each name leads to its actor, each line to the facts behind it."""
    height = max(240.0, 24.0 * len(chart.nodes))
    sizes = [_size(node) for node in chart.nodes]
    boxes = [(size + _GAP, _HEIGHT + _GAP) for size in sizes]
    at = stress.fitted(_places(chart), boxes, width, height)

    def line(edge: Edge) -> str:
        (x, y), (u, v) = at[edge.first], at[edge.second]
        return f"M{svg.number(x)} {svg.number(y)}L{svg.number(u)} {svg.number(v)}"

    names = (_name(node, x - size / 2, y) for node, (x, y), size in zip(chart.nodes, at, sizes, strict=True))
    return _document(chart, "fb-wide", (width, height), (*_edges(chart.edges, line), *names))


def arcs(chart: RelationChart) -> Markup:
    """The graph as a column of names, neighbours near one another, with an arc for every pair."""
    places = _places(chart)
    order = sorted(range(len(places)), key=lambda n: (places[n][1], n))
    y = {n: (row + 0.5) * _PITCH for row, n in enumerate(order)}
    anchor = min(max((_size(node) for node in chart.nodes), default=0.0) + 9, _NARROW - 90)
    longest = max((abs(y[edge.first] - y[edge.second]) for edge in chart.edges), default=1.0)

    def arc(edge: Edge) -> str:
        top, bottom = sorted((y[edge.first], y[edge.second]))
        depth, half = (_NARROW - anchor - 6) * sqrt((bottom - top) / longest), (bottom - top) / 2
        ends = f"{svg.number(anchor)} {svg.number(top)}", f"{svg.number(anchor)} {svg.number(bottom)}"
        return f"M{ends[0]}A{svg.number(depth)} {svg.number(half)} 0 0 1 {ends[1]}"

    names = (_name(chart.nodes[n], anchor - 8 - _size(chart.nodes[n]), y[n]) for n in order)
    dots = (svg.element("circle", class_="g-end", cx=anchor, cy=y[n], r=3) for n in order)
    size = (_NARROW, _PITCH * len(order))
    return _document(chart, "fb-narrow", size, (*_edges(chart.edges, arc), *dots, *names))


def _document(chart: RelationChart, name: str, size: tuple[float, float], parts: Sequence[Markup]) -> Markup:
    return svg.document(f"{chart.id}-{name.removeprefix('fb-')}", name, size, chart.title, chart.description, *parts)


def _places(chart: RelationChart) -> tuple[stress.Point, ...]:
    return stress.places(len(chart.nodes), [(edge.first, edge.second) for edge in chart.edges])


def _size(node: Node) -> float:
    return letters.width(node.label, bold=True) + 16


def _edges(edges: tuple[Edge, ...], steps: Callable[[Edge], str]) -> Iterator[Markup]:
    """The lines, thick ones last and so on top."""
    most = max((edge.weight for edge in edges), default=1)
    least = min((edge.weight for edge in edges), default=1)
    for edge in sorted(edges, key=lambda edge: edge.weight):
        strength = 1 + round((_CLASSES - 1) * (edge.weight - least) / ((most - least) or 1))
        yield svg.link(
            edge.href,
            edge.label,
            svg.element("title", edge.label),
            svg.path(steps(edge), "g-hit"),
            svg.path(steps(edge), f"g-edge g-edge--{strength}"),
            class_="g-pair",
        )


def _name(node: Node, x: float, y: float) -> Markup:
    size = _size(node)
    box = svg.element("rect", class_="g-node", x=x, y=y - _HEIGHT / 2, width=size, height=_HEIGHT, rx=2)
    words = svg.text(x + size / 2, y + 4.5, node.label, "g-name", anchor="middle")
    return svg.link(node.href, f"{node.label}: {node.note}", box, words, class_="g-actor")
