"""Site: the home page in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.markdown_escape import heading_text
from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """The whole home page in one text."""
    return "".join(_parts(made))


def _parts(made: Fragments) -> Iterator[str]:
    briefing, texts = made.corpus.briefing, made.texts
    yield f"# {texts.heading(briefing.title) or heading_text(made.name)}\n\n{texts.markdown(briefing.summary)}\n"
    for question in briefing.questions:
        yield f"\n## {texts.markdown(question.title)}\n\n"
        yield from (made.fact(name).markdown for name in question.facts if name in made.corpus.facts)
        if question.note:
            yield f"\n{texts.markdown(question.note)}\n"
    yield f"\n## {made.words.say('Topics')}\n\n"
    for name, topic in made.corpus.topics.items():
        yield f"- [{texts.markdown(topic.title)}]({ROOT}{page_path('topic', name)}index.md)\n"
