"""A build with a stamp gives the bytes that one without gives, and builds whenever anything is not as it was."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.authoring.scaffold.fingerprints import record
from factbook.cli import cli
from factbook.pipeline import stages, up_to_date
from factbook.publish import build_lock
from tests.bench import corpus
from tests.conftest import REPOSITORY
from tests.site.test_builds import digests
from tests.site.test_incremental import BREAKING, SIZE, WAYS, edits
from tests.unit.cli.conftest import FILES, commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

SAME = "nothing has changed since the last build"
CODE = up_to_date._CODE


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("FACTBOOK_") and name != "FACTBOOK_EDITS"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "code").mkdir()
    monkeypatch.setattr(up_to_date, "_CODE", tmp_path / "code")  # ours may be edited while its tests run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A tiny site, built."""
    root = tmp_path / "root"
    for path, text in (FILES | {"content/pages/about.md": "# About\n"}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    record(root / "content/snapshots/gazette.txt", (root / "content/snapshots",))
    assert SAME not in build(root).stderr
    return root


def build(root: Path, *arguments: str) -> Result:
    found = CliRunner().invoke(cli, ["build", "--site", str(root), *arguments], prog_name="factbook")
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found


def clean(root: Path, elsewhere: Path) -> dict[str, str]:
    """What a build makes that knows of no other."""
    assert build(root, "--output", str(elsewhere), "--fresh").exit_code == 0
    return digests(elsewhere)


def seen(root: Path) -> list[tuple[str, int, int]]:
    return sorted((str(path), path.stat().st_ino, path.stat().st_mtime_ns) for path in (root / "site").rglob("*"))


def test_nothing_is_done_when_nothing_has_changed(root: Path) -> None:
    before = seen(root)
    again = build(root)
    assert (again.exit_code, again.stdout) == (0, "")
    assert "no problems; nothing has changed since the last build, and " in again.stderr
    assert seen(root) == before
    assert not any(path.name.startswith(".site-1") for path in root.iterdir())


def test_neither_mkdocs_nor_jinja_nor_babel_is_loaded_for_that(root: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from factbook.pipeline import up_to_date; from factbook.cli import cli\n"
        "up_to_date._CODE = Path(sys.argv[2])\n"
        "try: cli(['build', '--site', sys.argv[1]])\n"
        "except SystemExit: print(*{'mkdocs', 'jinja2', 'babel', 'factbook.pipeline.stages'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, str(root), str(up_to_date._CODE)]
    said = [subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True) for _ in range(2)][1]
    assert SAME in said.stderr
    assert said.stdout.strip() == ""


def test_after_each_edit_the_bytes_are_those_of_a_clean_build(tmp_path: Path) -> None:
    """After some edits, and after none, and after files were touched without a change."""
    many, seed = edits()
    draw, root = random.Random(seed), tmp_path / "root"
    corpus.write(root, SIZE)
    build(root)
    ways = [touch, *(way for way in WAYS if way not in BREAKING)]
    for number in range(min(many, 60)):
        written = draw.choice(ways)(root, draw, number)
        build(root)
        assert digests(root / "site") == clean(root, tmp_path / "clean"), f"seed {seed}, edit {number}"
        assert SAME in build(root).stderr, f"seed {seed}, edit {number}: {written}"


def touch(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """Another time, and the same words."""
    file = draw.choice(sorted(root.joinpath("content").rglob("*.yml")))
    os.utime(file, ns=(number, number))
    return frozenset([file])


def test_a_file_that_was_only_touched_is_the_same(root: Path) -> None:
    for file in (root / "content").rglob("*.yml"):
        os.utime(file, ns=(0, 0))
    assert SAME in build(root).stderr


def append(path: Path, words: str) -> None:
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


EDITS: dict[str, Callable[[Path], object]] = {
    "a word": lambda root: rewrite(root / "content/topics/ships.yml", "in the harbour", "in this harbour"),
    "a page by hand": lambda root: append(root / "content/pages/about.md", "\nMore.\n"),
    "a new page": lambda root: (root / "content/pages/new.md").write_text("# New\n"),
    "a comment": lambda root: rewrite(root / "content/topics/ships.yml", "id: ships", "# Now:\nid: ships"),
    "the configuration": lambda root: append(root / "site_config.yml", "quote_words: 24\n"),
    "a text that is gone": lambda root: (root / "content/snapshots/gazette.txt").unlink(),
    "a file of the site that is gone": lambda root: (root / "site/index.html").unlink(),
    "a file of the site": lambda root: rewrite(root / "site/index.html", "<html", "<HTML"),
    "a file of the site at its old time": lambda root: same_time(root / "site/index.html"),
    "a link in the site": lambda root: link(root / "site/index.html"),
    "a mode in the site": lambda root: (root / "site/index.html").chmod(0o600),
    "the whole site": lambda root: shutil.rmtree(root / "site"),
    "a copy of the site": lambda root: copied(root / "site"),
}


def same_time(path: Path) -> None:
    before = path.stat()
    rewrite(path, "<html", "<HTML")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def link(path: Path) -> None:
    path.rename(path.parents[1] / "other.html")
    path.symlink_to("../other.html")


def copied(site: Path) -> None:
    shutil.copytree(site, site.with_name("copy"))
    shutil.rmtree(site)
    site.with_name("copy").rename(site)


@pytest.mark.parametrize("what", EDITS)
def test_a_build_follows_a_change_of(root: Path, tmp_path: Path, what: str) -> None:
    before = digests(root / "site")
    EDITS[what](root)
    assert SAME not in build(root).stderr
    assert digests(root / "site") == (before if " site" in what else clean(root, tmp_path / "clean"))
    assert SAME in build(root).stderr


def test_what_others_keep_in_the_site_is_no_change(root: Path) -> None:
    """It stays, and the site is as it was."""
    (root / "site/more.html").write_text("more")
    (root / "site/.git").mkdir()
    for build_again in (("--fresh",), (), ("--fresh",)):
        said = build(root, *build_again)
        assert (SAME in said.stderr) == (not build_again)
        assert (root / "site/more.html").read_text() == "more"
        assert (root / "site/.git").is_dir()


def test_a_build_follows_its_environment(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTBOOK_COMMIT", "0123456789abcdef")
    assert SAME not in build(root).stderr
    texts = tmp_path / "texts"
    texts.mkdir()
    (root / "content/snapshots/gazette.txt").rename(texts / "gazette.txt")
    monkeypatch.setenv("FACTBOOK_SNAPSHOTS", str(texts))
    assert SAME not in build(root).stderr
    assert SAME in build(root).stderr
    (texts / "gazette.txt").write_text("Something else.\n")
    assert build(root).exit_code == 1


def test_texts_in_another_folder_are_looked_at(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "texts").mkdir()
    (root / "content/snapshots/gazette.txt").rename(tmp_path / "texts/gazette.txt")
    (tmp_path / "link").symlink_to(tmp_path / "texts")  # the user's own word, so it may be a link
    monkeypatch.setenv("FACTBOOK_SNAPSHOTS", str(tmp_path / "link"))
    build(root)
    assert SAME in build(root).stderr
    (tmp_path / "texts/gazette.txt").write_text("Something else.\n")
    assert build(root).exit_code == 1


def test_a_build_follows_its_own_code(root: Path, tmp_path: Path) -> None:
    assert CODE == REPOSITORY / "generator" / "factbook", "templates, words and style sheets are in there too"
    for number, name in enumerate(
        ("pages/home.py", "theme/overrides/main.html", "locale/de.po", "vocabulary/fact.yaml")
    ):
        file = tmp_path / "code" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(number))
    assert SAME not in build(root).stderr
    (tmp_path / "code/pages/__pycache__").mkdir()
    assert SAME in build(root).stderr
    for file in sorted(path for path in (tmp_path / "code").rglob("*") if path.is_file()):
        file.write_text("edited")
        assert SAME not in build(root).stderr


def test_a_build_follows_what_is_installed(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "packages/something-9.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    assert SAME not in build(root).stderr
    assert SAME in build(root).stderr
    (tmp_path / "packages/something-9.dist-info").rename(tmp_path / "packages/something-10.dist-info")
    assert SAME not in build(root).stderr
    monkeypatch.setattr(sys, "version", "4.0")
    assert SAME not in build(root).stderr


def test_the_same_is_told_again(root: Path) -> None:
    (root / "content/actors/nobody.yml").write_text("id: nobody\nname: Nobody\nkind: person\n")
    first = {format: build(root, "--fresh", "--format", format) for format in ("full", "concise", "json", "github")}
    assert "nobody" in first["full"].stdout
    for format, before in first.items():
        again = build(root, "--format", format)
        assert SAME in again.stderr
        assert (again.exit_code, again.stdout) == (before.exit_code, before.stdout) == (0, before.stdout)
    strict = build(root, "--strict")
    assert strict.exit_code == 1
    assert "nothing was written" in strict.stderr


def test_another_output_and_another_way_to_build_have_stamps_of_their_own(root: Path, tmp_path: Path) -> None:
    assert SAME not in build(root, "--output", str(tmp_path / "other")).stderr
    assert SAME in build(root, "--output", str(tmp_path / "other")).stderr
    assert SAME in build(root).stderr
    assert SAME not in build(root, "--fresh").stderr
    assert SAME in build(root).stderr


def test_a_stamp_knows_the_revision_of_old_words(root: Path) -> None:
    git(root, "init", "-q", "-b", "main")
    commit(root)
    assert SAME not in build(root, "--since", "main").stderr
    assert SAME in build(root, "--since", "HEAD").stderr, "the same commit"
    assert SAME not in build(root).stderr
    assert build(root, "--since", "nowhere").exit_code == 2


def test_an_error_is_never_hidden(root: Path) -> None:
    before = digests(root / "site")
    rewrite(root / "content/facts/ships.yml", "counted 12 ships on", "counted 13 ships on")
    assert build(root).exit_code == build(root).exit_code == 1
    assert digests(root / "site") == before
    rewrite(root / "content/facts/ships.yml", "counted 13 ships on", "counted 12 ships on")
    assert SAME in build(root).stderr


@pytest.mark.parametrize("spoil", [lambda data: data[:-9], lambda data: data[:60] + b"x" + data[61:]])
def test_a_stamp_that_cannot_be_read_is_said_and_dropped(
    root: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    (kept,) = (tmp_path / "cache/factbook/stamps").iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    again = build(root)
    assert "cannot be read; the site is built again" in again.stderr
    assert SAME not in again.stderr
    assert SAME in build(root).stderr


def test_a_stamp_of_another_shape_is_dropped(root: Path, tmp_path: Path) -> None:
    (kept,) = (tmp_path / "cache/factbook/stamps").iterdir()
    kept.write_bytes(b"factbook stamp 0\n")
    assert SAME not in build(root).stderr


def test_an_edit_while_it_builds_is_built_next_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even one that was taken back: the build may have read it."""
    real, file = stages.build, root / "content/topics/ships.yml"
    words = file.read_text()

    def meanwhile(*arguments: object, **more: object) -> stages.CheckResult:
        file.write_text(words.replace("the harbour", "that harbour"))
        built = real(*arguments, **more)  # type: ignore[arg-type]
        file.write_text(words)
        return built

    monkeypatch.setattr(stages, "build", meanwhile)
    build(root, "--fresh")
    monkeypatch.undo()
    assert "Ships in that harbour" in (root / "site/topics/ships/index.html").read_text()
    assert SAME not in build(root).stderr
    assert "Ships in that harbour" not in (root / "site/topics/ships/index.html").read_text()


def test_a_site_that_stays_overtakes_a_build_that_began_before(root: Path) -> None:
    with build_lock.acquire(root / "site") as earlier:
        assert SAME in build(root).stderr
        with pytest.raises(build_lock.SupersededBuild):
            earlier.commit(lambda: True)


def test_where_nothing_can_be_kept_everything_is_built(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "cache").write_text("no folder")
    assert SAME not in build(root).stderr
    assert SAME not in build(root).stderr
