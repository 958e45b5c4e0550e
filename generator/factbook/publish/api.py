"""Host: puts finished page bodies into MkDocs' Material theme, and the finished site in its place.

The only room that knows MkDocs and Material. It is imported without them: both are loaded when a site
is built, so that `factbook check` never pays for them.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from factbook.runtime.progress import no_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.diagnostics.types import Diagnostic
    from factbook.publish.build_lock import BuildLock
    from factbook.publish.server.http import Draft
    from factbook.site.articles.view import WrittenText
    from factbook.site.artifacts import Edition
    from factbook.site.fragments import Fragments


def get_ready() -> None:
    """Load MkDocs, Material and all else that `build` needs, which would otherwise be done when it is called."""
    from factbook.publish import write_site as site  # noqa: F401


def build(
    settings: Settings,
    editions: Sequence[Edition],
    *,
    output: Path,
    lock: BuildLock | None = None,
    finished: Callable[[Path], None] | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> tuple[Diagnostic, ...]:
    """Write the whole site into `output`, in one step: on any error nothing there changes.

    `lock` was taken before the content was read; without one the build begins here. `finished`
    is shown the folder of the finished site before that takes its place; `on_progress` is told how many pages of how
    many are written. Returns what is wrong with hand-written pages, file names and the folder itself.
    """
    from factbook.publish import build_lock
    from factbook.publish.write_site import build as build_site

    with nullcontext(lock) if lock else build_lock.acquire(output) as own:
        return build_site(settings, editions, own, output=output, finished=finished, on_progress=on_progress)


def examine(settings: Settings, editions: Sequence[Edition]) -> tuple[Diagnostic, ...]:
    """What is wrong with hand-written pages and with the addresses of all files, without making the site.

    Without editions, as long as the content has errors, no link can be followed.
    """
    from factbook.publish.collisions import collisions
    from factbook.site.articles.load import with_pages

    complete, problems = with_pages(settings, editions)
    return (*problems, *(collisions(complete) if complete else ()))


def hand_written(settings: Settings, made: Fragments) -> Iterator[WrittenText]:
    """The hand-written pages of an edition, as Markdown."""
    from factbook.site.articles.to_markdown import texts

    return texts(settings, made)


def serve(
    settings: Settings,
    first: Callable[[], Sequence[Edition] | None],
    make: Callable[[frozenset[Path]], tuple[Sequence[Edition] | None, tuple[Diagnostic, ...]]],
    *,
    address: str = "127.0.0.1",
    port: int = 8000,
    watch: Sequence[Path],
    on_build: Callable[[tuple[Diagnostic, ...]], None],
    draft: Draft | None = None,
) -> None:
    """Show the site at `address`:`port` until interrupted, and again after each write below `watch`.

    `first` gives the editions before anything is checked, so that there is a page while the checks run. Then `make`
    is told the files that were written since it was last called (none, for the first time), and gives
    the editions (None when the content has errors) and what is wrong; `on_build` hears of every attempt. Pages
    are printed when they are asked for. Errors stand over the open page until they are mended, and a banner calls
    it a draft and lists what `draft` tells. Raises `CannotListen` when the port is taken, and what `make` raises.
    """
    from factbook.publish.server.run_server import serve as serve_site

    serve_site(settings, first, make, address=address, port=port, watch=watch, on_build=on_build, draft=draft)
