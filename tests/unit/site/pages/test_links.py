"""`[[links]]` stand in any text of the content: they lead on where they are read, and are never shown as typed."""

from __future__ import annotations

import re

import pytest

from factbook.exports import markdown
from factbook.site import render
from factbook.site.page_types import plan, views
from factbook.site.views.plan import Planned
from tests.unit.site.pages.corpora import corpus, evidence, settings

LINKED = "see [[mayor]] or [[flood|the flood]]"
FILES = {
    "source_report": f"title: A report {LINKED}\nlanguage: de\nfile: report.txt\npublisher: The Gazette\n"
    f"note: Source {LINKED}\n",
    "actor_mayor": f"name: The mayor\nkind: person\nsummary: Actor {LINKED}\n"
    f"roles: [{{title: 'Role {LINKED}', from: 2020}}]\n",
    "topic_flood": f"title: The flood\nsummary: Topic {LINKED}\nunknowns: ['Unknown {LINKED}']\nrelated: [dams]\n"
    f"judgements: [{{text: 'Judged {LINKED}', likelihood: likely, confidence: low, because: 'Why {LINKED}',"
    " based_on: [twelve]}]\n",
    "topic_dams": f"title: Dams {LINKED}\n",
    "series_boats": f"title: Boats {LINKED}\nunit: boats {LINKED}\nscope: Scope {LINKED}\n"
    f"description: Described {LINKED}\n",
    "briefing": f"title: Briefing {LINKED}\nsummary: In short {LINKED}\nnumbers: [twelve]\n"
    f"questions: [{{title: 'Disputed {LINKED}', note: 'Noted {LINKED}', facts: [twelve, ten]}}]\n",
    "fact": f"""
- id: twelve
  statement: "[[mayor]] counted 12 boats. {LINKED}"
  date: 2024-06-01
  topics: [flood]
  asserted_by: [mayor]
  figure: {{series: boats, value: "12"}}
  caveat: Caveat {LINKED}
  citations: [{{source: report, quote: zwölf Boote, translation: 'Twelve boats {LINKED}', note: 'Quoted {LINKED}'}}]
  contradicts: [ten]
  revised: [{{"on": 2024-06-05, note: 'Changed {LINKED}', was: 'Before {LINKED}'}}]
- id: ten
  statement: Ten boats were there.
  date: 2024-06-01
  topics: [dams]
  citations: [{{source: report, quote: zehn Boote, translation: Ten boats}}]
  rank: deprecated
  rank_reason: Ranked {LINKED}
- id: gone
  statement: Nine boats were there.
  date: 2024-06-01
  topics: [flood]
  citations: [{{source: report, quote: neun Boote, translation: Nine boats}}]
  retracted: {{"on": 2024-06-06, note: 'Withdrawn {LINKED}'}}
""",
}
SEEN = (
    *("Source", "Actor", "Topic", "Unknown", "Judged", "Why", "Scope", "Described", "In short", "Noted"),
    *("Caveat", "Twelve boats", "Quoted", "Before"),
)
"""Texts that stand on pages as text; the others are titles, or stand in links."""


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_text_shows_a_link_as_it_was_typed(language: str) -> None:
    found = corpus("en", **FILES)
    of = settings(("en", "de"))
    made = render.edition(views(found, evidence(found), of, language), of, language)
    for body in made.bodies:
        told = (body.html, body.title, body.description, *(f"{hit.title} {hit.text}" for hit in body.search))
        assert not [text for text in told if "[[" in text], body.path
        assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", body.html, re.DOTALL), f"a link in a link: {body.path}"


def test_links_lead_on_from_every_text() -> None:
    found = corpus("en", **FILES)
    made = render.edition(views(found, evidence(found), settings(), "en"), settings(), "en")
    pages = "".join(body.html for body in made.bodies)
    for start in SEEN:
        found_there = rf'{start} see <a href="[./]*actors/mayor/">The mayor</a> or <a [^>]*>the flood</a>'
        assert re.search(found_there, pages), start


def test_markdown_leads_on_too() -> None:
    found = corpus("en", **FILES)
    planned = [page for page in plan(found, evidence(found), settings(), "en") if isinstance(page, Planned)]
    texts = {path: text() for path, text in markdown.files(planned, markdown.pages_in(settings(), "en"))}
    assert not [path for path, text in texts.items() if "\\[\\[" in text or "[[mayor" in text]
    assert "Unknown see [The mayor](../../actors/mayor/index.md)" in texts["topics/flood/index.md"]
