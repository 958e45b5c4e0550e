"""Own styles: a style sheet takes nothing from elsewhere, however it is written, and the place of it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.config.look import OwnFile, SiteLook
from factbook.diagnostics.types import Span
from factbook.site.media import Media
from factbook.site.own_styles import addresses, colours, validate

if TYPE_CHECKING:
    from pathlib import Path

LOOK = SiteLook(colours=("#7a1b4f", "#e283b4"), styles=(OwnFile("a/own.css", "extra_css", Span("site_config.yml")),))


def told(root: Path, css: str) -> list[tuple[int, int, str]]:
    (root / "a").mkdir()
    (root / "a" / "own.css").write_text(css, encoding="utf-8")
    own = Media(root, {"a/own.css": 1, "a/bg.png": 1}, ())
    return [(one.span.line, one.span.column, one.message) for one in validate(LOOK, own)]


@pytest.mark.parametrize(
    "css",
    [
        "",
        ".fb h1 { color: red; }",
        "a { background: url(bg.png) }",
        'a { background: url("bg.png?v=1") }',
        "a { fill: url(#grid) }",
        "a { background: url(data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E) }",
        "/* see https://style.example/ and @import */ a {}",
        "a::before { content: '\\2014' }",
    ],
)
def test_what_is_fine(tmp_path: Path, css: str) -> None:
    assert told(tmp_path, css) == []


@pytest.mark.parametrize(
    ("css", "line", "column", "words"),
    [
        ('@import "other.css";', 1, 1, "loads another style sheet"),
        ("a {}\n  @IMPORT url(other.css);", 2, 3, "loads another style sheet"),
        ("/* a\nb */ @\\69mport 'x';", 2, 6, "loads another style sheet"),
        ("a { background: url(https://e.example/x.png) }", 1, 17, "would be fetched from elsewhere"),
        ("a { background: url( '//e.example/x.png' ) }", 1, 17, "would be fetched from elsewhere"),
        ("a { background: u\\72l(http://e.example/x.png) }", 1, 17, "would be fetched from elsewhere"),
        ("a { background: url(data:text/html,x) }", 1, 17, "would be fetched from elsewhere"),
        ("a { background: url(gone.png) }", 1, 17, "no file `gone.png` beside the style sheet"),
        ('a { background: image-set("https://e.example/x.png" 1x) }', 1, 28, "is an address elsewhere"),
        ("a { width: expression(alert(1)) }", 1, 12, "could run something"),
        ("a { behavior: url(bg.png) }", 1, 5, "could run something"),
    ],
)
def test_what_is_refused(tmp_path: Path, css: str, line: int, column: int, words: str) -> None:
    found = told(tmp_path, css)
    assert found[0][:2] == (line, column)
    assert words in found[0][2]


def test_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "own.css").write_bytes(b"\xff\xfe")
    assert "is not UTF-8" in next(validate(LOOK, Media(tmp_path, {"a/own.css": 1}, ()))).message


def test_the_sheets_that_pages_load() -> None:
    assert addresses(LOOK) == ("assets/colours.css", "media/a/own.css")
    assert addresses(SiteLook()) == ()
    sheet = next(colours(LOOK)).data.decode()
    assert "--fb-accent:#7a1b4f" in sheet
    assert sheet.count("--fb-accent:#e283b4") == 2
    assert list(colours(SiteLook())) == []
