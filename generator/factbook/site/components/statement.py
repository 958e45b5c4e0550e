"""Pages: statements with their links to actors and topics, and the speaker in bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.site.components import text_and_links as parts
from factbook.site.components import wiki_links as links
from factbook.site.views import placeholders as marks
from factbook.site.views.parts import Run, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Fact, Words
    from factbook.site.context import Desk

_SENTENCE = re.compile(r"[.!?…。！？][”’\"'»)]*\s+(?=[^\sa-zà-ÿа-я])")
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_a-zà-ÿа-я]|\b(?:Mr|Mrs|Gen|Lt|Col|St|No|Nos|approx|bzw|Nr|Dr))\.\s+$")
_SHORT = 120
"""Characters that a one-line version may have before it is cut to its first sentence."""


def statement(desk: Desk, fact: Fact) -> Statement:
    """What a fact says, linked; a first link to who says so is the speaker, in bold."""
    return _linked(desk, fact.statement, desk.corpus.asserters(fact))


def linked(desk: Desk, words: Words) -> Statement:
    """Any text of the content with its `[[links]]`."""
    return _linked(desk, words, ())


def concerned(desk: Desk, fact: Fact) -> tuple[str, ...]:
    """The actors who speak in a fact, take part in it, or are linked in its statement, in whichever language."""
    if fact.id not in desk.named:
        desk.named[fact.id] = _concerned(desk, fact)
    return desk.named[fact.id]


def _concerned(desk: Desk, fact: Fact) -> tuple[str, ...]:
    linked = (name for _, words in variants(fact.statement, desk.first) for name in links.named(words))
    named = dict.fromkeys((*fact.asserted_by, *fact.actors, *linked))
    return tuple(actor for actor in named if actor in desk.corpus.actors)


def first_sentence(whole: Statement) -> Statement:
    """The whole when it is short, else its first sentence: a sentence is never cut short, which could turn it."""
    if len(whole.plain) <= _SHORT:
        return whole
    end = _end_of_sentence(whole.plain)
    runs, room = [], end
    for run in whole.runs:
        if room <= 0:
            break
        runs.append(run if len(run.words) <= room else Run(run.words[:room], run.href, run.strong))
        room -= len(run.words)
    return Statement(tuple(runs), whole.language, whole.direction, whole.notice)


def unlinked(whole: Statement) -> Statement:
    """The same without links, for use inside a link."""
    runs = tuple(Run(run.words, "", run.strong) for run in whole.runs)
    return Statement(runs, whole.language, whole.direction, whole.notice)


def _linked(desk: Desk, words: Words, speakers: tuple[str, ...]) -> Statement:
    said = parts.text(desk, words)
    runs = said.runs or (Run(said.words),)
    return Statement(tuple(_spoken(runs, speakers)), said.language, said.direction, said.notice)


def _spoken(runs: tuple[Run, ...], speakers: tuple[str, ...]) -> Iterator[Run]:
    """The same, the first link in bold where it leads to one of the speakers."""
    first = next((run for run in runs if run.href), None)
    leads = {marks.page(links.actor_path(speaker)) for speaker in speakers}
    for run in runs:
        yield Run(run.words, run.href, strong=True) if run is first and run.href in leads else run


def _end_of_sentence(words: str) -> int:
    for found in _SENTENCE.finditer(words):
        end = found.end() - len(found[0]) + len(found[0].rstrip())
        if found.start() >= 24 and not _ABBREVIATED.search(words[: found.end()]):
            return end
    return len(words)
