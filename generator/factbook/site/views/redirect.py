"""Ground: an address that leads to another one: the permanent address of a fact, the old one of a renamed page."""

from __future__ import annotations

from factbook.runtime.frozen import frozen


@frozen
class Redirect:
    """A small page that leads a reader, with or without scripts, to where the thing stands now."""

    path: str
    """From the site's root, with a slash at the end."""
    target: str
    """Path of the page that it leads to."""
    anchor: str
    """Id on that page; empty for its top."""
    title: str
    words: str
    """What stands there: the fact's statement, or the page's title."""
    note: str
    """"Retracted 3 May 2025: …"; empty for what still stands."""
