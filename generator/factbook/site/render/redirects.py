"""Rendering: the small page at an address that leads to another one; it needs no script and no style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.config.settings import PREVIEW_SIZE
from factbook.content.model.entities import in_language
from factbook.runtime.frozen import frozen
from factbook.site.artifacts import Asset
from factbook.site.i18n import direction, wording
from factbook.site.render.escape import safe
from factbook.site.urls import to_root
from factbook.site.views.plan import PlannedRedirect

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.site.views.redirect import Redirect

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
{shared}<meta name="robots" content="noindex">
</head>
<body>
<main>
<h1>{title}</h1>
{words}<p><a href="{target}">{go}</a></p>
</main>
</body>
</html>
"""


class Redirects:
    """The pages of an edition's redirects."""

    def __init__(self, settings: Settings, language: str, prefix: str) -> None:
        self._settings, self._language, self._prefix = settings, language, prefix

    def page(self, redirect: Redirect | PlannedRedirect) -> Asset:
        """A page as a file of the site, made when it is written."""
        return Asset(f"{self._prefix}{redirect.path}index.html", _Later(self, redirect))

    def html(self, redirect: Redirect) -> str:
        """The whole page."""
        anchor = f"#{redirect.anchor}" if redirect.anchor else ""
        target = f"{to_root(redirect.path)}{redirect.target}{anchor}"
        public = self._settings.url
        return _PAGE.format(
            language=self._language,
            direction=direction(self._language),
            title=safe(redirect.title),
            target=safe(target),
            canonical=safe(f"{public}{self._prefix}{redirect.target}" if public else target),
            shared=self._shared(redirect),
            words="".join(f"<p>{safe(line)}</p>\n" for line in (redirect.note, redirect.words) if line),
            go=safe(wording(self._language).say("Go on to the page")),
        )

    def _shared(self, redirect: Redirect) -> str:
        """What a link to a fact shows where it is shared: programs that make such previews follow no redirect."""
        if not redirect.words:
            return ""
        settings, prefix = self._settings, self._prefix
        site, _ = in_language(settings.name, self._language, settings.languages[0])
        picture = settings.preview_of(redirect.target)
        told = {
            "og:type": "article",
            "og:site_name": site,
            "og:title": f"{redirect.title} – {site}",
            "og:description": " ".join(filter(None, (redirect.note, redirect.words))),
            "og:url": f"{settings.url}{prefix}{redirect.path}" if settings.url else "",
            "og:image": f"{settings.url}{prefix}{picture}" if picture else "",
            "og:image:width": str(PREVIEW_SIZE[0]) if picture else "",
            "og:image:height": str(PREVIEW_SIZE[1]) if picture else "",
            "og:image:alt": site if picture else "",
            "twitter:card": "summary_large_image" if picture else "summary",
        }
        kinds = ((name, "name" if name.startswith("twitter") else "property", words) for name, words in told.items())
        return "".join(f'<meta {kind}="{name}" content="{safe(words)}">\n' for name, kind, words in kinds if words)


@frozen
class _Later:
    """A page that is made when it is written. There is one for each fact, so it holds no more than it must."""

    redirects: Redirects
    of: Redirect | PlannedRedirect

    def __call__(self) -> bytes:
        return self.redirects.html(self.of.view() if isinstance(self.of, PlannedRedirect) else self.of).encode()
