"""Walks a built site as files: every page with its ids, its links and what it loads."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
ID_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "list")


@dataclass(slots=True)
class Page:
    """One HTML file of the site."""

    path: str
    """From the site's root: `actors/ada-keller/index.html`."""
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    """Every href and src with its line."""
    loads: list[str] = field(default_factory=list)
    """What a browser fetches by itself: scripts, styles, images."""
    references: list[tuple[str, int]] = field(default_factory=list)
    """Ids that labels and ARIA attributes name."""
    unbalanced: list[str] = field(default_factory=list)
    """End tags without their start, and elements that are never closed."""


class Site:
    """A built site in a folder, read once."""

    def __init__(self, root: Path, base: str = "/") -> None:
        """`base` is the path under which the site is published, for links that start at the root."""
        self.root, self.base = root, base
        self.files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
        self.pages = {name: _read(root / name, name) for name in sorted(self.files) if name.endswith(".html")}

    def broken(self) -> Iterator[str]:
        """Every link inside the site that leads nowhere, with its page and line."""
        for page in self.pages.values():
            for href, line in page.links:
                if problem := self._problem(page, href):
                    yield f"{page.path}:{line}: {href}: {problem}"

    def _problem(self, page: Page, href: str) -> str:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return ""
        target = self._target(page, parts.path)
        if target is None or target not in self.files:
            return "no such file"
        fragment = unquote(parts.fragment)
        if not fragment or fragment.startswith(":~:") or target not in self.pages:
            return ""
        return "" if fragment in self.pages[target].ids else f"{target} has no such id"

    def _target(self, page: Page, path: str) -> str | None:
        if not path:
            return page.path
        absolute = urljoin(f"{self.base}{page.path}", unquote(path))
        if not absolute.startswith(self.base):
            return None
        inside = posixpath.normpath(absolute[len(self.base) :] or ".")
        is_folder = path.endswith("/") or inside == "." or inside not in self.files
        return posixpath.normpath(posixpath.join(inside, "index.html")) if is_folder else inside


class _Reader(HTMLParser):
    """Notes what a page holds."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self._attributes(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            inside = self.open[-1] if self.open else "nothing"
            self.page.unbalanced.append(f"{self.page.path}:{self.getpos()[0]}: </{tag}> inside <{inside}>")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def _attributes(self, tag: str, values: dict[str, str]) -> None:
        line = self.getpos()[0]
        if "id" in values:
            self.page.ids.append(values["id"])
        for name in ("href", "src", "action", "xlink:href"):
            if name in values:
                self.page.links.append((values[name], line))
        if tag in ("script", "img", "iframe", "source", "audio", "video") and values.get("src"):
            self.page.loads.append(values["src"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "modulepreload", "manifest"):
            self.page.loads.append(values.get("href", ""))
        for name in ID_REFERENCES:
            self.page.references += [(word, line) for word in values.get(name, "").split()]


def _read(path: Path, name: str) -> Page:
    page = Page(name)
    reader = _Reader(page)
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    page.unbalanced += [f"{name}: <{tag}> is never closed" for tag in reader.open]
    return page
