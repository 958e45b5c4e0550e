"""What the project stands on is declared, locked with hashes, and pinned by commit."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

import pytest
import yaml

from factbook import __version__
from tests.house.code import REPOSITORY, modules

if TYPE_CHECKING:
    from pathlib import Path

NEW_SITE = "generator/factbook/authoring/scaffold/example"
LOCKS = ("requirements/site.txt", "requirements/test.txt", f"{NEW_SITE}/requirements/dependencies.txt")
HASHED = (*LOCKS, f"{NEW_SITE}/requirements/uv.txt", "requirements/neighbours.txt")
IMAGE = re.compile(r"[\w./:-]+@sha256:[0-9a-f]{64}")
PINNED = re.compile(r"^\s*(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v\d", re.M)


def declared() -> set[str]:
    """Names of the dependencies in pyproject.toml."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {_name(requirement) for requirement in project["dependencies"]}


def extras() -> set[str]:
    """Names of what the extras for users bring."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    offered = project["optional-dependencies"].values()
    return {_name(requirement) for names in offered for requirement in names}


def imported() -> set[str]:
    """Names of the distributions that the generator imports from."""
    providers = packages_distributions()
    tops = {name.partition(".")[0] for module in modules() for name, _ in module.imports()}
    outside = tops - set(sys.stdlib_module_names) - {"factbook"}
    return {_name(provider) for top in outside for provider in providers.get(top, [f"nothing that has {top}"])[:1]}


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    found_by_name = {"mkdocs-material"}  # a theme: its templates are read, and nothing of it is imported
    assert imported() | found_by_name == declared() | extras()


@pytest.mark.parametrize("lock", HASHED)
def test_every_locked_package_has_hashes(lock: str) -> None:
    text = (REPOSITORY / lock).read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-z0-9])", text, flags=re.M | re.I)[1:]
    assert packages
    assert not [package.split()[0] for package in packages if "--hash=sha256:" not in package]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_locked(lock: str) -> None:
    text = (REPOSITORY / lock).read_text(encoding="utf-8")
    locked = {_name(line) for line in re.findall(r"^[\w.-]+==", text, re.M)}
    assert declared() <= locked, f"not in {lock}: run `make lock`"


@pytest.mark.parametrize(("lock", "list"), [(LOCKS[0], LOCKS[2]), (LOCKS[1], HASHED[3])])
def test_a_new_site_is_built_with_what_is_tested_here(lock: str, list: str) -> None:
    ours, new = ((REPOSITORY / name).read_text(encoding="utf-8") for name in (lock, list))
    assert {line for line in re.findall(r"^[\w.-]+==.*", new, re.M) if line not in ours} == set(), "run `make lock`"


def test_every_locked_package_of_npm_has_its_hash_and_no_address() -> None:
    locks = sorted((REPOSITORY / "tests").glob("*/**/package-lock.json"))
    assert len(locks) == 2
    for lock in locks:
        packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
        assert not [name for name, package in packages.items() if name and "integrity" not in package], lock
        assert "resolved" not in lock.read_text(encoding="utf-8"), lock


def test_the_citation_file_names_the_version() -> None:
    text = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {__version__}\n" in text


def test_the_image_is_pinned_and_runs_as_nobody_in_particular() -> None:
    text = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
    stages = re.findall(r"^FROM (\S+)", text, re.M)
    assert len(stages) == 2
    assert all(re.search(r"@sha256:[0-9a-f]{64}$", image) for image in stages)
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", text, re.M)
    assert ".ci/install /opt/factbook --require-hashes -r requirements/site.txt" in text
    assert not re.search(r"\bpip install\b", text), "what installs is .ci/install, in the image too"


def test_the_image_is_given_each_file_that_it_copies() -> None:
    text = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
    given = set((REPOSITORY / ".dockerignore").read_text(encoding="utf-8").splitlines())
    copied = [name for line in re.findall(r"^COPY (?!--from)(.+)", text, re.M) for name in line.split()[:-1]]
    assert copied
    assert [name for name in copied if f"!{name.rstrip('/')}" not in given or not (REPOSITORY / name).exists()] == []


@pytest.mark.parametrize("file", [".gitlab-ci.yml", f"{NEW_SITE}/gitlab-ci.yml"])
def test_every_image_of_gitlab_is_pinned(file: str) -> None:
    text = re.sub(r"^ *#.*", "", (REPOSITORY / file).read_text(encoding="utf-8"), flags=re.M)
    named = re.findall(r"\bimage: (.+)|\b(python:\S+)", text)
    images = [image or inside for image, inside in named if image != "$IMAGE"]
    assert images
    assert [image for image in images if not IMAGE.fullmatch(image)] == []
    assert "include:" not in text, "what is included is pinned too"


@pytest.mark.parametrize(("tag", "said"), [("v9.9.9", "expected v"), (f"v{__version__}", "")])
def test_a_release_needs_the_tag_of_its_version(tmp_path: Path, tag: str, said: str) -> None:
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", str(tmp_path))
    (tmp_path / "generator" / "factbook").mkdir(parents=True)
    (tmp_path / "generator" / "factbook" / "__init__.py").write_text(f'__version__ = "{__version__}"\n')
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "one"], check=True)
    subprocess.run([*git, "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    done = subprocess.run(
        [REPOSITORY / ".ci" / "check-tag", tag, "main"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == bool(said)
    assert said in done.stderr


@pytest.mark.parametrize("folder", [".github/workflows", f"{NEW_SITE}/github/workflows"])
def test_every_action_is_pinned_by_commit(folder: str) -> None:
    workflows = sorted((REPOSITORY / folder).glob("*.yml"))
    assert len(workflows) >= 3
    for workflow in workflows:
        text = workflow.read_text(encoding="utf-8")
        assert len(PINNED.findall(text)) == text.count("uses: "), workflow.name
        assert all(map(IMAGE.fullmatch, re.findall(r"(?:image|container): *(.*)", text))), workflow.name
        assert "pull_request_target" not in re.sub(r"#.*", "", text), workflow.name
        assert not re.search(r"run:.*\$\{\{ *github\.(event|head_ref|base_ref)", text), (
            "no shell sees a stranger's text"
        )


@pytest.mark.parametrize("folder", [".github/workflows", f"{NEW_SITE}/github/workflows"])
def test_a_form_becomes_nothing_but_yaml_in_content(folder: str, tmp_path: Path) -> None:
    """What the two jobs run, with whatever else a text that deceives the first one could leave behind."""
    jobs = yaml.safe_load((REPOSITORY / folder / "form.yml").read_text(encoding="utf-8"))["jobs"]
    collect = next(step["run"] for step in jobs["write"]["steps"] if "proposed" in step.get("run", ""))
    propose = next(step["run"] for step in jobs["propose"]["steps"] if "run" in step)
    (tmp_path / "write" / "content" / "pages").mkdir(parents=True)
    _shell("git init -q", tmp_path / "write")
    for name in ("content/facts.yml", "content/with space.yml", "content/.gitattributes", "content/pages/a.md", "b"):
        (tmp_path / "write" / name).write_text("id: a\n")
    (tmp_path / "write" / "content" / "link.yml").symlink_to("/etc/hostname")
    _shell(collect, tmp_path / "write")
    proposed = tmp_path / "write" / "proposed"
    assert _files(proposed) == ["content/facts.yml", "content/with space.yml"]

    _shell("git init -q trunk", tmp_path)
    for name in (".github/workflows/a.yml", "content/.gitattributes", "content/run.sh", "site_config.yml"):
        (proposed / name).parent.mkdir(parents=True, exist_ok=True)
        (proposed / name).write_text("id: a\n")
    (proposed / "content" / "link.yml").symlink_to("/etc/hostname")
    _shell(
        f'gh() {{ :; }}\ngit() {{ [ $1 = push ] || command git "$@"; }}\n{propose}',
        proposed.parent,
        RUNNER_TEMP=str(proposed.parent),
        GITHUB_WORKSPACE=str(tmp_path / "trunk"),
        NUMBER="7",
    )
    assert _shell("git ls-tree -r --name-only form/7", tmp_path / "trunk").splitlines() == [
        "content/facts.yml",
        "content/with space.yml",
    ]


def _shell(script: str, folder: Path, **environment: str) -> str:
    """As a runner of workflows does it; gives what was printed."""
    shell, given = ("bash", "-e", "-o", "pipefail", "-c", script), os.environ | environment
    return subprocess.run(shell, cwd=folder, check=True, capture_output=True, text=True, env=given).stdout


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()
