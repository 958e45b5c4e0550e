"""Host: shows the site while its content is edited: an edit is on the open page as soon as it is saved."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, has_errors, in_order
from factbook.publish.server.http import PreviewServer, server
from factbook.publish.server.live_site import LiveSite
from factbook.publish.server.watch import watching

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.publish.server.http import Draft
    from factbook.site.artifacts import Edition

    Made = tuple[Sequence[Edition] | None, tuple[Diagnostic, ...]]
    First = Callable[[], Sequence[Edition] | None]
    Make = Callable[[frozenset[Path]], Made]


class CannotListen(Exception):
    """Nothing can be served at that address and port; the words say why."""


def serve(
    settings: Settings,
    first: First,
    make: Make,
    *,
    address: str,
    port: int,
    watch: Sequence[Path],
    on_build: Callable[[tuple[Diagnostic, ...]], None],
    draft: Draft | None = None,
) -> None:
    """See `factbook.publish.api.serve`."""
    preview = PreviewServer(LiveSite(settings), settings, draft)
    try:
        http = server(preview, address, port)
    except OSError as error:
        raise CannotListen(str(error.strerror or error)) from error
    with watching(watch) as changes:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        try:
            if (unchecked := first()) is not None:
                preview.live.show(unchecked)
                preview.update(())
            _show(preview, make(frozenset()), on_build)
            while changes.wait():
                _show(preview, make(changes.taken()), on_build)
        except KeyboardInterrupt:
            pass
        finally:
            preview.close()
            http.shutdown()
            http.server_close()


def _show(
    preview: PreviewServer,
    made: Made,
    on_build: Callable[[tuple[Diagnostic, ...]], None],
) -> None:
    editions, problems = made
    if editions is not None and not has_errors(problems):
        problems += preview.live.show(editions)
    problems = in_order(problems)
    preview.update(problems)
    on_build(problems)
