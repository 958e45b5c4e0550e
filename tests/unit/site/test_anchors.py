"""What a program names on a page begins with a capital or `_`; what people name never does: so no id stands twice."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from factbook.site import page_types
from factbook.site.articles.markdown_to_html import prose
from factbook.site.reports import CITE, anchor_of
from tests.conftest import REPOSITORY
from tests.unit.site.corpora import fragments

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments

PACKAGE = REPOSITORY / "generator" / "factbook"
FILES = [*PACKAGE.glob("site/**/*.html"), *PACKAGE.glob("theme/**/*.html"), *PACKAGE.glob("site/**/*.py")]
WRITTEN = {
    name for file in FILES for name in re.findall(r'\bid="([A-Za-z_][^"{]*)', file.read_text(encoding="utf-8"))
}
TAKEN = sorted(
    {name.lower().strip("_-") for name in WRITTEN} | {"judgement-1", "form-1", "others", "judgement-form-1"}
)
"""Ids that people may choose, each as like one of the program's as it can be."""


@pytest.fixture(scope="module")
def made() -> Fragments:
    facts = "".join(
        f"""\
- id: {name}
  statement: The [[{name}]] rose by {number} metres.
  date: 2024-06-{number % 28 + 1:02}
  topics: [{name}, all-of-it]
  asserted_by: [{name}]
  actors: [anybody]
  figure: {{series: {name}, value: {number}}}
  citations:
  - {{source: {name}, quote: rose by {number} metres}}
  - {{source: copy-{name}, quote: rose by {number} metres}}
  added: 2024-06-{number % 28 + 1:02}
"""
        for number, name in enumerate(TAKEN, 1)
    )
    things = {
        f"{kind}_{name.replace('-', '_')}": text.format(name=name)
        for name in TAKEN
        for kind, text in {
            "source": "language: en\nfile: {name}.txt\npublisher: {name}\n",
            "actor": "name: The {name}\nkind: person\nside: {name}\n",
            "series": "title: {name}\nunit: metres\n",
            "topic": "title: {name}\nsummary: A sum.\nunknowns: [What else.]\njudgements:\n"
            "- id: {name}\n  text: It rose.\n  likelihood: likely\n  confidence: low\n  because: So.\n"
            "  based_on: [{name}]\n",
        }.items()
    }
    copies = {
        f"source_copy_{name.replace('-', '_')}": f"language: en\nfile: c.txt\nderived_from: "
        f"[{{agency: {name}, report: {name}, how: syndication}}]\n"
        for name in TAKEN
    }
    things |= {"topic_all_of_it": "title: All of it\n", "actor_anybody": "name: Anybody\nkind: person\n"}
    briefing = "title: All\nsides:\n" + "".join(f"- {{id: {name}, title: Side {name}}}\n" for name in TAKEN)
    return fragments(fact=facts, briefing=briefing, **things, **copies)


def test_no_id_stands_twice_whatever_people_name_their_things(made: Fragments) -> None:
    assert {"facts", "main", "numbers", "sources", "cite"} <= set(TAKEN)
    pages = [*page_types.pages(made), *page_types.facts(made, made.corpus.facts)]
    assert len(pages) > 4 * len(TAKEN)
    for page in pages:
        ids = Counter(re.findall(r'\sid="([^"]*)"', page.html))
        assert [name for name, times in ids.items() if times > 1] == [], page.path
        assert not ids.keys() & {"Main", "__search"}, page.path


def test_what_a_program_names_no_content_can_be_named() -> None:
    assert [name for name in WRITTEN - {CITE} if not re.match(r"[A-Z_]", name)] == []


@pytest.mark.parametrize("heading", ["Main", "__search", "_", "MAIN", "Form-1", "İ"])
def test_no_heading_of_a_page_takes_an_id_of_the_program(heading: str) -> None:
    (name,) = prose(f"# {heading}\n", "content/pages/a.md").anchors
    assert name
    assert not re.match(r"[A-Z_]", name)


def test_two_reports_have_two_anchors() -> None:
    origins = [
        "a",
        "a-b",
        "a/b",
        "a/b c",
        "a/b-c",
        "a/b_c",
        "a b/c",
        "a/b/c",
        "report/x",
        'a"b/<c>',
        "a/20",
        "a/_20_",
    ]
    anchors = [anchor_of(origin) for origin in origins]
    assert len(set(anchors)) == len(origins)
    assert [name for name in anchors if re.search(r"""[\s"'<>&#%]""", name)] == []
