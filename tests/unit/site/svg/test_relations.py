"""The graph of relations is the same on every run, and no name covers another."""

from __future__ import annotations

import math
import re
from itertools import combinations

from factbook.site.render.svg import graph_layout as stress
from factbook.site.render.svg.relations import arcs, drawings, net
from factbook.site.views.charts import Edge, Node, RelationChart

NODES = tuple(Node(name, f"/actors/{name}/", name, "2 facts") for name in ("anna", "boris", "chen", "dora", "emil"))
PAIRS = ((0, 1), (1, 2), (2, 0), (2, 3))
CHART = RelationChart(
    "relations",
    "Who appears with whom",
    "Five actors",
    NODES,
    tuple(
        Edge(a, b, n + 1, f"#pair-{a}-{b}", f"{NODES[a].label} and {NODES[b].label}")
        for n, (a, b) in enumerate(PAIRS)
    ),
)


def test_each_line_leads_to_the_facts_behind_it() -> None:
    made = net(CHART)
    assert made.count('class="g-pair"') == len(PAIRS)
    assert 'href="#pair-0-1" aria-label="anna and boris"' in made


def test_each_name_leads_to_its_actor() -> None:
    assert 'href="/actors/dora/" aria-label="dora: 2 facts"' in net(CHART)


def test_more_shared_facts_make_a_thicker_line() -> None:
    assert re.findall(r"g-edge--(\d)", net(CHART)) == ["1", "2", "4", "5"]


def test_the_narrow_drawing_has_the_same_names_and_lines() -> None:
    made = arcs(CHART)
    assert made.count('class="g-pair"') == len(PAIRS)
    assert made.count('class="g-actor"') == len(NODES)


def test_arcs_stay_on_the_sheet() -> None:
    made = arcs(CHART)
    for start, depth in re.findall(r"M([\d.]+) [\d.]+A([\d.]+) ", made):
        assert float(start) + float(depth) <= 350


def test_two_drawings_of_one_graph_are_the_same() -> None:
    assert drawings(CHART) == drawings(CHART)


def test_neighbours_stand_closer_than_strangers() -> None:
    at = stress.places(5, ((0, 1), (1, 2), (2, 3), (3, 4)))

    def apart(a: int, b: int) -> float:
        return math.dist(at[a], at[b])

    assert apart(0, 1) < apart(0, 2) < apart(0, 4)


def test_boxes_on_one_spot_are_pushed_apart_and_stay_on_the_sheet() -> None:
    boxes = [(80.0, 20.0)] * 12
    at = stress.fitted([(0.1 * n, 0.0) for n in range(12)], boxes, 400, 300)
    for (ax, ay), (bx, by) in combinations(at, 2):
        assert abs(ax - bx) > 79 or abs(ay - by) > 19
    assert all(40 <= x <= 360 and 10 <= y <= 290 for x, y in at)


def test_actors_without_any_pair_are_placed_too() -> None:
    assert len(set(stress.places(3, ()))) == 3


def test_a_graph_of_one_needs_no_other() -> None:
    assert stress.fitted(stress.places(1, ()), [(50.0, 20.0)], 100, 100) == ((50.0, 50.0),)
