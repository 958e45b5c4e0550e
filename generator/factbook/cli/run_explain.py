"""`factbook explain CODE`: the page that teaches a diagnostic; without a code, the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.cli.run_site import FINE, USAGE
from factbook.diagnostics import catalogue as codes
from factbook.diagnostics.terminal_markdown import markdown

if TYPE_CHECKING:
    from factbook.diagnostics.report import Output


def run(output: Output, code: str | None = None) -> int:
    """Prints the page of `code`, or each code with its first sentence."""
    if code is None:
        for name in codes.names():
            output.result(f"{name:<28} {codes.sentence(name)}")
        return FINE
    page = codes.page(code)
    if page is None:
        output.complain(_unknown(code))
        return USAGE
    markdown(page, output)
    return FINE


def _unknown(code: str) -> str:
    from factbook.diagnostics.suggest import near

    close = near(code, codes.names())
    advice = f"Did you mean {' or '.join(close)}?" if close else "`factbook explain` lists all codes."
    return f"There is no code {code}. {advice}"
