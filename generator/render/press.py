"""Rendering: a page view through its template into a body; facts and citations once an edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.bodies import Body, TocEntry
from generator.render import environment, marks

if TYPE_CHECKING:
    from generator.views.page import Frame, PageView
    from generator.views.parts import Citation, Fact

_ID = re.compile(r'\sid="([^"]+)"')


class Press:
    """Renders the pages of one edition, and keeps what stands on more than one of them."""

    def __init__(self, language: str) -> None:
        self._templates = environment.environment(language)
        self._templates.filters |= {"fact": self._fact, "card": self._card}
        self._fact_template = self._templates.get_template("parts/fact.html")
        self._card_template = self._templates.get_template("parts/card.html")
        self._facts: dict[str, Markup] = {}
        self._cards: dict[str, Markup] = {}

    def body(self, view: PageView) -> Body:
        """The finished page."""
        frame = view.frame
        template = self._templates.get_template(f"{frame.kind}.html")
        html = marks.fill(template.render(view=view, frame=frame), frame)
        return Body(
            path=frame.path,
            kind=frame.kind,
            title=frame.short_title,
            description=frame.description,
            html=html,
            toc=_toc(frame),
            anchors=frozenset(_ID.findall(html)),
            section=frame.section,
            in_navigation=frame.in_navigation,
            hide=frame.hide,
            edit_path=frame.edit_path,
            search=frame.search,
            updated=frame.updated,
        )

    def _fact(self, fact: Fact) -> Markup:
        """A fact with its evidence; a page joins these and renders none of them again."""
        if fact.id not in self._facts:
            self._facts[fact.id] = Markup(self._fact_template.render(fact=fact))
        return self._facts[fact.id]

    def _card(self, citation: Citation) -> Markup:
        """A quote with what one must know to weigh it."""
        if citation.id not in self._cards:
            self._cards[citation.id] = Markup(self._card_template.render(citation=citation))
        return self._cards[citation.id]


def _toc(frame: Frame) -> tuple[TocEntry, ...]:
    return tuple(TocEntry(heading.id, heading.title) for heading in frame.headings)
