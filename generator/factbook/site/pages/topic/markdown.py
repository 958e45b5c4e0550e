"""Site: the page of a topic in Markdown, the words behind its facts as an appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.judgements import judgement_lines
from factbook.site.markdown_escape import escaped
from factbook.site.source_table import source_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments


def markdown(made: Fragments, name: str) -> str:
    """The whole topic in one text."""
    return "".join(_parts(made, name))


def _parts(made: Fragments, name: str) -> Iterator[str]:
    topic, say = made.corpus.topics[name], made.words.say
    facts = made.standing(made.corpus.facts_by_topic.get(name, ()))
    yield f"# {made.texts.heading(topic.title)}\n\n{made.texts.markdown(topic.summary)}\n"
    if topic.judgements:
        yield f"\n## {say('What we think')}\n\n"
        yield from judgement_lines(made, topic)
    yield f"\n## {say('Every fact')}\n\n"
    yield from (made.fact(fact.id).markdown for fact in facts)
    if topic.unknowns:
        yield f"\n## {say('Not known')}\n\n"
        yield from (f"- {made.texts.markdown(one)}\n" for one in topic.unknowns)
    yield f"\n## {say('Sources')}\n\n"
    yield from source_lines(made, facts)
    yield f"\n## {say('The words behind it')}\n"
    for fact in facts:
        yield f"\n### {escaped(made.fact(fact.id).plain)}\n\n{made.quotes_markdown(fact)}"
