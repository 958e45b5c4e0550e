"""Host: Material as we use it, with its known faults mended where its templates are read."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.theme import Theme
from mkdocs.utils.templates import url_filter

from factbook.runtime.template_cache import TemplateCache
from factbook.site.urls import to_root
from factbook.theme.assets_manifest import FOLDER, material_folder
from factbook.theme.material_patches import MENDS

if TYPE_CHECKING:
    from collections.abc import Callable

OVERRIDES = FOLDER / "overrides"
_SHARED = ("assets/", "media/")
"""Folders that stand in the site once for all editions."""


class MaterialTheme(Theme):
    """MkDocs' theme object for Material, with one environment for the whole build.

    `prefix` is the edition's path under the site's root. A further edition uses the style sheets, scripts
    and images of the first, so that they stand in the site only once.
    """

    def __init__(self, *, prefix: str, overrides: Path = OVERRIDES, **options: Any) -> None:
        super().__init__(name=None, custom_dir=str(overrides), **options)
        self.dirs = [str(overrides), str(material_folder())]  # without MkDocs' own, which hold a sitemap only
        self.static_templates = {"404.html"}
        self._to_root = to_root(prefix)

    def get_env(self) -> jinja2.Environment:
        return self._environment

    @cached_property
    def _environment(self) -> jinja2.Environment:
        env = super().get_env()
        env.loader = MendedTemplates(self.dirs)
        env.trim_blocks = env.lstrip_blocks = True  # a third of each page was empty lines
        env.bytecode_cache = TemplateCache("trimmed")
        if self._to_root:
            env.filters["url"] = _url_of_shared_assets(self._to_root)
        return env


class MendedTemplates(jinja2.FileSystemLoader):
    """The theme's templates, each known fault in them replaced as it is read."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, filename, is_current = super().get_source(environment, template)
        if Path(filename).is_relative_to(material_folder()):
            for mend in MENDS.get(template, ()):
                source = source.replace(mend.fault, mend.cure)
        return source, filename, is_current

    def list_templates(self) -> list[str]:
        """None: MkDocs looks here for files to copy, which are written once for all editions (`files`)."""
        return []


def languages() -> frozenset[str]:
    """The languages that Material speaks, by its own codes."""
    folder = material_folder() / "partials" / "languages"
    return frozenset(path.stem for path in folder.glob("*.html"))


def _url_of_shared_assets(to_root: str) -> Callable[..., str]:
    @jinja2.pass_context
    def url(context: Any, value: str) -> str:
        value = str(value)
        return url_filter(context, to_root + value if value.startswith(_SHARED) else value)

    return url
