"""What `factbook explain CODE` shows is true: its wrong example brings that very message about, its right one none.

Each example is put into a small site where it belongs: what it says replaces what stood there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.scaffold.fingerprints import record
from factbook.config import reader
from factbook.content.schema import kind
from factbook.diagnostics import catalogue
from factbook.pipeline import stages

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    """\
Saturday, 16 November 2024

Ada Keller arrived in Lowport on Saturday, where Jon Marsh met her.
Officials said that up to 12,000 tonnes of grain have been sent to the port. Many tonnes of grain are stored there.
New ships have been sent to Lowport. Divers are trained there.
The port authority has denied that it sent ships to Lowport.
There are already 11,000 gulls on the island, Ruth Lund said.
Of those, 55 ships came in, while another 30 left.
The water rose by 40 centimetres.
She pledged to send about 6,000 dock workers.
Ohne Namen: Bis zu 12.000 Tonnen Getreide.
Ada Keller said that the sandbank had moved by 5 kilometres.
"""
    + "-\n" * 60
)
BASE = {
    "fact": """\
id: base
statement: Ada Keller arrived in Lowport.
date: "2024-11-16"
topics: [harbour]
citations:
- source: gazette
  quote: Ada Keller arrived in Lowport
added: "2024-11-17"
""",
    "source": 'id: gazette\ntitle: A report\nlanguage: en\npublished: "2024-11-17"\nfile: gazette.txt\n',
    "actor": "id: ada-keller\nname: Ada Keller\nkind: person\n",
    "topic": "id: harbour\ntitle: The harbour\n",
    "series": "id: grain\ntitle: Grain\nunit: tonnes\n",
}
PLACES = {
    "source": "content/sources/gazette.yml",
    "actor": "content/actors/ada-keller.yml",
    "topic": "content/topics/harbour.yml",
    "series": "content/series/grain.yml",
    "fact": "content/facts/base.yml",
}
OTHERS = {
    "site_config.yml": "name: World\n",
    **{
        f"content/actors/{name}.yml": f"id: {name}\nname: {words}\nkind: person\n"
        for name, words in (
            ("jon-marsh", "Jon Marsh"),
            ("ruth-lund", "Ruth Lund"),
            ("emil-brandt", "Emil Brandt"),
            ("port-authority", "Port authority"),
            ("city-council", "City council"),
        )
    },
    **{f"content/topics/{name}.yml": f"id: {name}\ntitle: {name}\n" for name in ("losses",)},
    **{f"content/series/{name}.yml": f"id: {name}\ntitle: {name}\nunit: ships\n" for name in ("ships-in-bay",)},
    "content/series/ships.yml": "id: ships\ntitle: Ships\nunit: ships\nunit_words: {en: [ships, vessels, boats]}\n",
    "content/sources/bote.yml": 'id: bote\ntitle: Bote\nlanguage: de\npublished: "2024-11-16"\nfile: gazette.txt\n',
    "content/facts/others.yml": """\
- id: ships-85
  statement: Up to 12,000 tonnes of grain have been sent, and there are 11,000 gulls.
  date: "2024-11-16"
  topics: [harbour]
  citations:
  - source: gazette
    quote: up to 12,000 tonnes of grain have been sent to the port
  - source: gazette
    quote: There are already 11,000 gulls on the island
  added: "2024-11-17"
""",
}
KINDS = {
    "accessed-before-published": "source",
    "actor-not-named": "fact",
    "country-form": "actor",
    "derivation-form": "source",
    "file-form": "source",
    "identifier-form": "actor",
    "key-missing": "topic",
    "key-unknown": "topic",
    "language-form": "source",
    "lines-form": "source",
    "lines-outside": "source",
    "number-without-fact": "topic",
    "part-of-circle": "actor",
    "redirect-clash": "actor",
    "review-due": "topic",
    "slug-form": "actor",
    "url-form": "source",
    "value-too-long": "topic",
}
"""Where an example belongs that is not a part of a fact."""
INSIDE = {
    "number-form": "figure:\n  series: grain\n{}",
    "expression-form": 'computed:\n- value: "85"\n{}',
    "yaml-tag": "figure:\n  series: grain\n{}",
    "yaml-merge": "citations:\n-\n{}",
}
"""What stands around an example that is a part of a part."""
CLONE = frozenset(("quote-refuted", "quote-unverifiable"))
"""Known only where the text is not at hand."""
WHOLE = frozenset(
    ("yaml-documents", "id-duplicate", "yaml-syntax", "yaml-directive", "yaml-duplicate-key", "yaml-key")
)
"""Whole files of facts."""
TOLD = {
    "context-missing": "the record lies beside the text",
    "asserter-not-near": "its example tells what stands in the text",
    "change-without-note": "compares two revisions",
    "computed-wrong": "the sum is in words of the page's own",
    "contradiction-agrees": "takes two facts with one value",
    "copy-undeclared": "the example is a sentence",
    "count-form": "belongs to site_config.yml",
    "date-after-publication": "its report is another",
    "derivation-circle": "takes two files",
    "draft-named": "takes an actor that is a draft",
    "fact-disappeared": "compares two revisions",
    "fact-withdrawn": "takes a fact that is retracted",
    "folder-outside": "belongs to site_config.yml",
    "plugin-missing": "belongs to site_config.yml",
    "format-refused": "a file that `factbook fmt` cannot keep the meaning of; none is known",
    "judgement-form": "belongs to briefing.yml",
    "lines-overlap": "takes two sources",
    "link-changed": "asks a server",
    "link-dead": "asks a server",
    "link-moved": "asks a server",
    "link-unreachable": "asks a server",
    "colour-contrast": "belongs to site_config.yml",
    "colour-form": "belongs to site_config.yml",
    "licence-form": "belongs to site_config.yml",
    "media-missing": "belongs to site_config.yml",
    "language-not-spoken": "belongs to site_config.yml",
    "mark-needed": "takes two facts with one number",
    "page-differs": "takes a text with pages",
    "page-disappeared": "compares two revisions",
    "page-front-matter": "a page in Markdown",
    "problems-many": "the example is shortened",
    "quote-too-long": "the example is shortened",
    "quoted-too-much": "the example is shortened",
    "relation-self": "takes two facts",
    "series-unused": "the wrong example is a sentence",
    "sources-old": "belongs to site_config.yml",
    "stands-twice": "takes two facts",
    "supersedes-backwards": "takes two facts",
    "text-missing": "its source is another",
    "topic-unused": "the wrong example is a sentence",
    "value-too-long": "the example is shortened",
}
"""Examples that cannot be run as they stand, and why; golden cases hold their codes to what they say."""
_PART = re.compile(r"^## (Wrong|Right)\n(.*?)(?=^## |\Z)", re.S | re.M)
_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.S | re.M)


def examples(code: str) -> list[tuple[str, str]]:
    """The YAML of a page, each with the heading that it stands under."""
    page = catalogue.page(code) or ""
    return [(part[1], block) for part in _PART.finditer(page) for block in _YAML.findall(part[2])]


RUN = [
    pytest.param(code, part, text, id=f"{code} {part.lower()} {number}")
    for code in catalogue.names()
    if code not in TOLD
    for number, (part, text) in enumerate(examples(code))
]


@pytest.mark.parametrize(("code", "part", "text"), RUN)
def test_an_example_does_what_its_page_says(code: str, part: str, text: str, tmp_path: Path) -> None:
    for path, content in files(code, text).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    snapshots = tmp_path / "content" / "snapshots"
    snapshots.mkdir()
    (snapshots / "gazette.txt").write_text(TEXT, encoding="utf-8")
    record(snapshots / "gazette.txt", (snapshots,))
    if code in CLONE:
        (snapshots / "gazette.txt").unlink()
    settings, wrong = reader.read(tmp_path, {})
    assert settings is not None
    found = {problem.code for problem in (*wrong, *stages.check(settings).diagnostics)}
    assert (code in found) is (part == "Wrong"), sorted(found)
    assert "text-cut" not in found - {code}, "a note behind a text is cut off: it stands on a line of its own"


def test_most_pages_are_run() -> None:
    told = [code for code in TOLD if not examples(code)]
    assert len({param.values[0] for param in RUN}) >= 40
    assert set(TOLD) <= set(catalogue.names())
    assert told in ([], ["copy-undeclared"]), "a page without YAML needs no reason"


def files(code: str, text: str) -> dict[str, str]:
    """The site with the example in its place."""
    of = KINDS.get(code, "fact")
    made = {PLACES[name]: BASE[name] for name in BASE} | OTHERS
    if code in WHOLE:
        return made | {PLACES["fact"]: text}
    if code in INSIDE:
        text = INSIDE[code].format(re.sub(r"^", "  ", text.rstrip("\n"), flags=re.M)) + "\n"
    elif of == "fact" and keys(text) <= {field.name for field in kind("fact").field("citations").fields}:
        source = "bote" if code == "translation-missing" else "gazette"
        text = f"citations:\n- source: {source}\n" + re.sub(r"^(?=.)", "  ", text, flags=re.M)
    elif of == "fact" and "quote" in keys(text):
        quote = re.search(r"^quote:.*\n", text, re.M)
        assert quote
        text = text.replace(quote[0], "") + f"citations:\n- source: gazette\n  {quote[0]}"
    base = "" if code == "key-missing" else without(BASE[of], keys(text))
    whole = base + text
    if of == "fact":
        whole = "- " + re.sub(r"\n(?=.)", "\n  ", whole)
    return made | {PLACES[of]: whole}


def keys(text: str) -> set[str]:
    """The keys at the margin."""
    return set(re.findall(r"^(\w+):", text, re.M))


def without(base: str, others: set[str]) -> str:
    """A record without the keys that an example brings."""
    parts = re.split(r"^(?=\w)", base, flags=re.M)
    return "".join(part for part in parts if part.partition(":")[0] not in others)
