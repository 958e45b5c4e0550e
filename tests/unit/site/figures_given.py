"""Series with the figures that a test is about, each given by a speaker of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.site.worlds import world

if TYPE_CHECKING:
    from factbook.site.charts.values import Value
    from factbook.site.fragments import Fragments

SERIES = "title: Troops in Kursk\nunit: troops\n"


def value(id: str, figure: str, *, date: str = "2024-11-04", speaker: str = "", more: str = "") -> str:
    """A fact that gives a figure: `value: 11000, modifier: up-to`."""
    said = f"  asserted_by: [{speaker}]\n" if speaker else ""
    return fact(id, date=date, more=f"{said}  figure: {{series: troops, {figure}}}\n{more}")


def fact(id: str, *, date: str = "2024-11-04", more: str = "") -> str:
    return (
        f"- id: {id}\n  statement: Somebody said so of {id}.\n  date: {date}\n  topics: [war]\n{more}"
        "  citations: [{source: report, quote: so}]\n"
    )


def made(*facts: str, language: str = "en", **files: str) -> Fragments:
    """What pages are joined from."""
    return world(language, fact="".join(facts), **({"series_troops": SERIES} | files))


def given(*values: str) -> tuple[Value, ...]:
    """Values of a series, in this order, a month after one another."""
    facts = [value(f"f{n}", f"value: '{one}'", date=f"2024-{n + 1:02}-01") for n, one in enumerate(values)]
    return made(*facts).values("troops")
