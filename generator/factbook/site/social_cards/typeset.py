"""Previews: letters and lines: which text a font can draw, how wide it is, and where its lines break.

Each letter is drawn once and then copied, which is ten times as fast as drawing every line anew. Letters are
set one beside the other, without the shaping that Arabic or Devanagari need; such a text counts as one that
cannot be drawn, as does one of a script that the font has no letters of.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from factbook.runtime.frozen import frozen

FONTS = Path(__file__).parent / "fonts"
_NOWHERE = "\U0010ffff"
"""A code point that no font has a letter for."""


@frozen
class Glyph:
    """A letter, ready to be copied."""

    mask: Image.Image
    left: int
    top: int
    """Where the mask stands, from the pen and from the top of the line."""
    advance: float
    """How far the pen goes on."""


class Face:
    """A font in one size."""

    def __init__(self, name: str, size: int) -> None:
        """`name` is a file in `fonts/`, `size` in pixels."""
        path = str(FONTS / f"{name}.ttf")
        self.size = size
        # The plain layout: the other one depends on a library of the system, and so would the picture.
        self._font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
        self._glyphs: dict[str, Glyph | None] = {}
        self._missing = self._made(_NOWHERE)

    def drawable(self, text: str) -> str:
        """The text as it can be drawn; empty when any letter or sign of it has no picture in this font.

        Signs without a form of their own, such as marks of direction, are left out.
        """
        plain = " ".join(unicodedata.normalize("NFC", text).split())
        seen = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
        return seen if all(sign == " " or self._glyph(sign) for sign in seen) else ""

    def lines(self, text: str, width: int, most: int) -> tuple[list[str], bool]:
        """The text in at most `most` lines of `width` pixels, and whether all of it is in them."""
        lines: list[str] = []
        pen, space = 0.0, self._advance(" ")
        for word in text.split():
            wide = sum(map(self._advance, word))
            if lines and pen + space + wide <= width:
                lines[-1] += f" {word}"
                pen += space + wide
            elif len(lines) < most and wide <= width:
                lines.append(word)
                pen = wide
            else:
                return self._cut(lines, width), False
        return lines, True

    def even(self, text: str, width: int, most: int) -> tuple[list[str], bool]:
        """The same, with lines about as long as one another, so that no last one holds a single word."""
        lines, whole = self.lines(text, width, most)
        narrower = lines, whole
        while narrower[1] and len(lines) > 1:
            lines, width = narrower[0], width - self.size
            narrower = self.lines(text, width, len(lines))
        return lines, whole

    def write(self, canvas: Image.Image, at: tuple[int, int], line: str, ink: int) -> None:
        """Write a line of drawable text; `at` is its top left corner, `ink` a shade of grey."""
        pen, top = at
        place: float = pen
        for sign in line:
            glyph = self._glyph(sign)
            if glyph is not None:
                canvas.paste(ink, (round(place) + glyph.left, top + glyph.top), glyph.mask)
            place += self._advance(sign)

    def width(self, line: str) -> float:
        """How wide a line is, in pixels."""
        return sum(map(self._advance, line))

    def _cut(self, lines: list[str], width: int) -> list[str]:
        """The lines with dots at their end, for words that are not in them."""
        if not lines:
            return []
        words = lines[-1].split()
        while len(words) > 1 and self.width(" ".join(words) + " …") > width:
            words.pop()
        return [*lines[:-1], f"{' '.join(words).rstrip(',;:–')} …"]

    def _advance(self, sign: str) -> float:
        glyph = self._glyph(sign)
        return glyph.advance if glyph else 0.0

    def _glyph(self, sign: str) -> Glyph | None:
        """None for a sign that the font has no picture of, or that would need to be set upon another."""
        if sign not in self._glyphs:
            made = self._made(sign)
            is_box = made.mask.size == self._missing.mask.size and made.mask.tobytes() == self._missing.mask.tobytes()
            joins = unicodedata.category(sign) in ("Mn", "Mc", "Me")
            self._glyphs[sign] = None if is_box or joins else made
        return self._glyphs[sign]

    def _made(self, sign: str) -> Glyph:
        left, top, right, bottom = map(int, self._font.getbbox(sign))
        mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)), 0)
        ImageDraw.Draw(mask).text((-left, -top), sign, 255, font=self._font)
        return Glyph(mask, left, top, self._font.getlength(sign))
