"""Promise 4: contributors' words are no template, no formula, no control sequence and no command, in any format."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factbook.exports.csv_cells import safe, unsafe
from tests.trust.hostile import hostile_site
from tests.trust.markup import pages
from tests.trust.payloads import COMMANDS, FORMULAS, TEMPLATES, payloads
from tests.trust.sites import factbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STARTS = "=+-@|%＝＋－＠\t\r"
STEERING = "\x1b]0;x\x07\x1b[2J\x9b31m\u202e\u2066\u200b\x08"


@pytest.fixture(scope="module")
def hostile_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with formulas, templates and commands in every field."""
    root = tmp_path_factory.mktemp("outputs")
    hostile_site(root, (*FORMULAS, *TEMPLATES, *COMMANDS))
    return root


def test_no_cell_begins_a_formula(hostile_root: Path, record: Callable[[int, str, str, str], None]) -> None:
    """Neither as comma-separated, nor where a program parts rows at semicolons or tabs."""
    made = factbook(hostile_root, "export", "csv")
    assert made.returncode == 0, made.stderr
    rows = list(csv.reader(io.StringIO(made.stdout.removeprefix("\ufeff"))))
    cells = [cell for row in rows for cell in row]
    parts = [part for cell in cells for sign in (";", "\t", "\n") for part in cell.split(sign)]
    assert not [part for part in (*cells, *parts) if part.strip(" \u00a0")[:1] in tuple(STARTS)]
    record(4, "formulas in the table, by its first characters", f"{len(cells)} cells", "none begins one")


@pytest.mark.parametrize("text", payloads())
def test_a_guarded_cell_reads_back(text: str) -> None:
    assert unsafe(safe(text)) == text


def test_templates_stay_words(hostile_root: Path, record: Callable[[int, str, str, str], None]) -> None:
    """What a template language would compute stands in the export letter by letter."""
    made = factbook(hostile_root, "export", "json", str(hostile_root / "data-out"))
    assert made.returncode == 0, made.stderr
    facts = json.loads(next((hostile_root / "data-out").rglob("facts.json")).read_bytes())
    written = json.dumps(facts, ensure_ascii=False)
    for template in TEMPLATES:
        assert json.dumps(template, ensure_ascii=False)[1:-1] in written
    record(
        4, "templates of other languages in every field", f"{len(TEMPLATES)} payloads", "exported letter by letter"
    )


def test_nothing_runs_after_the_way_out(
    tmp_path: Path, full: bool, record: Callable[[int, str, str, str], None]
) -> None:
    """The Markdown tree, made into pages by plain MkDocs and Material, which know nothing of our templates."""
    root, tree = tmp_path / "root", tmp_path / "tree"
    root.mkdir()
    hostile_site(root, payloads() if full else payloads()[::12])
    assert factbook(root, "export", "markdown", str(tree)).returncode == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(tree / "mkdocs.yml")]
    environment = {"PATH": os.environ["PATH"], "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=600)
    made = dict(pages(tree / "site"))
    assert len(made) > 20
    dangers = {path: page.dangers for path, page in made.items() if page.dangers}
    assert not dangers, list(dangers.items())[:3]
    record(4, "payloads in every field, exported as Markdown and built by plain MkDocs and Material", f"{len(made)} pages",
           "no event attribute, no other scheme, no foreign element")  # fmt: skip


COMMAND = re.compile(r"\s*::[\w-]")
"""What a runner takes for a command: https://github.com/actions/runner, ActionCommand.TryParseV2."""
BROKEN = {
    "content/facts/a.yml": f"id: {STEERING}\nstatement: ::error::x\nbad ::warning::y: ##[error]z\n",
    "content/facts/b.yml": "id: '::error::x'\n'::set-output name=a::b': x\ntopics: ['##vso[task.complete]x']\n",
    "content/facts/c.yml": 'id: "a\\nb::error::x"\nstatement: "\\n::error::x\\r\\n::warning::y"\ndate: "\\n::error::z"\n',
    "content/facts/d.yml": "id: &::error::x y\nstatement: !::error::x y\n",
    "content/sources/::error::x.yml": "id: x\n",
    "content/sources/##[error]x.yml": "title: [\n",
    "content/actors/a\x1b[2Jb.yml": "id: x\n",
    "content/actors/line\n::error::y.yml": "id: x\n",
    "content/pages/p.md": "[::error::x](::error::y.md)\n\n[x](\x1b[2J.md)\n",
    "content/pages/q.md": "---\n'::error::x': y\n---\n",
    "content/\u202eabc": "x",
    "content/snapshots/wire.txt": "nothing\n::error::x\n",
}


@pytest.mark.parametrize("format", ["full", "concise", "github", "gitlab", "sarif", "json"])
@pytest.mark.parametrize("ci", ["", "true"])
def test_nothing_that_is_printed_steers_a_terminal_or_a_runner(
    site: Path, format: str, ci: str, record: Callable[[int, str, str, str], None]
) -> None:
    """Messages about hostile files, with and without a runner: only our own commands, no control sequence."""
    for path, text in BROKEN.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text.encode())
    said = factbook(site, "check", "--format", format, **({"CI": ci, "GITHUB_ACTIONS": ci} if ci else {}))
    assert said.returncode == 1, said.stderr
    printed = said.stdout + said.stderr
    assert "Traceback" not in printed
    assert not [c for c in printed if c != "\n" and not c.isprintable()]
    for line in printed.splitlines():
        assert not COMMAND.match(line) or line.startswith(("::error file=", "::warning file=", "::notice file=")), (
            line
        )
        if ci:
            assert "##[" not in line
            assert "##vso[" not in line
    if ci:
        record(4, f"messages about hostile files and names, as `{format}`", f"{len(printed.splitlines())} lines",
               "no control sequence, no command but ours")  # fmt: skip


@pytest.mark.parametrize(("name", "data"), [
    ("t.csv", b"id,statement\n=x,\x1b[2J::error::y\n"),
    ("t.csv", b"\xff\xfe\x00"),
    ("t.csv", b'"' * 100_000),
    ("t.csv", b"," * 300_000),
    ("t.json", b"[" * 100_000),
    ("t.json", b'{"a":' * 100_000),
    ("t.json", b'[{"id":"a","id":"b"}]'),
    ("t.json", b'{"facts":[{"id":"\\ud800","statement":"\\u001b[2J"}]}'),
    ("t.json", b"9" * 100_000),
    ("t.json", b"[1e999999, -Infinity, NaN]"),
    ("t.xyz", b"x"),
])  # fmt: skip
def test_tables_and_json_from_strangers(site: Path, tmp_path: Path, name: str, data: bytes) -> None:
    """`factbook import` refuses what it cannot use, in words."""
    (tmp_path / name).write_bytes(data)
    said = factbook(site, "import", str(tmp_path / name))
    assert said.returncode in (1, 2), said.stdout
    assert "Traceback" not in said.stderr
    assert not [c for c in said.stdout + said.stderr if c != "\n" and not c.isprintable()]
