"""Reads a page as a browser would and says what in it could run, lead elsewhere or fetch from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "cite", "background", "srcset", "ping"}
)
_SCHEMES = frozenset({"", "http", "https", "mailto"})
_FETCHES = frozenset(
    {"img", "script", "iframe", "embed", "object", "video", "audio", "source", "track", "input", "image", "use"}
)
_NEVER = frozenset(
    {"iframe", "object", "embed", "base", "frame", "frameset", "applet", "portal", "plaintext", "xmp", "marquee"}
)


class Page(HTMLParser):
    """One page: its dangers, its text, its scripts and what it says in JSON."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.dangers: list[str] = []
        self.scripts: list[str] = []
        self.words: list[str] = []
        self.leads_to: list[str] = []
        """Addresses of other sites."""
        self._inside = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what an element could do."""
        self._inside = tag if tag in ("script", "style") else ""
        if tag == "script":
            self.scripts.append("")
        self.leads_to += [value for name, value in attrs if name in _ADDRESSES and value and urlsplit(value).netloc]
        self.dangers += _dangers(tag, [(name, value or "") for name, value in attrs])

    def handle_endtag(self, tag: str) -> None:
        """Text again."""
        self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keeps scripts and words apart."""
        if self._inside == "script":
            self.scripts[-1] += data
        elif not self._inside:
            self.words.append(data)


def pages(site: Path) -> Iterator[tuple[str, Page]]:
    """Every page of a built site, by its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Page(path.read_text(encoding="utf-8"))


def _dangers(tag: str, attributes: list[tuple[str, str]]) -> Iterator[str]:
    values = dict(attributes)
    if tag in _NEVER:
        yield f"<{tag}>"
    if tag == "meta" and values.get("http-equiv", "").lower() == "refresh" and ":" in values.get("content", ""):
        yield f"<meta refresh {values.get('content')!r}>"
    for name, value in attributes:
        if name.startswith("on") or name in ("srcdoc", "is"):
            yield f"<{tag} {name}={value[:60]!r}>"
        if name in _ADDRESSES and _scheme(value) not in _SCHEMES and not value.startswith("data:image/"):
            yield f"<{tag} {name}={value[:60]!r}>"
        if name in ("src", "srcset", "data", "poster") and tag in _FETCHES and urlsplit(value).netloc:
            yield f"<{tag} {name}={value[:60]!r}> fetches from elsewhere"
        if tag == "link" and name == "href" and urlsplit(value).netloc and values.get("rel") not in ("canonical",):
            yield f"<link rel={values.get('rel')!r} href={value[:60]!r}>"


def _scheme(value: str) -> str:
    plain = "".join(character for character in value if character > " ").lower()
    head, colon, _ = plain.partition(":")
    return head if colon and not set(head) & set("/?#") else ""
