"""What says the same as before owes readers nothing: another id, another spelling of YAML, one more citation."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.diff import compare
from factbook.authoring.diff.obligations import obligations
from factbook.content.link import link
from factbook.content.load import parse

if TYPE_CHECKING:
    from factbook.content.model import Record

ENGLISH = '    en: "[[zoe-1]] of [[port-1|the port]] counted 12 café ships, after [[storms-1]]."\n'
GERMAN = '    de: "[[zoe-1]] zählte 12."\n'
FILES = {
    "content/sources/wire-1.yml": "id: wire-1\nlanguage: en\npublisher: Wire\n",
    "content/sources/copy-1.yml": """\
id: copy-1
language: en
publisher: Copy
derived_from: [{source: wire-1, how: syndication}]
""",
    "content/actors/port-1.yml": "id: port-1\nname: The port\nkind: organisation\n",
    "content/actors/zoe-1.yml": "id: zoe-1\nname: Zoé Master\nkind: person\npart_of: port-1\nspeaks_for: [port-1]\n",
    "content/topics/ships-1.yml": """\
id: ships-1
title: Ships
summary: Ships came, [[zoe-1]] says.[^first-1]
related: [storms-1]
judgements:
- id: more
  text: More come.
  likelihood: likely
  confidence: low
  because: It says so.[^first-1]
  based_on: [first-1]
""",
    "content/topics/storms-1.yml": "id: storms-1\ntitle: Storms\n",
    "content/series/bay-1.yml": "id: bay-1\ntitle: Bay\nunit: ships\n",
    "content/briefing.yml": """\
title: The bay
groups:
- title: All
  topics: [ships-1, storms-1]
questions:
- title: How many?
  facts: [first-1]
  judgement: ships-1/more
""",
    "content/facts/all.yml": f"""\
- id: first-1
  statement:
{ENGLISH}{GERMAN}"""
    """\
  date: 2024-05-02
  topics: [ships-1, storms-1]
  actors: [{actor: zoe-1, role: counted}, port-1]
  asserted_by: [zoe-1, port-1]
  via: [port-1]
  figure: {series: bay-1, value: 12, as_of: 2024-05-02}
  computed: [{value: 12, from: 10 + 2}]
  citations:
  - {source: wire-1, quote: twelve café ships, translation: "zwölf", at: p. 3, note: "Seen by [[zoe-1]]."}
  - {source: copy-1, quote: a dozen ships}
- id: second-1
  statement: It was 11.
  date: 2024-05-03
  topics: [ships-1]
  stance: denies
  supersedes: [first-1]
  contradicts: [first-1]
  caveat: As of [[port-1]].[^first-1]
  citations: [{source: copy-1, quote: eleven}]
""",
}
FACTS = "content/facts/all.yml"
RENAMES = {
    "actor": ("zoe-1", "actors"),
    "actor that others are part of": ("port-1", "actors"),
    "source": ("wire-1", "sources"),
    "series": ("bay-1", "series"),
    "topic": ("ships-1", "topics"),
    "topic that statements link to": ("storms-1", "topics"),
    "fact": ("first-1", ""),
}
SAME = {
    "quoted dates": ("date: 2024-05-02", 'date: "2024-05-02"'),
    "block texts": ("caveat: As of", "caveat: >-\n    As of"),
    "spaces": ("counted 12", "counted   12"),
    "lines": ("quote: a dozen ships", 'quote: "a dozen\n    ships "'),
    "order of keys": ("  topics: [ships-1]\n  stance: denies\n", "  stance: denies\n  topics: [ships-1]\n"),
    "order of names": ("asserted_by: [zoe-1, port-1]", "asserted_by: [port-1, zoe-1]"),
    "order of actors": ("[{actor: zoe-1, role: counted}, port-1]", "[port-1, {actor: zoe-1, role: counted}]"),
    "order of languages": (ENGLISH + GERMAN, GERMAN + ENGLISH),
    "a name as a map": ("counted}, port-1]", "counted}, {actor: port-1}]"),
    "a default": ("value: 12, as_of", "value: 12, modifier: exactly, as_of"),
    "flow and block": ("  via: [port-1]\n", "  via:\n  - port-1\n"),
    "a further citation": ("  citations:\n", "  citations:\n  - {source: copy-1, quote: twelve of them}\n"),
    "a further language": ("statement: It was 11.", "statement: {en: It was 11., de: Es waren 11.}"),
    "another place of a quote": ("quote: eleven", "quote: eleven, prefix: it was"),
}
OWED = {
    "another actor": ("asserted_by: [zoe-1, port-1]", "asserted_by: [zoe-1]"),
    "another link": ("[[zoe-1]] of", "[[storms-1]] of"),
    "another word": ("|the port]]", "|the old port]]"),
    "another figure": ("value: 12, as_of", "value: 13, as_of"),
    "another quote": ("quote: a dozen ships", "quote: a dozen boats"),
    "a quote less": ("  - {source: copy-1, quote: a dozen ships}\n", ""),
    "another stance": ("  stance: denies\n", ""),
}


def owed(after: dict[str, str], before: dict[str, str] = FILES) -> list[str]:
    old, new = (
        [each for path, text in files.items() if text for each in _records(path, text)] for files in (before, after)
    )
    was, now = link(old, "en")[0], link(new, "en")[0]
    assert len(now.facts) == 2
    return [demand.code for demand in obligations(compare(was, now, "en"), now.redirects, "main")]


def _records(path: str, text: str) -> list[Record]:
    records, problems = parse(text.encode(), path)
    assert [problem for problem in problems if problem.is_error] == []
    return list(records)


def renamed(files: dict[str, str], old: str, folder: str) -> dict[str, str]:
    """All files after somebody has followed docs/how-to/rename-an-actor.md."""
    new = f"{old}-renamed"
    files = {path: text.replace(old, new) for path, text in files.items()}
    if folder:
        path = f"content/{folder}/{old}.yml"
        return files | {path: "", f"content/{folder}/{new}.yml": f"{files[path]}redirect_from: [{old}]\n"}
    return files | {FACTS: files[FACTS].replace(f"- id: {new}\n", f"- id: {new}\n  redirect_from: [{old}]\n")}


@pytest.mark.parametrize("kind", RENAMES)
def test_a_rename(kind: str) -> None:
    assert owed(renamed(FILES, *RENAMES[kind])) == []


@pytest.mark.parametrize("kind", RENAMES)
def test_a_rename_that_is_taken_back_owes_no_correction(kind: str) -> None:
    lost = "fact-disappeared" if kind == "fact" else "page-disappeared"
    assert owed(FILES, before=renamed(FILES, *RENAMES[kind])) == [lost]


def test_everything_renamed_at_once_and_written_otherwise() -> None:
    files = FILES
    for old, folder in RENAMES.values():
        files = renamed(files, old, folder)
    assert owed({path: unicodedata.normalize("NFD", text) for path, text in files.items()}) == []


@pytest.mark.parametrize("way", SAME)
def test_another_spelling(way: str) -> None:
    assert owed(edited(*SAME[way])) == []


def test_decomposed_letters() -> None:
    assert owed({path: unicodedata.normalize("NFD", text) for path, text in FILES.items()}) == []


@pytest.mark.parametrize("way", OWED)
def test_another_meaning_is_owed(way: str) -> None:
    assert owed(edited(*OWED[way])) == ["change-without-note"]


def edited(old: str, new: str) -> dict[str, str]:
    """All files after an edit of the facts."""
    assert old in FILES[FACTS]
    return FILES | {FACTS: FILES[FACTS].replace(old, new, 1)}
