"""Markdown: whatever a contributor writes comes out as the same words, whichever program reads the file."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factbook.site.markdown_escape import address, escaped, heading_text

MARKS = (
    *"*_`[](){}<>#+-.!|~^$=:&\\\"'/@ 1aé",
    *("**", "__", "](", "![", "<b>", "</b>", "http://a.b", "www.a.b", "a@b.c", "1. ", "- ", "# ", "> ", "    "),
    *("```", "~~~", "---", "===", ":smile:", "&lt;", "&#60;", "[x]: y", "|-|", "<!--", "-->", "{: .x }", "[^1]"),
    *("*[A]: b", "$$", "\\(", "{{ x }}", "{% y %}", "javascript:alert(1)", "A: b"),
)
PIECES = st.lists(st.sampled_from(MARKS), max_size=8).map("".join)


def readers(text: str) -> list[str]:
    """The text as Python-Markdown, CommonMark and GitHub's flavour show it."""
    extensions = ["tables", "fenced_code", "attr_list", "footnotes", "def_list", "abbr", "md_in_html"]
    return [
        markdown.markdown(text, extensions=extensions),
        MarkdownIt("commonmark").render(text),
        MarkdownIt("gfm-like", {"linkify": False}).render(text),
    ]


@given(PIECES)
@example("1. one")
@example("Title: value")
@example("| a | b |")
@example("\\*not bold\\*")
def test_a_text_comes_out_as_the_same_text(text: str) -> None:
    words = " ".join(text.split())
    for shown in readers(f"- {escaped(text)} end"):
        inner = re.sub(r"</?(?:ul|li)>", "", shown).strip()
        assert "<" not in inner, shown
        assert " ".join(html.unescape(inner).split()) == f"{words} end".strip(), shown


@given(PIECES)
def test_it_begins_nothing_at_the_start_of_a_paragraph(text: str) -> None:
    words = " ".join(text.split())
    for shown in readers(f"{escaped(text)}"):
        inner = re.sub(r"</?p>", "", shown).strip()
        assert "<" not in inner, shown
        assert " ".join(html.unescape(inner).split()) == words, shown


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "", "vbscript:x"])
def test_only_addresses_that_cannot_run_are_linked(href: str) -> None:
    assert address(href) == ""


@given(PIECES)
def test_no_address_ends_its_link(text: str) -> None:
    href = address(f"https://a.example/{text}")
    for shown in readers(f"[words]({href})"):
        assert re.fullmatch(r'<p><a href="[^"<>]*">words</a></p>', shown.strip()), shown


def test_the_way_to_the_very_words_stays() -> None:
    assert address("https://a.example/#:~:text=rose%20by").endswith("#:~:text=rose%20by")


def test_a_title_holds_no_angle_brackets() -> None:
    """Material takes one level of escaping away when it prints a title into the head of a page."""
    assert heading_text("</title><b>") == "‹/title›‹b›"
