"""Host: the search index of Material, fed with the entries that come with the bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.plugins import event_priority

from generator.host import quiet as _quiet  # before Material, whose banner it silences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from material.plugins.search.plugin import SearchPlugin

    from generator.bodies import Body, SearchEntry

assert _quiet

Record = dict[str, Any]


def search_plugin(records: list[Record]) -> SearchPlugin:
    """Material's search with a ready index: it parses no page."""
    from material.plugins.search.plugin import SearchPlugin

    class ReadySearch(SearchPlugin):  # type: ignore[misc]  # Material has no types
        def on_page_context(self, context: Any, **kwargs: Any) -> Any:
            return context

        @event_priority(50)
        def on_post_build(self, *, config: Any) -> None:
            self.search_index.entries = records
            super().on_post_build(config=config)

    plugin = ReadySearch()
    plugin.load_config({})
    return plugin


def search_records(bodies: Iterable[Body]) -> list[Record]:
    """The index's records: for each page one for itself, then one for each entry with an anchor.

    Material prints titles and texts as HTML, so they are escaped here.
    """
    return [record for body in bodies if body.search for record in _records_of(body)]


def _records_of(body: Body) -> list[Record]:
    page = next((entry for entry in body.search if not entry.anchor), None)
    first = {
        "location": body.path,
        "title": str(escape(page.title if page else body.title)),
        "text": str(escape(page.text if page else body.description)),
    }
    return [first, *(_record(body, entry) for entry in body.search if entry.anchor)]


def _record(body: Body, entry: SearchEntry) -> Record:
    return {
        "location": f"{body.path}#{entry.anchor}",
        "title": str(escape(entry.title)),
        "text": str(escape(entry.text)),
    }
