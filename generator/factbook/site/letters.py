"""Site: a long list of names on several pages, by letter."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.html import link, link_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.site.i18n import Wording

AT_MOST = 300
"""Names on one page."""


@frozen
class Letter:
    """The names of one further page."""

    name: str
    """Its heading: `A`, and `A 2` for what did not go on the first page of that letter."""
    folder: str
    """`index-a`; a hyphen and a number where there are several."""
    ids: tuple[str, ...]


def lettered(names: Sequence[tuple[str, str]]) -> tuple[Letter, ...]:
    """Pages of names in their order, given as pairs of name and id; none where all go on one page."""
    if len(names) <= AT_MOST:
        return ()
    groups: dict[str, list[str]] = {}
    for name, one in names:
        groups.setdefault(_initial(name), []).append(one)
    return tuple(
        Letter(
            initial + (f" {place + 1}" if place else ""),
            f"index-{_slug(initial)}" + (f"-{place + 1}" if place else ""),
            tuple(ids[place * AT_MOST : (place + 1) * AT_MOST]),
        )
        for initial, ids in groups.items()
        for place in range(-(-len(ids) // AT_MOST))
    )


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
