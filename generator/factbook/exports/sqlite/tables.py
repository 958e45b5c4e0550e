"""Exports: the tables of the database: those of the vocabulary, those of what is worked out, and views of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.schema import KINDS, kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.schema import Field, Kind

_AFFINITIES = {"number": "NUMERIC", "count": "INTEGER"}


def tables(of: Kind) -> Iterator[str]:
    """How to make the table of a kind, and one for each of its fields that holds several values: `fact_citations`."""
    rows = [row for field in of.fields if not is_list(field) for row in _columns(field)]
    yield _create(of.plural, of.description, [*rows, 'PRIMARY KEY ("id")'])
    for field in filter(is_list, of.fields):
        name = f"{of.name}_{field.name}"
        owner = [
            f'"{of.name}_id" TEXT NOT NULL REFERENCES "{of.plural}"("id")',
            '"number" INTEGER NOT NULL -- its place in the list, from 1',
        ]
        rows = [*owner, *_entry(field), f'PRIMARY KEY ("{of.name}_id", "number")']
        yield _create(name, field.description, rows)


def is_list(field: Field) -> bool:
    """Whether the values of a field stand in a table of their own."""
    return field.many or field.type == "words"


def _entry(field: Field) -> Iterator[str]:
    """The columns of one entry of a list."""
    if field.fields:
        yield from (_column(part.name, part, reference=not part.many) for part in field.fields)
    else:
        yield _column("value", field)
    if field.type in ("spelling", "words"):
        yield '"language" TEXT'


def _columns(field: Field) -> Iterator[str]:
    """The column of a single value, or those of a single record."""
    if field.type == "record":
        yield from (_column(f"{field.name}_{part.name}", part, always=False) for part in field.fields)
    else:
        yield _column(field.name, field)


def _column(name: str, field: Field, *, always: bool = True, reference: bool = True) -> str:
    """`always`: whether every row has the record of which the field is a part."""
    words = [f'"{name}"', _AFFINITIES.get(field.type, "TEXT")]
    if always and field.required:
        words.append("NOT NULL")
    if always and field.default:
        words.append(f"DEFAULT '{field.default}'")
    if field.to in KINDS and reference:
        words.append(f'REFERENCES "{kind(field.to).plural}"("id")')
    return f"{' '.join(words)} -- {field.description}"


def _create(name: str, description: str, rows: list[str]) -> str:
    """The statement; the schema's descriptions go along as comments, which SQLite keeps."""
    parts = [row.partition(" -- ") for row in rows]
    ends = [","] * (len(parts) - 1) + [""]
    lines = [f"  {code}{end}{dash}{note}" for (code, dash, note), end in zip(parts, ends, strict=True)]
    return f'CREATE TABLE "{name}" ( -- {description}\n' + "\n".join(lines) + "\n)"


_PLACE = """
  address TEXT NOT NULL, -- Permanent address; from the site's root when that is not known.
  file TEXT NOT NULL, -- The content's file that holds it.
  line INTEGER NOT NULL
"""

WORKED_OUT = (
    """CREATE TABLE site ( -- What this is the data of.
  name TEXT NOT NULL,
  language TEXT NOT NULL, -- The first one, in which texts stand in the tables where they are in it.
  url TEXT,
  licence TEXT -- Of the content; the quotes are their authors'.
)""",
    """CREATE TABLE fact_counts ( -- How much stands behind each fact, and when it was, as days.
  fact_id TEXT NOT NULL PRIMARY KEY REFERENCES facts(id),
  sources INTEGER NOT NULL, -- Documents.
  origins INTEGER NOT NULL, -- Independent reports: copies and translations count once.
  asserters INTEGER NOT NULL, -- Who says so.
  corroborated INTEGER NOT NULL, -- 1: more than one report and more than one who says so.
  first TEXT, -- The earliest day that its date can mean.
  last TEXT -- The latest day.
)""",
    """CREATE TABLE fact_speakers ( -- Who says so: actors, or else the publisher in its own voice.
  fact_id TEXT NOT NULL REFERENCES facts(id),
  number INTEGER NOT NULL,
  speaker TEXT NOT NULL, -- The name.
  actor TEXT REFERENCES actors(id), -- Where the speaker is one.
  PRIMARY KEY (fact_id, number)
)""",
    """CREATE TABLE fact_standings ( -- What became of each quote in its source's text.
  fact_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  standing TEXT NOT NULL, -- found, confirmed (by the fingerprint), unverifiable or unread.
  line INTEGER, -- Of the text.
  PRIMARY KEY (fact_id, number),
  FOREIGN KEY (fact_id, number) REFERENCES fact_citations(fact_id, number)
)""",
    """CREATE TABLE source_origins ( -- From which report each source comes.
  source_id TEXT NOT NULL PRIMARY KEY REFERENCES sources(id),
  origin TEXT NOT NULL -- The same word for copies of the same report.
)""",
    *(
        f"""CREATE TABLE {name}_places ( -- Where each stands on the site and in the content.
  {name}_id TEXT NOT NULL PRIMARY KEY REFERENCES {kind(name).plural}(id),{_PLACE})"""
        for name in KINDS
    ),
)
"""What nobody types."""

TEXTS = (
    """CREATE TABLE texts ( -- Every text of everything, in every language that it is in.
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL, -- source, actor, topic, series or fact.
  id TEXT NOT NULL,
  field TEXT NOT NULL, -- statement, citations.quote, …
  entry INTEGER, -- Which entry of a list, from 1.
  language TEXT,
  text TEXT NOT NULL
)""",
    "CREATE INDEX texts_of ON texts(kind, id)",
    """CREATE VIRTUAL TABLE texts_search USING fts5(
  text, content="texts", content_rowid="number", tokenize='unicode61 remove_diacritics 2'
)""",  # in quotation marks of this kind, by which Datasette knows that the table can be searched
)

VIEWS = (
    """CREATE VIEW quotes AS -- The words behind each fact.
SELECT f.id AS fact, f.statement, f.date, c.quote, c.translation, c.at, s.id AS source, s.publisher, s.published,
  s.url, o.origin, w.standing
FROM facts f JOIN fact_citations c ON c.fact_id = f.id JOIN sources s ON s.id = c.source
LEFT JOIN source_origins o ON o.source_id = s.id
LEFT JOIN fact_standings w ON w.fact_id = c.fact_id AND w.number = c.number""",
    """CREATE VIEW said AS -- Who says what; what was retracted is not in it.
SELECT p.speaker, p.actor, f.id AS fact, f.date, n.first, f.stance, f.statement,
  n.origins, n.corroborated
FROM facts f JOIN fact_speakers p ON p.fact_id = f.id JOIN fact_counts n ON n.fact_id = f.id
WHERE f.retracted_on IS NULL""",
    """CREATE VIEW figures AS -- The values put on each series; what was retracted or replaced is not in it.
SELECT r.id AS series, r.title, r.unit, coalesce(f.figure_low, f.figure_value, f.figure_high) AS low,
  coalesce(f.figure_high, f.figure_value, f.figure_low) AS high, coalesce(f.figure_modifier, 'exactly') AS modifier,
  coalesce(f.figure_as_of, f.date) AS as_of, f.id AS fact, f.statement
FROM facts f JOIN series r ON r.id = f.figure_series
WHERE f.retracted_on IS NULL AND f.id NOT IN (SELECT value FROM fact_supersedes)""",
    """CREATE VIEW disputes AS -- Statements that cannot be true together, each pair once.
SELECT a.id AS one, a.statement AS one_statement, b.id AS other, b.statement AS other_statement
FROM (SELECT DISTINCT min(fact_id, value) AS one, max(fact_id, value) AS other FROM fact_contradicts) d
JOIN facts a ON a.id = d.one JOIN facts b ON b.id = d.other""",
)
"""The questions that are asked most."""
