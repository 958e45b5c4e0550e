"""Site: who says what: sides against what they do with a claim, with only the columns that can be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.figures import figure_words
from factbook.site.html import escape
from factbook.site.sides import OWN_VOICE, row_of, row_title, rows
from factbook.site.status import newer
from factbook.site.urls import ROOT, fact_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments

_SPEAKERS = 6
"""So many of a row are named in a column, those who say most first."""
_ROWS = 12
_FACTS = 8
"""So many facts of one speaker give chips, the newest."""
_VALUES = 3
"""So many figures of one speaker, the newest."""
_STANCES = ("asserts", "denies", "declines-to-confirm", "expects")
Cells = dict[str, dict[str, dict[str, list["Fact"]]]]
"""By row, stance and speaker, the facts."""


def matrix(made: Fragments, facts: Sequence[Fact], here: frozenset[str]) -> str:
    """The table of who says what in `facts`; those in `here` stand on the page. Empty where nobody speaks."""
    cells = _cells(made, facts)
    columns = [stance for stance in _STANCES if any(stance in row for row in cells.values())]
    if not cells:
        return ""
    names = _names(made)
    say = made.words.say
    first = say("Side") if made.corpus.briefing.sides else say("Speaker")
    head = "".join(f"<th>{names[stance]}</th>" for stance in columns)
    body = "".join(_row(made, row, cells[row], columns, here) for row in _weightiest(made, cells))
    return (
        f'<table class="matrix stack"><thead><tr><th>{first}</th>{head}</tr></thead><tbody>{body}</tbody></table>'
        f"{_absent(made, columns)}"
    )


def speakers(made: Fragments, facts: Sequence[Fact]) -> int:
    """How many speak in these facts."""
    return len({name for fact in facts for name in made.corpus.asserters(fact)})


def _cells(made: Fragments, facts: Sequence[Fact]) -> Cells:
    cells: Cells = {}
    for fact in facts:
        for speaker in made.corpus.asserters(fact):
            row = row_of(made.corpus, speaker) if fact.asserted_by else OWN_VOICE
            cells.setdefault(row, {}).setdefault(fact.stance, {}).setdefault(speaker, []).append(fact)
    return cells


def _names(made: Fragments) -> dict[str, str]:
    say = made.words.say
    return {
        "asserts": say("Says so"),
        "denies": say("Denies"),
        "declines-to-confirm": say("Neither confirms nor denies"),
        "expects": say("Expects"),
    }


def _row(
    made: Fragments, row: str, found: dict[str, dict[str, list[Fact]]], columns: Sequence[str], here: frozenset[str]
) -> str:
    names = _names(made)
    cells = []
    for stance in columns:
        inner = _speakers(made, found.get(stance, {}), here)
        label = f' data-l="{names[stance]}"' if stance != "asserts" else ""
        cells.append(f"<td{label}>{inner}</td>" if inner else '<td class="nil">–</td>')
    return f'<tr><th scope="row">{row_title(made.corpus, made.texts, row)}</th>{"".join(cells)}</tr>'


def _weightiest(made: Fragments, cells: Cells) -> list[str]:
    """The rows that are shown, in their order: those in which most is said, where there are many."""
    order = rows(made.corpus, set(cells))
    said = {row: sum(len(facts) for stance in cells[row].values() for facts in stance.values()) for row in order}
    shown = set(sorted(order, key=lambda row: -said[row])[:_ROWS])
    return [row for row in order if row in shown]


def _speakers(made: Fragments, found: dict[str, list[Fact]], here: frozenset[str]) -> str:
    order = sorted(found, key=lambda name: -len(found[name])) if len(found) > _SPEAKERS else list(found)
    cells = "".join(_cell(made, name, found[name], here) for name in order[:_SPEAKERS])
    rest = len(order) - _SPEAKERS
    more = made.words.count("and {n} more", "and {n} more", rest)
    return f'{cells}<span class="cell nil">{more}</span>' if rest > 0 else cells


def _cell(made: Fragments, speaker: str, facts: Sequence[Fact], here: frozenset[str]) -> str:
    first = facts[0].id
    href = f"#{first}" if first in here else f"{ROOT}{fact_path(first)}"
    values = list(dict.fromkeys(_value(made, fact) for fact in facts if fact.figure))
    value = f" {' · '.join(values[-_VALUES:])}" if values else ""
    chips = made.chips(fact.id for fact in facts[-_FACTS:])
    return f'<span class="cell"><a href="{href}">{escape(made.texts.actor_name(speaker))}</a>{value} {chips}</span>'


def _value(made: Fragments, fact: Fact) -> str:
    assert fact.figure is not None
    words = escape(figure_words(made.words, fact.figure))
    return f'<s class="num">{words}</s>' if newer(made.corpus, fact) else f'<b class="num">{words}</b>'


def _absent(made: Fragments, columns: Sequence[str]) -> str:
    if "denies" in columns:
        return ""
    return f'<p class="keyline">{made.words.say("No one in these sources denies it.")}</p>'
