"""Capture: a page's bytes as letters, in the encoding that it says, as browsers read it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from factbook.authoring.capture.captured import Unusable

_META = re.compile(rb"""<(?:meta[^>]{0,200}?charset\s*=\s*|\?xml[^>]{0,200}?encoding\s*=\s*)["']?([\w.:-]+)""", re.I)
_HEAD = 4096
"""Bytes in which a page says how its letters are encoded."""
_AS_BROWSERS_DO = dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "windows-1252")


def decoded(data: bytes, charset: str) -> tuple[str, tuple[str, ...]]:
    """The page's letters, and what is doubtful about them. Raises `Unusable` for an encoding that nobody knows."""
    stated = _stated(data, charset).lower()
    stated = _AS_BROWSERS_DO.get(stated, stated)
    try:
        return data.decode(stated or "utf-8"), ()
    except LookupError:
        raise Unusable(
            f"It says that it is encoded as {stated[:40]}, which nobody knows: save it as UTF-8."
        ) from None
    except UnicodeError:
        pass
    if not stated:
        return data.decode("windows-1252", "replace"), (
            "It does not say how its letters are encoded: read as windows-1252. Look at the accents",
        )
    html = data.decode(stated, "replace")
    return html, (f"Bytes that are no character of {stated} stand as “�”: {html.count(chr(0xFFFD))}",)


def _stated(data: bytes, charset: str) -> str:
    """The encoding that the first bytes, the server or the page itself says; empty when none does."""
    marks = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
    marked = next((encoding for mark, encoding in marks if data.startswith(mark)), "")
    said = _META.search(data[:_HEAD])
    return marked or charset or (said[1].decode("ascii") if said else "")
