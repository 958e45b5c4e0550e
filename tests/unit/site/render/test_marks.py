"""Marks: what depends on the page is filled per page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factbook.site.render import fill_placeholders as marks
from factbook.site.views import placeholders as written
from factbook.site.views.page import Frame


def frame(path: str, facts: tuple[str, ...] = (), evidence: tuple[str, ...] = ()) -> Frame:
    return Frame(
        path=path,
        kind="topic",
        id="x",
        title="X",
        short_title="X",
        title_language="",
        kicker=(),
        description="",
        section=None,
        in_navigation=False,
        hide=frozenset(),
        headings=(),
        facts=frozenset(facts),
        evidence=frozenset(evidence),
        labels={"gazette": "2b"},
        edit_path=None,
        updated=None,
        search=(),
    )


def filled(text: str, page: Frame) -> str:
    return marks.fill(text, page)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("", "./actors/x/"), ("actors/", "../actors/x/"), ("actors/y/", "../../actors/x/")],
)
def test_pages_are_reached_from_any_depth(path: str, expected: str) -> None:
    assert filled(written.page("actors/x/"), frame(path)) == expected


def test_a_fact_is_reached_here_when_it_stands_here_and_at_home_otherwise() -> None:
    link = written.fact("rose", "topics/flood/")
    assert filled(link, frame("actors/y/", facts=("rose",))) == "#rose"
    assert filled(link, frame("topics/flood/")) == "#rose"
    assert filled(link, frame("actors/y/")) == "../../topics/flood/#rose"
    assert filled(link, frame("")) == "topics/flood/#rose"


def test_a_quote_may_stand_on_a_page_without_its_fact() -> None:
    page = frame("", evidence=("rose",))
    assert filled(written.citation("rose", 2, "topics/flood/"), page) == "#rose--2"
    assert filled(written.fact("rose", "topics/flood/"), page) == "topics/flood/#rose"


def test_a_source_has_the_number_that_the_page_gives_it() -> None:
    assert filled(f"[{written.label('gazette')}]", frame("")) == "[2b]"


def test_a_source_leads_back_to_each_of_its_citations() -> None:
    cited = tuple(written.citation("rose", number, "topics/flood/") for number in (1, 2))
    page = replace(frame("actors/y/", facts=("rose",)), uses={"gazette": cited})
    text = written.back("gazette", "<a href='{href}'>{letter} of {label}</a>")
    assert filled(text, page) == "<a href='#rose--1'>a of 2b</a> <a href='#rose--2'>b of 2b</a>"


def test_what_stands_between_marks_and_a_mark_that_stands_twice_are_kept() -> None:
    label = written.label("gazette")
    assert filled(f"a {label}{label} b {label}", frame("")) == "a 2b2b b 2b"
