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

Takeshi Iwaya arrived in Kyiv on Saturday, where Andrii Sybiha met him.
Officials said that up to 12,000 North Korean troops have been sent to Russia. North Korean troops are trained there.
Pyongyang has denied that it sent troops to Russia.
There are already 11,000 in Kursk region, Annalena Baerbock said.
Of those, 55 were shot down, while another 30 veered off course.
He pledged to send about 6,000 military engineers.
Ohne Namen: Bis zu 12.000 nordkoreanische Soldaten.
Takeshi Iwaya said that the front had moved by 5 kilometres.
"""
    + "-\n" * 60
)
BASE = {
    "fact": """\
id: base
statement: Takeshi Iwaya arrived in Kyiv.
date: "2024-11-16"
topics: [deployment]
citations:
- source: guardian
  quote: Takeshi Iwaya arrived in Kyiv
added: "2024-11-17"
""",
    "source": 'id: guardian\ntitle: A report\nlanguage: en\npublished: "2024-11-17"\nfile: guardian.txt\n',
    "actor": "id: takeshi-iwaya\nname: Takeshi Iwaya\nkind: person\n",
    "topic": "id: deployment\ntitle: Size of the deployment\n",
    "series": "id: troops\ntitle: Troops\nunit: soldiers\n",
}
PLACES = {
    "source": "content/sources/guardian.yml",
    "actor": "content/actors/takeshi-iwaya.yml",
    "topic": "content/topics/deployment.yml",
    "series": "content/series/troops.yml",
    "fact": "content/facts/base.yml",
}
OTHERS = {
    "site_config.yml": "name: World\n",
    **{
        f"content/actors/{name}.yml": f"id: {name}\nname: {words}\nkind: person\n"
        for name, words in (
            ("andrii-sybiha", "Andrii Sybiha"),
            ("annalena-baerbock", "Annalena Baerbock"),
            ("taro-kono", "Taro Kono"),
            ("pyongyang", "Pyongyang"),
            ("japan", "Japan"),
        )
    },
    **{f"content/topics/{name}.yml": f"id: {name}\ntitle: {name}\n" for name in ("losses",)},
    **{f"content/series/{name}.yml": f"id: {name}\ntitle: {name}\nunit: soldiers\n" for name in ("troops-in-kursk",)},
    "content/series/losses.yml": "id: losses\ntitle: Losses\nunit: dead\nunit_words: {en: [dead, killed, losses]}\n",
    "content/sources/bote.yml": 'id: bote\ntitle: Bote\nlanguage: de\npublished: "2024-11-16"\nfile: guardian.txt\n',
    "content/facts/others.yml": """\
- id: drones-85
  statement: Up to 12,000 North Korean troops have been sent, and 11,000 are in Kursk region.
  date: "2024-11-16"
  topics: [deployment]
  citations:
  - source: guardian
    quote: up to 12,000 North Korean troops have been sent to Russia
  - source: guardian
    quote: There are already 11,000 in Kursk region
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
    "slug-form": "actor",
    "url-form": "source",
    "value-too-long": "topic",
}
"""Where an example belongs that is not a part of a fact."""
INSIDE = {
    "number-form": "figure:\n  series: troops\n{}",
    "expression-form": 'computed:\n- value: "85"\n{}',
    "yaml-tag": "figure:\n  series: troops\n{}",
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
    "format-refused": "a file that `factbook fmt` cannot keep the meaning of; none is known",
    "judgement-form": "belongs to briefing.yml",
    "lines-overlap": "takes two sources",
    "language-not-spoken": "belongs to site_config.yml",
    "mark-needed": "takes two facts with one number",
    "page-disappeared": "compares two revisions",
    "page-front-matter": "a page in Markdown",
    "problems-many": "the example is shortened",
    "quote-too-long": "the example is shortened",
    "quoted-too-much": "the example is shortened",
    "relation-self": "takes two facts",
    "series-unused": "the wrong example is a sentence",
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
    (snapshots / "guardian.txt").write_text(TEXT, encoding="utf-8")
    record(snapshots / "guardian.txt", (snapshots,))
    if code in CLONE:
        (snapshots / "guardian.txt").unlink()
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
        source = "bote" if code == "translation-missing" else "guardian"
        text = f"citations:\n- source: {source}\n" + re.sub(r"^(?=.)", "  ", text, flags=re.M)
    elif of == "fact" and "quote" in keys(text):
        quote = re.search(r"^quote:.*\n", text, re.M)
        assert quote
        text = text.replace(quote[0], "") + f"citations:\n- source: guardian\n  {quote[0]}"
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
