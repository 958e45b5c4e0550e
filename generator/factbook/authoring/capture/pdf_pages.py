"""Capture: the pages of a PDF as a text, by pypdf; a form feed between them keeps where each begins."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from factbook.authoring.capture.captured import Capture, Unusable
from factbook.evidence.texts.page_breaks import PAGE_BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NAMED = 6
_SCAN = "it holds pictures of pages and no words: have its letters read (OCR) first, and give that file."


def read(data: bytes, name: str) -> Capture:
    """The text of a PDF. Raises `Unusable`."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it makes do with is no news for a curator
    if not data.startswith(b"%PDF-"):
        raise Unusable(f"{name} is called a PDF and is none: its first bytes say otherwise.")
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unusable(f"{name} is locked with a password: save it unlocked, and give that file.")
        pages = [_tidy(page.extract_text()) for page in reader.pages]
        title, language = _title(reader), str(reader.root_object.get("/Lang") or "")
    except Unusable:
        raise
    except Exception as error:  # a broken file can break the library in any way
        if "ncrypt" in f"{type(error).__name__} {error}" or "rypto" in str(error):
            raise Unusable(f"{name} is locked: save it unlocked from a reader of PDFs, and give that file.") from None
        raise Unusable(f"{name} is damaged, or no PDF that can be read ({type(error).__name__}).") from None
    if not any(pages):
        raise Unusable(f"{name}: {_SCAN}")
    text = f"\n{PAGE_BREAK}".join(pages) + "\n"
    told = {key: value for key, value in (("title", title), ("language", language)) if value}
    return Capture(text, told, _without_words(pages), len(pages))


def _tidy(page: str) -> str:
    """A page's words without what no text can hold."""
    plain = page.replace("\0", "").replace(PAGE_BREAK, "\n").encode("utf-8", "replace").decode("utf-8")
    return "\n".join(line.rstrip() for line in plain.splitlines()).strip("\n")


def _title(reader: PdfReader) -> str:
    """The title that the document gives itself; names of files, which programs put there, are none."""
    title = " ".join(str((reader.metadata and reader.metadata.title) or "").split())
    return title if " " in title and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".rtf")) else ""


def _without_words(pages: Sequence[str]) -> tuple[str, ...]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    if not empty:
        return ()
    named = ", ".join(empty[:_MOST_NAMED]) + (" …" if len(empty) > _MOST_NAMED else "")
    return (f"Without words, so perhaps pictures: page {named}",)
