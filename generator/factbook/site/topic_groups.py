"""Site: the topics in the editors' groups and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def topic_groups(made: Fragments) -> list[tuple[str, list[str]]]:
    """Each group's title (finished HTML; empty where there are none) with its topics; the ungrouped come last."""
    topics = made.corpus.topics
    groups = made.corpus.briefing.groups
    found = [(made.texts.html(group.title), [name for name in group.topics if name in topics]) for group in groups]
    grouped = {name for group in groups for name in group.topics}
    rest = [name for name in topics if name not in grouped]
    if rest:
        found.append((made.words.say("Other topics") if groups else "", rest))
    return found
