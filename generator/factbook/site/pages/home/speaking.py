"""Site: who speaks in this briefing, by side, with how much of it is whose."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.site.sides import OWN_VOICE, row_of, row_title, rows

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments

_NAMED = 3
_ROWS = 10


def speaking(made: Fragments) -> str:
    """A row for each side: a bar, the number of its statements, its foremost speakers."""
    found = _counted(made)
    most = max((sum(row.values()) for row in found.values()), default=1)
    order = rows(made.corpus, set(found))
    if not made.corpus.briefing.sides:
        order = sorted(order, key=lambda row: (row == OWN_VOICE, -sum(found[row].values())))
    body = "".join(_row(made, row, found[row], most) for row in _shown(order))
    return f'<table class="bars stack"><tbody>{body}</tbody></table>' if body else ""


def _shown(order: list[str]) -> list[str]:
    return order if len(order) <= _ROWS else [*order[: _ROWS - 1], *order[-1:]]


def _counted(made: Fragments) -> dict[str, Counter[str]]:
    """By side, how many statements each speaker makes."""
    found: dict[str, Counter[str]] = {}
    for fact in made.standing(made.corpus.facts):
        for speaker in made.corpus.asserters(fact):
            row = row_of(made.corpus, speaker) if fact.asserted_by else OWN_VOICE
            found.setdefault(row, Counter())[speaker] += 1
    return found


def _row(made: Fragments, row: str, speakers: Counter[str], most: int) -> str:
    total, number = sum(speakers.values()), made.words.number
    names = ", ".join(
        f"{made.texts.actor_link(name)} {number(count)}" for name, count in speakers.most_common(_NAMED)
    )
    if not made.corpus.briefing.sides and list(speakers) == [row]:
        names = ""
    rest = len(speakers) - _NAMED
    more = f' <span class="nil">{made.words.count("and {n} more", "and {n} more", rest)}</span>' if rest > 0 else ""
    bar = f'<meter class="hbar" min="0" max="{most}" value="{total}" aria-hidden="true"></meter>'
    title = row_title(made.corpus, made.texts, row)
    return f'<tr><th scope="row">{title}</th><td class="row">{bar}{number(total)}</td><td>{names}{more}</td></tr>'
