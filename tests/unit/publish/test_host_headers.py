"""The headers for a host: read as Cloudflare and Netlify read them, and merged for some paths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.publish.host_headers import ALWAYS, OPEN, UNFRAMED
from tests.conftest import flood_with

if TYPE_CHECKING:
    from pathlib import Path

Rules = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    site = flood_with(tmp_path_factory.mktemp("flood") / "root", "outputs: [headers, data]\n")
    return parsed((site / "_headers").read_text())


def parsed(text: str) -> Rules:
    """The file as its readers take it: a path at the start of a line, headers indented below it."""
    found: Rules = {}
    for line in text.splitlines():
        if line.startswith("/"):
            headers = found.setdefault(line, {})
        else:
            name, value = re.fullmatch(r"  ([\w-]+): (.+)", line).groups()  # type: ignore[union-attr]
            headers[name] = value
    return found


def sent(rules: Rules, path: str) -> dict[str, str]:
    fitting = (headers for rule, headers in rules.items() if re.fullmatch(rule.replace("*", ".*"), path))
    return {name: value for headers in fitting for name, value in headers.items()}


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", ALWAYS | UNFRAMED),
        ("/about/", ALWAYS | UNFRAMED),
        ("/topics/flood/", ALWAYS | UNFRAMED),
        ("/de/", ALWAYS | UNFRAMED),
        ("/de/actors/ada-keller/", ALWAYS | UNFRAMED),
        ("/facts/river-rose-40.html", ALWAYS),
        ("/de/facts/river-rose-40.html", ALWAYS),
        ("/data/facts.json", ALWAYS | OPEN),
    ],
)
def test_what_is_sent_with_a_path(rules: Rules, path: str, headers: dict[str, str]) -> None:
    assert sent(rules, path) == headers


def test_a_site_holds_them_only_where_they_are_wanted(flood_site: Path) -> None:
    assert not (flood_site / "_headers").exists()
