"""`factbook fmt`: content files in their canonical form; with `--check` it only says which are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.format.files import content_files, kind_of, put
from factbook.authoring.format.formatter import canonical
from factbook.cli.run_site import CONTENT, FINE, USAGE, files, inside, opened
from factbook.diagnostics.report import count, show

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factbook.content.schema import Kind
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic


def run(folder: Path, output: Output, paths: Sequence[Path] = (), *, check: bool = False) -> int:
    """Rewrites the files in `paths`, by default all of the content's, that are not in canonical form."""
    if opened(folder, output) is None:
        return USAGE
    chosen = _chosen(folder, paths, output) if paths else tuple(content_files(folder))
    if chosen is None:
        return USAGE
    changed: list[str] = []
    problems: list[Diagnostic] = []
    for path, of in chosen:
        data = (folder / path).read_bytes()
        text, wrong = canonical(data, path, of)
        problems += wrong
        if text is not None and text.encode("utf-8") != data:
            changed.append(path)
            if not check:
                put(folder / path, text)
    site = files(folder)
    for path in changed:
        output.result(f"{'not in form' if check else 'rewritten'}: {site.prefix}{path}")
    show(problems, "full", site, output)
    output.note(f"{count(len(chosen), 'file')}, {len(changed)} {'to be rewritten' if check else 'rewritten'}")
    return CONTENT if problems or (check and changed) else FINE


def _chosen(folder: Path, paths: Sequence[Path], output: Output) -> tuple[tuple[str, Kind], ...] | None:
    """The named files with their kinds; None when one is no file of the content, which has then been said."""
    chosen: list[tuple[str, Kind]] = []
    for path in paths:
        place = inside(folder, path)
        of = kind_of(place) if place else None
        if place is None or of is None or not (folder / place).is_file():
            output.complain(f"{path} is not a file of this site's content that could be put into form.")
            return None
        chosen.append((place, of))
    return tuple(chosen)
