"""`factbook explain CODE`: the page that teaches a diagnostic; without a code, the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factbook.cli.completion import codes
from factbook.cli.exit_status import EXIT_OK, EXIT_USAGE
from factbook.cli.options import talk
from factbook.diagnostics import catalogue
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.terminal_markdown import markdown

if TYPE_CHECKING:
    from factbook.diagnostics.report import Output


@click.command()
@click.argument("code", required=False, shell_complete=codes)
@talk
def explain(output: Output, code: str | None) -> int:
    """What a diagnostic means: a wrong example, a right one, and why it matters. Without CODE: the list.

    \b
    Example:
      factbook explain quote-not-found
    """
    if code is None:
        for name in catalogue.names():
            output.result(f"{name:<28} {catalogue.sentence(name)}")
        return EXIT_OK
    page = catalogue.page(code)
    if page is None:
        output.error(_unknown(code))
        return EXIT_USAGE
    markdown(page, output)
    return EXIT_OK


def _unknown(code: str) -> str:
    close = did_you_mean(code, catalogue.names())
    advice = f"Did you mean {' or '.join(close)}?" if close else "`factbook explain` lists all but those of plugins."
    return f"There is no code {code}. {advice}"
