"""Site: a long list of facts on several pages: the newest first, the others by year, and the same of each kind of
exception, so that a filter reaches all facts and not only those of one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.fact_list import fact_list, filter_names, further
from factbook.site.html import link
from factbook.site.paging import parted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments


@frozen
class PageFacts:
    """The facts of one page."""

    path: str
    kind: str
    """The kind of exception; empty for all facts."""
    title: str
    """`Disputed, 2024`, in plain words; empty for the first page of all facts."""
    facts: tuple[Fact, ...]
    html: str
    """The ways to the kinds, or filters where all facts stand on this page, and the facts."""
    further: str
    """The ways to the other years; empty where there are none."""


def fact_lines(made: Fragments, folder: str, facts: Sequence[Fact]) -> Iterator[PageFacts]:
    """The pages of a list whose first page is at `folder`: first those of all facts, then those of each kind."""
    names = filter_names(made)
    kinds = by_kind(made, facts) if parted(facts)[1] else {}
    for kind, those in (("", list(facts)), *kinds.items()):
        base = kind_path(folder, kind)
        first, parts = parted(those)
        choices = _choices(made, folder, kind, kinds, len(facts))
        pages = (("", "", first), *((part.name, part.title, part.facts) for part in parts))
        for year, title, shown in pages:
            yield PageFacts(
                path=f"{base}{year}/" if year else base,
                kind=kind,
                title=", ".join(filter(None, (names.get(kind), title))),
                facts=shown,
                html=f"{choices}{fact_list(made, shown, filters=not kinds)}",
                further=further(made, base, parts, year),
            )


def kind_path(folder: str, kind: str) -> str:
    """The first page of a kind of exception; of all facts where the kind is empty."""
    return f"{folder}{kind}/" if kind else folder


def by_kind(made: Fragments, facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The facts of each kind of exception, in the order of the filters."""
    found: dict[str, list[Fact]] = {kind: [] for kind in filter_names(made)}
    for fact in facts:
        for kind in {*made.fact(fact.id).kinds, *(("figure",) if fact.figure else ())}:
            if kind in found:
                found[kind].append(fact)
    return {kind: those for kind, those in found.items() if those}


def _choices(made: Fragments, folder: str, current: str, kinds: dict[str, list[Fact]], total: int) -> str:
    """Links to the first page of each kind; empty where all facts stand on one page."""
    if not kinds:
        return ""
    names, number = filter_names(made), made.words.number
    choices = [
        ("", made.words.say("All"), total),
        *((kind, names[kind], len(those)) for kind, those in kinds.items()),
    ]
    links = "".join(
        link(
            kind_path(folder, kind),
            f"{name} {number(count)}",
            ' aria-current="true"' if kind == current else "",
        )
        for kind, name, count in choices
    )
    return f'<p class="filter choices noprint">{links}</p>'
