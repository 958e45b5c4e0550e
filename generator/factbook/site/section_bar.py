"""Site: the sections of a long page: the bar that stays while one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.site.i18n import Wording


def section_bar(words: Wording, sections: Iterable[tuple[str, str, int | None, bool]]) -> str:
    """The bar of a page. Of each section its anchor, its name (finished HTML), how much is in it where that is told,
    and whether the page has it."""
    links = [
        f'<a href="#{anchor}">{name}{f" <b>{words.number(count)}</b>" if count else ""}</a>'
        for anchor, name, count, there in sections
        if there
    ]
    label = words.say("On this page")
    return f'<nav class="bar" aria-label="{label}"><div>{"".join(links)}</div></nav>' if len(links) > 2 else ""
