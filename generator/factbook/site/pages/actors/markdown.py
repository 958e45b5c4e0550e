"""Site: all actors in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.collation import collation_key
from factbook.site.markdown_escape import escaped
from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """A line an actor, in the order of the page's language."""
    words = made.words
    names = sorted(
        ((made.texts.actor_name(name), name) for name in made.corpus.actors),
        key=lambda pair: collation_key(pair[0], made.language),
    )
    lines = [
        f"- [{escaped(name)}]({ROOT}{page_path('actor', one)}index.md): "
        + words.count("{n} statement", "{n} statements", len(made.spoken.facts.get(one, ())))
        for name, one in names
    ]
    return f"# {words.say('Who says what')}\n\n" + "\n".join(lines) + "\n"
