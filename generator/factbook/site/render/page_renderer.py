"""Rendering: a page view through its template into a body; what stands on several pages once an edition."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from factbook.runtime.spill_store import Texts, Told
from factbook.site.artifacts import Body, Shared, TocEntry
from factbook.site.render import environment
from factbook.site.render import fill_placeholders as marks
from factbook.site.render.fast_templates import DirectEnvironment, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from factbook.site.pages.series.view import Figure
    from factbook.site.views.charts import SeriesChart
    from factbook.site.views.page import PageView
    from factbook.site.views.parts import Brief, Citation, Fact, OriginEntry

_FORMS = "fact", "position", "line", "way", "use", "dated"
"""The forms in which a fact stands on pages: in full, and as a line that leads to it: below its speaker, as an item
of a page's timeline, as the link alone, with its date, and with date and citations."""
_NAMED = dict.fromkeys(("card", "quote", "quoted"), "citation") | dict.fromkeys(_FORMS[1:], "brief")
"""What a part's template calls its view, where that is not the part's own name."""


class Press:
    """Renders the pages of one edition, and keeps the parts that stand on more than one of them."""

    def __init__(self, language: str, kind: type[Environment] = DirectEnvironment) -> None:
        """`kind` is that of the environment which compiles the templates."""
        self._templates = environment.environment(language, kind)
        self._parts: dict[str, Callable[[Any], str]] = {"series_chart": self._templates.filters["series_chart"]}
        self._templates.filters |= {
            "fact": partial(self._kept, "fact"),
            "line": partial(self._kept, "line"),
            "way": partial(self._kept, "way"),
            "use": partial(self._kept, "use"),
            "dated": partial(self._kept, "dated"),
            "position": partial(self._kept, "position"),
            "quoted": self._quoted,
            "card": partial(self._now, "card"),
            "quote": partial(self._now, "quote"),
            "origin": self._origin,
            "figure": partial(self._alike, "figure"),
            "series_chart": partial(self._alike, "series_chart"),
        }
        self._texts = Texts()
        self._told = Told(*_FORMS)
        self._held: dict[int, object] = {}

    def body(self, view: PageView) -> Body:
        """The finished page."""
        frame = view.frame
        text = self._templates.get_template(f"{frame.kind}.html").render(view=view, frame=frame)
        return replace(light(view), html=marks.fill(text, frame))

    def shared(self, view: Callable[[str], Fact]) -> Shared:
        """The HTML of facts, of their quotes, and of what leads to them; `view` gives a fact by its id."""

        def make(name: str) -> list[str]:
            fact = view(name)
            views = (fact, fact.position, *repeat(fact.brief, len(_FORMS) - 2))
            made = [self._part(form)(one) for form, one in zip(_FORMS, views, strict=True)]
            return made + [self._part("quoted")(citation) for citation in fact.citations]

        return Shared(make, self._told.learn)

    def _now(self, kind: str, citation: Citation) -> Markup:
        """What hardly ever stands outside one other part, so that it is not kept."""
        return Markup(self._part(kind)(citation))

    def _origin(self, origin: OriginEntry) -> Markup:
        """A report with what comes from it, in a page's list of sources."""
        return self._text("origin", origin.key, origin)

    def _alike(self, kind: str, view: Figure | SeriesChart) -> Markup:
        """What several pages may show, kept by identity, and the object with it."""
        self._held[id(view)] = view
        return self._text(kind, str(id(view)), view)

    def _kept(self, form: str, view: Fact | Brief) -> Markup:
        """A form of a fact."""
        told = self._told.form(form, view.id)
        return self._text(form, view.id, view) if told is None else Markup(told)

    def _quoted(self, citation: Citation) -> Markup:
        """A quote on the page of its source."""
        told = self._told.quote(citation.id)
        return self._text("quoted", citation.id, citation) if told is None else Markup(told)

    def _text(self, kind: str, name: str, view: object) -> Markup:
        """A part, rendered when it is first met; what depends on the page is still a mark in it."""
        key = f"{kind} {name}"
        text = self._texts.get(key, 0)
        if text is None:
            text = self._part(kind)(view)
            self._texts.put(key, (text,))
        return Markup(text)

    def _part(self, name: str) -> Callable[[Any], str]:
        if name not in self._parts:
            self._parts[name] = Part(self._templates.get_template(f"parts/{name}.html"), _NAMED.get(name, name))
        return self._parts[name]


def light(view: PageView) -> Body:
    """All that a page's frame says: the page without its HTML."""
    frame = view.frame
    return Body(
        path=frame.path,
        kind=frame.kind,
        title=frame.short_title,
        description=frame.description,
        html="",
        toc=tuple(TocEntry(heading.id, heading.title) for heading in frame.headings),
        section=frame.section,
        in_navigation=frame.in_navigation,
        hide=frame.hide,
        edit_path=frame.edit_path,
        search=frame.search,
        updated=frame.updated,
    )
