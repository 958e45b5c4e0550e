"""Programs of others read what is exported: the database, the calendars, the description of the data."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from factbook.cli import cli
from tests.conftest import flood_with
from tests.exports.test_sqlite import QUERIES
from tests.neighbours.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

OUTPUTS = "outputs: [data, json, calendar]\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built and exported."""
    folder = tmp_path_factory.mktemp("flood") / "root"
    flood_with(folder, OUTPUTS)
    result = CliRunner().invoke(cli, ["export", "sqlite", str(folder / "facts.db"), "--site", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def asked(root: Path, address: str) -> list[dict[str, object]]:
    return list(json.loads(run("datasette", "facts.db", "--get", address, folder=root)))


def test_datasette_shows_tables_views_and_where_references_lead(root: Path) -> None:
    facts = json.loads((root / "site" / "data" / "facts.json").read_bytes())["facts"]
    assert len(asked(root, "/facts/facts.json?_shape=array&_size=max")) == len(facts)
    assert asked(root, "/facts/said.json?_shape=array&_size=1")
    page = run("datasette", "facts.db", "--get", f"/facts/fact_citations?fact_id={facts[0]['id']}", folder=root)
    assert f'href="/facts/facts/{facts[0]["id"]}"' in page.replace("~2D", "-")


def test_datasette_searches_all_texts(root: Path) -> None:
    found = asked(root, "/facts/texts.json?_shape=array&_search=river")
    assert found
    assert all(re.search("river", str(row["text"]), re.I) for row in found)


@pytest.mark.parametrize("query", QUERIES)
def test_datasette_answers_the_questions_of_the_page(root: Path, query: str) -> None:
    assert isinstance(asked(root, f"/facts.json?_shape=array&sql={quote(query.strip().rstrip(';'))}"), list)


def test_icalendar_reads_the_calendars(root: Path) -> None:
    read = """
import sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
events = calendar.walk("VEVENT")
assert not any(part.errors for part in calendar.walk())
print(len(events), min(event.decoded("DTEND") - event.decoded("DTSTART") for event in events).days)
"""
    number, shortest = run("python", "-c", read, "site/events.ics", folder=root).split()
    assert int(number) > 5
    assert shortest == "1"


def test_the_description_of_the_data_is_openapi(root: Path) -> None:
    assert "OK" in run("openapi-spec-validator", "site/data/openapi.json", folder=root)
