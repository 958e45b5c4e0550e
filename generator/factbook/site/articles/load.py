"""Host: the hand-written pages of content/pages, read and put beside the generated ones in each edition."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from factbook.content.link.references import known_of, unknown_link, unknown_mark
from factbook.content.yaml import unfit
from factbook.diagnostics.types import Diagnostic, Span
from factbook.evidence.checks.facts_behind import FactsBehind
from factbook.runtime.frozen import frozen
from factbook.site import page_types
from factbook.site.articles.front_matter import FrontMatter, split
from factbook.site.articles.links import SiteMap
from factbook.site.articles.markdown_syntax import CITED, ENTITY
from factbook.site.articles.markdown_to_html import Link, PageContext, Prose, prose
from factbook.site.articles.prose_numbers import untraced
from factbook.site.artifacts import Edition, SearchEntry
from factbook.site.html import escape, link
from factbook.site.i18n import wording
from factbook.site.media import media
from factbook.site.own_styles import colours, validate
from factbook.site.page import Page
from factbook.site.untranslated import page_in_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factbook.config.look import FooterLink
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.site.fragments import Fragments
    from factbook.site.media import Media

MAX_BYTES = 64 * 1024
_LAST = 1_000_000
_ID = re.compile(r'\sid="([^"]+)"')


@frozen
class WrittenPage:
    """One Markdown file, read but with its links not yet followed."""

    file: str
    """Relative to the site's folder."""
    address: str
    """Path of the page in its edition: `about/`."""
    language: str
    typed: str
    """The whole file."""
    front: FrontMatter
    prose: Prose

    @property
    def title(self) -> str:
        return self.front.title or self.prose.title or self.address.strip("/").replace("-", " ").capitalize()


def with_pages(settings: Settings, editions: Sequence[Edition]) -> tuple[tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """The editions with their hand-written pages, each link of which has been followed.

    A page in a further language is `name.<language>.md`; where it is missing, that edition shows the
    page in the site's first language.
    """
    pages, problems = read_all(settings)
    own = media(settings)
    problems += (*own.problems, *validate(settings.look, own))
    if editions:
        problems += tuple(_validate(pages, editions[0].made.corpus, settings))
    complete = []
    for edition in editions:
        chosen = in_edition(pages, edition.language, settings.languages[0])
        site_map = _site_map(chosen, edition, editions, own)
        made, wrong = _pages(chosen, edition, site_map)
        problems += (*wrong, *_astray(settings.look.footer, site_map))
        edition.made.articles = made
        beside = (*edition.assets, *own.assets(), *colours(settings.look)) if not edition.prefix else edition.assets
        complete.append(replace(edition, articles=made, assets=beside))
    return tuple(complete), problems


def read_all(settings: Settings) -> tuple[tuple[WrittenPage, ...], tuple[Diagnostic, ...]]:
    """Every hand-written page in every language, and what is wrong with them."""
    pages, problems = [], []
    taken: dict[tuple[str, str], str] = {}
    for path in _files(settings.content / "pages"):
        file = path.relative_to(settings.root).as_posix()
        text = _text(path, file)
        if isinstance(text, Diagnostic):
            problems.append(text)
            continue
        front, body, wrong = split(text, file)
        problems += wrong
        problems += [problem for problem in unfit(text, file) if problem not in wrong]
        address, language = _address(path.relative_to(settings.content / "pages"), settings.languages)
        if (other := taken.setdefault((address, language), file)) != file:
            problems.append(_twice(file, address, other))
        parsed = prose(body, file)
        problems += parsed.problems
        pages.append(WrittenPage(file, address, language, text, front, parsed))
    return tuple(pages), tuple(problems)


def _validate(pages: Iterable[WrittenPage], corpus: Corpus, settings: Settings) -> Iterator[Diagnostic]:
    """What pages say of the content and the content does not have: names, marks, numbers."""
    known, behind = known_of(corpus), FactsBehind(corpus, settings)
    for page in pages:
        for kind, name, span in page.prose.names:
            if kind == ENTITY and name not in known["actor"] and name not in known["topic"]:
                yield unknown_link(name, span, known)
            elif kind == CITED and name not in known["fact"]:
                yield unknown_mark(name, span, known)
        if page.front.checked:
            yield from untraced(page, behind, corpus)


def _files(folder: Path) -> Iterator[Path]:
    """Markdown files, links to folders not followed, in an order that no disk decides."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if name.endswith(".md") and not name.startswith(".") and _is_text(str(path.relative_to(folder))):
                yield path


def _is_text(path: str) -> bool:
    """Whether a path below the folder can stand in an address; reading the content has told of any other."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _text(path: Path, file: str) -> str | Diagnostic:
    kind = path.lstat()
    if not stat.S_ISREG(kind.st_mode):
        return _unreadable(file, "is not a file of its own but a link or a device", "Put the text itself here.")
    if kind.st_size > MAX_BYTES:
        return _unreadable(file, f"is larger than {MAX_BYTES // 1024} kilobytes", "Split it into several pages.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _unreadable(file, "is not UTF-8", "Save the file as UTF-8.", line)
    except OSError as error:
        return _unreadable(file, f"cannot be read: {error.strerror}", "Look at the file's permissions.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(file: str, what: str, help_: str, line: int = 1) -> Diagnostic:
    return Diagnostic("page-unreadable", f"The page '{file}' {what}", Span(file, line), help=(help_,))


def _twice(file: str, address: str, other: str) -> Diagnostic:
    message = f"this page would be at '/{address}', where '{other}' already stands"
    return Diagnostic("address-taken", message, Span(file), help=("Give it another file name.",))


def _address(path: Path, languages: tuple[str, ...]) -> tuple[str, str]:
    """`about.de.md` is the page `about/` in German; without a language it is in the site's first."""
    stem, _, language = path.stem.rpartition(".")
    if language not in languages or not stem:
        stem, language = path.stem, languages[0]
    folder = path.parent.as_posix().removeprefix(".")
    parts = [part for part in (folder, "" if stem == "index" else stem) if part]
    return "".join(f"{part}/" for part in parts), language


def in_edition(pages: tuple[WrittenPage, ...], language: str, first: str) -> list[WrittenPage]:
    """The pages that an edition shows, in their order: in its language, else in the site's first."""
    by_address: dict[str, WrittenPage] = {}
    for wanted in dict.fromkeys((language, first)):
        for page in pages:
            if page.language == wanted:
                by_address.setdefault(page.address, page)
    return sorted(by_address.values(), key=lambda page: (page.front.order or _LAST, page.address))


def _site_map(pages: list[WrittenPage], edition: Edition, editions: Sequence[Edition], own: Media) -> SiteMap:
    made = edition.made
    return SiteMap(
        pages={path: partial(_anchors, made, path) for path in page_types.paths(made)}
        | {page.address: partial(_own_anchors, page) for page in pages},
        files=frozenset(asset.path for other in editions for asset in other.assets)
        | {f"media/{path}" for path in own.files},
        prefix=edition.prefix,
        size=own.size,
    )


def _astray(footer: Iterable[FooterLink], site_map: SiteMap) -> Iterator[Diagnostic]:
    """An error for each link at the foot of the pages that leads nowhere."""
    for one in footer:
        followed = site_map.follow(Link(one.to, is_picture=False, own_anchors=frozenset()), page="")
        if followed.problem:
            yield Diagnostic("page-link", followed.problem, one.span, help=followed.help)


def _pages(
    pages: list[WrittenPage], edition: Edition, site_map: SiteMap
) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    made: list[Page] = []
    problems: list[Diagnostic] = []
    for page in pages:
        html, wrong = page.prose.html(_around(page, edition.made, site_map))
        made.append(_page(page, html, edition.made))
        problems += wrong
    return tuple(made), tuple(problems)


def _around(page: WrittenPage, made: Fragments, site_map: SiteMap) -> PageContext:
    texts, say = made.texts, wording(page.language, marking=True).say

    def entity(name: str, words: str) -> str:
        return link(texts.path_of(name), escape(words or texts.named(name, page.language)))

    boxes = {
        "note": say("Note"),
        "info": say("Good to know"),
        "tip": say("Tip"),
        "example": say("Example"),
        "warning": say("Warning"),
        "danger": say("Danger"),
    }
    return PageContext(
        partial(site_map.follow, page=page.address), entity, made.chips, boxes, say("Back to the text")
    )


def _anchors(made: Fragments, path: str) -> frozenset[str]:
    page = page_types.page_at(made, path)
    return frozenset(_ID.findall(page.html)) if page else frozenset()


def _own_anchors(page: WrittenPage) -> frozenset[str]:
    return page.prose.anchors


def _page(page: WrittenPage, html: str, made: Fragments) -> Page:
    foreign = "" if page.language == made.language else f' lang="{page.language}"'
    if not page.front.checked:
        told = made.words.say("The numbers on this page are the editors’ own; they were not traced to the facts.")
        html = f'<p class="keyline">{told}</p>\n{html}'
    return page_in_spans(
        Page(
            path=page.address,
            kind="page",
            id=page.address.strip("/") or "index",
            title=page.title,
            description=page.front.description or "",
            language=page.language,
            html=f'<div class="prose md-typeset"{foreign}>\n{html}</div>\n',
            section="sources",
            edit_path=quote(page.file),
            markdown=False,
            search=(SearchEntry(page.address, page.title, page.prose.text),),
        )
    )
