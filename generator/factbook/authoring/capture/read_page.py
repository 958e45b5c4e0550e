"""Capture: a page or a PDF, from a file or an address, as the text that would be kept; nothing is written here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factbook.authoring.capture.captured import Capture, Unusable
from factbook.evidence.texts.store import SIZE_LIMIT
from factbook.runtime.bounded_read import read_file
from factbook.runtime.http_request import Unanswered, ask

if TYPE_CHECKING:
    from pathlib import Path

_PAGES = (".html", ".htm", ".xhtml", ".pdf")
_HTML = ("text/html", "application/xhtml+xml", "")
_PDF = b"%PDF-"
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}\w*/(https?://\S+)")
_NO_EXTRA = "Taking pages in needs one thing more: pip install 'factbook[capture]'."


def is_address(name: str) -> bool:
    """Whether a word on the command line is a web address."""
    return urlsplit(name).scheme.lower() in ("http", "https", "ftp", "file") and "//" in name


def is_page(path: Path) -> bool:
    """Whether a file is a page or a PDF by its name, rather than a text."""
    return path.suffix.lower() in _PAGES


def from_file(path: Path) -> Capture:
    """A page or a PDF that lies in a file. Raises `Unusable`, and OSError when it cannot be read."""
    return _read(read_file(path, SIZE_LIMIT), str(path), wants_pdf=path.suffix.lower() == ".pdf")


def from_address(address: str, agent: str) -> Capture:
    """A page or a PDF that a server gives; it is asked once. Raises `Unusable`."""
    try:
        answer = ask(address, agent, most=SIZE_LIMIT)
    except Unanswered as reason:
        raise Unusable(f"{address} {reason}.") from None
    if not answer.is_there:
        raise Unusable(f"{address}: the server answers {answer.words}; is it there in a browser? Save it from there.")
    if answer.media_type not in (*_HTML, "application/pdf") and not answer.data.startswith(_PDF):
        raise Unusable(f"{address} is {answer.media_type}; only pages (HTML) and PDFs are taken in.")
    capture = _read(answer.data, answer.address, answer.charset, wants_pdf=answer.media_type == "application/pdf")
    redirected = tuple(f"Redirected to {redirect.address}" for redirect in answer.redirects)
    addresses, notes = _addresses(answer.address, str(capture.told.get("url", "")))
    return Capture(capture.text, {**capture.told, **addresses}, (*redirected, *notes, *capture.notes), capture.pages)


def _addresses(asked: str, canonical: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The source's address and that of an archived copy, and what is to be known of them.

    What a page calls its own address is taken where it is of the same server: a copy of a report names the report's.
    """
    if archived := _ARCHIVED.fullmatch(asked):
        return {"url": archived[1], "archive_url": asked}, ()
    if not canonical or urlsplit(canonical).netloc == urlsplit(asked).netloc:
        return {"url": canonical or asked}, ()
    return {"url": asked}, (f"It calls {canonical} its own address: is it a copy",)


def _read(data: bytes, name: str, charset: str = "", *, wants_pdf: bool = False) -> Capture:
    try:
        if data.startswith(_PDF) or wants_pdf:
            from factbook.authoring.capture import pdf_pages

            return pdf_pages.read(data, name)
        from factbook.authoring.capture import html_article

        return html_article.read(data, name, charset)
    except ModuleNotFoundError:
        raise Unusable(_NO_EXTRA) from None
