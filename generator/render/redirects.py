"""Rendering: the small page at an address that leads to another one; it needs no script and no style."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.bodies import Asset
from generator.render.marks import to_root
from generator.views.planned import PlannedRedirect
from generator.words import direction, wording

if TYPE_CHECKING:
    from generator.settings import Settings
    from generator.views.redirects import Redirect

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
</head>
<body>
<main>
<h1>{title}</h1>
{words}<p><a href="{target}">{go}</a></p>
</main>
</body>
</html>
"""


def page(redirect: Redirect | PlannedRedirect, settings: Settings, language: str, prefix: str) -> Asset:
    """The page as a file of the site, made when it is written."""
    return Asset(f"{prefix}{redirect.path}index.html", lambda: _page(redirect, settings, language, prefix))


def _page(redirect: Redirect | PlannedRedirect, settings: Settings, language: str, prefix: str) -> bytes:
    if isinstance(redirect, PlannedRedirect):
        redirect = redirect.view()
    anchor = f"#{redirect.anchor}" if redirect.anchor else ""
    target = f"{to_root(redirect.path)}{redirect.target}{anchor}"
    canonical = f"{settings.url}{prefix}{redirect.target}" if settings.url else target
    words = "".join(f"<p>{escape(line)}</p>\n" for line in (redirect.note, redirect.words) if line)
    html = _PAGE.format(
        language=language,
        direction=direction(language),
        title=escape(redirect.title),
        target=escape(target),
        canonical=escape(canonical),
        words=words,
        go=escape(wording(language).say("Go on to the page")),
    )
    return html.encode()
