"""Bench: the same content for every program, and the commands that build it.

Plain MkDocs with Material and Zensical build the Markdown tree that `factbook export markdown` writes, with only
section indexes in the navigation, which is their best configuration. Hugo builds straight from the YAML by a content
adapter, in the shell of a page of ours: once HTML alone, once with the kinds of files that we write: Markdown, JSON
and a feed beside each page, a page for each fact.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.bench.measure import Cost

OURS, EARLIER, FLOOR = "Factbook", "Factbook, earlier", "Floor: start, read, write"
MKDOCS, ZENSICAL = "MkDocs + Material", "Zensical"
HUGO, HUGO_PAGES = "Hugo, same kinds of files", "Hugo, pages alone"

_HUGO = Path(__file__).parent / "hugo"
_MKDOCS = """\
site_name: Bench
site_url: https://bench.example/
theme: {{name: material, font: false, features: [navigation.tabs, navigation.indexes, navigation.prune, toc.follow]}}
plugins: [search]
markdown_extensions: [tables]
validation: {{omitted_files: ignore, links: {{not_found: ignore, anchors: ignore}}}}
{nav}
"""
_HUGO_CONFIGURATION = """\
baseURL = "https://bench.example/"
title = "Bench"
disableKinds = ["taxonomy", "term", "404"]
disableHugoGeneratorInject = true
timeout = "600s"
[outputs]
home = {outputs}
section = {outputs}
page = {outputs}
{mounts}
"""
_ALL_KINDS = '["html", "json", "markdown", "rss"]'
_DATA = ("facts", "actors", "topics", "sources", "series")


@dataclass(frozen=True, slots=True)
class Program:
    """A program that builds the same content."""

    name: str
    folder: Path
    build: tuple[str, ...]
    output: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    cache: Path | None = None
    """What it keeps between runs."""
    check: tuple[str, ...] = ()
    serve: tuple[str, ...] = ()
    site: Path = Path()
    """The content, of our own programs."""

    def cold(self) -> Cost:
        """A build from nothing but compiled templates, which are there as Python's own compiled files are."""
        self.forget()
        return self.anew()

    def anew(self) -> Cost:
        """A build without a site, as on a machine of continuous integration, with what was kept."""
        measure.removed(self.output.parent)
        self.output.parent.mkdir(parents=True)
        return self.again()

    def again(self) -> Cost:
        """A build over the last one's site."""
        return measure.cost(self.build, self.folder, self.environment)

    def checked(self) -> Cost:
        """What looking at all content costs, without a site."""
        return measure.cost(self.check, self.folder, self.environment)

    def forget(self) -> None:
        """Drops what was kept of this content."""
        if self.cache and self.cache.is_dir():
            measure.removed(*(kept for kept in self.cache.iterdir() if not kept.name.startswith("theme-")))


def factbook(name: str, site: Path, folder: Path, code: Path | None = None) -> Program:
    """Factbook itself, or its `code` of another commit, with a cache of its own."""
    environment = {"XDG_CACHE_HOME": f"{folder}/cache", **({"PYTHONPATH": str(code)} if code else {})}
    package = "generator" if code else "factbook"  # as the first edition called itself
    command, where = (sys.executable, "-m", package), ("--site", str(site), "--quiet")
    output = folder / "out" / "site"
    return Program(
        name,
        folder,
        (*command, "build", *where, "--output", str(output)),
        output,
        environment,
        folder / "cache" / "factbook",
        (*command, "check", *where),
        (*command, "serve", "--site", str(site)),
        site,
    )


def with_own_fingerprints(site: Path, folder: Path, code: Path) -> Path:
    """A copy of `site` with the fingerprints that the `code` of an earlier commit takes of its texts."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.fingerprint", "*.context"))
    command = (sys.executable, "-m", "generator", "snapshot", "--all", "--quiet", "--site", str(folder))
    measure.cost(command, folder, {"PYTHONPATH": str(code)})
    return folder


def floor(site: Path, written: Path, folder: Path) -> Program:
    """Starts Python, reads all content, writes as many files of the same sizes as there are in `written`."""
    output = folder / "out" / "site"
    program = str(Path(__file__).with_name("floor.py"))
    return Program(FLOOR, folder, (sys.executable, program, str(site / "content"), str(written), str(output)), output)


def markdown(site: Path, folder: Path) -> None:
    """The Markdown tree that MkDocs and Zensical build."""
    command = (sys.executable, "-m", "factbook", "export", "markdown", str(folder), "--site", str(site))
    subprocess.run(command, check=True, capture_output=True)


def mkdocs(tree: Path, folder: Path) -> Program:
    """Plain MkDocs with Material."""
    _configured(tree, folder)
    output = folder / "out" / "site"
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(output))
    return Program(MKDOCS, folder, command, output)


def zensical(tree: Path, folder: Path) -> Program:
    """Zensical, from the same files."""
    _configured(tree, folder)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("site_dir: out/site\n")
    return Program(ZENSICAL, folder, (_command("zensical"), "build", "--clean"), folder / "out" / "site")


def hugo(name: str, site: Path, folder: Path, page: Path) -> Program:
    """Hugo from the YAML, in the shell of `page`, a page of ours."""
    every_kind = name == HUGO
    shutil.copytree(_HUGO, folder)
    (folder / "layouts" / "baseof.html").write_text(_shell(page), encoding="utf-8")
    mounts = "".join(
        f'[[module.mounts]]\nsource = "{site.resolve()}/content/{kind}"\ntarget = "data/{kind}"\n' for kind in _DATA
    )
    for own in ("content", "layouts"):
        mounts += f'[[module.mounts]]\nsource = "{own}"\ntarget = "{own}"\n'
    mounts += f"[params]\nfacts = {'true' if every_kind else 'false'}\n"
    configuration = _HUGO_CONFIGURATION.format(outputs=_ALL_KINDS if every_kind else '["html"]', mounts=mounts)
    (folder / "hugo.toml").write_text(configuration)
    output = folder / "out" / "site"
    return Program(name, folder, (_command("hugo"), "--quiet", "--destination", str(output)), output)


def _configured(tree: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copytree(tree / "docs", folder / "docs")
    nav = (tree / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav: ")[2]
    (folder / "mkdocs.yml").write_text(_MKDOCS.format(nav=f"nav: {nav}"), encoding="utf-8")


def _shell(page: Path) -> str:
    """A page of ours as Hugo's frame: its own words are taken out."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"<article [^>]*data-page.*</article>", "\x00", text, flags=re.DOTALL)
    text = re.sub(r'<script type="application/ld\+json">.*?</script>', "", text, flags=re.DOTALL)
    text = re.sub(r"<title>.*?</title>", "\x01", text, flags=re.DOTALL)
    assert "\x00" in text, "a page of ours has no article any more"
    text = text.replace("{{", "{ {").replace("\x00", '<article data-page>{{ block "main" . }}{{ end }}</article>')
    return text.replace("\x01", "<title>{{ .Title }} - Bench</title>")


def _command(name: str) -> str:
    return str(Path(sys.executable).with_name(name))
