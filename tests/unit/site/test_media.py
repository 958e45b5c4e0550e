"""Media: files that run nothing are published, and of any other it is said why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from factbook.config.look import OwnFile, SiteLook
from factbook.diagnostics.types import Span
from factbook.site.media import Media, media
from tests.unit.publish import sample

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.types import Diagnostic

PNG = b"\x89PNG\r\n\x1a\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'


def found(root: Path, files: dict[str, bytes], look: SiteLook | None = None) -> Media:
    for name, data in files.items():
        path = root / "content" / "media" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return media(sample.settings(root, look=look or SiteLook()))


def problem(root: Path, name: str, data: bytes) -> Diagnostic:
    made = found(root, {name: data})
    assert not made.files
    assert len(made.problems) == 1
    return made.problems[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("map.png", PNG),
        ("a/b/Map-2.PNG", PNG),
        ("p.jpg", b"\xff\xd8\xff\xe0"),
        ("p.gif", b"GIF89a"),
        ("p.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
        ("p.avif", b"\x00\x00\x00\x20ftypavif"),
        ("p.svg", (SVG % '<path d="M0 0"/><use href="#a"/>').encode()),
        ("r.pdf", b"%PDF-1.7\n"),
        ("d.csv", b"a,b\n"),
        ("d.json", b"{}"),
        ("t.xlsx", b"PK\x03\x04"),
        ("own.css", b"a{}"),
        ("own.woff2", b"wOF2"),
    ],
)
def test_what_is_published(tmp_path: Path, name: str, data: bytes) -> None:
    made = found(tmp_path, {name: data, ".hidden": b"x", ".DS_Store/x.html": b"x"})
    assert made.problems == ()
    assert [(one.path, one.data) for one in made.assets()] == [(f"media/{name}", data)]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("page.html", b"<script>", "is of a type that is not published"),
        ("run.js", b"x", "is of a type that is not published"),
        ("a.zip", b"PK\x03\x04", "is of a type that is not published"),
        ("none", b"x", "is of a type that is not published"),
        ("map.png", b"<html>", "is not what its name says: png"),
        ("r.pdf", b"<html>", "is not what its name says: pdf"),
        ("p.svg", b"<html>", "is not what its name says: svg"),
        ("p.svg", SVG.encode("utf-16"), "is not what its name says: svg"),
        ("a b.png", PNG, "has a name that is no address"),
        ("karte-für-alle.png", PNG, "has a name that is no address"),
        ("p.png", PNG + b"x" * (1024 * 1024), "is larger than 1 MB"),
        ("d.csv", b"x" * (10 * 1024 * 1024 + 1), "is larger than 10 MB"),
        *(
            ("p.svg", (SVG % inner).encode(), "which could run or fetch something")
            for inner in (
                "<script>alert(1)</script>",
                "<SCRIPT/>",
                '<path onload="x"/>',
                '<a href="#x">x</a>',
                '<image href="https://elsewhere.example/x.png"/>',
                '<image xlink:href="//elsewhere.example"/>',
                "<foreignObject/>",
                "<style>@import 'x'</style>",
                "<style>a{fill:url(https://elsewhere.example)}</style>",
                '<use href="data:text/html,x"/>',
                "<s:script/>",
            )
        ),
        ("p.svg", b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "`<!DOCTYPE`"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    told = problem(tmp_path, name, data)
    assert told.code == "media-refused"
    assert told.span == Span(f"content/media/{name}")
    assert words in told.message


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content" / "media").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "content" / "media" / "x.txt").symlink_to(tmp_path / "secret.txt")
    made = found(tmp_path, {})
    assert [one.code for one in made.problems] == ["media-refused"]
    assert list(made.assets()) == []


@pytest.mark.parametrize(
    ("key", "path", "code", "help_"),
    [
        ("logo", "map.png", "", ""),
        ("logo", "mapp.png", "media-missing", "Did you mean `map.png`?"),
        ("logo", "own.css", "media-refused", "It is one of avif"),
        ("favicon", "own.css", "media-refused", "It is one of ico, png, svg."),
        ("extra_css", "own.css", "", ""),
        ("extra_css", "map.png", "media-refused", "It is one of css."),
        ("extra_css", "../site_config.yml", "media-missing", "Put it there."),
        ("logo", "large.png", "media-refused", "Make it smaller."),
    ],
)
def test_files_that_the_configuration_names(tmp_path: Path, key: str, path: str, code: str, help_: str) -> None:
    one = OwnFile(path, key, Span("site_config.yml", 2))
    files = {"map.png": PNG, "own.css": b"a{}", "large.png": PNG + b"x" * 200_000}
    made = found(tmp_path, files, SiteLook(logo=one))
    assert [problem.code for problem in made.problems] == ([code] if code else [])
    assert not code or made.problems[0].help[0].startswith(help_)
    assert not code or made.problems[0].span == one.span


def test_the_size_of_a_picture(tmp_path: Path) -> None:
    made = found(tmp_path, {"broken.png": PNG, "d.csv": b"a"})
    Image.new("RGB", (3, 2)).save(tmp_path / "content" / "media" / "map.png")
    made = found(tmp_path, {})
    assert made.size("media/map.png") == (3, 2)
    assert [made.size(path) for path in ("media/broken.png", "media/gone.png", "data/facts.csv")] == [None] * 3
