"""Filling the theme's page once rendered writes the same bytes as rendering each page, however the theme is set."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from factbook.publish.writer import SiteWriter
from factbook.theme import mkdocs_run
from factbook.theme.material import OVERRIDES
from factbook.theme.mkdocs_run import files_of, prepare
from tests.unit.publish import sample

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.theme.page_shell import Press

FEATURES = ["navigation.tabs", "navigation.top", "toc.follow", "content.action.edit"]

THEMES: dict[str, dict[str, Any]] = {
    "as shipped": {},
    "no features": {"features": []},
    "contents in the navigation": {"features": [*FEATURES, "toc.integrate"]},
    "sticky tabs, footer links": {"features": [*FEATURES, "navigation.tabs.sticky", "navigation.footer"]},
    "sections, expanded": {"features": ["navigation.sections", "navigation.expand", "navigation.indexes"]},
    "path, instant loading": {"features": ["navigation.path", "navigation.instant", "navigation.prune"]},
    "view button": {"features": [*FEATURES, "content.action.view", "search.share", "search.suggest"]},
    "German": {"language": "de"},
    "Arabic, from right to left": {"language": "ar"},
    "Chinese": {"language": "zh"},
    "right to left by hand": {"direction": "rtl"},
    "one palette": {"palette": {"scheme": "slate", "primary": "indigo", "accent": "red"}},
    "no palette": {"palette": None},
    "other icons": {"icon": {"logo": "material/earth", "edit": "material/pencil"}},
    "a logo, fonts": {"logo": "assets/logo.svg", "font": {"text": "Inter", "code": "Fira Code"}},
}

SETTINGS: dict[str, dict[str, Any]] = {
    "no address": {"url": None},
    "no repository, no commit": {"repository": None, "commit": None},
    "no description, no copyright": {"description": "", "copyright": None},
}

OWN_TEMPLATES: dict[str, tuple[str, bool]] = {
    "a plain addition": ("<p>{{ page.title }} of {{ config.site_name }}</p>", True),
    "filters": ("{{ page.title | upper }} {{ page.title | striptags | e }} {{ page.url | url }}", True),
    "a default": ("{{ page.meta.subtitle | d('none') }} {{ page.edit_url | d('nowhere', true) }}", True),
    "questions": ("{% if page.title == 'Plain' or 'Z' in page.title %}yes{% else %}no{% endif %}", True),
    "front matter": ("{{ page.meta.description }}{% if page.meta.hide is defined %}h{% endif %}", True),
    "an entry of the contents": (
        "{% set f = page.toc | first %}{% if f %}{{ f.title }}{{ f.url | url }}{% endif %}",
        True,
    ),
    "a link": ("<a href=\"{{ 'actors/actor-2/deep/' | url }}\">x</a>", True),
    "a joined text compared": ("{% if page.title ~ '!' == 'Plain!' %}here{% endif %}", False),
    "a captured text compared": (
        "{% set t %}{{ page.title }}{% endset %}{% if t == 'Plain' %}here{% endif %}",
        False,
    ),
    "a captured text tested": ("{% set t %}{{ page.edit_url or '' }}{% endset %}{{ 'e' if t }}", False),
    "a macro's text compared": (
        "{% macro m() %}{{ page.title }}{% endmacro %}{% if m() != 'Plain' %}here{% endif %}",
        False,
    ),
    "a captured text filtered": ("{% set t %}{{ page.title }}{% endset %}{{ t | upper }}", False),
    "a part of a text": ("{{ page.title[:3] }}", False),
    "a length": ("{{ page.title | length > 5 }}", False),
    "a method": ("{{ page.title.upper() }}", False),
    "letters": ("{% for letter in page.title %}{{ letter }}-{% endfor %}", False),
    "numbered entries": ("{% for e in page.toc %}{{ loop.index }}{% endfor %}", False),
    "letters chosen": (
        "{% set t %}{{ page.title }}{% endset %}{% for i in (1, 2) if t == 'Plain' %}{{ i }}{% endfor %}",
        False,
    ),
    "the file": ("{{ page.file.src_uri }}", False),
    "all pages": ("{{ pages | length }}", True),
    "two values compared": ("{{ 'same' if page.title == page.meta.description }}", False),
    "formatting": ("{{ '%.2s' % page.title }}", False),
    "arithmetic": ("{{ page.title + '!' }}", False),
}


@pytest.mark.parametrize("name", THEMES)
def test_however_the_theme_is_set(name: str, tmp_path: Path) -> None:
    _same(tmp_path, theme=THEMES[name], filled=True)


@pytest.mark.parametrize("name", SETTINGS)
def test_however_the_site_is_configured(name: str, tmp_path: Path) -> None:
    _same(tmp_path, changes=SETTINGS[name], filled=True)


def test_in_two_languages(tmp_path: Path) -> None:
    _same(tmp_path, languages=("en", "de"), filled=True)


def test_with_style_sheets_and_scripts_or_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, assets in enumerate(((), ("assets/a.css", "assets/b.js", "assets/c.js"))):
        monkeypatch.setattr(mkdocs_run, "loaded_assets", lambda assets=assets: assets)
        _same(tmp_path / str(number), filled=True)


@pytest.mark.parametrize("name", OWN_TEMPLATES)
def test_with_templates_of_ones_own(name: str, tmp_path: Path) -> None:
    """Those that cannot be foreseen are noticed, and rendered the ordinary way."""
    template, filled = OWN_TEMPLATES[name]
    overrides = tmp_path / "overrides"
    shutil.copytree(OVERRIDES, overrides)
    (overrides / "partials" / "source-file.html").write_text(template, encoding="utf-8")
    _same(tmp_path, theme={"overrides": overrides}, filled=filled)


def test_entries_of_the_contents_that_know_their_number(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides"
    shutil.copytree(OVERRIDES, overrides)
    (overrides / "partials" / "toc.html").write_text(
        "{% for toc_item in page.toc %}{{ loop.index }}{% include 'partials/toc-item.html' %}{% endfor %}",
        encoding="utf-8",
    )
    _same(tmp_path, theme={"overrides": overrides}, filled=False)


def _same(
    folder: Path,
    *,
    theme: dict[str, Any] | None = None,
    changes: dict[str, Any] | None = None,
    languages: tuple[str, ...] = ("en",),
    filled: bool,
) -> None:
    """Both ways give the same files; `filled` says whether the fast one needed no help."""
    fast, presses = _built(folder / "fast", theme, changes or {}, languages, plain=False)
    plain, _ = _built(folder / "plain", theme, changes or {}, languages, plain=True)
    assert sorted(fast) == sorted(plain)
    assert [path for path in fast if fast[path] != plain[path]] == []
    assert all(not press.refusals for press in presses) is filled, [press.refusals for press in presses]


def _built(
    folder: Path,
    theme: dict[str, Any] | None,
    changes: dict[str, Any],
    languages: tuple[str, ...],
    *,
    plain: bool,
) -> tuple[dict[str, bytes], list[Press]]:
    settings = sample.settings(folder, languages=languages, **changes)
    editions = [sample.edition(lang, f"{lang}/" if number else "", 7) for number, lang in enumerate(languages)]
    site = folder / "site"
    site.mkdir()
    tree, presses = SiteWriter(site), []
    for edition in editions:
        own = folder / f"mkdocs-{edition.language}"
        prepared = prepare(settings, edition, editions, folder=own, plain=plain, theme=theme)
        for path, data in files_of(edition, prepared, plain=plain):
            tree.write(path, data())
        presses.append(prepared.press)
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}, presses
