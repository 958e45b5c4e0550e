"""The built site: what is escaped, what may run, what stands beside the pages, and that its bytes are fixed."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factbook.publish import api as host
from factbook.publish import build_lock, write_site
from factbook.runtime import parallel
from tests.unit.publish import sample
from tests.unit.publish.test_writer import held

REPOSITORY = Path(__file__).parents[3]
_GONE = "The site cannot be written to 'site': its folder is gone, or files in it were removed"


def built(root: Path, languages: tuple[str, ...] = ("en",), **changes: object) -> Path:
    settings = sample.settings(root, languages=languages, **changes)
    editions = [
        sample.edition(lang, f"{lang}/" if number else "", url=settings.url) for number, lang in enumerate(languages)
    ]
    assert host.build(settings, editions, output=root / "site") == ()
    return root / "site"


def test_titles_and_descriptions_are_escaped_wherever_the_theme_prints_them(tmp_path: Path) -> None:
    page = (built(tmp_path) / "actors" / "actor-1" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "<title>&lt;script&gt;alert(1)&lt;/script&gt; - Facts &amp; &lt;Figures&gt;</title>" in page
    assert 'content="All &lt;about&gt; it: Words &amp; more"' in page
    assert "<Figures>" not in page


def test_content_is_no_template(tmp_path: Path) -> None:
    assert host.build(sample.settings(tmp_path), [sample.edition(actors=6)], output=tmp_path / "site") == ()
    page = (tmp_path / "site" / "actors" / "actor-4" / "index.html").read_text(encoding="utf-8")
    assert "<title>北京 {{ 7*7 }} - " in page


@pytest.mark.parametrize("url", ["https://facts.example/briefing/", None])
def test_only_the_themes_own_inline_scripts_may_run(tmp_path: Path, url: str | None) -> None:
    for path in built(tmp_path, url=url).rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        if "md-container" not in page:
            continue
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
        assert policy is not None, path
        assert "unsafe" not in policy[1]
        for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy[1], path
        assert not re.search(r'\sstyle="|\son[a-z]+="|<style', page), path


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    for path in built(tmp_path).rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        fetched = re.findall(r'<(?:script|img|iframe|source)[^>]*\ssrc="([^"]+)"', page)
        fetched += re.findall(r'<link rel="(?:stylesheet|icon|preload|preconnect)"[^>]*href="([^"]+)"', page)
        own = ("https://facts.example", "/", ".", "assets/")
        assert [url for url in fetched if not url.startswith(own) or url.startswith("//")] == [], path


def test_the_active_tab_is_the_pages_section(tmp_path: Path) -> None:
    page = (built(tmp_path) / "actors" / "actor-0" / "index.html").read_text(encoding="utf-8")
    active = re.search(r'md-tabs__item--active">\s*<a href="([^"]+)"', page)
    assert active is not None
    assert active[1] == "../../actors/"


def test_only_pages_of_the_tree_are_repeated_on_every_page(tmp_path: Path) -> None:
    page = (built(tmp_path) / "changes" / "index.html").read_text(encoding="utf-8")
    assert 'href="../actors/"' in page
    assert "actors/actor-0/" not in page


def test_the_language_switch_keeps_the_place(tmp_path: Path) -> None:
    site = built(tmp_path, languages=("en", "de"))
    english = (site / "actors" / "actor-0" / "index.html").read_text(encoding="utf-8")
    german = (site / "de" / "actors" / "actor-0" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../de/actors/actor-0/" hreflang="de"' in english
    assert 'href="../../../actors/actor-0/" hreflang="en"' in german
    assert '<html lang="de"' in german
    assert "Fakten" in german


def test_a_further_edition_shares_the_assets_of_the_first(tmp_path: Path) -> None:
    site = built(tmp_path, languages=("en", "de"))
    assert not (site / "de" / "assets").exists()
    assert not (site / "de" / "404.html").exists()
    page = (site / "de" / "actors" / "actor-0" / "index.html").read_text(encoding="utf-8")
    for address in re.findall(r'(?:href|src)="([^"]*assets/[^"]+)"', page):
        assert (site / "de" / "actors" / "actor-0" / address).resolve().is_file(), address


def test_the_sitemap_is_dated_by_the_content(tmp_path: Path) -> None:
    text = (built(tmp_path, languages=("en", "de")) / "sitemap.xml").read_text(encoding="utf-8")
    root = "https://facts.example/briefing/"
    assert f"<loc>{root}actors/actor-0/</loc><lastmod>2024-11-16</lastmod>" in text
    assert f"<loc>{root}actors/actor-3/</loc>" in text
    assert f'hreflang="de" href="{root}de/actors/actor-3/"' in text


def test_without_an_address_there_is_no_sitemap(tmp_path: Path) -> None:
    site = built(tmp_path, url=None)
    assert not (site / "sitemap.xml").exists()
    assert "Sitemap" not in (site / "robots.txt").read_text(encoding="utf-8")


def test_redirects_are_written_as_they_are(tmp_path: Path) -> None:
    assert (built(tmp_path) / "facts" / "f-1" / "index.html").read_bytes() == b"<!doctype html><title>f</title>"


def test_the_footer_names_the_commit(tmp_path: Path) -> None:
    page = (built(tmp_path) / "index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/example/facts/commit/0123456789abcdef0123">0123456789ab</a>' in page
    assert "Short quotes only &lt;b&gt;" in page


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    built(tmp_path)
    assert capfd.readouterr() == ("", "")


def test_an_error_changes_nothing(tmp_path: Path) -> None:
    site = built(tmp_path)
    before = sorted((path, path.stat().st_mtime_ns) for path in site.rglob("*"))
    (tmp_path / "content" / "pages" / "about.md").write_text("[x](/nowhere/)", encoding="utf-8")
    problems = host.build(sample.settings(tmp_path), [sample.edition()], output=site)
    assert [problem.code for problem in problems] == ["page-link"]
    assert sorted((path, path.stat().st_mtime_ns) for path in site.rglob("*")) == before


@pytest.mark.parametrize("name", [".", "content", "work"])
def test_a_folder_with_somebodys_work_is_not_replaced(tmp_path: Path, name: str) -> None:
    settings = sample.settings(tmp_path)
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "thesis.txt").write_text("years", encoding="utf-8")
    (tmp_path / "content" / "a.yml").write_text("a", encoding="utf-8")
    problems = host.build(settings, [sample.edition()], output=tmp_path / name)
    assert [problem.code for problem in problems] == ["output-folder"]
    assert (tmp_path / "work" / "thesis.txt").exists()


OTHERS = {
    "a site of another program": ("index.html", "404.html", "thesis.txt"),
    "hidden files": (".git", ".nojekyll"),
    "a list in a folder below": ("site/.factbook-files",),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_folder_without_a_list_is_not_touched_until_it_gets_one(tmp_path: Path, kind: str) -> None:
    settings, target = sample.settings(tmp_path), tmp_path / "public"
    for path in OTHERS[kind]:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text("years of work", encoding="utf-8")
    before = held(target)
    problems = host.build(settings, [sample.edition()], output=target)
    assert [problem.code for problem in problems] == ["output-folder"]
    assert held(target) == before
    (target / ".factbook-files").touch()
    problems = host.build(settings, [sample.edition()], output=target)
    assert [problem.code for problem in problems] == (["output-folder"] if "index.html" in before else [])
    assert before.items() <= held(target).items()


def test_a_folder_that_is_a_disk_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be exchanged, and gets the same files; what others keep there stays."""
    site = built(tmp_path)
    whole = held(site)
    (site / "CNAME").write_bytes(b"facts.example")
    (site / "index.html").write_bytes(b"old")
    monkeypatch.setattr(build_lock, "_is_mounted", lambda folder: folder == site)
    assert held(built(tmp_path)) == whole | {"CNAME": b"facts.example"}
    assert not list(tmp_path.glob(".site-*"))


def test_a_folder_that_is_not_there_is_one_message(tmp_path: Path) -> None:
    settings = sample.settings(tmp_path)
    problems = host.build(settings, [sample.edition()], output=tmp_path / "gone" / "site")
    assert [(problem.code, problem.message) for problem in problems] == [("output-not-written", _GONE)]


@pytest.mark.parametrize("removed", ["site/actors", "site", "."])
def test_half_a_site_is_not_published(tmp_path: Path, removed: str) -> None:
    """Somebody clears the folder in which a build works, in part or whole, while it works."""
    site = built(tmp_path)
    before = held(site)

    def clear(done: int, of: int) -> None:
        if done == of:
            for path in list(tmp_path.glob(f".site-1-*/{removed}")):
                shutil.rmtree(path)

    problems = host.build(sample.settings(tmp_path), [sample.edition()], output=site, on_progress=clear)
    assert [(problem.code, problem.message) for problem in problems] == [("output-not-written", _GONE)]
    assert held(site) == before


def test_the_bytes_are_the_same_whatever_the_surroundings(tmp_path: Path) -> None:
    surroundings = (
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"},
        {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    )
    sites = [_built_elsewhere(tmp_path / str(number), env) for number, env in enumerate(surroundings)]
    assert sites[0] == sites[1]


def _built_elsewhere(root: Path, surroundings: dict[str, str]) -> dict[str, tuple[int, bytes]]:
    root.mkdir()
    code = (
        "import os, sys; from pathlib import Path; from tests.unit.publish import test_write_site\n"
        "os.umask(int(sys.argv[2])); test_write_site.built(Path(sys.argv[1]), ('en', 'de'))"
    )
    umask = "63" if surroundings["PYTHONHASHSEED"] == "1" else "18"
    env = {**os.environ, **surroundings}
    subprocess.run([sys.executable, "-c", code, str(root), umask], check=True, cwd=REPOSITORY, env=env)
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in sorted(site.rglob("*"))
    }


def test_two_processes_write_what_one_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one = held(built(tmp_path / "one", ("en", "de")))
    monkeypatch.setattr(write_site, "_MANY_PARTS", 1)
    monkeypatch.setattr(write_site, "_FACTS_AT_ONCE", 1)
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)
    assert held(built(tmp_path / "two", ("en", "de"))) == one
    assert held(built(tmp_path / "two", ("en", "de"))) == one


def test_no_process_writes_over_a_file_of_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_site, "_MANY_PARTS", 1)
    monkeypatch.setattr(parallel, "_can_fork", lambda: True)
    monkeypatch.setattr(write_site, "_markdown", lambda edition: iter([("index.html", b"in the way")]))
    monkeypatch.setattr(write_site, "_files", lambda assets: iter(()))
    given = sample.settings(tmp_path)
    assert [problem.code for problem in host.build(given, [sample.edition()], output=tmp_path / "site")] == [
        "output-not-written"
    ]
    assert not (tmp_path / "site").exists()
