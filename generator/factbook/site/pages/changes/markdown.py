"""Site: what has changed, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model.history import history
from factbook.site.markdown_escape import escaped
from factbook.site.urls import ROOT, fact_path

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """A line a change, newest first."""
    say = made.words.say
    names = {
        "retracted": say("Retracted"),
        "corrected": say("Corrected"),
        "superseded": say("Superseded"),
        "added": say("Added"),
    }
    lines = "".join(
        f"- {made.words.day(event.on.day)}, {names[event.what]}: "
        f"[{escaped(made.fact(event.fact).plain)}]({ROOT}{fact_path(event.fact)})\n"
        for event in history(made.corpus)
    )
    return f"# {say('What we have changed')}\n\n{lines}"
