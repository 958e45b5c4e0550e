"""Markdown: a folder that plain MkDocs with Material, or Zensical, builds as it stands: the way out of this program.

The configuration asks for nothing but what both know: no plugin beside the search, no font or script from
elsewhere, and only Markdown's tables beside the core.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.content.model import in_language
from factbook.exports.markdown import files, pages_in
from factbook.exports.markdown.escape import escaped, heading_text
from factbook.exports.markdown.fill_placeholders import file_of
from factbook.exports.markdown.pages import is_listed
from factbook.exports.public_urls import prefix_of
from factbook.runtime.frozen import frozen
from factbook.site.i18n import wording
from factbook.site.urls import to_root
from factbook.site.views.plan import Plan, Planned, PlannedFacts, PlannedRedirect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.site.articles.view import WrittenText
    from factbook.site.views.redirect import Redirect

MARK = "# Written by `factbook export markdown`; it builds with `mkdocs build` and with `zensical build`."
"""The first line of the configuration, by which a later export knows that it may replace the folder."""


@frozen
class Edition:
    """What one language's part of the tree is made from."""

    language: str
    plan: tuple[Plan, ...]
    written: tuple[WrittenText, ...]

    @property
    def pages(self) -> Iterator[Planned]:
        return (planned for planned in self.plan if isinstance(planned, Planned))


def tree(editions: tuple[Edition, ...], settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file, one after another."""
    yield "mkdocs.yml", _configuration(editions, settings).encode()
    for edition in editions:
        folder = f"docs/{prefix_of(settings, edition.language)}"
        pages = pages_in(settings, edition.language)
        for facts in (planned for planned in edition.plan if isinstance(planned, PlannedFacts)):
            shared = pages.shared(facts.view)
            for name in facts.ids:
                shared.learn(name, shared.make(name))
        texts = files(edition.pages, pages)
        for planned, (path, text) in zip(edition.pages, texts, strict=True):
            yield folder + path, text().encode()
            planned.forget()
        for page in edition.written:
            yield folder + file_of(page.path), page.text.encode()
        for moved in edition.plan:
            if isinstance(moved, PlannedRedirect) and not (view := moved.view()).anchor:
                yield folder + file_of(view.path), _moved(view, edition.language).encode()


def _moved(redirect: Redirect, language: str) -> str:
    """What stands at the old address of a renamed page. Facts have no file of their own: their page has them."""
    root = to_root(redirect.path)
    words = escaped(wording(language).say("Go on to the page"))
    return f"# {heading_text(redirect.title)}\n\n[{words}]({root}{file_of(redirect.target)})\n"


def _configuration(editions: tuple[Edition, ...], settings: Settings) -> str:
    """`mkdocs.yml`. JSON texts are YAML texts, and in them nothing is a tag or a variable."""
    first, *others = editions
    nav: list[dict[str, object]] = list(_navigation(first, ""))
    for other in others:
        name = wording(other.language).language_name(other.language).capitalize()
        nav.append({name: list(_navigation(other, prefix_of(settings, other.language)))})
    name, about = (
        in_language(words, first.language, first.language)[0] for words in (settings.name, settings.description)
    )
    lines = (
        MARK,
        f"site_name: {_quoted(name)}",
        f"site_description: {_quoted(about)}",
        f"site_url: {_quoted(settings.url)}" if settings.url else "",
        "docs_dir: docs",
        "theme: {name: material, font: false, features: [navigation.tabs, toc.follow]}",
        "plugins: [search]",
        "markdown_extensions: [tables]",
        "validation: {omitted_files: ignore}",
        f"nav: {json.dumps(nav, ensure_ascii=False, indent=2)}",
    )
    return "\n".join(line for line in lines if line) + "\n"


def _navigation(edition: Edition, prefix: str) -> Iterator[dict[str, object]]:
    """The lists and the pages that stand alone; all others are reached from them."""
    for planned in edition.pages:
        if planned.in_navigation and is_listed(planned.kind):
            yield {_plain(planned.view().frame.short_title): prefix + file_of(planned.path)}
    for page in edition.written:
        yield {_plain(page.title): prefix + file_of(page.path)}


def _quoted(text: str) -> str:
    return json.dumps(_plain(text), ensure_ascii=False)


def _plain(text: str) -> str:
    """A text that the theme prints as it is, without escaping it."""
    return text.replace("<", "‹").replace(">", "›")
