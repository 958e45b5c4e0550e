"""Numbers, timeline, disagreements, sources and relations as HTML: the promised markup, safe, and always the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.site.pages.disputed import builder as disputed
from factbook.site.pages.relations import builder as relations
from factbook.site.pages.series import builder as series
from factbook.site.pages.source import detail as source
from factbook.site.pages.source import list as sources
from factbook.site.pages.timeline import builder as timeline
from factbook.site.render.page_renderer import Press
from tests.unit.site.pages.worlds import world

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.site.context import Desk
    from factbook.site.views.page import PageView

EVIL = "<script>alert(1)</script>{{ 7*7 }}\"'"

FACTS = """
- id: us
  statement: "[[usa]] said up to 10,000 troops; EVIL"
  date: ../2024-11-04
  topics: [war]
  asserted_by: [usa]
  actors: [ukraine]
  figure: {series: troops, value: 10000, modifier: up-to}
  citations: [{source: report, quote: "up to 10,000 EVIL"}]
- id: kyiv
  statement: "[[ukraine]] said 11,000 troops of [[usa]]."
  date: 2024-11-04
  topics: [war]
  asserted_by: [ukraine]
  figure: {series: troops, value: 11000}
  contradicts: [us]
  computed: [{value: 12000, from: 6000 + 6000}]
  citations: [{source: report, quote: already 11000}]
""".replace("EVIL", EVIL.replace('"', '\\"'))


def desk() -> Desk:
    words = EVIL.replace("'", "''")
    return world(
        fact=FACTS,
        series_troops=f"title: 'Troops {words}'\nunit: 'troops {words}'\nscope: '{words}'\n",
        source_report=f"title: '{words}'\npublisher: '{words}'\nlanguage: en\nfile: report.txt\nnote: '{words}'\n",
        actor_usa=f"name: 'USA {words}'\nkind: state\n",
        topic_war=f"title: 'War {words}'\n",
    )


PAGES: dict[str, Callable[[Desk], PageView]] = {
    "numbers": lambda desk: series.numbers(desk, ""),
    "series": lambda desk: series.one(desk, "troops"),
    "timeline": lambda desk: timeline.timeline(desk, ""),
    "disputed": lambda desk: disputed.disputed(desk, ""),
    "sources": lambda desk: sources.sources(desk, ""),
    "source": lambda desk: source.page(desk, "report"),
    "relations": lambda desk: relations.relations(desk, ""),
}


def html(name: str) -> str:
    return Press("en").body(PAGES[name](desk())).html


@pytest.mark.parametrize("name", PAGES)
def test_no_words_of_the_content_become_script_or_template(name: str) -> None:
    made = html(name)
    assert "<script" not in made
    assert "{{ 7*7 }}" in made or "7*7" not in made


@pytest.mark.parametrize("name", PAGES)
def test_there_is_no_inline_style_or_handler(name: str) -> None:
    assert not re.search(r'<[^<>]*\s(style|on[a-z]+)="', html(name))


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_links_within_the_page_have_a_goal(name: str) -> None:
    made = html(name)
    ids = re.findall(r'\sid="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_no_mark_is_left(name: str) -> None:
    made = html(name)
    assert "\uffff" not in made
    assert "\ufffe" not in made


@pytest.mark.parametrize("name", PAGES)
def test_two_renders_are_the_same(name: str) -> None:
    assert html(name) == html(name)


def test_a_chart_names_its_series_and_its_marks_lead_to_the_facts() -> None:
    made = html("series")
    assert '<figure class="fb-fig figure-chart" data-series="troops">' in made
    assert made.count('<a href="#kyiv" aria-label=') == 2  # for wide and for narrow columns


def test_the_page_of_a_source_marks_its_quotes() -> None:
    made = html("source")
    assert 'class="fb-quoted citation"' in made
    assert '<blockquote class="quote" lang="en">' in made


def test_each_entry_of_the_timeline_can_be_filtered() -> None:
    assert 'data-topic="war" data-actor="usa ukraine" data-kind="asserts"' in html("timeline")


def test_a_sum_that_does_not_fit_is_drawn() -> None:
    assert 'class="fb-bars"' in html("disputed")
