"""Site: the timeline in Markdown, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """Every fact by date in one text."""
    facts = made.standing(made.corpus.facts)
    return f"# {made.words.say('Timeline')}\n\n{''.join(made.fact(fact.id).markdown for fact in facts)}"
