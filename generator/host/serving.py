"""Host: shows the site while its content is edited: an edit is on the open page as soon as it is saved."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, has_errors, in_order
from generator.host.live import Live
from generator.host.preview import Preview, server
from generator.host.watch import watching

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.bodies import Edition
    from generator.host.preview import Draft
    from generator.settings import Settings

    Made = tuple[Sequence[Edition] | None, tuple[Diagnostic, ...]]
    Make = Callable[[frozenset[Path]], Made]


def serve(
    settings: Settings,
    make: Make,
    *,
    address: str,
    port: int,
    watch: Sequence[Path],
    on_build: Callable[[tuple[Diagnostic, ...]], None],
    draft: Draft | None = None,
) -> None:
    """See `generator.host.serve`."""
    preview = Preview(Live(settings), settings, draft)
    http = server(preview, address, port)
    with watching(watch) as changes:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        try:
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
    preview: Preview,
    made: Made,
    on_build: Callable[[tuple[Diagnostic, ...]], None],
) -> None:
    editions, problems = made
    if editions is not None and not has_errors(problems):
        problems += preview.live.show(editions)
    problems = in_order(problems)
    preview.update(problems)
    on_build(problems)
