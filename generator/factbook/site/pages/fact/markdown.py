"""Site: a fact in Markdown: its statement and the words behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def markdown(made: Fragments, name: str) -> str:
    """The whole fact in one text; beside a site it stands in its topic's file."""
    fact = made.corpus.facts[name]
    return f"# {made.texts.heading(fact.statement)}\n\n{made.fact(name).markdown}\n{made.quotes_markdown(fact)}"
