"""Marks: what depends on the page is filled per page, and joining pieces gives what filling the text would."""

from __future__ import annotations

import re

import pytest

from generator.render import marks
from generator.views import marks as written
from generator.views.page import Frame


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
    cut = marks.cut(text, marks.to_root(page.path))
    return marks.join(cut, page, lambda key: marks.cut("", ""))[0]


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


def test_fragments_are_joined_where_they_are_asked_for_with_their_ids() -> None:
    inner = marks.cut(f'<li id="rose">{written.label("gazette")}</li>', "")
    text = f'<ol id="Facts">{marks.insert("fact rose")}</ol>'
    html, anchors = marks.join(marks.cut(text, ""), frame(""), {"fact rose": inner}.__getitem__)
    assert html == '<ol id="Facts"><li id="rose">2b</li></ol>'
    assert anchors == {"Facts", "rose"}


def test_joining_pieces_is_the_same_as_replacing_marks_in_the_whole_text() -> None:
    """The slow twin: one regular expression over the finished text."""
    page = frame("topics/flood/", facts=("rose",))
    text = "".join(
        (
            written.page("actors/x/"),
            written.fact("rose", "topics/flood/"),
            written.fact("fell", "topics/drought/"),
            written.citation("fell", 1, "topics/drought/"),
            written.label("gazette"),
            " and no mark ",
        )
    )

    def slow(found: re.Match[str]) -> str:
        if found[1] == "@":
            return page.labels[found[2]]
        anchor, home = found[2].split(" ")
        return f"#{anchor}" if anchor.split("--")[0] in page.facts else f"../../{home}#{anchor}"

    expected = re.sub("\uffff([#@])([^\ufffe]*)\ufffe", slow, text.replace("\uffff/", "../../"))
    assert filled(text, page) == expected
