"""Promise 5: nothing outside the site's folders is read, and no content takes the place of another file."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.content.schema.formats import file, slug
from factbook.evidence.texts.store import Snapshots, Text
from tests.conftest import REPOSITORY
from tests.site.test_builds import digests
from tests.trust.conftest import FULL
from tests.trust.sites import factbook

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("../x", "..", ".", "/etc/passwd", "a/../../x", "..\\x", "C:\\x", "\\\\host\\x", "a/b", "~/x/y", "a\0b", "", " a", ".x",
         "\u202etxt.exe", "a\nb", "x" * 300, "%2e%2e/x", "file:///etc/passwd", "‥/x", "／etc／passwd", "con/x")  # fmt: skip
RESERVED = ("index", "search", "assets", "con", "prn", "aux", "nul", "com1", "lpt9", "com0", "lpt5")
SECRET = "the words of a secret file"


@pytest.mark.parametrize("name", NAMES)
def test_names_of_texts_lead_nowhere_else(tmp_path: Path, name: str) -> None:
    """Whatever name a source gives, its text comes from the folder of snapshots or not at all."""
    folder = tmp_path / "snapshots"
    folder.mkdir()
    (tmp_path / "x").write_text(SECRET)
    found = Snapshots((folder,)).text(name)
    assert not isinstance(found, Text)
    assert not name or file(name) or found is None or not name.isascii() or len(name) > 240


def special(kind: str, path: Path, outside: Path) -> None:
    """Puts something that is no ordinary file at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or path.exists():
        path.unlink()
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        devices = {"device": Path("/dev/zero"), "terminal": Path("/dev/tty")}
        path.symlink_to({"link": outside, "loop": path, "folder link": outside.parent, **devices}[kind])


KINDS = ("link", "loop", "device", "terminal", "fifo", "folder", "folder link")
PLACES = ("content/facts/trap.yml", "content/actors/trap.yml", "content/briefing.yml", "content/pages/trap.md",
          "content/snapshots/wire.txt", "content/snapshots/wire.txt.fingerprint", "content/trap", "site_config.yml",
          "content/facts/deep")  # fmt: skip


TRIED = [(kind, place) for kind in KINDS for place in PLACES]


@pytest.mark.parametrize(("kind", "place"), TRIED if FULL else TRIED[::7])
def test_what_is_no_ordinary_file(site: Path, tmp_path: Path, kind: str, place: str) -> None:
    """Links, loops, devices and pipes are refused or passed over in little time; what they lead to is not shown."""
    outside = tmp_path / "outside" / "secret.yml"
    outside.parent.mkdir()
    outside.write_text(f"id: secret\nstatement: {SECRET}\nname: {SECRET}\n")
    special(kind, site / place, outside)
    said = factbook(site, "build", "--output", str(tmp_path / "out"))
    assert "Traceback" not in said.stderr, said.stderr[-1500:]
    assert SECRET not in said.stdout + said.stderr
    for page in (tmp_path / "out").rglob("*"):
        assert not page.is_file() or SECRET.encode() not in page.read_bytes(), page


def test_the_table_of_files(record: Callable[[int, str, str, str], None]) -> None:
    """The row of what the tests above tried."""
    record(5, "names that lead out of the folder of texts", f"{len(NAMES)} names", "none is read")
    record(5, "links, loops, devices, pipes in the place of files", f"{len(KINDS) * len(PLACES)} sites",
           "refused or passed over; nothing outside is shown")  # fmt: skip


RUNS = "import pathlib; pathlib.Path(__file__).with_name('was-here').touch()\n"
OBEYED = {
    "mkdocs.yml": "site_name: x\nhooks: [hooks.py]\ntheme: {name: material, custom_dir: overrides}\n"
                  "extra: !!python/object/apply:os.system ['touch was-here']\nx: !ENV HOME\n",
    "hooks.py": RUNS, "macros.py": RUNS, "main.py": RUNS, "sitecustomize.py": RUNS, "usercustomize.py": RUNS, "conftest.py": RUNS,
    "yaml.py": RUNS, "click.py": RUNS, "jinja2/__init__.py": RUNS, "generator/__init__.py": RUNS,
    "overrides/main.html": "<script>x</script>", "overrides/partials/header.html": "{{ 7 * 7 }}", "main.html": "x",
    "theme/main.html": "x", "templates/fact.html": "x", "assets/factbook.css": "x", "docs/index.md": "# x", "requirements.txt": "x",
    ".env": "FACTBOOK_SNAPSHOTS=/etc\n", "pyproject.toml": "[tool.factbook]\nx = 1\n", ".git/config": "[core]\n\tfsmonitor = touch was-here\n",
}  # fmt: skip
"""What MkDocs, Python, Jinja or git take orders from, when it stands in the folder."""


def test_nothing_in_the_folder_is_obeyed(site: Path, record: Callable[[int, str, str, str], None]) -> None:
    """Started in a stranger's folder, `factbook` takes from it the settings and the content, and no order."""
    assert factbook(site, "build").returncode == 0
    before = digests(site / "site")
    for path, text in OBEYED.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    command = [sys.executable, "-P", "-c", "from factbook.cli import main; main()", "build"]
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONPATH": str(REPOSITORY)}
    said = subprocess.run(
        command, cwd=site, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert said.returncode == 0, said.stdout + said.stderr
    assert not list(site.rglob("was-here"))
    assert digests(site / "site") == before
    record(5, "a mkdocs.yml, hooks, templates, modules, a git configuration in the site's folder", f"{len(OBEYED)} files",
           "none obeyed; the same site")  # fmt: skip


@pytest.mark.parametrize("name", RESERVED)
def test_names_that_the_site_or_a_system_needs(name: str) -> None:
    assert slug(name)


CLASHES = {
    "content/pages/topics/flood.md": "a page in the place of a topic",
    "content/pages/Topics/Flood.md": "the same but for its case",
    "content/pages/assets/factbook.css.md": "a folder in the place of the style sheet",
    "content/pages/search.md": "the page of the search",
    "content/pages/search/manifest.json.md": "a folder in the place of the index",
    "content/pages/404.html.md": "a folder in the place of the page for what is not found",
    "content/pages/sitemap.xml.md": "a folder in the place of the site map",
    "content/pages/de/index.md": "the home page of another language",
    "content/pages/index.md": "the home page",
    "content/pages/facts/river-rose-40.md": "the address of a fact",
    "content/pages/actors/keller.md": "an old address",
    "content/pages/data/facts.csv.md": "a folder in the place of the table",
}


@pytest.mark.parametrize("path", CLASHES if FULL else list(CLASHES)[::4])
def test_no_page_takes_the_place_of_another_file(site: Path, path: str) -> None:
    """Refused with a message; and what stood there before stays."""
    assert factbook(site, "build").returncode == 0
    before = digests(site / "site")
    page = site / path
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("# Taken\n\nover.\n", encoding="utf-8")
    said = factbook(site, "build")
    assert said.returncode == 1, f"{CLASHES[path]}: {said.stdout}{said.stderr}"
    assert "address" in said.stdout
    assert before == digests(site / "site")


def test_names_that_differ_only_in_how_they_are_composed(
    site: Path, record: Callable[[int, str, str, str], None]
) -> None:
    """`é` in one character and in two is one name to some disks."""
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "café")
        (site / "content" / "pages" / f"{name}.md").write_text("# Café\n", encoding="utf-8")
    said = factbook(site, "build")
    assert said.returncode == 1
    assert "address-taken" in said.stdout
    record(
        5,
        "pages in the place of other files",
        f"{len(CLASHES) + 1} clashes, {len(RESERVED)} reserved names",
        "refused",
    )
