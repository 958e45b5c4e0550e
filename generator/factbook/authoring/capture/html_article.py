"""Capture: the article of a web page as a text, by trafilatura: no menus, no teasers, no words that it has not."""

from __future__ import annotations

import json
import logging
import re
from html import unescape
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction, extract_metadata, load_html

from factbook.authoring.capture.captured import Capture, Unusable
from factbook.authoring.capture.page_encoding import decoded
from factbook.content.schema.formats import language as misspelt
from factbook.content.schema.formats import likely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLOCKS = frozenset(("p", "head", "item", "list", "quote", "row", "table", "code", "lb", "div", "fw"))
"""What begins a line of its own; whatever stands inside a line has other names."""
_NO_ARTICLE = (
    "no article is found in it. Where a script makes its words, save the page from the browser when all is there, "
    "and give that file."
)
_DATES = (
    './/meta[@property="article:published_time" or @itemprop="datePublished"]/@content',
    './/*[@itemprop="datePublished"]/@datetime',
    './/meta[@name="date" or @name="dc.date" or @name="DC.date" or @name="dcterms.created"]/@content',
    ".//time[@pubdate]/@datetime",
)
_STATED = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:(Z)|([+-]\d\d):?(\d\d)))?(?:[T ].*)?", re.S
)


def read(data: bytes, name: str, charset: str = "") -> Capture:
    """The article of a page; `charset` is what the server says. Raises `Unusable`."""
    for library in ("trafilatura", "htmldate", "courlan"):  # what they make do with is no news for a curator
        logging.getLogger(library).setLevel(logging.CRITICAL)
    html, notes = decoded(data, charset)
    try:
        tree = load_html(html)
        found: Any = None if tree is None else bare_extraction(tree, include_comments=False)
        lines = [] if found is None else list(_lines(found.body))
        told = _told(tree, html) if lines else {}
    except Exception as error:  # a page of a stranger can break the library in any way
        raise Unusable(f"{name} cannot be read as a page ({type(error).__name__}).") from None
    if not lines:
        raise Unusable(f"{name}: {_NO_ARTICLE}")
    title = str(told.get("title", ""))
    if title and title not in lines[:3] and _shows(tree, title):
        lines.insert(0, title)
    return Capture("\n".join(lines) + "\n", told, notes)


def _lines(body: Any) -> Iterator[str]:
    """The article's paragraphs, headings, entries and rows, each as one line."""
    for line in "".join(_written(body)).split("\n"):
        if words := " ".join(line.split()):
            yield words


def _written(element: Any) -> Iterator[str]:
    around = "\n" if element.tag in _BLOCKS else " " if element.tag == "cell" else ""
    yield around + (element.text or "")
    for child in element:
        yield from _written(child)
        yield child.tail or ""
    yield around


def _told(tree: Any, html: str) -> dict[str, str | tuple[str, ...]]:
    """What the page says of itself. A name is taken only as it is spelt there: nothing is guessed."""
    about = extract_metadata(tree)
    whole = unescape(html)
    headings = [" ".join("".join(one.itertext()).split()) for one in tree.iterfind(".//h1")]
    sitename = about.sitename if about.sitename != about.hostname else ""
    told: dict[str, str | tuple[str, ...]] = {
        "title": headings[0] if len(headings) == 1 and headings[0] else about.title or "",
        "publisher": _as_spelt(sitename or "", whole),
        "authors": tuple(filter(None, (_as_spelt(one, whole) for one in (about.author or "").split("; ")))),
        "published": _published(tree),
        "language": _language(tree),
        "url": about.url or "",
    }
    return {key: value for key, value in told.items() if value}


def _as_spelt(name: str, whole: str) -> str:
    """The name as the page has it, which the library may have put into other capitals; empty when it has not."""
    found = re.search(re.escape(name), whole, re.I) if name else None
    return found[0] if found else ""


def _published(tree: Any) -> str:
    """The time of publication that the page states for programs, as precisely as it does."""
    for stated in (*_linked_data(tree), *(value for way in _DATES for value in tree.xpath(way))):
        if found := _STATED.fullmatch(stated.strip()):
            day, time, utc, hours, minutes = found.groups()
            return f"{day}T{time}{utc or f'{hours}:{minutes}'}" if time else day
    return ""


def _linked_data(tree: Any) -> Sequence[str]:
    """`datePublished` of the first thing that has one in the page's JSON-LD."""
    for text in tree.xpath('.//script[@type="application/ld+json"]/text()'):
        try:
            waiting = [json.loads(text)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, dict) and isinstance(thing.get("datePublished"), str):
                return (thing["datePublished"],)
            waiting += thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()
    return ()


def _language(tree: Any) -> str:
    stated = [
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        *tree.xpath('.//meta[@property="og:locale" or @http-equiv="content-language"]/@content'),
    ]
    for code in filter(None, stated):
        plain = code.strip().replace("_", "-")
        right = likely("language", plain) or plain
        if not misspelt(right):
            return right
    return ""


def _shows(tree: Any, title: str) -> bool:
    """Whether the page prints the title, and does not only tell it to programs."""
    return title in " ".join(" ".join(text for text in tree.xpath(".//body//text()[not(parent::script)]")).split())
