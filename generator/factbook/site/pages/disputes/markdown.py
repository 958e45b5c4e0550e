"""Site: all disputes in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.disputes.cases import cases, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.fragments import Fragments


def markdown(made: Fragments, _: str) -> str:
    """All disputes in one text."""
    return "".join(_parts(made))


def _parts(made: Fragments) -> Iterator[str]:
    say, found = made.words.say, cases(made)
    yield f"# {say('Disputes')}\n"
    for case in found:
        title = made.corpus.series[case.series].title if case.series in made.corpus.series else None
        yield f"\n## {made.texts.markdown(title) or say('Said against each other')}\n\n"
        yield from (made.fact(fact.id).markdown for fact in case.facts)
    told = {fact.id for case in found for fact in case.facts}
    refused = [fact for fact in refusals(made) if fact.id not in told]
    if refused:
        yield f"\n## {say('Denied, or neither confirmed nor denied')}\n\n"
        yield from (made.fact(fact.id).markdown for fact in refused)
