"""The content's words as HTML, Markdown and plain text."""

from __future__ import annotations

import pytest

from factbook.site.urls import ROOT
from tests.unit.site.corpora import fragments

MADE = fragments(actor_ada="name: Ada & Co\nkind: person\n", topic_flood="title: The <flood>\n")

TEXTS = {
    "plain": ("a < b", "a &lt; b", "a &lt; b", "a < b"),
    "an apostrophe": ("Ada's", "Ada&#x27;s", "Ada's", "Ada's"),
    "a link": (
        "[[ada]] spoke",
        f'<a href="{ROOT}actors/ada/">Ada &amp; Co</a> spoke',
        f"[Ada &amp; Co]({ROOT}actors/ada/index.md) spoke",
        "Ada & Co spoke",
    ),
    "a link with words": (
        "of [[ada|Ada's]]",
        f'of <a href="{ROOT}actors/ada/">Ada&#x27;s</a>',
        f"of [Ada's]({ROOT}actors/ada/index.md)",
        "of Ada's",
    ),
    "a topic": (
        "see [[flood]]",
        f'see <a href="{ROOT}topics/flood/">The &lt;flood&gt;</a>',
        f"see [The &lt;flood&gt;]({ROOT}topics/flood/index.md)",
        "see The <flood>",
    ),
    "a mark": ("It rose. [^one]", "It rose.", "It rose.", "It rose."),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_three_forms(name: str) -> None:
    text, html, markdown, plain = TEXTS[name]
    assert MADE.texts.html(text) == html
    assert MADE.texts.markdown(text) == markdown
    assert MADE.texts.plain(text) == plain


def test_marks_become_the_chips_of_their_facts_behind_the_word() -> None:
    html = MADE.texts.html("It rose;[^one][^two] then fell.", cite=lambda facts: f"<{' '.join(facts)}>")
    assert html == "It rose;&nbsp;<one two> then fell."


def test_who_speaks_is_bold_once() -> None:
    html = MADE.texts.html("[[ada]] said that [[ada]] rose", bold=["ada"])
    assert html.count("<b>") == 1


def test_what_is_missing_in_the_language_is_marked() -> None:
    german = fragments("de", actor_ada="name: Ada\nkind: person\n")
    assert german.texts.html({"en": "It rose."}).startswith('<span lang="en">It rose.</span> <small>')
