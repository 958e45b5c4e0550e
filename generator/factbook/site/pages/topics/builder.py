"""Site: all topics, in the editors' groups, with the answer of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.frames import framed
from factbook.site.html import escape
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.topics.markdown import markdown
from factbook.site.provenance import updated
from factbook.site.status import differing
from factbook.site.topic_groups import topic_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.site.fragments import Fragments

_ANSWERED = 60
"""Up to so many topics are shown with their answers."""
_WORDS = 45


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """The one page of all topics."""
    words = made.words
    html = framed(
        "topics",
        words,
        line=words.count("{n} topic", "{n} topics", len(made.corpus.topics)),
        groups="".join(_group(made, title, names) for title, names in topic_groups(made)),
    )
    title = words.say("Topics")
    about = words.say("The questions of this briefing, with the answer to each")
    yield Page("topics/", "topics", "", title, about, html, "topics", updated(made.corpus.facts.values()))


def _group(made: Fragments, title: str, names: Iterable[str]) -> str:
    heading, level = (f"<h2>{title}</h2>", "h3") if title else ("", "h2")
    kind = "list" if len(made.corpus.topics) <= _ANSWERED else "links wide"
    return f'{heading}<ul class="{kind} topics">{"".join(_topic(made, name, level) for name in names)}</ul>'


def _topic(made: Fragments, name: str, level: str) -> str:
    facts = made.standing(made.corpus.facts_by_topic.get(name, ()))
    words = made.words
    told = [words.count("{n} fact", "{n} facts", len(facts))]
    if newest := made.newest_event(facts):
        told.append(words.say("newest event {date}", date=newest))
    disputed = sum(1 for fact in facts if differing(made.corpus, fact))
    if disputed:
        told.append(f'<span class="flag">{words.count("{n} disputed", "{n} disputed", disputed)}</span>')
    title = f"<{level}>{made.texts.topic_link(name)} <small>{' · '.join(told)}</small></{level}>"
    if len(made.corpus.topics) > _ANSWERED:
        return f"<li>{title}</li>"
    return f'<li>{title}<p class="said">{escape(_short(made.texts.plain(made.corpus.topics[name].summary)))}</p></li>'


def _short(text: str) -> str:
    """The beginning of a text, cut between sentences where they fill half the room, else between words."""
    words = text.split()
    if len(words) <= _WORDS:
        return text
    ends = (at for at in range(_WORDS, _WORDS // 2, -1) if words[at - 1].endswith((".", "?", "؟")))
    return " ".join(words[: next(ends, _WORDS)]) + " …"


TYPE = PageType("topics", "topics/", alone, pages, markdown)
