"""Site: the page of an actor in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.actor.concerned import concerned
from factbook.site.source_table import source_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments


def markdown(made: Fragments, name: str) -> str:
    """All facts about an actor in one text."""
    return "".join(_parts(made, name))


def _parts(made: Fragments, name: str) -> Iterator[str]:
    actor, say = made.corpus.actors[name], made.words.say
    found, title = concerned(made, name), made.texts.markdown(actor.name)
    yield f"# {made.texts.heading(actor.name)}\n"
    if actor.summary is not None:
        yield f"\n{made.texts.markdown(actor.summary)}\n"
    yield f"\n## {say('What {name} says', name=title)}\n\n"
    if not found.says:
        yield say("The sources here carry no words of {name}.", name=title) + "\n"
    yield from (made.fact(fact.id).markdown for fact in found.says)
    for heading, facts in (
        (say("What {name} does", name=title), found.does),
        (say("What others say of {name}", name=title), found.others),
    ):
        if facts:
            yield f"\n## {heading}\n\n"
            yield from (made.fact(fact.id).markdown for fact in facts)
    yield f"\n## {say('Sources')}\n\n"
    yield from source_lines(made, found.all)
