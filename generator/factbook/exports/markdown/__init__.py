"""Exports, a part of it: every page as Markdown, from the same views as the pages themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factbook.exports.markdown.fill_placeholders import file_of
from factbook.exports.markdown.llms_txt import Listed
from factbook.exports.markdown.pages import Pages, is_listed
from factbook.exports.public_urls import prefix_of, public
from factbook.site.i18n import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factbook.config.settings import Settings
    from factbook.site.articles.view import WrittenText
    from factbook.site.artifacts import Body
    from factbook.site.views.plan import Planned


def pages_in(settings: Settings, language: str) -> Pages:
    """What writes the pages of an edition."""
    addresses = public(settings, prefix_of(settings, language))

    def permanent(fact: str) -> str:
        return addresses.of("fact", fact) if settings.url else ""

    return Pages(wording(language), permanent)


def files(plan: Iterable[Planned], pages: Pages) -> Iterator[tuple[str, Callable[[], str]]]:
    """Path in the edition of each page's Markdown file, and what makes its text."""

    def text(planned: Planned) -> str:
        return pages.page(planned.view())

    for planned in plan:
        yield file_of(planned.path), partial(text, planned)


def listed(bodies: Iterable[Body], written: Iterable[WrittenText]) -> Iterator[Listed]:
    """The pages of an edition for its map."""
    for body in bodies:
        if is_listed(body.kind):
            yield Listed(body.path, body.title, body.description, body.kind)
    for text in written:
        yield Listed(text.path, text.title, text.description, "page")
