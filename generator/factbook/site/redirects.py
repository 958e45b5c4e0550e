"""Site: the small pages at the old addresses of what was renamed; they need no script and no style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.artifacts import Asset
from factbook.site.html import escape
from factbook.site.untranslated import spans
from factbook.site.urls import fact_path, file_of, to_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Corpus
    from factbook.site.fragments import Fragments

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
<p><a href="{target}">{go}</a></p>
</main>
</body>
</html>
"""


def redirect_pages(made: Fragments, prefix: str) -> Iterator[Asset]:
    """One for each old address of an edition."""
    for old, new in moved(made.corpus).items():
        yield Asset(f"{prefix}{file_of(old)}", spans(_page(made, old, new)).encode())


def moved(corpus: Corpus) -> dict[str, str]:
    """Old path to new path, of pages and of facts."""
    facts = {fact_path(old): fact_path(fact.id) for fact in corpus.facts.values() for old in fact.redirect_from}
    return dict(corpus.redirects) | facts


def _page(made: Fragments, old: str, new: str) -> str:
    target = f"{to_root(old)}{new}"
    return _PAGE.format(
        language=escape(made.language),
        direction=made.words.direction,
        title=escape(made.words.say("This page has moved")),
        target=escape(target),
        canonical=escape(f"{made.address}{new}" if made.address else target),
        go=escape(made.words.say("Go on to the page")),
    )
