"""Exports: the rows of the database, as the name of a table and the values of its columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factbook.content.model import in_language
from factbook.content.schema import KINDS, kind
from factbook.exports import json_values, plain_text
from factbook.exports.public_urls import public
from factbook.exports.sqlite.tables import is_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Record
    from factbook.content.schema import Field
    from factbook.evidence.model import Evidence

Row = tuple[str, dict[str, Any]]


def written_rows(corpus: Corpus, settings: Settings) -> Iterator[Row]:
    """What the YAML says: each thing, the entries of its lists, and all its texts."""
    first = settings.languages[0]
    yield (
        "site",
        {
            "name": in_language(settings.name, first, first)[0],
            "language": first,
            "url": settings.url,
            "licence": settings.licence[1] if settings.licence else None,
        },
    )
    for name in KINDS:
        for thing in getattr(corpus, kind(name).plural).values():
            yield from _Written(corpus, first, thing.record).rows()


def worked_out_rows(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Row]:
    """What follows from the rest."""
    first, addresses = settings.languages[0], public(settings)
    for source in corpus.sources.values():
        made = json_values.source_generated(corpus, evidence, source, addresses)
        yield _place("source", source.id, made)
        yield "source_origins", {"source_id": source.id, "origin": made["origin"]}
    for actor in corpus.actors.values():
        yield _place("actor", actor.id, json_values.actor_generated(corpus, actor, addresses))
    for topic in corpus.topics.values():
        yield _place("topic", topic.id, json_values.topic_generated(corpus, topic, addresses))
    for series in corpus.series.values():
        yield _place("series", series.id, json_values.series_generated(corpus, series, addresses))
    for fact in corpus.facts.values():
        made = json_values.fact_generated(corpus, evidence, fact, first, addresses)
        yield _place("fact", fact.id, made)
        days = {"first": made["date"]["first"], "last": made["date"]["last"]}
        yield "fact_counts", {"fact_id": fact.id, **made["counts"], "corroborated": made["corroborated"], **days}
        for number, name in enumerate(made["asserters"], start=1):
            actor_named = corpus.actors.get(name)
            speaker = in_language(actor_named.name, first, first)[0] if actor_named else name
            row = {"speaker": speaker, "actor": actor_named and name}
            yield "fact_speakers", {"fact_id": fact.id, "number": number, **row}
        for number, found in enumerate(made["citations"], start=1):
            yield "fact_standings", {"fact_id": fact.id, "number": number, **found}


def _place(name: str, id: str, made: json_values.Values) -> Row:
    return f"{name}_places", {f"{name}_id": id, **{key: made[key] for key in ("address", "file", "line")}}


class _Written:
    """The rows of one thing."""

    def __init__(self, corpus: Corpus, first: str, record: Record) -> None:
        self._corpus, self._first, self._record = corpus, first, record
        self._texts: list[Row] = []

    def rows(self) -> Iterator[Row]:
        of, value = kind(self._record.kind), self._record.tree.value
        assert isinstance(value, dict)
        own: dict[str, Any] = {}
        lists: list[Row] = []
        for field in of.fields:
            if field.name not in value:
                continue
            if is_list(field):
                for number, entry in enumerate(_entries(field, value[field.name]), start=1):
                    row = {f"{of.name}_id": self._record.id, "number": number, **self._entry(field, entry, number)}
                    lists.append((f"{of.name}_{field.name}", row))
            elif field.type == "record":
                own |= self._parts(field, value[field.name], f"{field.name}_", None)
            else:
                own[field.name] = self._cell(field, value[field.name], field.name, None)
        yield of.plural, own
        yield from lists
        yield from self._texts

    def _entry(self, field: Field, entry: Any, number: int) -> dict[str, Any]:
        if field.type == "words":
            return dict(zip(("language", "value"), entry, strict=True))
        if field.type == "participant" and isinstance(entry, str):
            return {field.fields[0].name: entry}
        if field.fields:
            return self._parts(field, entry, "", number)
        language = {"language": next(iter(entry))} if field.type == "spelling" and isinstance(entry, dict) else {}
        return {"value": self._cell(field, entry, field.name, number), **language}

    def _parts(self, field: Field, value: Any, prefix: str, number: int | None) -> dict[str, Any]:
        return {
            prefix + part.name: self._cell(part, value[part.name], f"{field.name}.{part.name}", number)
            for part in field.fields
            if part.name in value
        }

    def _cell(self, field: Field, value: Any, path: str, number: int | None) -> Any:
        """The value of a column; a text is kept in all its languages beside it."""
        if field.many and isinstance(value, list):
            return json.dumps(value, ensure_ascii=False)
        if not field.traced:
            return value.replace("−", "-") if field.type == "number" else value
        unnamed = "" if field.type in ("string", "spelling") else self._first
        row = {"kind": self._record.kind, "id": self._record.id, "field": path, "entry": number}
        spoken = {"": value} if field.type == "string" else plain_text.in_all(self._corpus, value, unnamed)
        self._texts += (("texts", {**row, "language": name or None, "text": text}) for name, text in spoken.items())
        return in_language(spoken, self._first, self._first)[0]


def _entries(field: Field, value: Any) -> list[Any]:
    """The entries of a list; of words by language each language with a word."""
    if field.type == "words":
        return [(language, word) for language, words in value.items() for word in words]
    return value if isinstance(value, list) else [value]
