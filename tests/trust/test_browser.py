"""Promise 3 in a real Chromium: with the policy switched off nothing runs; with it on, clean pages break no rule."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from playwright.sync_api import Error

from tests.browser.conftest import base_url, browser_type_launch_args, served, shipped_url
from tests.conftest import build
from tests.trust.conftest import FULL
from tests.trust.hostile import hostile_site
from tests.trust.payloads import payloads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

__all__ = ["base_url", "browser_type_launch_args", "shipped_url"]

CLEAN = ("", "topics/flood/", "actors/ada-keller/", "disputes/", "numbers/", "timeline/", "sources/", "about/", "de/",
         "topics/closed-bridges/", "404.html", "changes/", "facts/river-rose-40.html")  # fmt: skip
"""Pages of the small site, one of each kind."""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
WATCH = """
window.__seen = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = () => { window.__seen.push(name); };
Object.defineProperty(window, '__ran', {set(value) { window.__seen.push('ran'); }, get() { return undefined; }});
document.addEventListener('securitypolicyviolation', event => window.__seen.push(event.violatedDirective + ' ' + event.blockedURI));
"""
POKE = """() => {
  for (const node of document.querySelectorAll('article *, header *, nav *')) {
    if (node.tagName === 'DETAILS') node.open = true;
    for (const kind of ['mouseover', 'pointerenter', 'focus'])
      node.dispatchEvent(new Event(kind, {bubbles: true}));
  }
  return window.__seen;
}"""


class Hostile(NamedTuple):
    """The hostile site, served twice."""

    naked: str
    """Address of the site without its policy."""
    guarded: str
    """Address of the site as it is built."""
    paths: list[str]
    leading_on: frozenset[str]
    """Paths of pages that do nothing but lead to another."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """The hostile site with its policy and without."""
    root = tmp_path_factory.mktemp("hostile")
    hostile_site(root, payloads())
    assert not [problem for problem in build(root) if problem.is_error]
    naked = shutil.copytree(root / "site", root / "naked" / "site")
    paths: list[str] = []
    leading_on: set[str] = set()
    for page in sorted(naked.rglob("*.html")):
        text, count = POLICY.subn("", page.read_text(encoding="utf-8"))
        assert count <= 1
        page.write_text(text, encoding="utf-8")
        paths.append(page.relative_to(naked).as_posix().removesuffix("index.html"))
        if 'http-equiv="refresh"' in text:
            leading_on.add(paths[-1])
    with served(naked) as without, served(root / "site") as guarded:
        yield Hostile(without, guarded, paths, frozenset(leading_on))


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A browser that notes whatever runs, and each request to another host."""
    context, foreign = browser.new_context(), []
    context.add_init_script(WATCH)

    def note(request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:")):
            foreign.append(request.url)

    context.on("request", note)
    yield context, foreign
    context.close()


@pytest.mark.parametrize("policy", ["off", "on"])
def test_nothing_runs(
    hostile: Hostile,
    watched: tuple[BrowserContext, list[str]],
    full: bool,
    policy: str,
    record: Callable[[int, str, str, str], None],
) -> None:
    """Every page is opened, and whatever stands on it is poked; the policy, where it is on, has nothing to forbid."""
    address = hostile.naked if policy == "off" else hostile.guarded
    context, foreign = watched
    chosen = hostile.paths if full else _sample(hostile.paths)
    page, ran = context.new_page(), {}
    for path in chosen:
        page.goto(address + path, wait_until="load")
        if path in hostile.leading_on:
            _leave(page, address + path)
        if seen := _poked(page):
            ran[path] = seen
        assert page.url.startswith(address), path
    assert not ran, list(ran.items())[:3]
    assert not foreign, foreign[:3]
    record(3, f"the same pages in Chromium, policy {policy}, everything poked", f"{len(chosen)} pages",
           f"nothing ran, no foreign request{', no violation' if policy == 'on' else ''}")  # fmt: skip


def test_nothing_runs_in_the_search(
    hostile: Hostile,
    watched: tuple[BrowserContext, list[str]],
    full: bool,
    record: Callable[[int, str, str, str], None],
) -> None:
    """Payloads are found, shown in results, and typed into the box and the address."""
    context, foreign = watched
    page, typed = context.new_page(), payloads()[:: 1 if full else 20]
    hits = 0
    for payload in ("counted things wrote", "Actor", "script", *typed):
        page.goto(f"{hostile.naked}search/?{_query(payload)}", wait_until="load")
        page.wait_for_timeout(60)
        hits += page.locator(".hits a").count()
        assert not page.evaluate(POKE), payload
    assert hits, "the search found nothing, so nothing was tried"
    assert not foreign
    record(3, "search: payloads asked for and shown among the results", f"{len(typed) + 3} searches",
           f"{hits} results, nothing ran")  # fmt: skip


@pytest.mark.parametrize("name", ["small", "shipped"] if FULL else ["small"])
def test_clean_pages_keep_the_policy(
    name: str,
    request: pytest.FixtureRequest,
    watched: tuple[BrowserContext, list[str]],
    full: bool,
    record: Callable[[int, str, str, str], None],
) -> None:
    """With the policy on, the theme, the charts and the search break no rule of it."""
    url, site = ("base_url", "flood_site") if name == "small" else ("shipped_url", "shipped_site")
    base, root = request.getfixturevalue(url), request.getfixturevalue(site)
    context, foreign = watched
    page = context.new_page()
    paths = [page.relative_to(root).as_posix().removesuffix("index.html") for page in sorted(root.rglob("*.html"))]
    chosen = [*(paths if full else CLEAN), "search/?q=river", "search/?q=%3Cimg%20src%3Dx%3E"]
    for path in chosen:
        page.goto(base + path, wait_until="load")
        if path in paths and 'http-equiv="refresh"' in (root / _file(path)).read_text(encoding="utf-8"):
            _leave(page, base + path)
        page.wait_for_timeout(100)
        assert not page.evaluate("window.__seen"), path
    assert not foreign
    record(
        3,
        f"clean pages of the {name} site in Chromium, policy on",
        f"{len(chosen)} pages",
        "no violation, no foreign request",
    )


def _leave(page: Page, address: str) -> None:
    """Waits until a page that leads on has done so."""
    page.wait_for_url(lambda url: url != address, wait_until="load")


def _file(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path


def _poked(page: Page) -> Any:
    """What was seen on a page; a page that leads on, as those of old addresses do, is poked where it leads."""
    for _ in range(20):
        try:
            return page.evaluate(POKE)
        except Error as error:  # on its way to another page; which may take a moment to begin
            if "context was destroyed" not in str(error):
                raise
            page.wait_for_timeout(50)
            page.wait_for_load_state("load")
    raise AssertionError(f"{page.url} never came to rest")


def _sample(paths: list[str]) -> list[str]:
    """One of each kind of page, and some facts."""
    first = {re.sub(r"\d+", "", path): path for path in paths}
    return sorted({*first.values(), *[path for path in paths if path.startswith("facts/")][::25]})


def _query(payload: str) -> str:
    from urllib.parse import urlencode

    return urlencode({"q": payload})
