"""Links: where an address is archived, by the interface that tells so for the Wayback Machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from factbook.content.schema.url_form import url as fault_of
from factbook.runtime.http_request import Unanswered, ask

if TYPE_CHECKING:
    from factbook.content.model import Source

WAYBACK = "https://archive.org/wayback/available"
_MOST = 1024 * 1024


def archived_copy(source: Source, agent: str, interface: str = WAYBACK) -> str:
    """The address of the copy next to the day on which the source was read or published; empty when none is told of.

    Raises `Unanswered` when the archive does not answer.
    """
    moment = source.accessed or source.published
    day = {"timestamp": moment.day.strftime("%Y%m%d")} if moment else {}
    response = ask(f"{interface}?{urlencode({'url': source.url or '', **day})}", agent, most=_MOST)
    if not response.is_there:
        raise Unanswered(f"answers {response.words}")
    try:
        told: Any = json.loads(response.data)
        closest = told["archived_snapshots"].get("closest") or {}
        address = str(closest.get("url", "")) if closest.get("available") else ""
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Unanswered("answers in no form that is known") from None
    address = address.replace("http://web.archive.org/", "https://web.archive.org/", 1)
    return "" if not address or fault_of(address) else address
