"""Host: the tree of navigation that every page repeats, and so holds only section indexes and single pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape

from factbook.theme.mkdocs_page import source_path

if TYPE_CHECKING:
    from factbook.site.artifacts import Body


def navigation(bodies: tuple[Body, ...]) -> list[Any]:
    """MkDocs' `nav`: source paths in the order of the bodies; pages of one section stand under one heading."""
    groups: dict[str, list[Body]] = {}
    for body in bodies:
        if body.in_navigation:
            groups.setdefault(body.section or body.path, []).append(body)
    return [_entry(group) for group in groups.values()]


def _entry(group: list[Body]) -> Any:
    if len(group) == 1:
        return source_path(group[0])
    return {str(escape(group[0].title)): [source_path(body) for body in group]}
