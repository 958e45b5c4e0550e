"""Plugins: the package of the documentation is installed and run; what fails is told with the plugin's name."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY
from tests.unit.cli.conftest import replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.cli.conftest import Run

PAGE = REPOSITORY / "docs" / "how-to" / "write-a-plugin.md"
_FILE = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```\n', re.S | re.M)


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the package of the page is installed, without a network."""
    source, target = tmp_path_factory.mktemp("package"), tmp_path_factory.mktemp("installed")
    for name, text in _FILE.findall(PAGE.read_text("utf-8")):
        (source / name).write_text(text, encoding="utf-8")
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--no-cache-dir", "--quiet")
    command = (sys.executable, "-m", "pip", "install", *offline, "--target", str(target), str(source))
    subprocess.run(command, check=True, capture_output=True, text=True)
    return target


@pytest.fixture
def plugin(installed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package of the page can be imported, and is not."""
    monkeypatch.syspath_prepend(installed)
    yield
    sys.modules.pop("house_rules", None)


def configure(site: Path, *names: str) -> None:
    with (site / "site_config.yml").open("a") as config:
        config.write(f"plugins: [{', '.join(names)}]\n")


@pytest.mark.usefixtures("plugin")
def test_the_check_of_a_named_plugin_is_heard(site: Path, run: Run) -> None:
    configure(site, "house-rules")
    result = run("check", "--format", "concise")
    assert result.exit_code == 0
    assert result.stdout == (
        "content/facts/ships.yml:11:14: warning[house-rules-long] "
        "the statement has 12 words in en, and our readers like ten\n"
    )
    assert run("check", "--strict").exit_code == 1


@pytest.mark.usefixtures("plugin")
def test_its_warning_can_be_answered(site: Path, run: Run) -> None:
    configure(site, "house-rules")
    answer = "answered: [{code: house-rules-long, about: 12 words, reason: It needs them.}]"
    replace(site, "content/facts/ships.yml", "- id: two-left\n", f"- id: two-left\n  {answer}\n")
    assert run("check").stdout == ""


@pytest.mark.usefixtures("plugin")
def test_an_answer_to_nothing_that_it_says_is_told(site: Path, run: Run) -> None:
    configure(site, "house-rules")
    answer = "answered: [{code: house-rules-long, about: 40 words, reason: It needs them.}]"
    replace(site, "content/facts/ships.yml", "- id: two-left\n", f"- id: two-left\n  {answer}\n")
    assert "nothing here is told as `house-rules-long` about “40 words”" in run("check").stdout


@pytest.mark.usefixtures("plugin")
def test_the_export_of_a_named_plugin_fills_a_folder(site: Path, run: Run) -> None:
    configure(site, "house-rules")
    assert run("export", "house-rules", "out").exit_code == 0
    assert (site / "out" / "speakers.tsv").read_text() == "1\tThe Gazette\n1\tharbour-master\n"


@pytest.mark.usefixtures("plugin")
def test_a_plugin_that_is_not_named_is_not_imported(site: Path, run: Run) -> None:
    assert run("check").exit_code == 0
    assert "house_rules" not in sys.modules
    result = run("export", "house-rules", "out")
    assert result.exit_code == 2
    assert "A plugin's has to be named in `plugins:` of site_config.yml." in result.stderr


def test_a_plugin_that_is_named_and_missing_is_told(site: Path, run: Run) -> None:
    configure(site, "house-rules")
    result = run("check", "--format", "concise")
    assert result.exit_code == 2
    assert "site_config.yml:2:11: error[plugin-missing]" in result.stdout
    assert run("build").exit_code == 2


@pytest.mark.usefixtures("plugin")
def test_a_name_that_is_nearly_right_is_offered(site: Path, run: Run) -> None:
    configure(site, "house-rule")
    assert "Did you mean `house-rules`?" in run("check").stdout


FAULTS = {
    "raise ZeroDivisionError('by nought')": "the plugin `faulty` failed: ZeroDivisionError: by nought",
    "import no_such_module": "the plugin `faulty` failed: ModuleNotFoundError: No module named 'no_such_module'",
    "raise SystemExit(3)": "the plugin `faulty` failed: SystemExit: 3",
    "return 5": "the plugin `faulty` failed: TypeError: 'int' object is not iterable",
    "return ['a text']": "its check gave a value of the type str, not a Diagnostic",
    "from factbook.diagnostics.types import Diagnostic, Span; return [Diagnostic('mine', 'm', Span('a.yml'))]": (
        "its check used the code `mine`, which does not begin `faulty-`"
    ),
}


def faulty(folder: Path, group: str, body: str) -> None:
    """Writes what an installed plugin consists of, whose function does `body`."""
    (folder / "faulty_plugin.py").write_text(f"def run(corpus, evidence, settings):\n    {body}\n")
    (folder / "faulty-1.dist-info").mkdir()
    (folder / "faulty-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty\nVersion: 1\n")
    (folder / "faulty-1.dist-info" / "entry_points.txt").write_text(f"[{group}]\nfaulty = faulty_plugin:run\n")


@pytest.mark.parametrize("body", FAULTS)
def test_a_check_that_fails_is_an_error_with_its_name(
    site: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    faulty(tmp_path, "factbook.checks", body)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "faulty_plugin", raising=False)
    configure(site, "faulty")
    result = run("check", "--format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith("site_config.yml:2:11: error[plugin-failed]")
    assert FAULTS[body] in result.stdout
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("raise ValueError('no')", "the plugin `faulty` failed: ValueError: no"),
        ("yield '../outside', b''", "its export names the file `../outside`, which leads out of the folder"),
        ("yield 'a.txt', 'text'", "its export gave something else than the path and the bytes of a file"),
    ],
)
def test_an_export_that_fails_writes_nothing(
    site: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, told: str
) -> None:
    faulty(tmp_path, "factbook.exports", body)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "faulty_plugin", raising=False)
    configure(site, "faulty")
    result = run("export", "faulty", "out")
    assert result.exit_code == 1
    assert told in result.stdout
    assert not (site / "out").exists()


def test_a_changed_plugin_is_heard_where_all_else_is_kept(
    site: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site that stands is built again when its plugin has changed, without another version being installed."""
    faulty(tmp_path, "factbook.checks", "return []")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delitem(sys.modules, "faulty_plugin", raising=False)
    configure(site, "faulty")
    assert run("build").exit_code == 0
    assert "nothing has changed since the last build" in run("build").stderr
    (tmp_path / "faulty_plugin.py").write_text("def run(corpus, evidence, settings):\n    raise ValueError('new')\n")
    for command in ("check", "build"):
        monkeypatch.delitem(sys.modules, "faulty_plugin", raising=False)
        result = run(command)
        assert result.exit_code == 1
        assert "ValueError: new" in result.stdout
