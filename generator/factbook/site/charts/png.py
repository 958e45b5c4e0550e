"""Site, charts: a drawing as PNG, half as large again as its measures, in shades of grey."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from factbook.site.charts.drawing import WIDTH, Dot, Drawing, Line, Words, face

_SCALE = 1.5
_SHADES = {"plain": 0, "faint": 70, "rule": 212, "mark": 30}
_DOT = 6


def png(drawing: Drawing) -> bytes:
    """The whole file."""
    canvas = Image.new("L", (round(WIDTH * _SCALE), round(drawing.height * _SCALE)), 255)
    pencil = ImageDraw.Draw(canvas)
    for part in drawing.parts:
        match part:
            case Words():
                _write(canvas, part)
            case Line():
                ends = [(part.x1 * _SCALE, part.y1 * _SCALE), (part.x2 * _SCALE, part.y2 * _SCALE)]
                pencil.line(ends, fill=_SHADES[part.ink], width=round(part.width * _SCALE))
            case Dot():
                _dot(pencil, part)
    return _packed(canvas)


def _packed(canvas: Image.Image) -> bytes:
    """In sixteen shades of grey: without looking for the best colours, which would take most of the time."""
    shades = Image.frombytes("P", canvas.size, canvas.point([round(shade / 17) for shade in range(256)]).tobytes())
    shades.putpalette([level * 17 for level in range(16) for _ in range(3)])
    data = BytesIO()
    shades.save(data, "PNG", bits=4, compress_level=2)
    return data.getvalue()


def _write(canvas: Image.Image, words: Words) -> None:
    letters = face(round(words.size * _SCALE))
    text = letters.drawable(words.text)
    before = {"start": 0.0, "middle": letters.width(text) / 2, "end": letters.width(text)}[words.anchor]
    at = round(words.x * _SCALE - before), round((words.y - words.size * 1.06) * _SCALE)
    letters.write(canvas, at, text, _SHADES[words.ink])


def _dot(pencil: ImageDraw.ImageDraw, dot: Dot) -> None:
    x, y, r = dot.x * _SCALE, dot.y * _SCALE, _DOT * _SCALE
    shade = _SHADES["faint" if dot.hollow else "mark"]
    pencil.ellipse((x - r, y - r, x + r, y + r), fill=255 if dot.hollow else shade, outline=shade, width=2)
