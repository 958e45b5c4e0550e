"""Site: the owners' style sheets, which take nothing from elsewhere, and the configured colours as one more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.yaml import line_starts, position, shown
from factbook.diagnostics.types import Diagnostic, Span
from factbook.site.artifacts import Asset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.look import SiteLook
    from factbook.site.media import Media

COLOURS = "assets/colours.css"
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t]?|(.))")
_IMPORT = re.compile(r"@import\b[^;{}]*", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^\s\"')]+", re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)]*?))\s*\)", re.IGNORECASE)
_RUN = re.compile(r"\bexpression\s*\(|\bbehaviou?r\s*:|-moz-binding|javascript:", re.IGNORECASE)


def addresses(look: SiteLook) -> tuple[str, ...]:
    """The style sheets that pages load beside the theme's, from the site's root, in order."""
    return (*((COLOURS,) if look.colours else ()), *(one.address for one in look.styles))


def colours(look: SiteLook) -> Iterator[Asset]:
    """The style sheet of the configured colours; the theme's own sheets name the places where they are used."""
    if look.colours:
        light, dark = look.colours
        css = (
            "@media screen{\n"
            f':root,[data-md-color-scheme="default"]{{--fb-accent:{light}}}\n'
            f'[data-md-color-scheme="slate"]{{--fb-accent:{dark}}}\n'
            "}\n@media screen and (prefers-color-scheme:dark){\n"
            f".light:not([data-md-color-scheme]){{--fb-accent:{dark}}}\n"
            "}\n"
        )
        yield Asset(COLOURS, css.encode())


def validate(look: SiteLook, media: Media) -> Iterator[Diagnostic]:
    """An error for whatever a style sheet would take from elsewhere, or run."""
    for one in look.styles:
        if one.path in media.files:
            file = f"content/media/{one.path}"
            try:
                text = (media.root / one.path).read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError:
                message = f"the style sheet '{shown(one.path)}' is not UTF-8"
                yield Diagnostic("style-refused", message, Span(file), help=("Save it as UTF-8.",))
                continue
            lines = line_starts(text)
            for start, message, advice in _wrong(_read(text), one.path, media.files):
                place = Span(file, *position(lines, start))
                yield Diagnostic("style-refused", message, place, help=(advice,))


def _read(text: str) -> str:
    """A style sheet as browsers read it, without comments and escapes, each place where it was."""
    bare = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return _ESCAPE.sub(lambda found: _meant(found).ljust(len(found[0]), "\0"), bare)


def _meant(found: re.Match[str]) -> str:
    if found[2] is not None:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "�"


def _wrong(css: str, name: str, files: Mapping[str, int]) -> Iterator[tuple[int, str, str]]:
    """Places, messages and advice. Fillers of escapes stand in `css` as zeros."""
    plain = css.replace("\0", "")
    at = [place for place, letter in enumerate(css) if letter != "\0"]
    for found in _IMPORT.finditer(plain):
        advice = "Name the other file under `extra_css` too."
        yield at[found.start()], f"`{shown(found[0].strip())}` loads another style sheet", advice
    for found in _RUN.finditer(plain):
        yield at[found.start()], f"`{shown(found[0].strip())}` could run something", "Leave it out."
    for found in _ADDRESS.finditer(plain):
        address = found[1] or found[2] or found[3] or ""
        if problem := _address(address, name, files):
            yield at[found.start()], problem, "Put the file into content/media, and write its name."
    for found in _ELSEWHERE.finditer(_ADDRESS.sub(lambda one: " " * len(one[0]), plain)):
        message = f"`{shown(found[0])}` is an address elsewhere, and pages take nothing from there"
        yield at[found.start()], message, "Leave it out, or put the file into content/media."


def _address(address: str, name: str, files: Mapping[str, int]) -> str:
    """What is wrong with an address in a style sheet; empty when it leads to a file of `content/media`."""
    if address.startswith(("data:image/", "data:font/", "#")):
        return ""
    if ":" in address or address.startswith("//"):
        return f"`{shown(address)}` would be fetched from elsewhere"
    folder = name.rpartition("/")[0]
    joined = "/".join(part for part in (folder, address.partition("?")[0].partition("#")[0]) if part)
    return "" if joined in files else f"there is no file `{shown(address)}` beside the style sheet"
