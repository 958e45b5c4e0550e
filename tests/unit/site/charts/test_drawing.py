"""The chart of a series as a picture to take along: nothing outside its edges, the same in both forms."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

from PIL import Image

from factbook.site.charts.drawing import WIDTH, Dot, Drawing, Line, Words, drawing, face
from factbook.site.charts.png import png
from factbook.site.charts.svg import svg
from tests.unit.site.figures_given import made, value

LONG = "Ministry of the Interior and of all its many other and further affairs, in the capital and beyond it"


def drawn() -> Drawing:
    fragments = made(
        value("a", "value: 1234567, modifier: more-than", speaker="ministry"),
        value("b", "value: 20, modifier: up-to"),
        value("c", "low: 5, high: 900000", date="2024-10-01/2024-12-31"),
        actor_ministry=f"name: {LONG}\nkind: organisation\n",
    )
    return drawing(fragments, "troops", f"{LONG} {LONG}")


def test_nothing_runs_over_the_edges() -> None:
    found = drawn()
    for part in found.parts:
        match part:
            case Words():
                wide = face(part.size).width(part.text)
                left = part.x - {"start": 0, "middle": wide / 2, "end": wide}[part.anchor]
                assert left >= 0, part
                assert left + wide <= WIDTH, part
            case Line():
                assert 0 <= min(part.x1, part.x2) <= max(part.x1, part.x2) <= WIDTH, part
            case Dot():
                assert 6 <= part.x <= WIDTH - 6, part


def test_svg_is_xml_that_names_its_series() -> None:
    root = ET.fromstring(svg(drawn(), "en"))  # our own bytes
    assert root.find("{http://www.w3.org/2000/svg}title").text == "Troops in Kursk"  # type: ignore[union-attr]  # it is there
    lengths = [text.get("textLength") for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert all(lengths)


def test_png_has_the_measures_of_the_drawing() -> None:
    found = drawn()
    with Image.open(io.BytesIO(png(found))) as picture:
        assert picture.size == (WIDTH * 3 // 2, round(found.height * 1.5))
        assert min(picture.convert("L").tobytes()) < 60
