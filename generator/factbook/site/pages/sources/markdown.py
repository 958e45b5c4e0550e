"""Site: all sources in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.source_table import source_lines

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """A line a report, with the documents in which it was read."""
    lines = "".join(source_lines(made, made.standing(made.corpus.facts)))
    return f"# {made.words.say('Sources')}\n\n{lines}"
