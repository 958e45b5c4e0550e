"""build: what it prints, what it writes, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, FileSystemLoader

from factbook.theme import csp
from factbook.theme.material import MaterialTheme
from tests.unit.cli.conftest import replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

FACTS = "content/facts/ships.yml"


def test_build_writes_the_site_and_says_where(site: Path, run: Run) -> None:
    result = run("build")
    assert result.exit_code == 0
    assert result.stderr.endswith("2 facts with 2 citations are in site/\n")
    assert "harbour master counted 12 ships" in (site / "site/facts/twelve-ships.html").read_text("utf-8")


@pytest.mark.parametrize("strict", [False, True])
def test_build_writes_nothing_when_something_is_wrong(site: Path, run: Run, strict: bool) -> None:
    if strict:
        (site / "content/topics/empty.yml").write_text("id: empty\ntitle: Nothing yet\n")
    else:
        replace(site, FACTS, "12 ships in", "15 ships in")
    result = run("build", *(["--strict"] if strict else []))
    assert result.exit_code == 1
    assert result.stderr.endswith("; nothing was written\n")
    assert not (site / "site").exists()


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (None, "The theme that is installed does not fit: it has no template 404.html."),
        ("{% extends 'gone.html' %}", "The theme that is installed does not fit: it has no template gone.html."),
        ("{% if %}", "Factbook itself failed, which is a bug: TemplateSyntaxError"),
        ("{{ nothing.of.it }}", "Factbook itself failed, which is a bug: UndefinedError"),
    ],
)
def test_a_fault_of_a_template_is_no_fault_of_the_disk(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, template: str | None, said: str
) -> None:
    """Jinja's error for a template that is not there is an `OSError`."""
    if template is not None:
        (tmp_path / "404.html").write_text("Nothing is here.")
        (tmp_path / "main.html").write_text(template)
    monkeypatch.setattr(MaterialTheme, "_environment", Environment(loader=FileSystemLoader(tmp_path)))
    monkeypatch.setattr(csp, "INLINE_SCRIPTS", ())
    result = run("build")
    assert result.exit_code == 70, result.output
    assert said in result.stderr
    assert "disk" not in result.output
    assert not (site / "site").exists()
