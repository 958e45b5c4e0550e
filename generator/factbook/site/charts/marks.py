"""Site, charts: the mark of a value on its scale, as SVG without any text in it.

Places are hundredths of the drawing's width, whatever that is; shapes are in pixels. So one drawing fits a desk and a
phone, and nothing in it depends on a font or on the way in which a script runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.site.charts.scale import Scale
    from factbook.site.charts.values import Value

LIMITS = {
    "up-to": "up",
    "less-than": "up",
    "at-least": "down",
    "more-than": "down",
    "about": "near",
    "almost": "near",
    "just-over": "near",
}
"""Upper and lower limits, and values that are only near to the number given."""
_ROOM = 30
"""Hundredths that the long arrow of a limit needs on a phone."""
_LONG, _SHORT = 60, 22
"""Pixels of an arrow."""


def mark(scale: Scale, value: Value, behind: str, *, small: bool = False) -> str:
    """The mark of a value, with what is drawn behind it; a small one stands beside a figure, without others."""
    past = " past" if value.past else ""
    return f'<svg class="mark{past}" aria-hidden="true">{behind}{_shape(scale, value, small=small)}</svg>'


def grid(scale: Scale) -> str:
    """Hairlines at the round numbers of the scale; that of zero, or else of its start, is stronger."""
    zero = 0.0 if not scale.from_zero else scale.at(scale.ticks[0] * 0)
    lines = "".join(f"M{place:g} 0V1" for tick in scale.ticks if (place := scale.at(tick)) != zero)
    drawing = f'<path d="{lines}"/><path class="zero" d="M{zero:g} 0V1"/>'
    return f'<svg class="grid" viewBox="0 0 100 1" preserveAspectRatio="none">{drawing}</svg>'


def base() -> str:
    """A line along the scale, for a mark that stands alone."""
    drawing = '<path d="M0 .5H100"/><path class="zero" d="M0 0V1"/>'
    return f'<svg class="grid" viewBox="0 0 100 1" preserveAspectRatio="none">{drawing}</svg>'


def _shape(scale: Scale, value: Value, *, small: bool) -> str:
    low, high = scale.at(value.low), scale.at(value.high)
    match LIMITS.get(value.figure.modifier):
        case "up":
            length = _LONG if high >= _ROOM and not small else _SHORT
            return _at(high, f"M0-9V9M0 0H-{length}m7-5l-7 5 7 5")
        case "down":
            length = _LONG if low <= 100 - _ROOM and not small else _SHORT
            return _at(low, f"M0-9V9M0 0H{length}m-7-5l7 5-7 5")
        case "near" if low == high:
            return f'{_at(low, "M-22 0H-9M9 0H22", "soft")}<circle cx="{low:g}%" cy="50%" r="6"/>'
    if low == high:
        return f'<circle cx="{low:g}%" cy="50%" r="6"/>'
    line = f'<line x1="{low:g}%" x2="{high:g}%" y1="50%" y2="50%"/>'
    return f"{line}{_at(low, 'M0-7V7')}{_at(high, 'M0-7V7')}"


def _at(place: float, path: str, kind: str = "") -> str:
    """A path in pixels around a place on the scale."""
    class_ = f' class="{kind}"' if kind else ""
    return f'<svg x="{place:g}%" y="50%"><path{class_} d="{path}"/></svg>'
