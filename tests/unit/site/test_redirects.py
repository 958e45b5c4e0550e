"""Old addresses lead on, of pages and of facts, from any depth, without a script."""

from __future__ import annotations

from factbook.site.redirects import moved, redirect_pages
from tests.unit.site.worlds import world

FACT = """
- id: new-fact
  statement: It rose.
  date: 2024
  topics: [flood]
  citations: [{source: a, quote: it rose}]
  redirect_from: [old-fact]
"""


def test_old_addresses_of_pages_and_facts() -> None:
    made = world(fact=FACT, topic_flood="title: Flood\nredirect_from: [deluge]\n")
    assert moved(made.corpus) == {"topics/deluge/": "topics/flood/", "facts/old-fact.html": "facts/new-fact.html"}
    pages = {one.path: one.data.decode() for one in redirect_pages(made, "de/")}
    assert list(pages) == ["de/topics/deluge/index.html", "de/facts/old-fact.html"]
    assert 'content="0; url=../../topics/flood/"' in pages["de/topics/deluge/index.html"]
    assert '<a href="../facts/new-fact.html">' in pages["de/facts/old-fact.html"]
    assert 'href="https://flood.example/facts/new-fact.html"' in pages["de/facts/old-fact.html"]
