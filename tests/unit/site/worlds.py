"""Fragments made of facts alone: what they name and no file describes is made up, with its id as its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factbook.content import load
from tests.unit.site.corpora import fragments

if TYPE_CHECKING:
    from factbook.content.model import Record
    from factbook.site.fragments import Fragments

_MADE_UP = {
    "source": "language: en\nfile: {id}.txt\npublisher: {id}\n",
    "actor": "name: {id}\nkind: person\n",
    "topic": "title: {id}\n",
}


def world(language: str = "en", **files: str) -> Fragments:
    """As `corpora.fragments`, with the sources, actors and topics that the facts name."""
    files = {name: text for name, text in files.items() if text}
    records, problems = load.parse(files.get("fact", "[]").encode(), "content/facts/all.yml")
    assert not problems, problems
    named = {pair: None for record in records for pair in _named(record)}
    made_up = {f"{kind}_{id.replace('-', '_')}": _MADE_UP[kind].format(id=id) for kind, id in named}
    return fragments(language, **(made_up | files))


def _named(record: Record) -> list[tuple[str, str]]:
    value: Any = record.tree.value  # of the vocabulary's shape, or `problems` above
    actors = [*value.get("asserted_by", ()), *value.get("actors", ()), *value.get("via", ())]
    return [
        *(("topic", topic) for topic in value["topics"]),
        *(("actor", actor) for actor in actors),
        *(("source", citation["source"]) for citation in value["citations"]),
    ]
