"""Citation chips: the names of reports, what tells two of one name apart, how many there are at most."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.unit.site.worlds import world

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments


def _fact(name: str, *sources: str) -> str:
    cited = "".join(f"\n    - source: {source}\n      quote: it rose" for source in sources)
    return f"- id: {name}\n  statement: It rose.\n  date: '2024-05-01'\n  topics: [flood]\n  citations:{cited}\n"


def _words(html: str) -> list[str]:
    """What is seen on each chip of a screen."""
    html = re.sub(r'<span class="p">.*?</span>', "", html)
    return [re.sub(r"<.*?>", "", chip) for chip in re.findall(r"<a .*?</a>", html)]


def _made(**sources: str) -> Fragments:
    written = {f"source_{name}": f"language: en\nfile: {name}.txt\n{text}" for name, text in sources.items()}
    return world(fact=_fact("one", *(name.replace("_", "-") for name in sources)), **written)


def test_copies_of_one_report_are_one_chip() -> None:
    made = _made(
        a="publisher: Wire\npublished: '2024-05-02'\n",
        b="publisher: Paper\nderived_from: [{source: a, how: syndication}]\n",
    )
    assert _words(made.chips(["one"])) == ["Wire ×2"]


def test_two_reports_of_one_name_carry_the_shortest_date_that_tells_them_apart() -> None:
    made = _made(a="publisher: Wire\npublished: '2024-05-02'\n", b="publisher: Wire\npublished: '2024-07-02'\n")
    assert _words(made.chips(["one"])) == ["Wire May 2024", "Wire Jul 2024"]


def test_reports_of_several_names_carry_no_date() -> None:
    made = _made(a="publisher: Wire\npublished: '2024-05-02'\n", b="publisher: Gazette\n")
    assert _words(made.chips(["one"])) == ["Wire", "Gazette"]


def test_of_more_than_five_four_are_shown_and_how_many_more() -> None:
    made = _made(**{f"s{number}": f"publisher: Paper {number}\n" for number in range(6)})
    assert _words(made.chips(["one"])) == ["Paper 0", "Paper 1", "Paper 2", "Paper 3", "2 more"]


def test_a_group_of_several_facts_lists_them_once_a_report() -> None:
    made = world(fact=_fact("one", "a") + _fact("two", "a"), source_a="language: en\nfile: a.txt\npublisher: Wire\n")
    html = made.chips(["one", "two"])
    assert _words(html) == ["Wire"]
    assert 'data-facts="one two"' in html


def test_a_chip_says_what_it_leads_to() -> None:
    html = _made(a="publisher: Wire\npublished: '2024-05-02'\n").chips(["one"])
    assert 'data-origin="a" data-sources="a"' in html
    assert 'facts/one.html#a"' in html
    assert 'aria-label="Wire, 2 May 2024; quotes"' in html
