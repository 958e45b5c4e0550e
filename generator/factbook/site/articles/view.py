"""Ground: a hand-written page as Markdown, its links made to lead from one Markdown file to another."""

from __future__ import annotations

from factbook.runtime.frozen import frozen


@frozen
class WrittenText:
    """One page of one edition."""

    path: str
    """Address in the edition, with a slash at the end."""
    title: str
    description: str
    text: str
    """Markdown, with the title as its first heading; raw HTML and links that could run something are text."""
