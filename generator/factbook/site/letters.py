"""Site: a long list of names on several pages, by letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.html import link, link_bar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.site.i18n import Wording

AT_MOST = 300
"""Names on one page."""
Weigh = Callable[[str], int]
"""How many names an id counts for, where some take more room than others."""


@frozen
class Letter:
    """The names of one further page."""

    name: str
    """Its heading: `A`, and `A 2` for what did not go on the first page of that letter."""
    folder: str
    """`index-a`; a hyphen and a number where there are several."""
    ids: tuple[str, ...]


def lettered(names: Sequence[tuple[str, str]], weigh: Weigh = lambda _: 1) -> tuple[Letter, ...]:
    """Pages of names in their order, given as pairs of name and id; none where all go on one page."""
    if sum(weigh(one) for _, one in names) <= AT_MOST:
        return ()
    groups: dict[str, list[str]] = {}
    for name, one in names:
        groups.setdefault(_initial(name), []).append(one)
    return tuple(
        Letter(
            initial + (f" {place + 1}" if place else ""),
            f"index-{_slug(initial)}" + (f"-{place + 1}" if place else ""),
            tuple(ids),
        )
        for initial, group in groups.items()
        for place, ids in enumerate(filled(group, weigh))
    )


def filled(ids: Sequence[str], weigh: Weigh, room: int = AT_MOST) -> Iterator[list[str]]:
    """The ids in their order, page by page."""
    page: list[str] = []
    left = room
    for one in ids:
        if page and weigh(one) > left:
            yield page
            page, left = [], room
        page.append(one)
        left -= weigh(one)
    if page:
        yield page


def letter_bar(words: Wording, folder: str, letters: Sequence[Letter], current: str = "") -> str:
    """Links to the pages of all letters."""
    if not letters:
        return ""
    links = (
        link(f"{folder}{one.folder}/", one.name, ' aria-current="page"' if one.folder == current else "")
        for one in letters
    )
    return link_bar(words.say("All, by letter"), links)


def _initial(name: str) -> str:
    """The letter under which a name stands, without its accents; `#` for what begins with no letter."""
    first = next((sign for sign in unicodedata.normalize("NFD", name) if sign.isalnum()), "#")
    return first.upper()[0] if first.isalpha() else "#"


def _slug(initial: str) -> str:
    return (
        initial.lower() if initial.isascii() and initial.isalnum() else "-".join(f"{ord(sign):x}" for sign in initial)
    )
