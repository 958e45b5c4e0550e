"""Rendering, drawings: who appears with whom, as names joined by lines; a thicker line is more shared facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.charts import letters, stress, svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.views.charts import Edge, Node, RelationChart

_HEIGHT = 26.0
_GAP = 10.0


def drawings(chart: RelationChart) -> Markup:
    """The graph twice, for wide and for narrow columns."""
    rows = len(chart.nodes)
    wide = drawing(chart, "fb-wide", 940, max(240.0, 22.0 * rows))
    return svg.join((wide, drawing(chart, "fb-narrow", 350, max(240.0, 40.0 * rows))))


def drawing(chart: RelationChart, name: str, width: float, height: float) -> Markup:
    """The graph on one sheet: each name leads to its actor, each line to the facts behind it."""
    sizes = [letters.width(node.label, bold=True) + 16 for node in chart.nodes]
    steps = stress.places(len(chart.nodes), [(edge.first, edge.second) for edge in chart.edges])
    boxes = [(size + _GAP, _HEIGHT + _GAP) for size in sizes]
    at = stress.fitted(steps, boxes, width, height)
    return svg.document(
        f"{chart.id}-{name.removeprefix('fb-')}",
        name,
        (width, height),
        chart.title,
        chart.description,
        *_edges(chart.edges, at),
        *_nodes(chart.nodes, at, sizes),
    )


def _edges(edges: tuple[Edge, ...], at: tuple[stress.Point, ...]) -> Iterator[Markup]:
    for edge in sorted(edges, key=lambda edge: edge.weight):
        (x, y), (u, v) = at[edge.first], at[edge.second]
        steps = f"M{svg.number(x)} {svg.number(y)}L{svg.number(u)} {svg.number(v)}"
        strength = min(edge.weight, 5)
        yield svg.link(
            edge.href,
            edge.label,
            svg.element("title", edge.label),
            svg.path(steps, "g-hit"),
            svg.path(steps, f"g-edge g-edge--{strength}"),
            class_="g-pair",
        )


def _nodes(nodes: tuple[Node, ...], at: tuple[stress.Point, ...], sizes: list[float]) -> Iterator[Markup]:
    for node, (x, y), size in zip(nodes, at, sizes, strict=True):
        box = svg.element(
            "rect",
            class_="g-node",
            x=x - size / 2,
            y=y - _HEIGHT / 2,
            width=size,
            height=_HEIGHT,
            rx=2,
        )
        words = svg.text(x, y + 4.5, node.label, "g-name", anchor="middle")
        yield svg.link(node.href, f"{node.label}: {node.note}", box, words, class_="g-actor")
