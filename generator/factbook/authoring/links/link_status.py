"""Links: what became of one address, by what its server answers and whether the words that are cited stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from factbook.authoring.capture.page_words import words_of
from factbook.content.yaml import passage
from factbook.evidence.texts.find_quote import Found, find
from factbook.evidence.texts.own_parts import prepared
from factbook.evidence.texts.store import Text, as_text
from factbook.runtime.frozen import frozen
from factbook.runtime.http_request import Unanswered, ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.runtime.http_request import Response

State = Literal["alive", "moved", "changed", "dead", "unreachable"]
_GONE = (404, 410)


@frozen
class LinkStatus:
    """What became of an address."""

    state: State
    words: str = ""
    """What was seen, as the end of a sentence on the page."""
    address: str = ""
    """Where it is now, when it has moved."""


def status_of(address: str, quotes: Sequence[str], agent: str, *, private: bool) -> LinkStatus:
    """Asks the address: for its head first, and for the page when that says too little.

    The page is needed to see whether `quotes` stand there, and where a server does not answer for heads.
    """
    try:
        response = ask(address, agent, "HEAD", private=private)
        if not response.is_there or quotes:
            response = ask(address, agent, private=private)
    except Unanswered as reason:
        return LinkStatus("unreachable", f"it {reason}")
    if response.status in _GONE:
        return LinkStatus("dead", f"the server answers {response.words}")
    if not response.is_there:
        return LinkStatus("unreachable", f"the server answers {response.words}")
    if _is_home_page(response.address) and not _is_home_page(address):
        return LinkStatus("dead", "the server leads to its home page instead")
    if missing := _missing(response, quotes):
        return LinkStatus("changed", _lacks(missing, len(quotes)), _moved_to(response))
    if moved := _moved_to(response):
        return LinkStatus("moved", "the server leads to another address for good", moved)
    return LinkStatus("alive")


def _moved_to(response: Response) -> str:
    """The address to which the server leads for good; empty when it only leads there now."""
    for_good = response.redirects and all(redirect.for_good for redirect in response.redirects)
    return response.address if for_good else ""


def _missing(response: Response, quotes: Sequence[str]) -> list[str]:
    """The quotes that do not stand on the page; none where it is nothing whose words are read here."""
    words = words_of(response.data, response.media_type, response.charset) if quotes else None
    text = as_text("page", words.replace("\0", "").encode("utf-8", "replace")) if words is not None else None
    if not isinstance(text, Text):
        return []
    page = prepared(text, ())
    return [quote for quote in quotes if not isinstance(find(page, quote), Found)]


def _lacks(missing: Sequence[str], of: int) -> str:
    first = passage(missing[0])
    if len(missing) == of:
        return f"none of its quotes stands there, as if it were another page, or behind a wall: “{first}”"
    return f"it lacks {len(missing)} of its {of} quotes, such as “{first}”"


def _is_home_page(address: str) -> bool:
    """Whether an address leads to a site and to no page of it."""
    return urlsplit(address).path in ("", "/")
