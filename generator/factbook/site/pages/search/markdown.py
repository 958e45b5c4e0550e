"""Site: the page of the search in Markdown, which cannot search: the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.sections import sections
from factbook.site.urls import ROOT

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """Links to all lists."""
    rows = "".join(f"- [{name}]({ROOT}{path}index.md)\n" for _, path, name in sections(made.words))
    return f"# {made.words.say('Search')}\n\n{rows}"
