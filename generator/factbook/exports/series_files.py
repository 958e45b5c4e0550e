"""Exports: beside the page of each series its values as a table (CSV) and its chart as pictures (SVG, PNG)."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING

from factbook.exports.csv import BOM
from factbook.exports.csv_cells import safe
from factbook.site.artifacts import Asset
from factbook.site.charts.series_chart import file_path, picture_kinds
from factbook.site.charts.values import speakers
from factbook.site.urls import fact_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.charts.values import Value
    from factbook.site.fragments import Fragments

_COLUMNS = ("fact", "date", "speakers", "low", "high", "modifier", "superseded", "reports", "sources", "url")


def series_files(made: Fragments, prefix: str) -> Iterator[Asset]:
    """The files of an edition; each is made when it is written."""
    for series in made.corpus.series:
        if not made.values(series):
            continue
        yield Asset(f"{prefix}{file_path(series, 'csv')}", partial(_table, made, series))
        for kind in picture_kinds(made, series):
            yield Asset(f"{prefix}{file_path(series, kind)}", partial(_picture, made, series, kind))


def _table(made: Fragments, series: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_cells(made, value) for value in made.values(series))
    return BOM + text.getvalue().encode()


def _cells(made: Fragments, value: Value) -> tuple[str, ...]:
    fact, counts = value.fact, made.corpus.counts(value.fact)
    return (
        fact.id,
        value.when.text,
        safe(speakers(made, value)),
        format(value.low, "f"),
        format(value.high, "f"),
        value.figure.modifier,
        "yes" if value.past else "",
        str(counts.origins),
        " ".join(dict.fromkeys(citation.source for citation in fact.citations)),
        f"{made.address or ''}{fact_path(fact.id)}",
    )


def _picture(made: Fragments, series: str, kind: str) -> bytes:
    from factbook.site.charts.drawing import drawing, source_line

    found = drawing(made.unmarked, series, source_line(made, series))
    if kind == "png":
        from factbook.site.charts.png import png

        return png(found)
    from factbook.site.charts.svg import svg

    return svg(found, made.language)
