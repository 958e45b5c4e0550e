"""Site: which side speaks of which: a small table of sides."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.site.sides import row_title, side_of

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def between(made: Fragments) -> str:
    """For each side that speaks, in how many of its statements it names each other side; empty without sides."""
    sides = [side.id for side in made.corpus.briefing.sides]
    found: Counter[tuple[str, str]] = Counter()
    for fact in made.standing(made.corpus.facts):
        speakers = {side_of(made.corpus, name) for name in made.corpus.asserters(fact)} - {""}
        named = {side_of(made.corpus, name) for name in made.actors_of.get(fact.id, ())} - {""}
        found.update((speaker, other) for speaker in speakers for other in named - {speaker})
    speaking = [side for side in sides if any(found[side, other] for other in sides)]
    spoken_of = [side for side in sides if any(found[other, side] for other in sides)]
    if len(speaking) < 2:
        return ""
    head = "".join(f'<th scope="col" class="r">{row_title(made.corpus, made.texts, side)}</th>' for side in spoken_of)
    body = "".join(_row(made, side, spoken_of, found) for side in speaking)
    speaker = made.words.say("Speaker")
    return f'<table class="grid"><thead><tr><th>{speaker}</th>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(made: Fragments, side: str, others: list[str], found: Counter[tuple[str, str]]) -> str:
    cells = "".join(
        f'<td class="r">{made.words.number(found[side, other])}</td>'
        if found[side, other]
        else '<td class="r nil">–</td>'
        for other in others
    )
    return f'<tr><th scope="row">{row_title(made.corpus, made.texts, side)}</th>{cells}</tr>'
