"""Rendering: a page view through its template into a body; what stands on several pages once an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.bodies import Body, Shared, TocEntry
from generator.render import environment, marks
from generator.render.direct import DirectEnvironment, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from generator.views.page import Frame, PageView
    from generator.views.parts import Brief, Citation, Fact, OriginEntry
    from generator.views.series import Figure


class Press:
    """Renders the pages of one edition, and keeps the parts that stand on more than one of them."""

    def __init__(self, language: str, kind: type[Environment] = DirectEnvironment) -> None:
        """`kind` is that of the environment which compiles the templates."""
        self._templates = environment.environment(language, kind)
        self._templates.filters |= {
            "fact": self._fact,
            "card": self._card,
            "origin": self._origin,
            "line": self._line,
            "figure": self._figure,
        }
        self._parts: dict[str, Part] = {}
        self._texts: dict[str, Markup] = {}
        self._figures: dict[int, Figure] = {}

    def body(self, view: PageView) -> Body:
        """The finished page."""
        frame = view.frame
        text = self._templates.get_template(f"{frame.kind}.html").render(view=view, frame=frame)
        return Body(
            path=frame.path,
            kind=frame.kind,
            title=frame.short_title,
            description=frame.description,
            html=marks.fill(text, frame),
            toc=_toc(frame),
            section=frame.section,
            in_navigation=frame.in_navigation,
            hide=frame.hide,
            edit_path=frame.edit_path,
            search=frame.search,
            updated=frame.updated,
        )

    def shared(self, view: Callable[[str], Fact]) -> Shared:
        """The HTML of facts, and of the lines that lead to them; `view` gives a fact by its id."""

        def make(name: str) -> tuple[str, str]:
            fact = view(name)
            return self._part("fact")(fact), self._part("line")(fact.brief)

        def learn(name: str, made: tuple[str, str]) -> None:
            self._texts[f"fact {name}"], self._texts[f"line {name}"] = map(Markup, made)

        return Shared(make, learn)

    def _fact(self, fact: Fact) -> Markup:
        """A fact with its evidence."""
        return self._kept("fact", fact.id, fact)

    def _card(self, citation: Citation) -> Markup:
        """A quote with what one must know to weigh it: hardly ever outside its fact, so it is not kept."""
        return Markup(self._part("card")(citation))

    def _origin(self, origin: OriginEntry) -> Markup:
        """A report with what comes from it, in a page's list of sources."""
        return self._kept("origin", origin.key, origin)

    def _line(self, brief: Brief) -> Markup:
        """A fact in one line of a timeline."""
        return self._kept("line", brief.id, brief)

    def _figure(self, figure: Figure) -> Markup:
        """A chart with its table, which several topics may show: kept by identity, and the object with it."""
        self._figures[id(figure)] = figure
        return self._kept("figure", str(id(figure)), figure)

    def _kept(self, template: str, name: str, view: object) -> Markup:
        """A part, rendered when it is first met; what depends on the page is still a mark in it."""
        key = f"{template} {name}"
        if key not in self._texts:
            self._texts[key] = Markup(self._part(template)(view))
        return self._texts[key]

    def _part(self, name: str) -> Part:
        if name not in self._parts:
            named = "citation" if name == "card" else "brief" if name == "line" else name
            self._parts[name] = Part(self._templates.get_template(f"parts/{name}.html"), named)
        return self._parts[name]


def _toc(frame: Frame) -> tuple[TocEntry, ...]:
    return tuple(TocEntry(heading.id, heading.title) for heading in frame.headings)
