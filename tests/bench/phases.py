"""Bench: how long each phase of our own build takes, in one process; prints JSON.

FACTBOOK_ONE_PROCESS=1 python -m tests.bench.phases SITE OUTPUT
"""

from __future__ import annotations

import gc
import json
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.search_index import Index

_TIMES: dict[str, float] = {}


@contextmanager
def _phase(name: str) -> Iterator[None]:
    start = time.process_time()
    yield
    _TIMES[name] = time.process_time() - start


def run(root: Path, output: Path) -> dict[str, float]:
    """CPU seconds by phase, in the order of the pipeline."""
    with _phase("start"):
        from factbook.config import reader as config
        from factbook.content import link, load
        from factbook.evidence import checks
        from factbook.evidence import lookup as evidence
        from factbook.evidence.texts.store import Snapshots
        from factbook.exports import edition_files as exports
        from factbook.publish import api as host
        from factbook.site import page_types as pages
        from factbook.site import render
        from factbook.site import search_index as search
        from factbook.site.views.plan import Planned
    settings, _ = config.read(root)
    assert settings is not None
    with _phase("load"):
        records, _ = load.read(root)
    with _phase("link"):
        corpus, _ = link.link(records, settings.languages[0])
    with _phase("evidence"):
        found = evidence.gather(corpus, Snapshots(settings.snapshots))
    with _phase("checks"):
        checks.run(corpus, found, settings)
    language = settings.languages[0]
    with _phase("views"):
        plan = pages.plan(corpus, found, settings, language)
        for planned in plan:
            if isinstance(planned, Planned):
                planned.view()
        rendered = render.edition(plan, settings, language)
        hits = {fact: rendered.facts.hit(fact) for fact in rendered.facts.ids}
    with _phase("search index"):
        _made(search.Index(replace(rendered, facts=replace(rendered.facts, hit=hits.__getitem__))))
    del hits
    with _phase("render, export, print, write"):
        edition = exports.complete(rendered, plan, host.hand_written(settings, language), corpus, found, settings)
        host.build(settings, [edition], output=output)
    _TIMES["render, export, print, write"] -= _TIMES["search index"]  # which the host makes again
    return _TIMES


def _made(index: Index) -> None:
    for asset in index.files():
        assert asset.data


def main() -> None:
    """The command line."""
    gc.disable()
    print(json.dumps(run(Path(sys.argv[1]), Path(sys.argv[2]))))


if __name__ == "__main__":
    main()
