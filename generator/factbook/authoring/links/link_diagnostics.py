"""Links: what became of each address, as messages at the sources that name it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from factbook.diagnostics.summary import count
from factbook.diagnostics.types import Diagnostic, Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factbook.authoring.links.ask_links import Asked
    from factbook.content.model import Source

    Archived = Callable[[Source], str]

_DAY = 86_400


def link_diagnostics(asked: Iterable[Asked], archived: Archived, now: float) -> tuple[Diagnostic, ...]:
    """A message for each source whose address is not as it was; `archived` gives an advice on a copy, or nothing."""
    return in_order(
        _diagnostic(one, source, archived, now)
        for one in asked
        for source in one.sources
        if one.status.state != "alive"
    )


def _diagnostic(one: Asked, source: Source, archived: Archived, now: float) -> Diagnostic:
    status, span = one.status, source.record.span("url")
    help = tuple(_advice(one, source, archived, now))
    if status.state == "dead":
        return Diagnostic("link-dead", f"this page is gone: {status.words}", span, Severity.WARNING, help=help)
    if status.state == "changed":
        return Diagnostic("link-changed", f"this page has changed: {status.words}", span, Severity.WARNING, help=help)
    if status.state == "moved":
        return Diagnostic("link-moved", f"this page has moved: {status.words}", span, Severity.NOTE, help=help)
    message = f"whether this page is there could not be seen: {status.words}"
    return Diagnostic("link-unreachable", message, span, Severity.NOTE, help=help)


def _advice(one: Asked, source: Source, archived: Archived, now: float) -> Iterator[str]:
    if one.status.address:
        yield f"Its address is now {one.status.address}"
    if one.status.state in ("dead", "changed"):
        if source.archive_url:
            yield f"Its archived copy: {source.archive_url}"
        elif advice := archived(source):
            yield advice
    if (days := int(now - one.when) // _DAY) > 0:
        yield f"Asked {count(days, 'day')} ago, on {datetime.fromtimestamp(one.when, UTC).date().isoformat()}."
