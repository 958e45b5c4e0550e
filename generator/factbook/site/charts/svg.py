"""Site, charts: a drawing as SVG, in colours of its own, so that it stands alone in a document."""

from __future__ import annotations

from factbook.site.charts.drawing import WIDTH, Dot, Drawing, Line, Words, face
from factbook.site.html import escape

_COLOURS = {"plain": "#1a1c1e", "faint": "#55595e", "rule": "#d5d8dc", "mark": "#1b4f7a"}


def svg(drawing: Drawing, language: str) -> bytes:
    """The whole file."""
    inner = "\n".join(map(_part, drawing.parts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{drawing.height}"'
        f' viewBox="0 0 {WIDTH} {drawing.height}" role="img" xml:lang="{escape(language)}"'
        f' font-family="Noto Sans, Helvetica, Arial, sans-serif" font-weight="600">\n'
        f"<title>{escape(drawing.title)}</title>\n"
        f'<rect width="{WIDTH}" height="{drawing.height}" fill="#fff"/>\n{inner}\n</svg>\n'
    ).encode()


def _part(part: Words | Line | Dot) -> str:
    match part:
        case Words():
            return _words(part)
        case Line():
            ends = f'x1="{part.x1:g}" y1="{part.y1:g}" x2="{part.x2:g}" y2="{part.y2:g}"'
            return f'<line {ends} stroke="{_COLOURS[part.ink]}" stroke-width="{part.width}"/>'
        case Dot():
            fill, edge = ("#fff", _COLOURS["faint"]) if part.hollow else (_COLOURS["mark"],) * 2
            return (
                f'<circle cx="{part.x:g}" cy="{part.y:g}" r="5.5" fill="{fill}" stroke="{edge}" stroke-width="1.5"/>'
            )


def _words(words: Words) -> str:
    """With its length, to which a wider font is pressed, so that nothing runs over anything else."""
    measured = face(words.size)
    length = f' textLength="{measured.width(words.text):.0f}"' if measured.drawable(words.text) else ""
    fit = f'{length} lengthAdjust="spacingAndGlyphs"' if length else ""
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    return (
        f'<text x="{words.x:g}" y="{words.y:g}" font-size="{words.size}" fill="{_COLOURS[words.ink]}"'
        f"{anchor}{fit}>{escape(words.text)}</text>"
    )
