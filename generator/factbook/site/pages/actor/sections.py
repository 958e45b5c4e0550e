"""Site: an actor's facts by topic: its words in columns, those of others folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.html import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments

_PLAIN = 6
"""So many facts need no headings."""
_TOPICS = 8
_EACH = 3
"""Of a page that is not whole: topics in a section, and facts in full of each."""


def listed(made: Fragments, facts: Sequence[Fact]) -> str:
    """Facts in full; nothing for none."""
    rows = "".join(made.fact(fact.id).row for fact in facts)
    return f'<ol class="list">{rows}</ol>' if rows else ""


def by_topic(made: Fragments, facts: Sequence[Fact], *, whole: bool) -> str:
    """Facts under the topics to which they belong; `whole` says whether the page shows all of them."""
    if len(facts) <= _PLAIN:
        return listed(made, facts)
    groups = _grouped(made, facts)
    shown = groups if whole else groups[: _TOPICS - 2]
    sections = "".join(
        f"<section><h3>{_title(made, topic)} <small>{made.words.number(len(found))}</small></h3>"
        f"{listed(made, found if whole else found[:_EACH])}</section>"
        for topic, found in shown
    )
    return f'<div class="cols cols2 narrow" data-n="2">{sections}</div>{_rest(made, groups[len(shown) :])}'


def folded(made: Fragments, facts: Sequence[Fact], *, whole: bool) -> str:
    """The same behind one line for each topic, which says who spoke last."""
    if len(facts) <= _PLAIN:
        return listed(made, facts)
    groups = _grouped(made, facts)
    shown = groups if whole else groups[:_TOPICS]
    folds = "".join(_fold(made, topic, found, whole=whole) for topic, found in shown)
    return f'<div class="fold">{folds}</div>{_rest(made, groups[len(shown) :])}'


def _fold(made: Fragments, topic: str, found: Sequence[Fact], *, whole: bool) -> str:
    title = escape(made.texts.plain(made.corpus.topics[topic].title)) if topic else made.words.say("No topic")
    newest = made.fact(found[0].id)
    who = made.words.listed(tuple(made.texts.actor_name(name) for name in made.corpus.asserters(found[0])[:2]))
    told = made.words.say("newest: {who}, {date}", who=who, date=newest.when)
    rows = listed(made, found if whole else found[:_EACH])
    return (
        f'<details><summary><b>{title}</b> <span class="nil">{made.words.number(len(found))}</span>'
        f'<span class="meta">{escape(told)}</span></summary>{rows}</details>'
    )


def _grouped(made: Fragments, facts: Sequence[Fact]) -> list[tuple[str, list[Fact]]]:
    """Facts by their home topic, most facts first."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        topic = next((name for name in fact.topics if name in made.corpus.topics), "")
        groups.setdefault(topic, []).append(fact)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def _title(made: Fragments, topic: str) -> str:
    return made.texts.topic_link(topic) if topic else made.words.say("No topic")


def _rest(made: Fragments, groups: Sequence[tuple[str, Sequence[Fact]]]) -> str:
    if not groups:
        return ""
    facts = made.words.count("{n} more fact", "{n} more facts", sum(len(found) for _, found in groups))
    topics = made.words.count("{n} other topic", "{n} other topics", len(groups))
    told = made.words.say("{facts} in {topics} are on the pages by year.", facts=facts, topics=topics)
    return f'<p class="keyline">{told}</p>'
