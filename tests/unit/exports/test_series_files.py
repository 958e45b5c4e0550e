"""Beside the page of a series: its values as a table, its chart as pictures."""

from __future__ import annotations

import csv
import io

from factbook.exports.series_files import series_files
from tests.unit.site.figures_given import made, value


def test_a_series_has_a_table_and_pictures_and_a_lone_value_a_table_alone() -> None:
    assert [one.path for one in series_files(made(value("a", "value: 1"), value("b", "value: 2")), "de/")] == [
        f"de/numbers/troops/troops.{kind}" for kind in ("csv", "png", "svg")
    ]
    assert [one.path for one in series_files(made(value("a", "value: 1")), "")] == ["numbers/troops/troops.csv"]
    assert (
        list(series_files(made(value("a", "value: 1", more="  retracted: {on: 2025-01-01, note: No.}\n")), "")) == []
    )


def test_the_table_says_who_gave_which_figure() -> None:
    facts = value("a", "low: -9, high: -3", speaker="x"), value("b", "value: 2.50, modifier: up-to", date="2025")
    table, *_ = series_files(made(*facts, actor_x="name: =cmd()\nkind: person\n"), "")
    rows = list(csv.DictReader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert [(row["fact"], row["low"], row["high"], row["modifier"]) for row in rows] == [
        ("a", "-9", "-3", "exactly"),
        ("b", "2.50", "2.50", "up-to"),
    ]
    assert rows[0]["speakers"] == "'=cmd()"  # no formula in a spreadsheet
    assert rows[0]["url"] == "https://flood.example/facts/a.html"
