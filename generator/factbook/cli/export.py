"""`factbook export FORMAT TARGET`: the data alone, written piece by piece, without building a site."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, get_args
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import click

from factbook.cli.check import content_summary
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.export_pdf import export_pdf
from factbook.cli.options import FOLDER, site
from factbook.cli.session import files, load_settings, output_stream, target_file
from factbook.cli.show_progress import progress
from factbook.config.plugins import has_entry
from factbook.diagnostics.report import show, summary
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import Diagnostic, has_errors
from factbook.exports import edition_files, offline_zip
from factbook.pipeline import stages
from factbook.publish import build_lock, swap
from factbook.publish.writer import SiteWriter
from factbook.runtime import manifest
from factbook.site.artifacts import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.config.settings import Plugin, Settings
    from factbook.diagnostics.report import Output
    from factbook.exports.edition_files import Stream
    from factbook.pipeline.stages import CheckResult

Format = Literal["json", "csv", "jsonld", "bibtex", "csl", "sqlite", "markdown", "zip", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
_FILES = {
    "csv": "facts.csv",
    "jsonld": "factbook.jsonld",
    "bibtex": "sources.bib",
    "csl": "sources.csl.json",
    "sqlite": "factbook.db",
    "zip": "site.zip",
}
"""Formats that are a single file, and its name in a folder; all but the last two stand in `/data/` too."""


class _Format(click.Choice[str]):
    """One of ours, or the name of a plugin: which there are, the site's configuration knows."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return value


@click.command()
@click.argument("format", metavar="FORMAT", type=_Format(FORMATS))
@click.argument("target", metavar="[TARGET]", type=FOLDER, required=False)
@click.option(
    "--page", "pages", metavar="PATH", multiple=True, help="pdf: print this page (topics/ID); may be repeated."
)
@click.option("--language", metavar="CODE", help="pdf: the language to print.  [default: the site's first]")
@site
def export(
    folder: Path,
    output: Output,
    format: str,
    target: Path | None,
    pages: tuple[str, ...],
    language: str | None,
) -> int:
    """Write the checked content in another form, without building the site.

    FORMAT is json (a folder of files with their JSON Schemas), csv, jsonld, bibtex, csl or sqlite (one file;
    without TARGET it goes to standard output), markdown (a folder that MkDocs with Material, or Zensical, builds as
    it stands), zip (the whole site in one file, to be read from a folder without a server), or pdf (the whole
    briefing, or the pages that --page names; needs Chromium and `pip install 'factbook[pdf]'`). A plugin that
    `plugins:` in site_config.yml names is a FORMAT too, and fills a folder.

    \b
    Examples:
      factbook export json data
      factbook export csv facts.csv
      factbook export sqlite facts.db
      factbook export markdown way-out
      factbook export zip briefing.zip
      factbook export bibtex > sources.bib
      factbook export pdf flood.pdf --page topics/flood
    """
    if format == "pdf":
        return export_pdf(folder, output, target, pages, language)
    if pages or language:
        raise click.UsageError("--page and --language go with pdf alone.")
    return export_site(folder, output, format, target)


def export_site(folder: Path, output: Output, format: str, target: Path | None) -> int:
    """Writes the data of the site in `folder`: a file into `target` or to standard output, or a folder."""
    settings = load_settings(folder, output)
    plugin = None if format in FORMATS else _plugin(format, settings)
    if target is not None and format in _FILES:
        target = target_file(target, _FILES[format], format)
    if (format not in _FILES or format == "zip") and (problem := _unfit(format, target)):
        output.error(problem)
        return EXIT_USAGE
    with progress(output) as on_progress:
        checked = stages.check(settings, on_progress)
        if has_errors(checked.diagnostics):
            show(checked.diagnostics, "full", files(folder), output)
            output.info(summary(checked.diagnostics, "nothing was written"))
            return EXIT_CONTENT
        on_progress("Writing")
        if format == "zip":
            unplaced = _zip(target or Path(), checked, settings)
            show(unplaced, "full", files(folder), output)
            if has_errors(unplaced):
                return EXIT_CONTENT
        elif format in _FILES:
            _file(target, _stream(format, checked, settings))
        else:
            written = _several(format, plugin, checked, settings)
            if isinstance(written, Diagnostic):
                show((written,), "full", files(folder), output)
                return EXIT_CONTENT
            if problem := _write_folder(target or Path(), written):
                output.error(problem)
                return EXIT_USAGE
    output.info(summary((), f"{content_summary(checked.corpus)} are in {target or 'the output'}"))
    return EXIT_OK


def _plugin(name: str, settings: Settings) -> Plugin:
    """The configured plugin of that name, which has an export."""
    for plugin in settings.plugins:
        if plugin.name == name and has_entry(plugin, "factbook.exports"):
            return plugin
    close = did_you_mean(name, FORMATS)
    advice = f"Did you mean {close[0]}?" if close else "A plugin's has to be named in `plugins:` of site_config.yml."
    raise click.UsageError(f"There is no export {name}; there are {', '.join(FORMATS)}. {advice}")


def _unfit(format: str, target: Path | None) -> str:
    """Why a format cannot be written into `target`; empty when it can."""
    if target is None:
        what = "file" if format == "zip" else "folder for the files"
        return f"Name the {what}: factbook export {format} {'FILE.zip' if format == 'zip' else 'DIR'}."
    if format != "zip" and target.exists() and not target.is_dir():
        return f"{target} is not a folder."
    if format != "zip" and target.is_dir() and any(target.iterdir()) and manifest.listed(target) is None:
        return f"{target} holds files that no export has written: name an empty or a new folder."
    return ""


def _zip(target: Path, checked: CheckResult, settings: Settings) -> tuple[Diagnostic, ...]:
    """The whole site in one file; builds it apart from the one that is served. Gives what is wrong with its pages."""
    with TemporaryDirectory(prefix="factbook-") as folder:
        built = Path(folder) / "site"
        problems = stages.publish(checked, settings, built)
        if has_errors(problems):
            return problems
        with output_stream(target) as handle, ZipFile(handle, "w", ZIP_DEFLATED, compresslevel=6) as packed:
            for path in sorted(path for path in built.rglob("*") if path.is_file()):
                for name, data in offline_zip.offline(path.relative_to(built).as_posix(), path.read_bytes()):
                    packed.writestr(_entry(name), data)
            name, data = offline_zip.script()
            packed.writestr(_entry(name), data)
    return problems


def _entry(name: str) -> ZipInfo:
    """A file in the archive: the same whatever the clock and the machine."""
    entry = ZipInfo(f"site/{name}", (1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
    return entry


def _write_folder(target: Path, files: Iterable[tuple[str, bytes | Pieces]]) -> str:
    """Writes files into a folder in one step. What others keep there stays; what an earlier export wrote, goes.

    Gives why that cannot be, and raises OSError; the folder is then as it was.
    """
    try:
        _place_folder(target, files)
    except manifest.InTheWay as found:
        return f"{target / str(found)} stands where a file is to be written, and no export has written it."
    except build_lock.SupersededBuild:
        return f"An export that started later has already written {target}."
    return ""


def _place_folder(target: Path, files: Iterable[tuple[str, bytes | Pieces]]) -> None:
    with build_lock.acquire(target) as lock, swap.staging(lock, keep_spare=False) as staging:
        tree = SiteWriter(staging.site)
        for path, made in files:
            if isinstance(made, Pieces):
                tree.write_pieces(path, made)
            else:
                tree.write(path, made)
        staging.put_in_place()


def _several(
    format: str, plugin: Plugin | None, checked: CheckResult, settings: Settings
) -> Iterable[tuple[str, bytes | Pieces]] | Diagnostic:
    """The files of an export that is a folder; why there are none, when a plugin failed."""
    if plugin is not None:
        from factbook.exports import plugin_exports

        return plugin_exports.files(plugin, checked.corpus, checked.evidence, settings)
    if format == "markdown":
        return stages.markdown(checked, settings)
    made = edition_files.data_files(checked.corpus, checked.evidence, settings)
    names = (name for name in made if name.endswith(".json") and name != _FILES["csl"])
    return ((name, Pieces(made[name])) for name in names)


def _stream(format: str, checked: CheckResult, settings: Settings) -> Stream:
    """The one file of an export."""
    if format == "sqlite":
        from factbook.exports.sqlite import database

        return partial(database, checked.corpus, checked.evidence, settings)
    return edition_files.data_files(checked.corpus, checked.evidence, settings)[_FILES[format]]


def _file(target: Path | None, stream: Stream) -> None:
    with output_stream(target) as handle:
        for piece in stream():
            handle.write(piece)
