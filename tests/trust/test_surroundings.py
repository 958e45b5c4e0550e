"""Promise 6: what a process is given and did not ask for breaks nothing: one line for people, and the right status."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.scaffold.fingerprints import record as record_fingerprint
from tests.conftest import REPOSITORY
from tests.unit.cli.conftest import FILES, commit, git

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sized

KEPT = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
COMMAND = [sys.executable, "-m", "factbook"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tiny site that passes."""
    folder = tmp_path / "site-here"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    record_fingerprint(folder / "content/snapshots/gazette.txt", (folder / "content/snapshots",))
    return folder


def factbook(
    site: Path,
    *arguments: str,
    before: Callable[[], object] | None = None,
    variables: Mapping[str, str | None] | None = None,
    **further: str,
) -> subprocess.CompletedProcess[str]:
    """A command in the site's folder; a variable that is None is not there."""
    given = {**KEPT, "PYTHONPATH": str(REPOSITORY / "generator"), **further, **(variables or {})}
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=site,
        env={name: value for name, value in given.items() if value is not None},
        preexec_fn=before,
        capture_output=True,
        check=False,
        timeout=60,
        encoding="utf-8",
        errors="surrogateescape",
    )


def told(said: subprocess.CompletedProcess[str]) -> str:
    """What people see; never a traceback, never a bug."""
    words = said.stdout + said.stderr
    assert "Traceback" not in words, words
    assert "which is a bug" not in words, words
    return words


VARIABLES: dict[str, dict[str, str | None]] = {
    "no HOME": {"HOME": None},
    "an empty HOME": {"HOME": ""},
    "a HOME that is relative": {"HOME": "nowhere"},
    "a HOME that is a file": {"HOME": "/etc/passwd"},
    "a HOME that is not there": {"HOME": "/nowhere/at/all"},
    "a HOME that is a device": {"HOME": "/dev/null"},
    "a cache that is relative": {"XDG_CACHE_HOME": "cache"},
    "a cache that is a file": {"XDG_CACHE_HOME": "/etc/passwd"},
    "a cache in which nobody writes": {"XDG_CACHE_HOME": "/proc"},
    "no folder for temporary files": {"TMPDIR": "/nowhere", "TEMP": "/nowhere", "TMP": "/nowhere"},
    "no PATH": {"PATH": ""},
    "a language that is none": {"LC_ALL": "xx_YY.nonsense", "LANG": "%$"},
    "no language": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "an encoding without accents": {"PYTHONIOENCODING": "ascii"},
    "a terminal without columns": {"COLUMNS": "0", "LINES": "0"},
    "a terminal of no number": {"COLUMNS": "x", "LINES": "y", "TERM": ""},
    "colours by force": {"FORCE_COLOR": "1", "TERM": "unheard-of"},
    "a day of the build that is none": {"SOURCE_DATE_EPOCH": "yesterday"},
    "a day of the build before all others": {"SOURCE_DATE_EPOCH": "-99999999999999"},
    "a zone that is none": {"TZ": "Nowhere/At/All"},
    "texts in no folder": {"FACTBOOK_SNAPSHOTS": "/nowhere:/etc/passwd:/dev/null::"},
    "a commit that is markup": {"FACTBOOK_COMMIT": "<script>alert(1)</script>\n"},
    "a workspace elsewhere": {"GITHUB_WORKSPACE": "/nowhere", "GITHUB_BASE_REF": "--output=x", "CI": "true"},
    "a repository elsewhere": {"GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "/nowhere"},
    "editors and pagers": {"GIT_PAGER": "touch owned", "PAGER": "touch owned", "GIT_EXTERNAL_DIFF": "touch owned"},
}


@pytest.mark.parametrize("kind", VARIABLES)
def test_variables_of_the_environment(site: Path, kind: str) -> None:
    given = VARIABLES[kind]
    if kind == "a day of the build before all others":
        (site / "content/sources/gazette.yml").write_text(FILES["content/sources/gazette.yml"])
    there = {path.name for path in site.iterdir()}
    for arguments in (("check", "--format", "github"), ("build",)):
        said = factbook(site, *arguments, variables=given)
        told(said)
        assert said.returncode == 0, said.stdout + said.stderr
    assert (site / "site/index.html").is_file()
    assert {path.name for path in site.iterdir()} - there <= {"site"}, "nothing is left where nobody asked for it"
    assert "alert(1)</script>" not in (site / "site/index.html").read_text()


def closed(*numbers: int) -> Callable[[], None]:
    def close() -> None:
        for number in numbers:
            os.close(number)

    return close


def to(path: str, *numbers: int) -> Callable[[], None]:
    def turn() -> None:
        handle = os.open(path, os.O_RDWR)
        for number in numbers:
            os.dup2(handle, number)

    return turn


STREAMS: dict[str, tuple[Callable[[], None], int, int]] = {
    "no standard input": (closed(0), 0, 0),
    "no standard output": (closed(1), 0, 0),
    "no standard error": (closed(2), 0, 0),
    "no output and no error": (closed(1, 2), 0, 0),
    "none at all": (closed(0, 1, 2), 0, 0),
    "output to a full disk": (to("/dev/full", 1), 0, 2),
    "errors to a full disk": (to("/dev/full", 2), 0, 0),
    "both to a full disk": (to("/dev/full", 1, 2), 0, 2),
    "input without an end": (to("/dev/zero", 0), 0, 0),
}
"""What is done to the streams; the status of a command that prints nothing on standard output, and of one that does."""


@pytest.mark.parametrize("kind", STREAMS)
def test_streams(site: Path, kind: str) -> None:
    before, silent, printing = STREAMS[kind]
    for arguments, status in ((("check",), silent), (("build",), silent), (("schema", "fact"), printing)):
        said = factbook(site, *arguments, before=before)
        assert (said.returncode, arguments) == (status, arguments), told(said)
    assert (site / "site/index.html").is_file()
    pages = [path for path in (site / "site").rglob("*") if path.is_file()]
    assert not any(b"no problems" in page.read_bytes() for page in pages), "what is said goes into no page"


def test_a_reader_that_goes_away(site: Path) -> None:
    shell = f"'{sys.executable}' -m factbook schema fact | true"
    said = subprocess.run(["sh", "-c", shell], cwd=site, capture_output=True, text=True, check=False, env=KEPT | {"PYTHONPATH": str(REPOSITORY / "generator")})  # fmt: skip
    assert said.stderr == ""


SIGNALS = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}


@pytest.mark.parametrize("name", SIGNALS)
def test_signals(site: Path, name: str) -> None:
    """A build that is told to end clears up what it has begun, and the status says which signal it was."""
    environment = KEPT | {"PYTHONPATH": str(REPOSITORY / "generator")}
    for _ in range(8):
        build = subprocess.Popen(
            [*COMMAND, "build", "--fresh"], cwd=site, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=_not_ignored,
        )  # fmt: skip
        while build.poll() is None and not list(site.glob(".site-[0-9]*")):
            time.sleep(0.005)
        build.send_signal(getattr(signal, name))
        out, err = build.communicate(timeout=60)
        if build.returncode != 0:  # it was not faster
            break
    # CPython ends by SIGINT itself where that came while a dataclass was being made: to a shell both are 130.
    assert 128 - build.returncode == SIGNALS[name] if build.returncode < 0 else build.returncode == SIGNALS[name]
    assert "Traceback" not in err
    assert out == ""
    assert not list(site.glob(".site-[0-9]*"))


def _not_ignored() -> None:
    """`nohup` and a shell's `&` ignore signals, and who starts under them goes on to."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


NOBODY = ("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups", "--inh-caps=+dac_read_search",
          "--ambient-caps=+dac_read_search")  # fmt: skip
"""Becomes a user whom the machine does not know, and who may read (the interpreter stands in somebody's home)."""


@pytest.mark.skipif(not shutil.which("setpriv") or os.geteuid() != 0, reason="only root may become another user")
@pytest.mark.parametrize("cache", ["none", "of root", "closed by root"])
def test_a_user_without_a_name_or_a_home(site: Path, tmp_path: Path, cache: str) -> None:
    """`docker run -u 54321`, and a cache that root has made before."""
    private = tmp_path / "cache"
    environment = {**KEPT, "PYTHONPATH": str(REPOSITORY / "generator")}
    environment.pop("HOME", None)
    if cache != "none":
        environment["XDG_CACHE_HOME"] = str(private)
        subprocess.run([*COMMAND, "build", "-q"], cwd=site, env=environment, check=True)
        assert (private / "factbook").is_dir()
        shutil.rmtree(site / "site")
        private.chmod(0o700 if cache == "closed by root" else 0o755)
    subprocess.run(["chown", "-R", "54321", str(site)], check=True)
    for command in ("check", "build", "build"):
        said = subprocess.run(
            [*NOBODY, *COMMAND, command], cwd=site, env=environment, capture_output=True, text=True, check=False
        )
        told(said)
        assert said.returncode == 0, said.stderr
    assert (site / "site/index.html").stat().st_uid == 54321


def test_a_cache_of_another_user_is_not_believed(site: Path, tmp_path: Path) -> None:
    """Compiled templates are code: whoever can write into the cache could have it run."""
    if os.geteuid() != 0:
        pytest.skip("only root may give files away")
    (tmp_path / "cache/factbook").mkdir(parents=True)
    os.chown(tmp_path / "cache/factbook", 54321, 54321)
    assert factbook(site, "build", XDG_CACHE_HOME=str(tmp_path / "cache")).returncode == 0
    assert list((tmp_path / "cache/factbook").iterdir()) == []


NAMES = ("a b", "a\nb", "-x", "%41", "a#b", "a?b", "a'b\"c", "ü", "a:b", "$(x)", "*", "[a]", "ａ", "\u202ea", os.fsdecode(b"\xe9"))  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_names_of_the_folder(site: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "all").mkdir()
    folder = tmp_path / "all" / name
    site.rename(folder)
    for arguments in (
        ("check",),
        ("check", "--format", "json"),
        ("build",),
        ("fmt",),
        ("export", "csv", f"./{name}.csv"),
    ):
        said = factbook(tmp_path, *arguments, "--site", f"{tmp_path}/all/{name}")
        told(said)
        assert said.returncode == 0, said.stdout + said.stderr
        assert len(said.stderr.splitlines()) <= 2
    assert (folder / "site/index.html").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_by_hand_is_there_whatever_the_folder_and_the_language(site: Path, tmp_path: Path, name: str) -> None:
    (site / "content/pages").mkdir(exist_ok=True)
    (site / "content/pages/about.md").write_text("# About\n")
    (tmp_path / "all").mkdir()
    folder = site.rename(tmp_path / "all" / name)
    said = factbook(tmp_path, "build", "--site", f"{tmp_path}/all/{name}", variables=VARIABLES["no language"])
    assert said.returncode == 0, told(said)
    assert (folder / "site/about/index.html").is_file()


LATIN = os.fsdecode(b"caf\xe9")
PLACES = {
    "content/facts/{}.yml": "- {{}}\n",
    "content/facts/{}/x.yml": "- {{}}\n",
    "content/actors/{}.yml": "id: cafe\n",
    "content/{}": "",
    "content/{}.yml": "id: cafe\n",
    "content/pages/{}.md": "# Words\n",
    "content/pages/{}/x.md": "# Words\n",
}


@pytest.mark.parametrize("place", PLACES)
def test_names_that_are_no_text(site: Path, place: str) -> None:
    """One error each, in every format, at the file; and in the names of texts, which nobody publishes, none."""
    path = site / place.format(LATIN)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLACES[place])
    for format in ("full", "concise", "github", "gitlab", "json"):
        said = factbook(site, "check", "--format", format)
        assert "caf" in told(said)
        assert said.returncode == 1
    assert factbook(site, "build").returncode == 1
    told(factbook(site, "fmt"))
    told(factbook(site, "export", "markdown", "out"))
    told(factbook(site, "diff", "HEAD"))


def test_names_of_texts_that_are_no_text(site: Path) -> None:
    (site / f"content/snapshots/{LATIN}.txt").write_text("words")
    for arguments in (("check",), ("find", "counted 12 ships"), ("build",)):
        assert factbook(site, *arguments).returncode == 0, told(factbook(site, *arguments))
    for arguments in (("snapshot", "--all"), ("snapshot", "--verify")):
        assert "not a name that a file can have" in told(factbook(site, *arguments))


@pytest.mark.parametrize("arguments", [("check",), ("build", "--site", "{site}"), ("init", "x"), ("diff", "main")])
def test_a_folder_that_is_gone(site: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "gone").mkdir()
    words = " ".join(f"'{word.format(site=site)}'" for word in arguments)
    shell = f"cd '{tmp_path}/gone' && rmdir ../gone && '{sys.executable}' -m factbook {words}"
    environment = KEPT | {"PYTHONPATH": str(REPOSITORY / "generator")}
    said = subprocess.run(["sh", "-c", shell], env=environment, capture_output=True, text=True, check=False)
    assert said.returncode in (0, 2)
    assert "is gone" in told(said) or said.returncode == 0


MOMENTS = {"long ago": 0, "now": None, "in the future": 4_000_000_000}


@pytest.mark.parametrize("moment", MOMENTS)
def test_clocks_of_files(site: Path, moment: str) -> None:
    """Files of another time than now are read as all others are, and a build after the build does nothing."""
    stamp = MOMENTS[moment]
    for path in (site, *site.rglob("*")):
        os.utime(path, None if stamp is None else (stamp, stamp))
    assert factbook(site, "build").returncode == 0
    assert "nothing has changed" in factbook(site, "build").stderr
    (site / "content/topics/ships.yml").write_text("id: ships\ntitle: Ships in the bay\n")
    os.utime(site / "content/topics/ships.yml", (0, 0))
    assert "nothing has changed" not in factbook(site, "build").stderr


def in_git(site: Path) -> None:
    git(site, "init", "-q", "-b", "main")
    commit(site)


def owned(site: Path) -> None:
    in_git(site)
    subprocess.run(["chown", "-R", "54321", str(site)], check=True)


def corrupt(site: Path) -> None:
    in_git(site)
    for path in (site / ".git/objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"x")


def inside_the_store(site: Path) -> None:
    in_git(site)
    shutil.copytree(site / "content", site / ".git/content")
    shutil.copy(site / "site_config.yml", site / ".git")


def broken(name: str, text: str) -> Callable[[Path], None]:
    def make(site: Path) -> None:
        in_git(site)
        (site / ".git" / name).write_text(text)

    return make


REPOSITORIES: dict[str, tuple[Callable[[Path], object], str]] = {
    "none": (lambda site: None, "not in a git repository"),
    "no commit": (lambda site: git(site, "init", "-q", "-b", "main"), "git knows no revision"),
    "of another user": (owned, "safe.directory"),
    "a damaged store": (corrupt, "git"),
    "a head that is none": (broken("HEAD", "nonsense"), "git"),
    "a configuration that is none": (broken("config", "[core\n"), "git refuses"),
    "a link to nowhere": (lambda site: (site / ".git").write_text("gitdir: /nowhere\n"), "git"),
    "a format of tomorrow": (broken("config", "[core]\n\trepositoryformatversion = 99\n"), "git refuses"),
}


@pytest.mark.parametrize("state", REPOSITORIES)
def test_states_of_git(site: Path, tmp_path: Path, state: str) -> None:
    make, words = REPOSITORIES[state]
    if state == "of another user" and os.geteuid() != 0:
        pytest.skip("only root may give files away")
    make(site)
    said = factbook(site, "diff", "main", HOME=str(tmp_path))
    assert words in told(said)
    assert said.returncode == 2
    assert len(said.stderr.splitlines()) == 1
    assert factbook(site, "build", "--since", "main", HOME=str(tmp_path)).returncode == 2
    assert factbook(site, "check", "--format", "github", GITHUB_BASE_REF="main", HOME=str(tmp_path)).returncode == 0


def test_no_command_of_a_repository_is_run(site: Path) -> None:
    """Filters, hooks, monitors and transports in the configuration of the folder's own repository."""
    in_git(site)
    for key in ("core.fsmonitor", "core.hooksPath", "filter.x.clean", "filter.x.process", "filter.a.b.clean", "diff.external",
                "diff.x.textconv", "diff.x.command", "core.sshCommand", "core.pager", "core.editor", "core.alternateRefsCommand"):  # fmt: skip
        git(site, "config", key, f"touch {site}/owned; cat #")
    git(site, "config", "filter.x.required", "true")
    (site / ".git/info").mkdir(exist_ok=True)
    (site / ".git/info/attributes").write_text("*.yml filter=x diff=x\n*.md filter=a.b\n")
    topic = site / "content/topics/ships.yml"
    topic.write_text(topic.read_text() + "summary: Ships lay in the harbour.\n")
    from factbook.authoring.diff.working_tree import draft
    from factbook.pipeline import stages

    assert [change.id for change in draft(site, stages.parsed_one).changes] == ["ships"]
    assert factbook(site, "diff", "HEAD").returncode == 0
    assert factbook(site, "build", "--since", "HEAD").returncode == 0
    assert not (site / "owned").exists()


def test_the_table_of_surroundings(record: Callable[[int, str, str, str], None]) -> None:
    """The row of what the tests above tried."""
    tried: dict[str, Sized] = {
        "variables": VARIABLES,
        "streams": STREAMS,
        "signals": SIGNALS,
        "names": (*NAMES, *PLACES),
        "states of git": REPOSITORIES,
    }
    record(6, "surroundings: variables, streams, signals, users, names, clocks, git",
           ", ".join(f"{len(found)} {what}" for what, found in tried.items()), "one line each, and the right status")  # fmt: skip
