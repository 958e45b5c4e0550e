"""Rendering, drawings: the parts of a sum, end to end, against the total that was stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.render.svg import elements as svg
from factbook.site.render.svg import text_width as letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from factbook.site.views.charts import SumChart

_WIDTH = 340.0
_BAR = 16.0


def drawing(chart: SumChart) -> Markup:
    """Two bars on one scale: the stated total, and the parts; a tick carries the total down to the parts."""
    total = sum(part.value for part in chart.parts)
    room = max(letters.width(words, bold=True) for words in (chart.stated_words, chart.parts_words))
    scale = max(40.0, _WIDTH - room - 12) / (max(total, chart.stated) or 1)
    tick = chart.stated * scale
    return svg.document(
        chart.id,
        "fb-bars",
        (_WIDTH, 84),
        chart.title,
        chart.description,
        svg.text(0, 12, chart.stated_label, "c-n"),
        svg.element("rect", class_="b1", x=0, y=18, width=tick, height=_BAR),
        svg.text(tick + 8, 31, chart.stated_words, "c-v"),
        svg.text(0, 54, chart.parts_label, "c-n"),
        *_parts(chart, scale),
        svg.text(max(total * scale, tick) + 8, 73, chart.parts_words, "c-v"),
        svg.path(f"M{svg.number(tick)} 14V82", "c-tick"),
    )


def _parts(chart: SumChart, scale: float) -> Iterator[Markup]:
    """Full and hollow by turns, so that each piece can be seen without colour."""
    at = 0.0
    for n, part in enumerate(chart.parts):
        inset = 1 if n % 2 else 0
        size = max(1.0, part.value * scale - 2 * inset)
        yield svg.element(
            "rect",
            svg.element("title", part.label),
            class_="b2" if inset else "b1",
            x=at + inset,
            y=60 + inset,
            width=size,
            height=_BAR - 2 * inset,
        )
        at += part.value * scale
