"""Previews: a card as a PNG of sixteen colours: paper, ink and what lies between, the rule, and the accent."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from factbook.config.settings import PREVIEW_SIZE
from factbook.site.social_cards.typeset import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.site.social_cards.card import Card

Colour = tuple[int, int, int]

_PAPER, _INK = (255, 255, 255), (26, 28, 30)
_RULE, _ACCENT = (213, 216, 220), (27, 79, 122)
"""The colours of the site itself (theme/assets/factbook.css, in light)."""
_SHADES = 12
"""Of grey from ink to paper: enough for smooth letters, and few enough for a small file."""
_PLAIN, _FAINT = 0, 68
"""Ink of the words, and of what stands around them: the site's two inks as shades of 255."""
_LEFT, _RIGHT, _TOP, _FOOT = 72, PREVIEW_SIZE[0] - 72, 132, 540
_TITLES = ((64, 2), (54, 3), (46, 4))
_LEADS = ((34, 5), (30, 6), (27, 7))
"""Sizes that are tried, largest first, with the most lines of each."""


def drawn(card: Card) -> bytes:
    """The picture; the same bytes for the same card wherever the same Pillow draws it.

    Of a card whose title cannot be drawn only the site is shown.
    """
    canvas = Image.new("L", PREVIEW_SIZE, 255)
    small, large = _face("NotoSans-SemiBold", 27), _face("NotoSerif-Bold", _TITLES[0][0])
    if large.drawable(card.title):
        small.write(canvas, (_LEFT, 74), small.drawable(card.kind), _FAINT)
        below = _block(canvas, "NotoSerif-Bold", _TITLES, card.title, _TOP, 1.18)
        _block(canvas, "NotoSerif-Regular", _LEADS, card.lead, below + 22, 1.42)
        small.write(canvas, (_LEFT, _FOOT + 24), _foot(small, card), _PLAIN)
    else:
        _block(canvas, "NotoSerif-Bold", _TITLES, large.drawable(card.site) or card.host, _TOP, 1.18)
    return _coloured(canvas)


@cache
def _face(name: str, size: int) -> Face:
    return Face(name, size)


def _block(
    canvas: Image.Image, font: str, sizes: Sequence[tuple[int, int]], text: str, top: int, spacing: float
) -> int:
    """Write a text in the largest size in which all of it fits above the foot; gives where it ends."""
    for size, most in sizes:
        face, step = _face(font, size), round(size * spacing)
        room = max(min(most, (_FOOT - 16 - top) // step), 0)
        fit = face.even if sizes is _TITLES else face.lines
        lines, whole = fit(face.drawable(text), _RIGHT - _LEFT, room)
        if whole:
            break
    for line in lines:
        face.write(canvas, (_LEFT, top), line, _PLAIN)
        top += step
    return top


def _foot(face: Face, card: Card) -> str:
    """The site's name; its address where the name cannot be drawn or is too long."""
    for text in (card.site, card.host):
        lines, whole = face.lines(face.drawable(text), _RIGHT - _LEFT, 1)
        if lines and whole:
            return lines[0]
    return ""


def _coloured(canvas: Image.Image) -> bytes:
    shades = canvas.point([round(shade * (_SHADES - 1) / 255) for shade in range(256)])
    picture = Image.frombytes("P", canvas.size, shades.tobytes())
    picture.putpalette([part for colour in _palette() for part in colour])
    pencil = ImageDraw.Draw(picture)
    pencil.rectangle((0, 0, PREVIEW_SIZE[0], 15), fill=_SHADES)
    pencil.rectangle((_LEFT, _FOOT, _RIGHT, _FOOT + 1), fill=_SHADES + 1)
    data = BytesIO()
    picture.save(data, "PNG", bits=4, compress_level=4)
    return data.getvalue()


def _palette() -> list[Colour]:
    last = _SHADES - 1
    greys = [_mixed(step / last) for step in range(_SHADES)]
    return [*greys, _ACCENT, _RULE]


def _mixed(paper: float) -> Colour:
    red, green, blue = (round(ink + (full - ink) * paper) for ink, full in zip(_INK, _PAPER, strict=True))
    return red, green, blue
