"""Links: every source's address asked once, one at a time of a server; what was answered lately is kept."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factbook.authoring.links.link_status import LinkStatus, status_of
from factbook.runtime import disk_cache
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factbook.content.model import Corpus, Source
    from factbook.runtime.progress import Progress

SERVERS = 8
"""So many are asked at once."""
PAUSE = 1.0
"""Seconds between two addresses of one server."""
_HEAD = b"factbook link 1\n"
_MOST_KEPT = 20_000


@frozen
class Asked:
    """An address, the sources that name it, and what became of it."""

    address: str
    sources: tuple[Source, ...]
    status: LinkStatus
    when: float
    """Seconds since 1970."""


def ask_links(
    corpus: Corpus, sources: Iterable[Source], agent: str, since: float, on_progress: Progress, *, private: bool
) -> tuple[Asked, ...]:
    """What became of each address of `sources`, in their order; answers given after `since` are taken as kept."""
    named: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if source.url:
            named[source.url].append(source)
    by_server: defaultdict[str, list[str]] = defaultdict(list)
    for address in named:
        by_server[urlsplit(address).netloc.lower()].append(address)
    done: dict[str, tuple[LinkStatus, float]] = {}
    stopped = Event()

    def ask_one_server(addresses: Sequence[str]) -> None:
        for address in addresses:
            quotes = quotes_of(corpus, named[address])
            kept = _path(address, quotes)
            found = _kept(kept, since)
            if found is None:
                status = status_of(address, quotes, agent, private=private)
                found = status, time()
                _keep(kept, found)
                if address != addresses[-1] and stopped.wait(PAUSE):
                    return
            done[address] = found
            on_progress("Asking", len(done), len(named))

    with ThreadPoolExecutor(SERVERS) as pool:
        running = [pool.submit(ask_one_server, addresses) for addresses in by_server.values()]
        try:
            for one in running:
                one.result()
        except BaseException:  # whoever presses Ctrl-C does not wait for all others
            stopped.set()
            pool.shutdown(cancel_futures=True)
            raise
    return tuple(Asked(address, tuple(of), *done[address]) for address, of in named.items())


def quotes_of(corpus: Corpus, sources: Iterable[Source]) -> tuple[str, ...]:
    """What facts quote from the sources, each once."""
    quotes = (
        citation.quote
        for source in sources
        for name in corpus.facts_by_source.get(source.id, ())
        for citation in corpus.facts[name].citations
        if citation.source == source.id
    )
    return tuple(dict.fromkeys(quotes))


def _path(address: str, quotes: Sequence[str]) -> Path:
    """Where the answer is kept: another quote asks for the page anew."""
    asked = "\0".join((address, *quotes)).encode("utf-8", "replace")
    return disk_cache.folder("links") / hashlib.sha256(asked).hexdigest()[:32]


def _kept(path: Path, since: float) -> tuple[LinkStatus, float] | None:
    try:
        kept = disk_cache.load(path, _HEAD)
    except disk_cache.CorruptEntry:
        return None
    if kept is None or kept[0] < since:
        return None
    return LinkStatus(*kept[1:]), kept[0]


def _keep(path: Path, found: tuple[LinkStatus, float]) -> None:
    """Keeps an answer; that there was none may be otherwise in a minute."""
    status, when = found
    if status.state != "unreachable":
        plain = (when, status.state, status.words, status.address)
        disk_cache.store(path, _HEAD, plain, most=_MOST_KEPT)
