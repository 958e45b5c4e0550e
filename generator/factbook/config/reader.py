"""Stage: reads site_config.yml into `Settings`; nothing in it can run code or reach outside by itself.

Folders outside the site are named by whoever runs a command, in the environment: what stands in the site, a pull
request can bring.
"""

from __future__ import annotations

import errno
import os
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize
from urllib.parse import quote, unquote, urlsplit

from factbook.config import contrast
from factbook.config.look import FooterLink, OwnFile, SiteLook
from factbook.config.plugins import missing
from factbook.config.settings import OUTPUTS, SPOKEN, Plugin, Settings, is_spoken
from factbook.content import yaml
from factbook.content.schema import KINDS, kind
from factbook.content.schema.formats import FORMS
from factbook.content.schema.licences import LICENCES
from factbook.content.schema.texts import text_ends
from factbook.content.schema.validate import validate
from factbook.content.yaml import shown
from factbook.diagnostics.types import Diagnostic, Severity, Span, has_errors
from factbook.runtime.site_path import first_link, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.contrast import Scheme
    from factbook.content.yaml import Tree

NAME = "site_config.yml"
_ROOTS = {
    "url": (
        "the site cannot be published at",
        "Write the address of the folder in which the home page stands, such as https://facts.example/briefing/.",
    ),
    "repository": (
        "no file of the repository can stand below",
        "Write the address of the repository's own page, such as https://code.example/desk/briefing.",
    ),
}
"""Addresses below which others are made, with what to say of one that cannot be that."""
_HOST_DOT = re.compile("[.。．｡]")
"""What parts the name of a host, in scripts that have their own full stop too."""
_PARTS = ("briefing.yml", "pages", "media", "snapshots", *(kind(name).folder for name in KINDS))
_MOST_PROBLEMS = 100
_LEAST = "4.5 to 1"
_BLUE = "#1b4f7a"
"""The theme's own colour of links."""


def read(root: Path, environment: Mapping[str, str] = os.environ) -> tuple[Settings | None, tuple[Diagnostic, ...]]:
    """The settings of the site in `root`; None when they cannot be used, with what is wrong.

    `FACTBOOK_SNAPSHOTS` in the environment names further folders of texts, `FACTBOOK_COMMIT` the commit
    that the footer shows.
    """
    if linked := tuple(_linked(root)):
        return None, linked
    try:
        data = _bytes(root / NAME)
    except OSError as error:
        return None, (_absent(root, error),)
    tree, problems = yaml.read(data, NAME, lambda tree: text_ends(tree, kind("config").fields))
    if tree is None or tree.value == "":
        return None, problems or (Diagnostic("config-missing", f"{NAME} is empty", Span(NAME)),)
    problems = (
        *problems,
        *islice(validate(tree, kind("config")), _MOST_PROBLEMS),
        *_outside(root, tree),
        *_no_root(tree),
        *_not_spoken(tree),
        *_unreadable(tree),
        *_not_read(root),
    )
    if has_errors(problems) or not isinstance(tree.value, dict):
        return None, problems
    plugins = tuple(
        Plugin(str(name), tree.span("plugins", n)) for n, name in enumerate(tree.value.get("plugins", ()))
    )
    problems = (*problems, *missing(plugins))
    return None if has_errors(problems) else _settings(root, tree, plugins, environment), problems


def _linked(root: Path) -> Iterator[Diagnostic]:
    """An error for each part of a site that is a link: it would publish, or write over, what stands elsewhere."""
    parts = (NAME, "content", *(f"content/{name}" for name in _PARTS))
    for link in dict.fromkeys(link for part in parts if (link := first_link(root, part))):
        advice = "Put what it leads to in its place."
        if link == "content/snapshots":
            advice = "Texts that are kept elsewhere are named by FACTBOOK_SNAPSHOTS in the environment."
        message = f"`{link}` is a link, and nothing is read or written through links"
        yield Diagnostic("file-misplaced", message, Span(link), help=(advice,))


def _outside(root: Path, tree: Tree) -> Iterator[Diagnostic]:
    """An error for each configured folder of texts that does not lie in the site."""
    folders = tree.value.get("snapshots") if isinstance(tree.value, dict) else None
    for number, folder in enumerate(folders if isinstance(folders, list) else ()):
        if not isinstance(folder, str) or (is_inside(folder) and not first_link(root, folder)):
            continue
        message = f"`{shown(folder)}` leads out of the site's folder, and a pull request could bring it"
        advice = "Name folders elsewhere by FACTBOOK_SNAPSHOTS in the environment, where a command runs."
        yield Diagnostic("folder-outside", message, tree.span("snapshots", number), help=(advice,))


def _no_root(tree: Tree) -> Iterator[Diagnostic]:
    """An error for each address below which nothing can stand; whether it is an address was looked at before."""
    for name, (said, advice) in _ROOTS.items():
        url = tree.value.get(name) if isinstance(tree.value, dict) else None
        if isinstance(url, str) and (reason := next(_faults(url), "")):
            message = f"{said} `{shown(url)}`: {reason}"
            yield Diagnostic("url-form", message, tree.span(name), help=(advice,))


def _faults(url: str) -> Iterator[str]:
    """Why nothing can stand below an address."""
    parts = urlsplit(url)
    steps = unquote(parts.path).split("/")
    last = next(filter(None, reversed(steps)), "")
    faults = {
        "it holds a question (`?`)": "?" in url,
        "it leads to a place in a page (`#`)": "#" in url,
        "it holds a name and a password (`@`)": parts.username is not None,
        "a step of it leads elsewhere (`.` or `..`)": not {".", ".."}.isdisjoint(steps),
        "it holds an empty step (`//`)": "" in steps[1:-1],
        "it names a file, and pages stand in folders": last.lower().endswith((".html", ".htm", ".php")),
    }
    return (reason for reason, holds in faults.items() if holds)


def _not_spoken(tree: Tree) -> Iterator[Diagnostic]:
    """A warning for each language in which the site has no words of its own."""
    value = tree.value if isinstance(tree.value, dict) else {}
    several = value.get("languages")
    listed = [(("languages", place), one) for place, one in enumerate(several if isinstance(several, list) else ())]
    for way, language in (*listed, (("language",), value.get("language"))):
        if isinstance(language, str) and not FORMS["language"](language) and not is_spoken(language):
            message = f"the site's own words are not there in `{language}`, so headings and labels are in English"
            advice = f"There are catalogues for {', '.join(sorted(SPOKEN))}; Factbook's guide to languages adds one."
            yield Diagnostic("language-not-spoken", message, tree.span(*way), Severity.WARNING, help=(advice,))


def _unreadable(tree: Tree) -> Iterator[Diagnostic]:
    """An error for each colour that cannot be read on some ground of its scheme."""
    value = tree.value if isinstance(tree.value, dict) else {}
    schemes: tuple[tuple[str, Scheme], ...] = (("colour", "light"), ("colour_dark", "dark"))
    for key, scheme in schemes:
        typed = value.get(key)
        if isinstance(typed, str) and not FORMS["colour"](typed):
            colour = contrast.whole(typed)
            if (ratio := contrast.ratio(colour, scheme)) < contrast.LEAST:
                message = f"`{typed}` has a contrast of {ratio:.1f} to 1 on {scheme} pages, and links need {_LEAST}"
                advice = f"The nearest that can be read is {contrast.readable(colour, scheme)}."
                yield Diagnostic("colour-contrast", message, tree.span(key), help=(advice,))


def _not_read(root: Path) -> Iterator[Diagnostic]:
    """A warning for a configuration of MkDocs in the site's folder: somebody may wait for it to take effect."""
    for name in ("mkdocs.yml", "mkdocs.yaml"):
        if (root / name).is_file():
            message = f"{name} is not read: MkDocs is configured by Factbook alone"
            advice = "site_config.yml has `logo`, `colour`, `extra_css` and `footer` in its place. Delete the file."
            yield Diagnostic("config-ignored", message, Span(name), Severity.WARNING, help=(advice,))


def _look(tree: Tree, value: dict[str, Any]) -> SiteLook:
    def own(key: str, path: str, *way: int) -> OwnFile:
        return OwnFile(path, key, tree.span(key, *way))

    light, dark = (contrast.whole(value[key]) if key in value else "" for key in ("colour", "colour_dark"))
    return SiteLook(
        logo=own("logo", value["logo"]) if "logo" in value else None,
        favicon=own("favicon", value["favicon"]) if "favicon" in value else None,
        colours=(light or _BLUE, dark or contrast.readable(light, "dark")) if light or dark else None,
        styles=tuple(own("extra_css", path, place) for place, path in enumerate(value.get("extra_css", ()))),
        footer=tuple(
            FooterLink(one["title"], one["to"], tree.span("footer", place, "to"))
            for place, one in enumerate(value.get("footer", ()))
        ),
    )


def _root_address(url: str) -> str:
    """A public address as RFC 3986 has it, letters outside ASCII as their codes, and with a slash at the end."""
    parts = urlsplit(url)
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~")
    return f"{parts.scheme}://{'.'.join(map(_label, _HOST_DOT.split(parts.netloc)))}{path}/"


def _label(name: str) -> str:
    """A part of the name of a host as DNS has it; `ß` is a letter of its own, as in browsers (UTS 46)."""
    plain = normalize("NFKC", name).lower()
    return plain if plain.isascii() else f"xn--{plain.encode('punycode').decode('ascii')}"


def _bytes(path: Path) -> bytes:
    """What an ordinary file holds; raises OSError for a pipe or device, which could wait for ever."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is not an ordinary file")
    with path.open("rb") as file:
        return file.read(yaml.MAX_BYTES + 1)


def _absent(root: Path, error: OSError) -> Diagnostic:
    if root.is_dir() and not (root / NAME).exists():
        message = f"there is no {NAME} in this folder, so it is not a Factbook site"
        advice = "Name the site's folder with --site, or make a new site with `factbook init FOLDER`."
        return Diagnostic("config-missing", message, Span(NAME), help=(advice,))
    return Diagnostic("config-missing", f"{NAME} cannot be read: {error.strerror}", Span(NAME))


def _settings(root: Path, tree: Tree, plugins: tuple[Plugin, ...], environment: Mapping[str, str]) -> Settings:
    value: dict[str, Any] = tree.value  # type: ignore[assignment]  # the caller has looked
    url = value.get("url")
    repository = value.get("repository")
    return Settings(
        root=root,
        name=value["name"],
        description=value.get("description", ""),
        url=_root_address(url) if url else None,
        languages=tuple(value.get("languages") or (value.get("language", "en"),)),
        repository=repository.rstrip("/") if repository else None,
        branch=value.get("branch", "main"),
        snapshots=_folders(root, value.get("snapshots", ()), environment),
        quote_words=int(value.get("quote_words", kind("config").field("quote_words").default or 25)),
        copyright=value.get("copyright"),
        previews=value.get("previews", "topics"),
        quoted_share=int(value.get("quoted_share", 40)),
        source_age=int(value["source_age"]) if value.get("source_age") else None,
        scale=value.get("scale", "icd203"),
        outputs=frozenset(value.get("outputs", OUTPUTS)),
        plugins=plugins,
        look=_look(tree, value),
        licence=_licence(value.get("licence")),
        commit=environment.get("FACTBOOK_COMMIT") or None,
    )


def _licence(typed: str | None) -> tuple[str, str] | None:
    """Name and address of a licence."""
    return LICENCES.get(typed, (typed.partition("://")[2].strip("/"), typed)) if typed else None


def _folders(root: Path, configured: list[str], environment: Mapping[str, str]) -> tuple[Path, ...]:
    further = [folder for folder in environment.get("FACTBOOK_SNAPSHOTS", "").split(os.pathsep) if folder]
    named = [root / folder for folder in configured] + [Path(folder) for folder in further]
    return (root / "content" / "snapshots", *named)
