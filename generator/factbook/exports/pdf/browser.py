"""Paper: a Chromium that prints: finds it, gives it the site's files, and takes the PDF."""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Playwright, Route

    from factbook.exports.pdf.page_order import Sheets

_INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names of a browser that is on the machine; else Playwright's own is used."""
_QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
_SCRIPT = Path(__file__).with_name("gather.js")
_NO_EXTRA = "PDF needs one thing more: pip install 'factbook[pdf]'."
_NO_BROWSER = "PDF needs Chromium, and none was found: install it, or run `playwright install chromium`."
_NO_SANDBOX = "Chromium prints without its sandbox: that needs a user other than root, and a system that allows it."
_TIME = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")
_NODE = re.compile(rb"\(node(\d{8})\)")
"""Chromium's own number for a part of the page: only their order is the same each time."""
_FOOTER = """\
<div style="width: 100%; margin: 0 15mm; display: flex; gap: 4mm; \
font: 7.5px sans-serif; font-variant-ligatures: none; color: #444">\
<span style="flex: 1" dir="auto">{words}</span><span>{address}</span>\
<span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>"""


class Unavailable(Exception):
    """What is missing for printing, in words for people."""


@contextmanager
def printer(notice: Callable[[str], None]) -> Iterator[Callable[[Sheets], bytes]]:
    """A function from pages to the bytes of a PDF. Raises `Unavailable` when there is nothing to print with.

    `notice` hears of a machine that allows Chromium no sandbox. The PDF is tagged, has bookmarks from the headings,
    and on each page the site, the date of the information, the address and the page's number. It holds no time, so
    that the same pages give the same bytes with the same browser.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise Unavailable(_NO_EXTRA) from None
    with sync_playwright() as playwright:
        try:
            browser = _launched(playwright, sandbox=True)
        except Error:
            try:
                browser = _launched(playwright, sandbox=False)
            except Error:
                raise Unavailable(_NO_BROWSER) from None
            notice(_NO_SANDBOX)
        yield partial(_printed, browser)
        browser.close()


def _launched(playwright: Playwright, *, sandbox: bool) -> Browser:
    installed = next(filter(None, map(shutil.which, _INSTALLED)), None)
    return playwright.chromium.launch(executable_path=installed, args=list(_QUIET), chromium_sandbox=sandbox)


def _printed(browser: Browser, sheets: Sheets) -> bytes:
    context = browser.new_context(color_scheme="light", service_workers="block")
    try:
        context.route("**/*", partial(_answer, sheets))
        page = context.new_page()
        page.goto(sheets.root + sheets.pages[0], wait_until="load")
        told = page.evaluate(_SCRIPT.read_text(encoding="utf-8"), _asked(sheets))
        return _steady(_pdf(page, sheets, told))
    finally:
        context.close()


def _asked(sheets: Sheets) -> dict[str, Any]:
    return {
        "root": sheets.root,
        "home": sheets.home,
        "pages": list(sheets.pages),
        "published": sheets.address is not None,
        "appendix": sheets.appendix,
    }


def _answer(sheets: Sheets, route: Route) -> None:
    found = sheets.file(route.request.url)
    if found is None:
        route.abort()
    else:
        route.fulfill(body=found[0], content_type=found[1])


def _pdf(page: Page, sheets: Sheets, told: dict[str, str]) -> bytes:
    own = sheets.home if len(sheets.pages) > 1 else sheets.pages[0]
    words = " · ".join(filter(None, (told["site"], told["kicker"])))
    footer = _FOOTER.format(words=escape(words), address=escape(f"{sheets.address}{own}" if sheets.address else ""))
    return page.pdf(
        format="A4",
        prefer_css_page_size=True,
        print_background=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=footer,
        tagged=True,
        outline=True,
    )


def _steady(pdf: bytes) -> bytes:
    """The PDF without what differs from one printing to the next; nothing in it moves."""
    pdf = _TIME.sub(lambda found: b" " * len(found[0]), pdf)
    ranks = {number: b"(node%08d)" % rank for rank, number in enumerate(sorted(set(_NODE.findall(pdf))))}
    return _NODE.sub(lambda found: ranks[found[1]], pdf)
