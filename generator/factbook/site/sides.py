"""Site: on which side a speaker stands: its own, else that of what it is part of or speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Corpus
    from factbook.site.texts import Texts

OWN_VOICE = "own-voice"
"""The row of those whose reports say so themselves."""


def side_of(corpus: Corpus, actor: str) -> str:
    """Id of the side on which an actor stands; empty for none."""
    seen: set[str] = set()
    for name in _upwards(corpus, actor, seen):
        if (side := corpus.actors[name].side) is not None:
            return side
    return ""


def whole_of(corpus: Corpus, actor: str) -> str:
    """The actor, or what it is part of in the last resort, for sites that declare no sides."""
    seen, last = {actor}, actor
    while (known := corpus.actors.get(last)) is not None and known.part_of in corpus.actors:
        if known.part_of is None or known.part_of in seen:
            break
        last = known.part_of
        seen.add(last)
    return last


def row_title(corpus: Corpus, texts: Texts, row: str) -> str:
    """What a row of speakers is called, as finished HTML."""
    if row == OWN_VOICE:
        return texts.words.say("Reports in their own voice")
    for side in corpus.briefing.sides:
        if side.id == row:
            return texts.html(side.title)
    return texts.actor_link(row) if row else texts.words.say("Others")


def rows(corpus: Corpus, found: set[str]) -> list[str]:
    """The rows in the order in which they are shown: the sides as declared, others, reports last."""
    declared = [side.id for side in corpus.briefing.sides if side.id in found]
    others = sorted(found - {OWN_VOICE, "", *declared})
    return [*declared, *others, *(row for row in ("", OWN_VOICE) if row in found)]


def row_of(corpus: Corpus, actor: str) -> str:
    """The row in which an actor's words stand."""
    if corpus.briefing.sides:
        return side_of(corpus, actor)
    return whole_of(corpus, actor)


def _upwards(corpus: Corpus, actor: str, seen: set[str]) -> Iterator[str]:
    known = corpus.actors.get(actor)
    if known is None or actor in seen:
        return
    seen.add(actor)
    yield actor
    for name in (*known.speaks_for, *(role.of for role in known.roles if role.of), known.part_of):
        if name:
            yield from _upwards(corpus, name, seen)
