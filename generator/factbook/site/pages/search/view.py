"""Ground: the page of the search: the form that a script fills, and the ways for readers without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.site.views.parts import Heading, Link


@frozen
class Question:
    """One filter; its values come with the index."""

    name: str
    """The parameter's name in the address: topic | actor | source | year | status."""
    label: str
    every: str
    """The choice that narrows nothing."""


@frozen
class Search(PageView):
    """The page of the search, which also is the pattern of the dialog that opens on other pages."""

    questions: tuple[Question, ...]
    words: Mapping[str, str]
    """What the script says: kinds of hits, how many there are, that there are none."""
    otherwise: Heading
    ways: tuple[Link, ...]
    """The lists in which everything stands."""
