"""A small content with a value under every key of the vocabulary, and texts that want to be something else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factbook.config.settings import Settings
from factbook.content import link, load
from factbook.evidence.model import Evidence, QuoteLookup

if TYPE_CHECKING:
    from factbook.content.model import Corpus, Record

HOSTILE = "</script><script>alert(1)</script> =1+1 {{ 7*7 }} *bold* [x](javascript:alert(1)) \\ ` | # <b>&amp;"
"""One text for every language that a reader's program might take it for."""

FILES = {
    "content/briefing.yml": """\
title: {en: The flood, de: Das Hochwasser}
summary: What is known.
numbers: [rise-40]
questions:
- title: How high?
  facts: [rise-40, rise-50]
  note: Both on one day.
  judgement: flood/it-rose
sides: [{id: canton, title: The canton}]
groups: [{title: Water, topics: [flood]}]
answered: [{code: actor-unused, about: x, reason: None.}]
""",
    "content/sources/gazette.yml": """\
id: gazette
title: "The river rises; =cmd|'/c calc'!A0 {50 %} & more_or_less"
publisher: The Gazette
agency: The Wire
genre: editorial
authors: [Ada Byron, "Müller, Jr. and Sons"]
published: 2024-06-02T08:00+02:00
accessed: "2024-06-05"
language: en
url: https://gazette.example/river?a=1&b=_2
archive_url: https://archive.example/1
file: gazette.txt
lines: 3-20
note: {en: A note., de: Eine Notiz.}
redirect_from: [old-gazette]
answered: [{code: quoted-too-much, about: the share, reason: The report is short.}]
draft: false
""",
    "content/sources/bote.yml": """\
id: bote
language: de
publisher: Der Bote
derived_from: [{source: gazette, how: translation}]
""",
    "content/sources/copy.yml": """\
id: copy
language: en
derived_from: [{agency: The Wire, report: wire-1, how: syndication}]
""",
    "content/actors/ada.yml": """\
id: ada
name: {en: Ada, uk: Ада}
kind: person
aliases: [Ada K., {ru: Ада К.}]
part_of: office
roles:
- {title: {en: Head, de: Leiterin}, of: office, from: 2024-01, until: "2025"}
- title: Engineer
country: CH
same_as: ["wikidata:Q42"]
summary: Somebody.
redirect_from: [keller]
short: Ada
side: canton
also: [engineer]
speaks_for: [office]
answered: [{code: actor-unused, about: Ada, reason: She is in a fact.}]
draft: false
""",
    "content/actors/office.yml": "id: office\nname: The Gazette\nkind: media\n",
    "content/topics/flood.yml": f"""\
id: flood
title: {{en: The flood, de: Das Hochwasser}}
summary: What [[ada]] said.
judgements:
- {{id: it-rose, text: It rose., likelihood: likely, confidence: low, because: One office., based_on: [rise-40]}}
unknowns: ["{HOSTILE.replace(chr(92), chr(92) * 2)}", {{en: Why?, de: Warum?}}]
related: [dams]
redirect_from: [water]
also: [river]
review_by: "2025-01-01"
answered: [{{code: actor-unused, about: x, reason: None.}}]
draft: false
""",
    "content/topics/dams.yml": "id: dams\ntitle: Dams\n",
    "content/series/rise.yml": """\
id: rise
title: Rise
unit: centimetres
scope: {en: at the bridge, de: an der Brücke}
description: By the office's gauge.
group: levels
redirect_from: [level]
unit_words: {en: [cm], de: [cm]}
answered: [{code: actor-unused, about: x, reason: None.}]
draft: false
""",
    "content/facts/flood/first.yml": f"""\
- id: rise-40
  statement: {{en: "[[ada]] said it rose by 40 cm; -5 in [[flood|places]].", de: "[[ada]] sprach von 40 cm."}}
  date: 2024-06-01~
  topics: [flood, dams]
  actors: [office, {{actor: ada, role: {{en: head, de: Leiterin}}}}]
  asserted_by: [ada, office]
  via: [office]
  asserted_on: "2024-06-02"
  stance: expects
  figure: {{series: rise, low: "40", high: "-5", modifier: up-to, as_of: 2024-06}}
  citations:
  - source: gazette
    quote: "=rose […] by 40"
    prefix: "-it"
    suffix: "@cm"
    note: {{en: A note., de: "+Notiz"}}
  - source: bote
    quote: "stieg\\tum\\n;=40"
    translation: {{en: rose by 40, de: "-"}}
  computed: [{{value: "85", from: 55 + 30}}]
  caveat: "{HOSTILE.replace(chr(92), chr(92) * 2)}"
  rank: deprecated
  rank_reason: "'=old"
  contradicts: [rise-50]
  supersedes: [rise-50]
  added: "2024-06-03"
  revised:
  - {{"on": "2024-06-04", note: {{en: Was 30., de: "''=Wort"}}, was: It rose by 30 cm.}}
  - {{"on": 2024-06-05T10:00Z, note: Was 35.}}
  redirect_from: [rose-40]
  answered: [{{code: actor-unused, about: x, reason: None.}}]
  draft: false
- id: rise-50
  statement: "=HYPERLINK(\\"https://evil.example\\")"
  date: ../2024-06-04
  topics: [flood]
  citations: [{{source: copy, quote: '"fifty", he said'}}]
  retracted: {{"on": "2024-06-06", note: "@ withdrawn"}}
""",
    "content/facts/second.yml": """\
id: undated
statement: Nobody was hurt.
date: 2024
topics: [dams]
citations: [{source: gazette, quote: Nobody was hurt}]
""",
}


def settings(url: str | None = "https://flood.example/site/") -> Settings:
    return Settings(
        root=Path("/nowhere"),
        name={"en": "The flood", "de": "Das Hochwasser"},
        description="What is known of the flood.",
        url=url,
        languages=("en", "de"),
        repository="https://git.example/flood",
        branch="main",
        snapshots=(),
        quote_words=25,
        copyright=None,
    )


def records() -> tuple[Record, ...]:
    """Everything above, as it was typed."""
    found: list[Record] = []
    for path, text in FILES.items():
        read, problems = load.parse(text.encode(), path)
        assert not problems, problems
        found += read
    return tuple(found)


def corpus() -> Corpus:
    """The same, linked."""
    linked, problems = link.link(records(), "en")
    assert not problems, problems
    return linked


def evidence(found: Corpus) -> Evidence:
    """The first quote of each fact found, further ones unverifiable."""
    lookups = {
        (fact.id, number): QuoteLookup("unverifiable") if number else QuoteLookup("found", line=7)
        for fact in found.facts.values()
        for number in range(len(fact.citations))
    }
    return Evidence(lookups, {}, {})


def texts(value: object) -> list[str]:
    """Every text in a value."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for part in parts for text in texts(part)]
