"""Rendering, drawings: places for the nodes of a graph, the same on every machine.

Stress majorisation (Gansner, Koren and North, "Graph Drawing by Stress Majorization", 2004): nodes end up as
far apart on paper as they are in steps. Only +, -, *, / and square roots are used, which IEEE 754 rounds
alike everywhere; a library's layout may differ between builds of the same C code.
"""

from __future__ import annotations

from collections import deque
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
Box = tuple[float, float]
"""Width and height."""

_ROUNDS = 80
_PUSHES = 300
_EVEN = 0.6
"""How far places follow the order of the nodes and not their distances: thick knots are drawn apart."""


def places(count: int, pairs: Sequence[tuple[int, int]]) -> tuple[Point, ...]:
    """A place for each of `count` nodes, in steps between neighbours; nodes of one pair lie close."""
    wanted = _distances(count, pairs)
    at = [_on_circle(n, count) for n in range(count)]
    for _ in range(_ROUNDS):
        for n in range(count):
            at[n] = _better(n, at, wanted[n])
    return tuple(at)


def fitted(points: Sequence[Point], boxes: Sequence[Box], width: float, height: float) -> tuple[Point, ...]:
    """The points stretched to the sheet and pushed apart until no two boxes around them overlap, if there is room."""
    at = _stretched(points, boxes, width, height)
    for _ in range(_PUSHES):
        if not _push(at, boxes):
            break
        at = [_inside(point, box, width, height) for point, box in zip(at, boxes, strict=True)]
    return tuple((round(x, 1), round(y, 1)) for x, y in at)


def _distances(count: int, pairs: Sequence[tuple[int, int]]) -> list[list[float]]:
    """Steps between every two nodes; nodes without a way between them stand at a middle distance."""
    near: list[list[int]] = [[] for _ in range(count)]
    for first, second in pairs:
        near[first].append(second)
        near[second].append(first)
    steps = [_steps_from(n, near) for n in range(count)]
    far = max((max(row) for row in steps), default=0) / 2 + 1
    return [[float(step if step >= 0 else far) for step in row] for row in steps]


def _steps_from(start: int, near: list[list[int]]) -> list[int]:
    steps = [-1] * len(near)
    steps[start] = 0
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in near[node]:
            if steps[other] < 0:
                steps[other] = steps[node] + 1
                queue.append(other)
    return steps


def _on_circle(n: int, count: int) -> Point:
    """A point of the unit circle by fractions alone: sines differ in the last digit between C libraries."""
    share = 4 * n / count
    quarter, t = int(share), share - int(share)
    x, y = (1 - t * t) / (1 + t * t), 2 * t / (1 + t * t)
    return ((x, y), (-y, x), (-x, -y), (y, -x))[quarter % 4]


def _better(n: int, at: list[Point], wanted: list[float]) -> Point:
    """Where node `n` should stand for all others as they stand now."""
    x, y = at[n]
    sum_x = sum_y = sum_weight = 0.0
    for other, (ox, oy) in enumerate(at):
        if other == n:
            continue
        weight = 1 / (wanted[other] * wanted[other])
        dx, dy = x - ox, y - oy
        now = sqrt(dx * dx + dy * dy) or 1e-6
        pull = wanted[other] / now
        sum_x += weight * (ox + dx * pull)
        sum_y += weight * (oy + dy * pull)
        sum_weight += weight
    return (sum_x / sum_weight, sum_y / sum_weight) if sum_weight else (x, y)


def _stretched(points: Sequence[Point], boxes: Sequence[Box], width: float, height: float) -> list[Point]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    rim_x = max((w for w, _ in boxes), default=0) / 2
    rim_y = max((h for _, h in boxes), default=0) / 2

    def place(value: float, values: list[float], rim: float, room: float) -> float:
        low, high = min(values), max(values)
        if high == low:
            return room / 2
        share = (value - low) / (high - low)
        rank = sum(other < value for other in values) / (len(values) - 1)
        return rim + ((1 - _EVEN) * share + _EVEN * rank) * (room - 2 * rim)

    return [(place(x, xs, rim_x, width), place(y, ys, rim_y, height)) for x, y in points]


def _push(at: list[Point], boxes: Sequence[Box]) -> bool:
    """Moves overlapping boxes apart by half of what is missing, along the shorter way; whether any moved."""
    moved = False
    for a in range(len(at)):
        for b in range(a):
            (ax, ay), (bx, by) = at[a], at[b]
            over_x = (boxes[a][0] + boxes[b][0]) / 2 - abs(ax - bx)
            over_y = (boxes[a][1] + boxes[b][1]) / 2 - abs(ay - by)
            if over_x <= 0.05 or over_y <= 0.05:
                continue
            moved = True
            if over_x < over_y:
                step = over_x / 2 if ax >= bx else -over_x / 2
                at[a], at[b] = (ax + step, ay), (bx - step, by)
            else:
                step = over_y / 2 if ay >= by else -over_y / 2
                at[a], at[b] = (ax, ay + step), (bx, by - step)
    return moved


def _inside(point: Point, box: Box, width: float, height: float) -> Point:
    (x, y), (w, h) = point, box
    return min(max(x, w / 2), width - w / 2), min(max(y, h / 2), height - h / 2)
