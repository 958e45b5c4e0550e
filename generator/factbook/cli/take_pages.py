"""`factbook snapshot` of a page: shows what was read, and keeps the text and its source when told to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factbook.authoring.capture.captured import Unusable
from factbook.authoring.capture.read_page import from_address, from_file, is_address
from factbook.authoring.format.formatter import written
from factbook.authoring.scaffold.fingerprints import names, record
from factbook.authoring.scaffold.placement import Occupied, write_thing
from factbook.authoring.scaffold.records import thing
from factbook.cli.exit_status import EXIT_OK, EXIT_USAGE
from factbook.cli.new_record import refused, report_written
from factbook.cli.prompts import asker, field, problems_with, sentence
from factbook.cli.session import files, user_agent
from factbook.content.schema import kind
from factbook.diagnostics.report import count, visible
from factbook.evidence.texts.page_breaks import PAGE_BREAK, as_place
from factbook.pipeline import stages
from factbook.runtime.atomic_write import write_atomically
from factbook.runtime.frozen import frozen
from factbook.runtime.today import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factbook.authoring.capture.captured import Capture
    from factbook.authoring.scaffold.fingerprints import Recorded
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.content.yaml import Value
    from factbook.diagnostics.report import Output

_FIRST, _LAST = 40, 12
"""Lines that are shown of a long text: menus and teasers stand at its ends."""


@frozen
class Wishes:
    """What was said on the command line."""

    id: str | None
    keep: bool
    """The text, without being asked."""
    new_source: bool
    """Also write the source, without being asked."""


def take_pages(folder: Path, settings: Settings, output: Output, pages: Sequence[str], wishes: Wishes) -> int:
    """Takes each page in turn; the first that cannot be taken ends it."""
    if wishes.id and len(pages) > 1:
        output.error("--id names one page; take the others by themselves.")
        return EXIT_USAGE
    if wishes.id and (problems := problems_with("source", "id", wishes.id)):
        output.error(sentence(problems[0]))
        return EXIT_USAGE
    for page in pages:
        try:
            capture = from_address(page, user_agent(settings)) if is_address(page) else from_file(Path(page))
        except Unusable as reason:
            output.error(visible(str(reason)))
            return EXIT_USAGE
        corpus, _ = stages.read(settings)
        source = _proposed(capture, corpus, settings, wishes.id, asked=is_address(page))
        known = [one.id for one in corpus.sources.values() if one.url and one.url == source.get("url")]
        if known and not wishes.id:
            output.error(f"The source {known[0]} has this address already; --id NAME takes it in once more.")
            return EXIT_USAGE
        if status := _take(folder, settings, output, capture, source, wishes):
            return status
    return EXIT_OK


def report_recorded(done: Iterable[Recorded], prefix: str, output: Output) -> None:
    """Says what became of each text's fingerprint."""
    for one in done:
        reason = f" ({one.reason[:1].lower()}{one.reason[1:]})" if one.reason else ""
        place = f" {prefix}content/snapshots/{one.name}.fingerprint and .context" if one.was_put else ""
        output.result(f"{visible(one.name)}: {one.outcome}{visible(place)}{visible(reason)}")
        if one.outside:
            output.info(f"{visible(one.name)} lies in no snapshots folder; checks use its fingerprint alone.")


def _proposed(
    capture: Capture, corpus: Corpus, settings: Settings, id: str | None, *, asked: bool
) -> dict[str, Value]:
    """The source that a page makes of what it says of itself; what has not the form of its field is left out."""
    told = {key: value for key, value in capture.told.items() if not problems_with("source", key, value)}
    texts = {Path(name).stem for name in names((), settings.snapshots)}
    source = thing("source", {**told, "id": id or ""}, {*corpus.sources, *texts}, settings.languages[0])
    if asked:
        source["accessed"] = today().isoformat()
    return {**source, "file": f"{source['id']}.txt"}


def _take(
    folder: Path, settings: Settings, output: Output, capture: Capture, source: dict[str, Value], wishes: Wishes
) -> int:
    _show(capture, source, output)
    name = str(source["file"])
    target = settings.snapshots[0] / name
    if target.exists():
        output.error(f"A text called {name} is there already; choose another --id.")
        return EXIT_USAGE
    ask = asker()
    if not (wishes.keep or (ask and click.confirm(f"Keep this text as {visible(target.name)}?", err=True))):
        output.error("Nothing was kept." + ("" if ask else " --yes keeps the text, --new-source writes the source."))
        return EXIT_OK if ask else EXIT_USAGE
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, capture.text.encode("utf-8"))
    language = str(source.get("language", ""))
    report_recorded(
        (record(Path(name), settings.snapshots, (language,) if language else ()),), files(folder).prefix, output
    )
    if not (wishes.new_source or (ask and click.confirm("Write the source?", err=True))):
        output.info(f"The source is yours to write: factbook new source --file {name}")
        return EXIT_OK
    if ask and not language:
        source["language"] = field(ask, output, "source", kind("source").field("language"), settings.languages[0])
    if refused("source", source, output):
        return EXIT_USAGE
    try:
        path = write_thing(folder, "source", source)
    except Occupied as error:
        output.error(f"{error} is there already; choose another --id.")
        return EXIT_USAGE
    return report_written(folder, settings, path, output)


def _show(capture: Capture, source: dict[str, Value], output: Output) -> None:
    """What was read, where it came from and what it makes, before any of it is kept."""
    for note in capture.notes:
        output.info(f"{note}.")
    lines = list(_rows(capture.text))
    more = len(lines) - _FIRST - _LAST
    if more > 1 and not output.verbose:
        lines[_FIRST:-_LAST] = [f"… {more} more lines, which -v shows …"]
    output.text("\n".join(map(visible, lines)) + "\n")
    pages = f" on {count(capture.pages, 'page')}" if capture.pages else ""
    output.info(
        f"{count(len(capture.text.splitlines()), 'line')} with {count(len(capture.text.split()), 'word')}{pages}."
    )
    output.text("\n".join(map(visible, written(source, kind("source")).splitlines())) + "\n")


def _rows(text: str) -> Iterator[str]:
    """The lines of a text, and where a page of it begins."""
    page = 1
    for line in text.removesuffix("\n").split("\n"):
        if PAGE_BREAK in line:
            page += 1
            yield f"— {as_place((page, page))} —"
        yield line.replace(PAGE_BREAK, "")
