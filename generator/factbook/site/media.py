"""Site: pictures and downloads of `content/media`: which may be published, and what each is made known by."""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.content.yaml import shown
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import Diagnostic, Span
from factbook.runtime.frozen import frozen
from factbook.site.artifacts import Asset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.look import OwnFile
    from factbook.config.settings import Settings

MEBIBYTE = 1024 * 1024
PICTURES = {
    ".avif": b"....ftypavi[fs]",
    ".gif": b"GIF8[79]a",
    ".ico": b"\x00\x00\x01\x00",
    ".jpeg": b"\xff\xd8\xff",
    ".jpg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".svg": b"(?:\xef\xbb\xbf)?\\s*<(?:\\?xml|!--|svg)",
    ".webp": b"RIFF....WEBP",
}
_ZIP = b"PK\x03\x04"
_DOWNLOADS = {
    ".css": b"",
    ".csv": b"",
    ".docx": _ZIP,
    ".epub": _ZIP,
    ".geojson": b"",
    ".json": b"",
    ".ods": _ZIP,
    ".odt": _ZIP,
    ".pdf": b"%PDF-",
    ".tsv": b"",
    ".txt": b"",
    ".woff2": b"wOF2",
    ".xlsx": _ZIP,
}
"""Types of files that run nothing, each with how it begins."""
_LARGEST = {"picture": MEBIBYTE, "file": 10 * MEBIBYTE, "look": 128 * 1024}
"""In bytes: of a picture, of a download, and of what every page loads."""
_LOOKS = {"logo": tuple(PICTURES), "favicon": (".ico", ".png", ".svg"), "extra_css": (".css",)}
"""Types that each key of the configuration may name."""
_IN_SVG = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\s*(?:\w+:)?(?:script|foreignObject|iframe|embed|object|animate|set|handler|a)\b"
    rb"|\son\w+\s*=|javascript:|(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/)[^\s\"'>]|@import|url\(\s*[\"']?\s*(?!#)",
    re.IGNORECASE,
)
"""What a drawing could run or fetch, when it is opened by itself."""
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[A-Za-z0-9][\w.-]*)*", re.ASCII)


@frozen
class Media:
    """The files of `content/media`, read once."""

    root: Path
    files: Mapping[str, int]
    """Size in bytes, by path from `content/media`; only what may be published."""
    problems: tuple[Diagnostic, ...]

    def assets(self) -> Iterator[Asset]:
        """Each file as it stands in the site, once for all editions."""
        for path in self.files:
            yield Asset(f"media/{path}", partial((self.root / path).read_bytes))

    def size(self, address: str) -> tuple[int, int] | None:
        """Width and height of the picture at an address in the site, where it tells them."""
        path = address.removeprefix("media/")
        if path == address or path not in self.files or path.endswith((".svg", ".avif")):
            return None
        from PIL import Image

        try:
            with Image.open(self.root / path) as picture:
                return picture.size
        except (OSError, Image.DecompressionBombError):
            return None


def media(settings: Settings) -> Media:
    """What there is to publish, and an error for each file that cannot be."""
    root = settings.content / "media"
    files: dict[str, int] = {}
    problems: list[Diagnostic] = []
    for path, place in _found(root):
        if unfit := _unfit(path, place):
            problems.append(_refused(path, *unfit))
        else:
            files[path] = place.stat().st_size
    missing = [problem for one in settings.look.files if (problem := _named(one, files, problems)) is not None]
    return Media(root, files, (*problems, *missing))


def _found(root: Path) -> Iterator[tuple[str, Path]]:
    for here, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                place = Path(here, name)
                yield place.relative_to(root).as_posix(), place


def _unfit(path: str, place: Path) -> tuple[str, str] | None:
    """Why a file cannot be published, and what to do."""
    kind = place.suffix.lower()
    if place.is_symlink() or not place.is_file():
        return "is not a file of its own but a link or a device", "Put the file itself here."
    if not _NAME.fullmatch(path):
        return "has a name that is no address", "Name it in letters from a to z, digits, `-`, `_` and `.`."
    begins = PICTURES.get(kind, _DOWNLOADS.get(kind))
    if begins is None:
        known = ", ".join(one.removeprefix(".") for one in sorted({*PICTURES, *_DOWNLOADS}))
        return "is of a type that is not published", f"These are: {known}."
    largest = _LARGEST["picture" if kind in PICTURES else "file"]
    if place.stat().st_size > largest:
        return f"is larger than {largest // MEBIBYTE} MB", "Make it smaller, or link to where it is."
    with place.open("rb") as file:
        data = file.read(-1 if kind == ".svg" else 64)
    if not re.match(begins, data, re.DOTALL):
        return f"is not what its name says: {kind.removeprefix('.')}", "Save it again in that format."
    if kind == ".svg" and (found := _IN_SVG.search(data)):
        what = " ".join(found[0].decode("latin-1").split())
        return f"holds `{shown(what)}`, which could run or fetch something", "Save it as a plain drawing, or as PNG."
    return None


def _named(one: OwnFile, files: Mapping[str, int], refused: list[Diagnostic]) -> Diagnostic | None:
    """What is wrong with a file that the configuration names."""
    if any(problem.span.path == f"content/media/{one.path}" for problem in refused):
        return None
    if one.path not in files:
        close = did_you_mean(one.path, files)
        advice = f"Did you mean `{close[0]}`?" if close else "Put it there."
        message = f"there is no file `{shown(one.path)}` in content/media"
        return Diagnostic("media-missing", message, one.span, help=(advice,))
    kinds = _LOOKS[one.key]
    if not one.path.lower().endswith(kinds):
        message = f"`{one.path}` cannot be the site's `{one.key}`"
        advice = f"It is one of {', '.join(kind.removeprefix('.') for kind in kinds)}."
        return Diagnostic("media-refused", message, one.span, help=(advice,))
    if files[one.path] > _LARGEST["look"]:
        message = f"`{one.path}` is larger than {_LARGEST['look'] // 1024} KB, and every page loads it"
        return Diagnostic("media-refused", message, one.span, help=("Make it smaller.",))
    return None


def _refused(path: str, what: str, advice: str) -> Diagnostic:
    place = Span(f"content/media/{path}")
    return Diagnostic("media-refused", f"the file '{shown(path)}' {what}", place, help=(advice,))
