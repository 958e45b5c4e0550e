"""Ground: whether a colour can be read on the site's grounds, and the nearest one that can.

Ratios are those of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio); links and marks need 4.5 to 1.
"""

from __future__ import annotations

import colorsys
from typing import Literal

Scheme = Literal["light", "dark"]
LEAST = 4.5
GROUNDS: dict[Scheme, tuple[str, ...]] = {
    "light": ("#ffffff", "#eef2f6", "#d5d8dc"),
    "dark": ("#171b21", "#232c38", "#3b424c"),
}
"""Paper, the tint of a citation, and that tint under the pointer, as the theme's style sheet has them."""


def ratio(colour: str, scheme: Scheme) -> float:
    """The least contrast of a colour (`#rrggbb`) with any ground of a scheme."""
    own = _luminance(_parts(colour))
    grounds = (_luminance(_parts(ground)) for ground in GROUNDS[scheme])
    return min((max(own, ground) + 0.05) / (min(own, ground) + 0.05) for ground in grounds)


def readable(colour: str, scheme: Scheme) -> str:
    """The colour itself if it can be read in a scheme, else the nearest of its hue that can: darker or lighter."""
    if ratio(colour, scheme) >= LEAST:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    steps = range(round(lightness * 255), -1, -1) if scheme == "light" else range(round(lightness * 255), 256)
    tried = (_written(colorsys.hls_to_rgb(hue, step / 255, saturation)) for step in steps)
    return next(one for one in tried if ratio(one, scheme) >= LEAST)


def whole(colour: str) -> str:
    """`#1b4f7a` for `#1B4F7A`, and for `#abc` the six digits that it stands for."""
    digits = colour.removeprefix("#").lower()
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(parts: tuple[int, int, int]) -> float:
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
