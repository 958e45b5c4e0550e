"""Site: all topics in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.topic_groups import topic_groups
from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """The topics by group, with the answer of each."""
    return "".join(_parts(made))


def _parts(made: Fragments) -> Iterator[str]:
    texts = made.texts
    yield f"# {made.words.say('Topics')}\n"
    for title, names in topic_groups(made):
        yield f"\n## {title}\n\n" if title else "\n"
        for name in names:
            topic = made.corpus.topics[name]
            link = f"[{texts.markdown(topic.title)}]({ROOT}{page_path('topic', name)}index.md)"
            yield f"- {link}: {texts.markdown(topic.summary)}\n"
