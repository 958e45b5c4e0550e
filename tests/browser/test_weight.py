"""Light: what a first visit to a page of the shipped briefing fetches, measured in the browser."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Response

LIMIT_BYTES = 120 * 1024
LIMIT_REQUESTS = 10
COMPRESSIBLE = re.compile(r"text/|javascript|json|xml|svg")
LIMIT_SHIFT = 0.01
"""Of the layout, as browsers measure it (web.dev/cls): a tenth of what counts as good."""
SECTIONS = ("topics", "actors", "sources", "numbers")

SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts.push([
  entry.value, entry.sources.map((source) => source.node && (source.node.className || source.node.nodeName)),
]))).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="session")
def addresses(shipped_site: Path) -> tuple[str, ...]:
    """The home page, and the largest page of each section."""
    largest = [
        max((shipped_site / name).glob("*/index.html"), key=lambda page: page.stat().st_size).parent.name
        for name in SECTIONS
    ]
    return ("", *(f"{name}/{page}/" for name, page in zip(SECTIONS, largest, strict=True)))


def test_a_first_visit_is_light(
    browser: Browser, shipped_url: str, addresses: tuple[str, ...], record_property: Callable[[str, object], None]
) -> None:
    measured = {address or "/": weigh(browser, shipped_url + address) for address in addresses}
    for address, (requests, size, parts) in measured.items():
        print(f"{address}: {requests} requests, {size / 1024:.0f} KB compressed")
        record_property(address, f"{requests} requests, {size} bytes: {parts}")
    heavy = {a: m for a, m in measured.items() if m[0] > LIMIT_REQUESTS or m[1] > LIMIT_BYTES}
    assert not heavy


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "address",
    [
        *("", "topics/deployment-size/", "timeline/", "search/?q=troops", "actors/russia/", "numbers/"),
    ],
)
def test_nothing_jumps_while_a_page_loads(browser: Browser, shipped_url: str, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(shipped_url + address, wait_until="networkidle")
    moved = page.evaluate("shifts")
    context.close()
    assert sum(value for value, _ in moved) < LIMIT_SHIFT, moved


def weigh(browser: Browser, address: str) -> tuple[int, int, list[str]]:
    """Requests, compressed bytes and the parts, largest first, of a visit with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address, wait_until="networkidle")
    parts = sorted(
        ((_size(response), response.url.rpartition("/briefing/")[2]) for response in responses), reverse=True
    )
    context.close()
    return len(responses), sum(size for size, _ in parts), [f"{size} {name}" for size, name in parts]


def _size(response: Response) -> int:
    """Bytes as a web server that compresses would send them."""
    body = response.body()
    packed = COMPRESSIBLE.search(response.headers.get("content-type", ""))
    return len(gzip.compress(body, 6)) if packed else len(body)
