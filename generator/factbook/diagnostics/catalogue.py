"""Ground: the pages that teach the diagnostics, one Markdown file a code, named as the code."""

from __future__ import annotations

import re
from pathlib import Path

_PAGES = Path(__file__).parent / "code_pages"
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def names() -> tuple[str, ...]:
    """All codes that have a page, in alphabetical order."""
    pages = (entry.name for entry in _PAGES.iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in pages if name.endswith(".md")))


def page(code: str) -> str | None:
    """The page of `code` in Markdown, or None when there is none."""
    if not _CODE.fullmatch(code):
        return None
    entry = _PAGES / f"{code}.md"
    return entry.read_text("utf-8") if entry.is_file() else None


def sentence(code: str) -> str:
    """What the code means: the first sentence below the title of its page."""
    rows = (page(code) or "").split("\n")
    start = next((index for index, row in enumerate(rows) if row and not row.startswith("#")), len(rows))
    end = next((index for index in range(start, len(rows)) if not rows[index]), len(rows))
    paragraph = " ".join(rows[start:end])
    return re.split(r"(?<=[.!?])\s", paragraph, maxsplit=1)[0]
