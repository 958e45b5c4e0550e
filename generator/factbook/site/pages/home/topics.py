"""Site: the topics of the briefing, in the editors' groups and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.status import differing
from factbook.site.topic_groups import topic_groups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.site.fragments import Fragments


def topics(made: Fragments) -> str:
    """A column for each group; one list in several columns where there are no groups."""
    columns = [_column(made, title, names) for title, names in topic_groups(made)]
    kind = "" if made.corpus.briefing.groups else " spread"
    return f'<div class="cols cols4{kind}" data-n="{min(len(columns), 4)}">{"".join(columns)}</div>'


def _column(made: Fragments, title: str, names: Iterable[str]) -> str:
    heading = f"<h3>{title}</h3>" if title else ""
    rows = "".join(_topic(made, name) for name in names)
    return f'<section>{heading}<ul class="links">{rows}</ul></section>'


def _topic(made: Fragments, name: str) -> str:
    facts = made.standing(made.corpus.facts_by_topic.get(name, ()))
    disputed = sum(1 for fact in facts if differing(made.corpus, fact))
    flag = (
        f' <span class="flag">{made.words.count("{n} disputed", "{n} disputed", disputed)}</span>' if disputed else ""
    )
    return f"<li>{made.texts.topic_link(name)}&nbsp;<small>{made.words.number(len(facts))}</small>{flag}</li>"
