"""`factbook export pdf FILE`: one page, some, or the whole briefing on paper, from a site that is built for it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.session import files, load_settings, output_stream, target_file
from factbook.cli.show_progress import progress
from factbook.diagnostics.report import count, show, summary
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import has_errors
from factbook.exports import pdf as paper
from factbook.pipeline import stages as pipeline
from factbook.site import page_types
from factbook.site.html import escape
from factbook.site.untranslated import spans
from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic
    from factbook.runtime.progress import Progress
    from factbook.site.artifacts import Edition

_BRIEFING = ("home", "topic", "disputes", "sources")
"""Kinds of pages that make the whole briefing, in their order; every fact stands on its topic's page."""


def export_pdf(folder: Path, output: Output, target: Path | None, wanted: Sequence[str], language: str | None) -> int:
    """Prints pages of the site in `folder` into `target`: those `wanted`, else the whole briefing."""
    if target is None:
        output.error("Name the file: factbook export pdf FILE.pdf.")
        return EXIT_USAGE
    target = target_file(target, "briefing.pdf", "pdf")
    settings = load_settings(folder, output)
    if language is not None and language not in settings.languages:
        output.error(f"The site is not written in '{language}'. Its languages: {', '.join(settings.languages)}.")
        return EXIT_USAGE
    try:
        with paper.printer(output.info) as pdf, progress(output) as on_progress:
            return _print(settings, output, target, (wanted, language or settings.languages[0]), pdf, on_progress)
    except paper.Unavailable as reason:
        output.error(str(reason))
        return EXIT_USAGE


def _print(
    settings: Settings,
    output: Output,
    target: Path,
    asked: tuple[Sequence[str], str],
    pdf: Callable[[paper.Sheets], bytes],
    on_progress: Progress,
) -> int:
    checked = pipeline.check(settings, on_progress)
    if has_errors(checked.diagnostics):
        return _refused(checked.diagnostics, settings, output)
    wanted, language = asked
    edition = next(one for one in pipeline.editions(checked, settings) if one.language == language)
    with TemporaryDirectory(prefix="factbook-") as temporary:
        site = Path(temporary, "site")
        unplaced = pipeline.publish(checked, settings, site, on_progress)
        if has_errors(unplaced):
            return _refused(unplaced, settings, output)
        pages = tuple(map(_tidy, wanted)) or _briefing(edition)
        if unknown := [page for page in pages if not (site / edition.prefix / page / "index.html").is_file()]:
            output.error(_no_page(unknown[0], edition))
            return EXIT_USAGE
        on_progress("Printing")
        chosen = tuple(edition.prefix + page for page in dict.fromkeys(pages))
        with output_stream(target) as handle:
            handle.write(pdf(paper.Sheets(site, settings.url, edition.prefix, chosen, _appendix(edition, pages))))
    number = count(len(chosen), "page")
    output.info(summary((), f"{number} of the site {'is' if len(chosen) == 1 else 'are'} in {target}"))
    return EXIT_OK


def _refused(problems: tuple[Diagnostic, ...], settings: Settings, output: Output) -> int:
    show(problems, "full", files(settings.root), output)
    output.info(summary(problems, "nothing was written"))
    return EXIT_CONTENT


def _tidy(page: str) -> str:
    """A page as people type or paste it: `topics/flood`, `/topics/flood/`; `/` is the home page."""
    path = page.strip("/")
    return f"{path}/" if path else ""


def _briefing(edition: Edition) -> tuple[str, ...]:
    """The pages of the whole briefing; the further ones of a long topic come after its first."""
    made = edition.made
    types = {one.kind: one for one in page_types.TYPES}
    return tuple(
        page.path for kind in _BRIEFING for name in types[kind].ids(made) for page in types[kind].pages(made, name)
    )


def _appendix(edition: Edition, pages: Sequence[str]) -> str:
    """The words behind every fact of the printed topics and actors, each once: what the screen has one click away."""
    made, printed = edition.made, set(pages)
    tables = ((made.corpus.facts_by_topic, "topic"), (made.corpus.facts_by_actor, "actor"))
    things = ((page_path(kind, name), ids) for table, kind in tables for name, ids in table.items())
    names = [fact for path, ids in things if path in printed for fact in ids]
    rows = "".join(
        f'<section id="fact--{fact.id}"><h3>{escape(made.fact(fact.id).plain)}</h3>{made.quotes(fact)}</section>'
        for fact in made.standing(dict.fromkeys(names))
    )
    title = made.words.say("The words behind it")
    return spans(f"<h2>{title}</h2>{rows}".replace(ROOT, "")) if rows else ""


def _no_page(page: str, edition: Edition) -> str:
    known = did_you_mean(page.strip("/"), (path.strip("/") for path in page_types.paths(edition.made) if path))
    return f"There is no page {page.strip('/')}." + (f" Did you mean {', '.join(known)}?" if known else "")
