"""Theme: the small page around a fact or a source: our own head and the ways around the site, nothing of Material."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import jinja2
from markupsafe import escape

from factbook.site.i18n import direction, wording
from factbook.site.sections import sections
from factbook.site.untranslated import spans
from factbook.site.urls import ROOT, to_root
from factbook.theme.csp import LIGHT_POLICY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.site.page import Page

_TEMPLATE = Path(__file__).parent / "light_page.html"
_STRINGS = (
    "title",
    "description",
    "address",
    "canonical_url",
    "picture",
    "content",
    "id",
    "kind",
    "edit",
    "edit_url",
    "beside",
)


class LightPages:
    """Fills the light page of one edition."""

    def __init__(self, config: MkDocsConfig, prefix: str) -> None:
        self._config = config
        self._to_assets = to_root(prefix)
        self._edit = {"fact": spans(config.extra["edit_fact"]), "source": spans(config.extra["edit"])}
        self._beside = "".join(self._named_beside())
        self._pieces: list[str] = []

    def fill(self, page: Page, data: str = "") -> str:
        """The page, whole, with `data` behind its own HTML."""
        if not self._pieces:
            self._pieces = self._rendered().split("\1")
        strings = self._strings(page, data)
        pieces = self._pieces.copy()
        pieces[1::2] = map(strings.__getitem__, pieces[1::2])
        return "".join(pieces).replace(ROOT, to_root(page.path))

    def _rendered(self) -> str:
        """The template with slots; `ROOT` in it is the edition's root."""
        language: str = self._config.extra["language"]
        words = wording(language, marking=True)
        page = _template().render(
            {name: f"\1{name}\1" for name in _STRINGS},
            language=language,
            direction=direction(language),
            say=words.say,
            policy=LIGHT_POLICY,
            root=ROOT,
            site=f"{ROOT}{self._to_assets}",
            assets=f"{ROOT}{self._to_assets}assets",
            favicon=self._config.theme["favicon"],
            styles=self._config.extra["styles"],
            logo=self._config.extra["logo"],
            licence=self._config.extra["licence"],
            languages=self._config.extra.get("alternate", ()),
            footer=[(title, self._address(to)) for title, to in self._config.extra["footer"]],
            site_name=self._config.site_name,
            tabs=[(path, escape(name)) for _, path, name in sections(words)],
            published=bool(self._config.site_url),
            pictured=bool(self._config.extra["preview_of"]("")),
            preview_size=self._config.extra["preview_size"],
            editable=bool(self._config.extra.get("edit_base")),
        )
        return spans(page)

    def _named_beside(self) -> Iterator[str]:
        """What the head names that says the same in another form; a page of a fact names nothing, to stay small."""
        yield '<link rel="alternate" type="text/markdown" href="index.md">\n'
        for file, kind, _ in self._config.extra["feeds"]:
            yield f'<link rel="alternate" type="{kind}" title="{self._config.site_name}" href="{ROOT}{file}">\n'

    def _address(self, to: str) -> str:
        if not to.startswith("/"):
            return escape(to)
        return ROOT + (self._to_assets if to.startswith("/media/") else "") + escape(to[1:])

    def _strings(self, page: Page, data: str) -> dict[str, str]:
        root, extra = self._config.site_url or "", self._config.extra
        picture = extra["preview_of"](page.picture_of or page.path)
        return {
            "kind": page.kind,
            "id": escape(page.id),
            "title": escape(page.title),
            "description": escape(page.description),
            "address": page.address,
            "canonical_url": f"{root}{page.address}",
            "picture": f"{root}{quote(picture)}" if picture else "",
            "content": page.html + data,
            "edit": self._edit[page.kind],
            "beside": self._beside if page.markdown else "",
            "edit_url": escape(f"{extra.get('edit_base', '')}{page.edit_path or ''}"),
        }


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    source = _TEMPLATE.read_text(encoding="utf-8")
    return jinja2.Environment(autoescape=False, trim_blocks=True, lstrip_blocks=True).from_string(source)
