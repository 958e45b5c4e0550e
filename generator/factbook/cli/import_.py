"""`factbook import FILE…`: tables and JSON files become content, when nothing in it is wrong."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factbook.authoring.format.formatter import written
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.options import FOLDER, site
from factbook.cli.session import files, load_settings
from factbook.cli.show_progress import progress
from factbook.content import yaml
from factbook.content.model import Record
from factbook.content.schema import kind
from factbook.diagnostics.report import FORMATS, count, show, summary
from factbook.diagnostics.types import Diagnostic, has_errors, in_order
from factbook.exports import importing
from factbook.exports.importing.mended import mended
from factbook.pipeline import stages
from factbook.runtime.bounded_read import read_file
from factbook.runtime.site_path import read_below, write_below
from factbook.runtime.today import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factbook.content.model import Actor, Corpus, Fact, Series, Source, Topic
    from factbook.content.yaml import Value
    from factbook.diagnostics.report import Format, Output
    from factbook.exports.importing import Taken
    from factbook.exports.importing.imported_records import Thing

_INTO = re.compile(r"content/facts/(?:[A-Za-z0-9_][\w-]*/)*[A-Za-z0-9_][\w-]*\.yml")


@click.command("import")
@click.argument("paths", metavar="FILE...", type=FOLDER, nargs=-1, required=True)
@click.option("--into", metavar="FILE", help="File of the content for new facts.  [default: that of their topic]")
@click.option("--check", "dry", is_flag=True, help="Say what is wrong and write nothing.")
@click.option("--format", type=click.Choice(FORMATS), default="full", show_default=True, help="How to show problems.")
@site
def import_(
    folder: Path, output: Output, paths: tuple[Path, ...], into: str | None, dry: bool, format: Format
) -> int:
    """Take what CSV tables and JSON files hold into the content, in the form in which `export` writes them.

    Everything is checked first as if it stood in the content already, with row and column in each message;
    when anything is wrong, nothing is written. What the content has already is passed over.

    The first row of a table names its columns: id, statement, date, topics, source and quote, and where they are
    needed actors, asserted_by, via, stance, caveat, figure_series, figure_value, figure_modifier, translation and
    whatever else `export csv` writes. One row is a citation; rows with one id are one fact. Several ids stand in a
    cell with spaces between them. Without a column added, the facts are of today.

    \b
    Examples:
      factbook import claims.csv --check
      factbook import claims.csv --into content/facts/harbour.yml
      factbook import data/*.json --site another-site
    """
    settings = load_settings(folder, output, format)
    if into is not None and not _INTO.fullmatch(into):
        output.error(f"{into} is not the name of a file of facts, such as content/facts/harbour.yml.")
        return EXIT_USAGE
    with progress(output) as on_progress:
        on_progress("Reading")
        given = _named(folder, paths)
        read = {name: importing.read(read_file(path, yaml.MAX_BYTES), name) for path, name in given}
        taken = tuple(one for file in read.values() for one in file.taken)
        wrong = tuple(problem for file in read.values() for problem in file.problems)
        corpus, _ = stages.read(settings)
        fresh, clashes = _fresh(taken, corpus)
        misshapen = [_mended(record, of, corpus) for file in read.values() for record, of in file.misshapen]
        checked = stages.check(settings, on_progress, [*(record for _, record in fresh), *misshapen])
    made_up = {(span.path, span.end_line, span.end_column) for span in map(Record.span, misshapen)}
    unkept = (one for one in checked.diagnostics if one.span.path in read and _spot(one) not in made_up)
    found = in_order((*wrong, *clashes, *unkept))
    show(found, format, files(folder, format), output)
    if has_errors(found):
        output.info(summary(found, "nothing was written"))
        return EXIT_CONTENT
    changed = () if dry else _write(folder, fresh, into)
    _tell(output, taken, fresh, changed, found)
    return EXIT_OK


def _named(folder: Path, paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each file with its name as seen from the site's folder, for messages."""
    for path in paths:
        yield path, Path(os.path.relpath(path, folder)).as_posix()


def _mended(record: Record, problems: tuple[Diagnostic, ...], corpus: Corpus) -> Record:
    """What can be checked of a record with faults: of a fact all the rest, of others that they are there."""
    if record.kind != "fact":
        return record
    return mended(record, problems, next(iter(corpus.topics), None), today().isoformat())


def _spot(problem: Diagnostic) -> tuple[str, int, int]:
    return problem.span.path, problem.span.line, problem.span.column


def _fresh(taken: Taken, corpus: Corpus) -> tuple[Taken, tuple[Diagnostic, ...]]:
    """What the content does not have yet; what it has already is passed over, what differs is an error."""
    fresh: list[tuple[Thing, Record]] = []
    clashes = []
    for thing, record in taken:
        known = _known(corpus, record)
        if known is None:
            fresh.append((thing, record))
        elif _said(known, thing) != _said(record, thing):
            message = (
                f"the content has the {kind(record.kind).label.lower()} `{record.id}` already, and says otherwise"
            )
            advice = f"Correct it in {known.tree.path}; an import only adds what is new."
            clashes.append(Diagnostic("import-taken", message, record.span("id"), help=(advice,)))
    return tuple(fresh), tuple(clashes)


def _said(record: Record, thing: Thing) -> Value:
    """What a record says, without the day on which it came, where nobody has said that."""
    value = record.tree.value
    if not thing.is_dated or not isinstance(value, dict):
        return value
    return {key: child for key, child in value.items() if key != "added"}


def _known(corpus: Corpus, record: Record) -> Record | None:
    if record.kind == "briefing":
        return corpus.briefing.record
    tables: dict[str, Mapping[str, Source | Actor | Topic | Series | Fact]] = {
        "source": corpus.sources,
        "actor": corpus.actors,
        "topic": corpus.topics,
        "series": corpus.series,
        "fact": corpus.facts,
    }
    known = tables[record.kind].get(record.id)
    return known.record if known else None


def _write(folder: Path, fresh: Taken, into: str | None) -> tuple[str, ...]:
    """Writes each new thing into its file; gives the files."""
    facts: dict[str, list[tuple[Thing, Record]]] = {}
    paths: list[str] = []
    for thing, record in fresh:
        if record.kind == "fact":
            facts.setdefault(into or _place(thing, record), []).append((thing, record))
            continue
        path = f"content/{kind(record.kind).folder}"
        path = path if record.kind == "briefing" else f"{path}/{record.id}.yml"
        write_below(folder, path, written(record.tree.value, kind(record.kind)).encode("utf-8"))
        paths.append(path)
    for path, entries in facts.items():
        entries.sort(key=lambda entry: entry[0].line)
        paths.append(_append(folder, path, [record.tree.value for _, record in entries]))
    return tuple(sorted(paths))


def _place(thing: Thing, record: Record) -> str:
    """The file of a fact: where an export says that it stood, else its home topic's."""
    if thing.file is not None and _INTO.fullmatch(thing.file):
        return thing.file
    value = record.tree.value
    assert isinstance(value, dict)
    return f"content/facts/{value['topics'][0]}.yml"  # type: ignore[index]  # a list, as the vocabulary has it


def _append(folder: Path, path: str, values: list[Value]) -> str:
    """Puts facts at the end of a list of facts, or into a new file; gives the file.

    What somebody wrote stays as it is: beside a file that is no list, the facts get one of their own.
    """
    text = written(values, kind("fact"))
    target = folder / path
    if not target.exists():
        write_below(folder, path, text.encode("utf-8"))
        return path
    before = read_below(folder, path, yaml.MAX_BYTES)
    tree, problems = yaml.read(before, path)
    if tree is not None and not problems and isinstance(tree.value, list):
        write_below(folder, path, f"{before.decode('utf-8-sig').rstrip()}\n\n{text}".encode())
        return path
    return _append(folder, f"{path.removesuffix('.yml')}-imported.yml", values)


def _tell(output: Output, taken: Taken, fresh: Taken, paths: Iterable[str], found: tuple[Diagnostic, ...]) -> None:
    for path in paths:
        output.result(path)
    known = len(taken) - len(fresh)
    passed = f"; {count(known, 'thing')} stood in the content already" if known else ""
    output.info(summary(found, f"{', '.join(_counted(fresh)) or 'nothing new'}{passed}"))


def _counted(fresh: Taken) -> Iterator[str]:
    for name in ("source", "actor", "topic", "series", "fact", "briefing"):
        number = sum(record.kind == name for _, record in fresh)
        if number:
            yield f"{number} series" if name == "series" else count(number, name)
