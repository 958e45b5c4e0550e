"""Host: MkDocs' configuration for one edition, made in memory.

No `mkdocs.yml` is ever read: one that comes with the content could run code (`!!python/…`, `hooks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from factbook.authoring.scaffold.blank_record import blank_fact
from factbook.config.settings import PREVIEW_SIZE
from factbook.site.i18n import direction, wording
from factbook.site.own_styles import addresses
from factbook.site.urls import to_root
from factbook.theme.code_host import code_host
from factbook.theme.material import MaterialTheme, languages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs.plugins import BasePlugin

    from factbook.config.look import FooterLink
    from factbook.config.settings import Settings
    from factbook.site.artifacts import Edition
    from factbook.site.i18n import Wording

Text = str | dict[str, str] | None


class Configuration(MkDocsConfig):  # type: ignore[no-untyped-call]  # MkDocs leaves a hook untyped
    """Takes a theme as it is, and asks for no Markdown: MkDocs would look for both in all installed packages.

    Nor does it look whether the folder of pages, which we have just made, is there: that would be no OSError.
    """

    docs_dir = config_options.Type(str)
    theme = config_options.Type(Theme)
    markdown_extensions = config_options.Type(list, default=[])
    mdx_configs = config_options.Type(dict)


def configuration(
    settings: Settings,
    edition: Edition,
    *,
    editions: Sequence[Edition],
    nav: list[Any],
    plugins: dict[str, BasePlugin[Any]],
    folder: Path,
    assets: Sequence[str],
    theme: dict[str, Any] | None = None,
) -> MkDocsConfig:
    """The configuration for `edition`, which MkDocs writes into `folder`/mkdocs.

    `nav` is the tree of source paths; `assets` our style sheets and scripts, in the order in which pages
    load them; `theme` overrides options of the theme (tests compare the twins under many).
    """
    config = Configuration(config_file_path=str(folder / "none.yml"))
    config.load_dict(_options(settings, edition, editions, folder, assets))
    config.load_dict({"nav": nav})
    config.theme = MaterialTheme(prefix=edition.prefix, **_theme_options(settings, edition) | (theme or {}))
    errors, _ = config.validate()
    assert not errors, errors
    for name, plugin in plugins.items():
        config.plugins[name] = plugin
    return config


def _options(
    settings: Settings, edition: Edition, editions: Sequence[Edition], folder: Path, assets: Sequence[str]
) -> dict[str, Any]:
    root = to_root(edition.prefix)
    return {
        "site_name": escape(in_language(settings.name, edition, settings)),
        "site_description": escape(in_language(settings.description, edition, settings)),
        "site_url": settings.url + edition.prefix if settings.url else None,
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / "mkdocs"),
        "plugins": [],
        "mdx_configs": {"toc": {"title": wording(edition.language).say("On this page")}},
        "copyright": escape(in_language(settings.copyright, edition, settings)),
        "extra_css": [root + path for path in (*assets, *addresses(settings.look)) if path.endswith(".css")],
        "extra_javascript": [{"path": root + path, "defer": True} for path in assets if path.endswith(".js")],
        "extra": _extra(settings, edition, editions),
    }


def _extra(settings: Settings, edition: Edition, editions: Sequence[Edition]) -> dict[str, Any]:
    words = wording(edition.language, marking=True)
    extra: dict[str, Any] = {
        "generator": False,
        "language": edition.language,
        "commit": settings.commit,
        "styles": addresses(settings.look),
        "logo": settings.look.logo.address if settings.look.logo else "",
        "licence": licence(words, settings),
        "footer": [_footer_link(settings, edition, one) for one in settings.look.footer],
        "preview_of": settings.preview_of,
        "preview_size": PREVIEW_SIZE,
        "skip": words.say("Skip to content"),
        "search": words.say("Search"),
        "ask": words.say("Search, or ask a question"),
        "edit": words.say("Edit this page"),
        "edit_fact": words.say("Edit this fact"),
        "add": words.say("Add a fact here"),
        "feeds": [(file, type, _feed_names(words)[type]) for file, type in settings.feeds],
        "not_found": words.say("There is no page at this address."),
    }
    if settings.repository:
        host = code_host(settings.repository, settings.branch)
        extra["edit_base"] = host.edit
        extra["commit_url"] = f"{host.commit}{settings.commit}"
        extra["new_fact"] = lambda of, identity: host.new_file(*blank_fact(of, identity))
    if len(editions) > 1:
        extra["alternate"] = [_alternate(settings, edition, other) for other in editions]
    return extra


def _feed_names(words: Wording) -> dict[str, str]:
    return {
        "application/atom+xml": words.say("Atom feed of its changes"),
        "application/feed+json": words.say("JSON feed of its changes"),
        "text/calendar": words.say("Calendar of its events"),
    }


def _alternate(settings: Settings, edition: Edition, other: Edition) -> dict[str, Any]:
    """An entry of the language switch: the address of the other edition's root, as seen from this one's."""
    path = to_root(edition.prefix) + other.prefix
    return {
        "name": wording(other.language).own_name,
        "lang": other.language,
        "link": path,
    }


def licence(words: Wording, settings: Settings) -> Markup:
    """What may be done with the content, as HTML; empty where nothing is said of it."""
    if settings.licence is None:
        return Markup()
    name, address = settings.licence
    link = f'<a rel="license" href="{escape(address)}">{escape(name)}</a>'
    return Markup(words.say("Content: {licence}; quotes belong to their authors.", licence=link))  # escaped above


def _footer_link(settings: Settings, edition: Edition, one: FooterLink) -> tuple[Markup, Markup]:
    """Words and address, which begins with a slash where it is a path from the edition's root."""
    return escape(in_language(one.title, edition, settings)), escape(one.to)


def _theme_options(settings: Settings, edition: Edition) -> dict[str, Any]:
    return {
        "language": _theme_language(edition.language),
        "direction": direction(edition.language),
        "font": False,
        "icon": {},
        "favicon": settings.look.favicon.address if settings.look.favicon else "assets/images/favicon.png",
        "features": ["navigation.tabs"],
        "palette": _palette(wording(edition.language)),
    }


def _palette(words: Wording) -> list[dict[str, Any]]:
    def scheme(media: str, name: str, icon: str, label: str) -> dict[str, Any]:
        toggle = {"icon": f"material/{icon}", "name": label}
        colours = {"scheme": name, "primary": "custom", "accent": "custom"}
        return {"media": f"(prefers-color-scheme: {media})", "toggle": toggle, **colours}

    return [
        scheme("light", "default", "weather-night", words.say("Switch to dark colours")),
        scheme("dark", "slate", "weather-sunny", words.say("Switch to light colours")),
    ]


def _theme_language(language: str) -> str:
    """The nearest language that Material speaks: `pt-BR` is its own, `de-AT` is German, else English."""
    known = {code.lower(): code for code in languages()}
    exact, base = language.lower(), language.lower().partition("-")[0]
    return known.get(exact) or known.get(base) or "en"


def in_language(text: Text, edition: Edition, settings: Settings) -> str:
    """The text in the edition's language, else in the site's first."""
    if not isinstance(text, dict):
        return text or ""
    first = next(iter(text.values()), "")
    return text.get(edition.language) or text.get(settings.languages[0]) or first
