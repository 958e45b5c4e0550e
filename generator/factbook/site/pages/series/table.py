"""Site: the table behind a chart: a row for each figure, with what it is and what is unusual about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts.values import when_words
from factbook.site.figures import figure_words
from factbook.site.html import escape, link, table
from factbook.site.sides import row_of, row_title
from factbook.site.urls import fact_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.site.charts.values import Value
    from factbook.site.fragments import Fragments


def value_table(made: Fragments, found: Sequence[Value]) -> str:
    """Finished HTML; empty where there are no figures."""
    say = made.words.say
    titles = (say("When"), say("Who says so"), say("Figure"), say("What it is"), say("Report"), say("Unusual"))
    return table(titles, (_row(made, value) for value in found), right=2)


def _row(made: Fragments, value: Value) -> str:
    fact, text = value.fact, made.fact(value.fact.id)
    date = link(fact_path(fact.id), escape(when_words(made, value)))
    figure = escape(figure_words(made.words, value.figure))
    shown = f"<s>{figure}</s>" if value.past else f"<b>{figure}</b>"
    state = "<br>".join(status.html for status in text.statuses)
    return (
        f'<tr class="value" id="{fact.id}" data-fact="{fact.id}"><td>{date}</td><td>{_who(made, value)}</td>'
        f'<td class="r num">{shown}</td><td>{_kind(made, value)}</td><td>{text.chips}</td><td>{state}</td></tr>'
    )


def _who(made: Fragments, value: Value) -> str:
    """The speakers, and the side of those that have one."""
    names = made.corpus.asserters(value.fact)
    said = ", ".join(map(made.texts.actor_link, names))
    sides = dict.fromkeys(row for name in names if (row := row_of(made.corpus, name)))
    named = set(map(escape, map(made.texts.actor_name, names)))
    titles = [title for row in sides if (title := row_title(made.corpus, made.texts, row)) not in named]
    if not made.corpus.briefing.sides or not titles:
        return said
    return f'{said} <span class="nil">{", ".join(titles)}</span>'


def _kind(made: Fragments, value: Value) -> str:
    say = made.words.say
    match value.figure.modifier:
        case "up-to" | "less-than":
            return say("upper limit")
        case "at-least" | "more-than":
            return say("lower limit")
        case "about" | "almost" | "just-over":
            return say("near this figure")
        case _:
            return say("a figure") if value.low == value.high else say("a range")
