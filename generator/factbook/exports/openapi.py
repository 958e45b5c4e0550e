"""Exports: what a program can fetch from a site, as an OpenAPI 3.1 description: every file of `/data/`, and the JSON
beside pages where there is some.

https://spec.openapis.org/oas/v3.1.1.html. The schemas stand beside it and are referred to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factbook.content.model import in_language
from factbook.content.schema import KINDS, kind
from factbook.exports.json_files import dumped
from factbook.exports.json_schemas import FILES, VERSION
from factbook.site.urls import file_of, page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.config.settings import Settings

PATH = "data/openapi.json"
"""Where it stands, from the site's root."""
_TYPES = {
    ".csl.json": "application/vnd.citationstyles.csl+json",
    ".json": "application/json",
    ".csv": "text/csv",
    ".bib": "application/x-bibtex",
    ".jsonld": "application/ld+json",
}
"""By how a name ends, the longest ending first."""
_SUMMARIES = {
    "facts.csv": "One row for each citation of a fact",
    "sources.bib": "The sources for BibTeX and biblatex",
    "sources.csl.json": "The sources for Zotero, Pandoc and citation processors",
    "factbook.jsonld": "Everything as linked data",
}


def openapi(files: Iterable[str], settings: Settings) -> bytes:
    """The description of the site's data; `files` are the names in `/data/`."""
    first = settings.languages[0]
    name = in_language(settings.name, first, first)[0]
    paths = {f"/data/{file}": _get(file, _summary(file), _schema(file)) for file in files}
    if "json" in settings.outputs:
        paths |= dict(_beside_pages())
    return dumped(
        {
            "openapi": "3.1.0",
            "info": {
                "title": name,
                "version": VERSION,
                "description": "Files that are read with GET; none needs a key.",
                **(
                    {"license": dict(zip(("name", "url"), settings.licence, strict=True))} if settings.licence else {}
                ),
            },
            "servers": [{"url": settings.url.rstrip("/") if settings.url else ".."}],
            "paths": paths,
        }
    )


def _beside_pages() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in KINDS:
        path = "/" + file_of(page_path(name, "{id}")).removesuffix("html") + "json"
        made = _get(
            path, f"{kind(name).label}: one of them, and the ids of the facts that concern it", "schema/page.json"
        )
        made["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
        yield path, made


def _get(file: str, summary: str, schema: str | None) -> dict[str, Any]:
    """What can be done with a path: its file is fetched."""
    type = next(type for ending, type in _TYPES.items() if file.endswith(ending))
    content = {type: {"schema": {"$ref": schema}} if schema else {}}
    return {"get": {"summary": summary, "responses": {"200": {"description": summary, "content": content}}}}


def _summary(file: str) -> str:
    name = file.removesuffix(".json")
    if name in FILES:
        return f"All {name}" if name != "briefing" else kind(name).description
    return _SUMMARIES.get(file) or f"JSON Schema of {name.removeprefix('schema/')}.json"


def _schema(file: str) -> str | None:
    """The schema that a file holds to, from this description."""
    return f"schema/{file}" if file.removesuffix(".json") in FILES else None
