"""Bench: the same content for the peers, and the commands that build it.

Plain MkDocs with Material and Zensical build the Markdown tree that `factbook export markdown` writes: every
page of ours with every fact and its quotes, and only section indexes in the navigation, which is their best
configuration. Hugo builds the same Markdown, and straight from the YAML by a content adapter; its layout is
the shell of a page of ours around the content, and its facts have the markup of ours.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import measure

if TYPE_CHECKING:
    from tests.bench.measure import Cost

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
disableKinds = ["taxonomy", "term", "rss", "404", "sitemap"]
disableHugoGeneratorInject = true
timeout = "600s"
[markup.goldmark.renderer]
unsafe = true
{mounts}
"""
_DATA = ("facts", "actors", "topics", "sources", "series")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that builds the same content."""

    name: str
    folder: Path
    command: tuple[str, ...]
    output: Path
    caches: tuple[Path, ...] = ()

    def cold(self) -> Cost:
        """A build from nothing."""
        measure.removed(self.output, *self.caches)
        return measure.cost(self.command, self.folder, self.output)


def ours(site: Path, output: Path) -> Peer:
    """Factbook itself, without anything that it keeps of this content between runs; with the templates' bytecode."""
    kept = output.parent / "cache" / "factbook"
    caches = (kept / "records", kept / "stamps", kept / "previews", output.with_name(f".{output.name}-spare"))
    command = (sys.executable, "-m", "factbook", "build", "--site", str(site), "--output", str(output), "--quiet")
    return Peer("Factbook", Path.cwd(), command, output, caches)


def markdown(site: Path, folder: Path) -> None:
    """The Markdown tree that MkDocs, Zensical and Hugo build."""
    command = (sys.executable, "-m", "factbook", "export", "markdown", str(folder), "--site", str(site))
    subprocess.run(command, check=True, capture_output=True)


def mkdocs(tree: Path, folder: Path) -> Peer:
    """Plain MkDocs with Material."""
    _configured(tree, folder)
    return Peer(
        "MkDocs + Material, Markdown", folder, (sys.executable, "-m", "mkdocs", "build", "--quiet"), folder / "site"
    )


def zensical(tree: Path, folder: Path) -> Peer:
    """Zensical, from the same files."""
    _configured(tree, folder)
    program = str(Path(sys.executable).with_name("zensical"))
    return Peer("Zensical, Markdown", folder, (program, "build", "--clean"), folder / "site", (folder / ".cache",))


def hugo_markdown(tree: Path, folder: Path, page: Path) -> Peer:
    """Hugo from the same Markdown; `page` is a page of ours, whose shell becomes the layout."""
    _hugo(folder, page)
    content = folder / "content"
    shutil.rmtree(content)
    for file in sorted((tree / "docs").rglob("*.md")):
        path = file.relative_to(tree / "docs")
        has_more = any(other.is_dir() for other in file.parent.iterdir())
        target = content / path.with_name("_index.md" if has_more else "index.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8")
        title = text.partition("\n")[0].removeprefix("# ").replace("\\", "").replace('"', "'")
        target.write_text(f'---\ntitle: "{title}"\n---\n{text}', encoding="utf-8")
    (folder / "hugo.toml").write_text(_HUGO_CONFIGURATION.format(mounts=""))
    return Peer("Hugo, Markdown", folder, (_program("hugo"), "--quiet"), folder / "public", (folder / "resources",))


def hugo_yaml(site: Path, folder: Path, page: Path) -> Peer:
    """Hugo straight from the YAML."""
    _hugo(folder, page)
    mounts = "".join(
        f'[[module.mounts]]\nsource = "{site.resolve()}/content/{kind}"\ntarget = "data/{kind}"\n' for kind in _DATA
    )
    mounts += '[[module.mounts]]\nsource = "content"\ntarget = "content"\n'
    mounts += '[[module.mounts]]\nsource = "layouts"\ntarget = "layouts"\n'
    (folder / "hugo.toml").write_text(_HUGO_CONFIGURATION.format(mounts=mounts))
    return Peer("Hugo, YAML", folder, (_program("hugo"), "--quiet"), folder / "public", (folder / "resources",))


def _configured(tree: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copytree(tree / "docs", folder / "docs")
    nav = (tree / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav: ")[2]
    (folder / "mkdocs.yml").write_text(_MKDOCS.format(nav=f"nav: {nav}"), encoding="utf-8")


def _hugo(folder: Path, page: Path) -> None:
    shutil.copytree(_HUGO, folder)
    shell = re.sub(
        r"<article class=\"fb-page\".*</article>", "\x00", page.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    shell = shell.replace("{{", "{ {").replace(
        "\x00", '<article class="fb-page">{{ block "main" . }}{{ end }}</article>'
    )
    shell = re.sub(r"<title>.*?</title>", "<title>{{ .Title }} - Bench</title>", shell, flags=re.DOTALL)
    (folder / "layouts" / "baseof.html").write_text(shell, encoding="utf-8")


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))
