"""export pdf: what is missing or wrong is said before anything is printed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from factbook.exports import pdf as paper
from tests.trust.sites import factbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factbook.exports.pdf import Sheets
    from tests.unit.cli.conftest import Run

FACT = "content/facts/ships.yml"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Sheets]:
    """What is handed to the printer, in place of a browser."""
    seen: list[Sheets] = []

    @contextmanager
    def printer(notice: Callable[[str], None]) -> Iterator[Callable[[Sheets], bytes]]:
        def pdf(sheets: Sheets) -> bytes:
            seen.append(sheets)
            return b"%PDF"

        yield pdf

    monkeypatch.setattr(paper, "printer", printer)
    return seen


def test_the_whole_briefing(site: Path, run: Run, printed: list[Sheets]) -> None:
    result = run("export", "pdf", "out.pdf")
    assert result.exit_code == 0, result.output
    assert (site / "out.pdf").read_bytes() == b"%PDF"
    assert [sheets.pages for sheets in printed] == [("", "topics/ships/", "disputes/", "sources/")]
    assert "4 pages of the site are in out.pdf" in result.stderr


@pytest.mark.parametrize("page", ["topics/ships", "/topics/ships/", "topics/ships/"])
def test_one_page(site: Path, run: Run, printed: list[Sheets], page: str) -> None:
    assert run("export", "pdf", ".", "--page", page, "--page", "/").exit_code == 0
    assert printed[0].pages == ("topics/ships/", "")
    assert (site / "briefing.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Name the file: factbook export pdf FILE.pdf."),
        (("o.pdf", "--page", "topics/shps"), "There is no page topics/shps. Did you mean topics/ships"),
        (("o.pdf", "--page", "../../etc"), "There is no page ../../etc."),
        (("o.pdf", "--language", "fr"), "The site is not written in 'fr'. Its languages: en."),
    ],
)
def test_what_is_wrong_with_the_question(
    site: Path, run: Run, printed: list[Sheets], arguments: tuple[str, ...], words: str
) -> None:
    result = run("export", "pdf", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not (site / "o.pdf").exists()
    assert not printed


def test_content_with_an_error_is_not_printed(site: Path, run: Run, printed: list[Sheets]) -> None:
    (site / FACT).write_text((site / FACT).read_text().replace("12 ships in the bay", "13 ships in the bay"))
    result = run("export", "pdf", "o.pdf")
    assert result.exit_code == 1
    assert "error[quote-not-found]" in result.stdout
    assert not printed


def test_pages_and_languages_are_for_pdf_alone(site: Path, run: Run) -> None:
    result = run("export", "csv", "--page", "topics/ships")
    assert result.exit_code == 2
    assert "--page and --language go with pdf alone" in result.stderr


def test_without_the_extra(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    result = run("export", "pdf", "o.pdf")
    assert (result.exit_code, result.stderr) == (2, "PDF needs one thing more: pip install 'factbook[pdf]'.\n")


def test_without_a_browser(site: Path, tmp_path: Path) -> None:
    """In a process of its own: in this one the browser tests may have a browser."""
    nothing = str(tmp_path / "nothing")
    result = factbook(site, "export", "pdf", "o.pdf", PATH=nothing, PLAYWRIGHT_BROWSERS_PATH=nothing)
    assert result.returncode == 2
    assert result.stderr.startswith("PDF needs Chromium, and none was found: install it")
