"""The command line: turns what was typed into calls of `generator.commands`; the only room that knows click.

What a command needs is imported when it runs, so that `factbook check` in a commit hook starts at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from generator import __version__
from generator.report import FORMATS, Output

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.report import Format

    Command = TypeVar("Command", bound=Callable[..., Any])

BUG = 70
"""Exit status when Factbook itself fails (EX_SOFTWARE of sysexits.h): neither the content nor the reader is wrong."""


class Group(click.Group):
    """The commands in the order of this file, and one plain sentence for whatever goes wrong inside."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        typed = tuple(ctx.args)
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            _fail(ctx, f"{_named(error)}: {error.strerror or error}.", 2, error, typed)
        except Exception as error:
            words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            _fail(ctx, f"Factbook itself failed, which is a bug: {words}. Please report it.", BUG, error, typed)


def _fail(ctx: click.Context, words: str, status: int, error: BaseException, typed: tuple[str, ...]) -> None:
    from generator.report.failure import failure

    failure(words, error, Output(verbose="-v" in typed or "--verbose" in typed))
    ctx.exit(status)


def _named(error: OSError) -> str:
    return str(error.filename) if error.filename else "The system refuses"


def _site(command: Command) -> Command:
    """Adds what every command about a site takes."""
    site = click.option(
        "--site", "folder", metavar="DIR", type=click.Path(path_type=Path), default=Path(), help=_SITE_HELP
    )
    return site(_talk(command))


def _talk(command: Command) -> Command:
    quiet = click.option("-q", "--quiet", is_flag=True, help="Print only results and what is wrong.")
    verbose = click.option("-v", "--verbose", is_flag=True, help="Also say what each step does.")
    return quiet(verbose(command))


def _findings(command: Command) -> Command:
    """Adds what a command that shows diagnostics takes."""
    format = click.option(
        "--format", type=click.Choice(FORMATS), default="full", show_default=True, help=_FORMAT_HELP
    )
    strict = click.option("--strict", is_flag=True, help="Let warnings fail too.")
    return format(strict(command))


_SITE_HELP = "The site's folder, which holds site_config.yml.  [default: this folder]"
_FORMAT_HELP = "How to show what is wrong: for people, one line each, for GitHub's notes, for programs."


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factbook", message="%(prog)s %(version)s")
def cli() -> None:
    """Turns curated YAML facts, each citing its sources, into a briefing site.

    Nothing is printed that its source does not say: every quote is looked up in its source's text on every
    build.

    \b
    Start here:
      factbook init my-site     a new site in an empty folder
      factbook check            is everything in order?
      factbook serve            the site while you write
      factbook explain CODE     what a message means, and what to do

    Exit status: 0 fine; 1 the content has errors; 2 the command line or the configuration is wrong.
    """


@cli.command(short_help="Check everything, then write the site.")
@_site
@_findings
@click.option(
    "--output", "target", metavar="DIR", type=click.Path(path_type=Path), help="Where to write.  [default: site]"
)
@click.pass_context
def build(
    ctx: click.Context,
    folder: Path,
    format: str,
    strict: bool,
    target: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check everything, then write the site; when there is an error, nothing is written.

    \b
    Examples:
      factbook build
      factbook build --site ../other-site --strict
    """
    from generator.commands import build

    output = Output(quiet, verbose)
    ctx.exit(build.run(folder, output, cast("Format", format), strict=strict, target=target))


@cli.command(short_help="Check everything, write nothing.")
@_site
@_findings
@click.pass_context
def check(ctx: click.Context, folder: Path, format: str, strict: bool, quiet: bool, verbose: bool) -> None:
    """Check everything, write nothing: for a commit hook, for CI, and between two sentences.

    \b
    Examples:
      factbook check
      factbook check --format concise
      factbook check --format json > problems.json
    """
    from generator.commands import check

    ctx.exit(check.run(folder, Output(quiet, verbose), cast("Format", format), strict=strict))


@cli.command(short_help="What a diagnostic means, and what to do.")
@click.argument("code", required=False)
@_talk
@click.pass_context
def explain(ctx: click.Context, code: str | None, quiet: bool, verbose: bool) -> None:
    """What a diagnostic means: a wrong example, a right one, and why it matters. Without CODE: the list.

    \b
    Example:
      factbook explain quote-not-found
    """
    from generator.commands import explain

    ctx.exit(explain.run(Output(quiet, verbose), code))


@cli.command(short_help="What changed since a git revision.")
@click.argument("revision", metavar="REV")
@click.option("--format", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True)
@_site
@click.pass_context
def diff(ctx: click.Context, revision: str, format: str, folder: Path, quiet: bool, verbose: bool) -> None:
    """What changed since a git revision, for reviewers and for the change log.

    A published fact whose statement, date, figure, speakers or citations changed needs a `revised` note, and
    facts are retracted, not deleted: where one is missing, the exit status is 1.

    \b
    Examples:
      factbook diff main
      factbook diff HEAD~1 --format markdown >> "$GITHUB_STEP_SUMMARY"
    """
    from generator.commands import diff

    ctx.exit(diff.run(folder, Output(quiet, verbose), revision, cast("diff.Format", format)))


@cli.command(short_help="Find words in the texts; prints a ready citation.")
@click.argument("words", nargs=-1, required=True)
@click.option("--source", metavar="ID", help="Look only in this source's text.")
@_site
@click.pass_context
def find(
    ctx: click.Context, words: tuple[str, ...], source: str | None, folder: Path, quiet: bool, verbose: bool
) -> None:
    """Find words in the texts at hand, and print a citation that leads to exactly that place.

    White space, kinds of quotation mark and dashes do not matter; `[…]` skips words. When the very words
    stand nowhere, the closest ones are shown and the exit status is 1.

    \b
    Examples:
      factbook find 11,000 North Korean troops
      factbook find --source gazette "two ships […] at night"
    """
    from generator.commands import find

    ctx.exit(find.run(folder, Output(quiet, verbose), " ".join(words), source))


@cli.command(short_help="Record a text's fingerprint; verify all.")
@click.argument("texts", nargs=-1, metavar="[TEXT]...", type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="Take every text at hand.")
@click.option("--verify", "check", is_flag=True, help="Hold the fingerprints against their texts, write nothing.")
@_site
@click.pass_context
def snapshot(
    ctx: click.Context,
    texts: tuple[Path, ...],
    every: bool,
    check: bool,
    folder: Path,
    quiet: bool,
    verbose: bool,
) -> None:
    """Record a text's fingerprint in content/snapshots, where it is committed in the text's place.

    TEXT is a name in one of the snapshots folders, or the path of a file. With the fingerprint, who does not
    have the text can still check every quote of it.

    \b
    Examples:
      factbook snapshot gazette-2024-05-03.txt
      factbook snapshot --all
      factbook snapshot --verify
    """
    from generator.commands import snapshot

    ctx.exit(snapshot.run(folder, Output(quiet, verbose), texts, every=every, check=check))


@cli.command(short_help="Put the content's files into canonical form.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; fail when a file is not in form.")
@_site
@click.pass_context
def fmt(ctx: click.Context, files: tuple[Path, ...], check: bool, folder: Path, quiet: bool, verbose: bool) -> None:
    """Put content files into canonical form: keys in order, long texts folded, two spaces a level.

    Values, comments and quotation marks stay. Without FILES: all files of the content.

    \b
    Examples:
      factbook fmt
      factbook fmt --check content/facts/ships.yml
    """
    from generator.commands import fmt

    ctx.exit(fmt.run(folder, Output(quiet, verbose), files, check=check))


def main() -> None:
    """The `factbook` command."""
    cli(prog_name="factbook")
