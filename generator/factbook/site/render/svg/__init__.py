"""Rendering, drawings: typed rows in, accessible SVG out; no colour of its own, style sheets give all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.render.svg import relations, series, sums

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

FILTERS: Mapping[str, Callable[..., Markup]] = {
    "series_chart": series.drawings,
    "sum_chart": sums.drawing,
    "relation_chart": relations.drawings,
}
"""The drawings by the name under which templates know them."""
