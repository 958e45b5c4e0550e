"""Hand-written pages: front matter, languages, links that are followed, and what never reaches a page."""

from __future__ import annotations

import os
import re
import textwrap
from typing import TYPE_CHECKING

import pytest

from factbook.site.articles.load import with_pages
from factbook.site.articles.to_markdown import texts
from factbook.site.urls import ROOT
from tests.unit.publish import sample

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.types import Diagnostic
    from factbook.site.page import Page


def read(
    root: Path, files: dict[str, str], languages: tuple[str, ...] = ("en",)
) -> tuple[list[Page], list[Diagnostic]]:
    """The hand-written bodies of the last edition, and what is wrong with any."""
    settings = sample.settings(root, languages=languages)
    for name, text in files.items():
        path = root / "content" / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    editions = [sample.edition(lang, f"{lang}/" if number else "") for number, lang in enumerate(languages)]
    complete, problems = with_pages(settings, editions)
    return list(complete[-1].articles), list(problems)


def problem(root: Path, text: str) -> Diagnostic:
    _, problems = read(root, {"about.md": text})
    assert len(problems) == 1, problems
    return problems[0]


def test_front_matter_gives_title_description_and_order(tmp_path: Path) -> None:
    files = {
        "about.md": "---\ntitle: Who we are\ndescription: In short\norder: 2\n---\n# About\n",
        "method.md": "---\norder: 1\n---\n# How *it* works\n",
        "zeal.md": "Text only\n",
    }
    bodies, problems = read(tmp_path, files)
    assert problems == []
    assert [(body.path, body.title) for body in bodies] == [
        ("method/", "How it works"),
        ("about/", "Who we are"),
        ("zeal/", "Zeal"),
    ]
    assert bodies[1].description == "In short"


@pytest.mark.parametrize(
    ("head", "line", "words"),
    [
        ("titel: About", 2, "no key 'titel'"),
        ("title: About\norder: soon", 3, "'soon', not a whole number"),
        ("title: [a, b]", 2, "not a single line"),
        ("- title", 2, "`key: value`"),
        ("template: evil.html", 2, "no key 'template'"),
    ],
)
def test_other_front_matter_is_refused_at_its_place(tmp_path: Path, head: str, line: int, words: str) -> None:
    found = problem(tmp_path, f"---\n{head}\n---\n# About\n")
    assert found.code == "page-front-matter"
    assert found.span.line == line
    assert words in found.message


def test_a_close_key_is_offered(tmp_path: Path) -> None:
    assert problem(tmp_path, "---\ndescripton: x\n---\n").help == ("Did you mean `description`?",)


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("method.md", "../method/"),
        ("method.md#second-part", "../method/#second-part"),
        ("/", "../"),
        ("/actors/", "../actors/"),
        ("/actors", "../actors/"),
        ("/actors/actor-0/#Says", "../actors/actor-0/#Says"),
        ("../topics/war/", "../topics/war/"),
        ("actors/actor-0.md", "../actors/actor-0/"),
        ("#here-there", "#here-there"),
        ("/facts/f-1/", "../facts/f-1/"),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_lead_where_they_say(tmp_path: Path, link: str, href: str) -> None:
    bodies, problems = read(
        tmp_path,
        {"about.md": f"## Here & there\n\n[x]({link})\n", "method.md": "# M\n\n## Second part\n"},
    )
    assert problems == []
    assert f'<a href="{href}">x</a>' in bodies[0].html


@pytest.mark.parametrize(
    ("link", "words", "help_"),
    [
        ("/actrs/", "leads to no page or file", "Did you mean '/actors/'?"),
        ("/actors/actor-0/#Sayz", "no place named '#Sayz'", "Did you mean '#Says'?"),
        ("methd.md", "leads to no page or file", None),
        ("#nowhere", "no place named '#nowhere'", None),
        ("javascript:alert(1)", "begins with 'javascript:'", "Links outside begin with https:, http: or mailto:."),
        ("data:text/html,x", "begins with 'data:'", None),
        ("//example.org/", "does not say which protocol", None),
        ("/../../etc/passwd", "leads to no page or file", None),
    ],
)
def test_a_wrong_link_is_named_with_its_line_and_column(
    tmp_path: Path, link: str, words: str, help_: str | None
) -> None:
    found = problem(tmp_path, f"---\ntitle: A\n---\n# A\n\nOne line,\nthen [x]({link}).\n")
    assert found.code == "page-link"
    assert words in found.message
    assert (found.span.path, found.span.line, found.span.column) == ("content/pages/about.md", 7, 10)
    assert help_ is None or help_ in found.help


def test_the_same_wrong_link_twice_has_two_places(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"about.md": "[a](/x/) and [b](/x/)\n\n[c](/x/)\n"})
    assert [(found.span.line, found.span.column) for found in problems] == [(1, 5), (1, 18), (3, 5)]


def test_a_picture_from_another_site_is_refused(tmp_path: Path) -> None:
    assert "fetched from another site" in problem(tmp_path, "![x](https://example.org/x.png)").message


def test_raw_html_is_told_of_and_never_run(tmp_path: Path) -> None:
    bodies, problems = read(tmp_path, {"about.md": 'A <script>alert(1)</script>\n\n<img src=x onerror="alert(1)">\n'})
    assert "<script" not in bodies[0].html
    assert "<img" not in bodies[0].html
    assert [found.span.start.partition(":")[2] for found in problems if found.code == "page-markup"] == [
        "1:3",
        "1:19",
        "3:1",
    ]


@pytest.mark.parametrize(
    ("typed", "column", "words", "help_"),
    [
        ("A <iframe src=x></iframe>", 3, "`<iframe src=x>` is HTML", "Link to it"),
        (
            "facts/<id>.html",
            7,
            "`<id>` is HTML",
            "What is to be shown as it is stands between backticks",
        ),
        ("A<!-- note -->", 2, "`<!--` is HTML", "Leave it out"),
        ("<img\nsrc=x>", 1, "`<img src=x>` is HTML", "Write `![what it shows](file)`."),
        ("- | <br>", 5, "`<br>` is HTML", "End the line with a backslash."),
        ("!!! notes\n    x", 5, "no box of the kind `notes`", "Did you mean `note`?"),
        ('!!! danger ""\nx', 1, "the box has no text", "Indent its text by four spaces."),
        ("??? note\nx", 1, "the box has no text", "Indent its text by four spaces."),
        ("# A {#says}", 5, "`{#says}` is an attribute list", "Leave it out."),
        ("Hello {{ name }}", 7, "`{{ name }}` is markup of a template", "Write the words themselves."),
        ('=== "Tab"', 1, "is the markup of a tab", "Write a heading for each part."),
        ("::: module", 1, "`::: module` is a directive", "Write `!!! note` for a box."),
        ("[TOC]", 1, "`[TOC]` is the markup of a table of contents", "Leave it out."),
        ("Home :material-home:", 6, "is an icon", "Leave it out."),
        ("| a |\n|---|\n| [[actor-0|x]] |", 3, "`[[` is a link that is not closed", "In a table"),
        ("[^n]: Lost.", 1, "nothing refers to the footnote `n`", "Put `[^n]` where it belongs."),
    ],
)
def test_markup_that_a_page_cannot_have(tmp_path: Path, typed: str, column: int, words: str, help_: str) -> None:
    _, found = read(tmp_path, {"about.md": f"# About\n\n{typed}\n"})
    told = [one for one in found if one.code == "page-markup"]
    assert words in told[0].message
    assert (told[0].span.path, told[0].span.column) == ("content/pages/about.md", column)
    assert told[0].span.line == (5 if typed.startswith("| a") else 3)
    assert told[0].help[0].startswith(help_)


@pytest.mark.parametrize(
    "shown", ["`<id>`", "    <div>", "```\n{{ x }}\n```", "a < b > c", "2 <3", "<https://a.example>"]
)
def test_what_is_no_markup_is_not_told_of(tmp_path: Path, shown: str) -> None:
    _, found = read(tmp_path, {"about.md": f"---\nchecked: no\n---\n{shown}\n"})
    assert found == []


def test_two_footnotes_of_one_name(tmp_path: Path) -> None:
    text = "A[^n]\n\n[^n]: So.\n\n[^n]: No.\n"
    assert "two footnotes have the name `n`" in problem(tmp_path, text).message


def test_footnotes_boxes_and_definitions(tmp_path: Path) -> None:
    text = """\
        # About

        Read on.[^n]

        !!! note
            *Short.*

        ???+ tip "Do this"
            It helps.

        River
        : Water that flows.

        [^n]: A footnote.
        """
    bodies, problems = read(tmp_path, {"about.md": textwrap.dedent(text)})
    html = bodies[0].html
    assert problems == []
    assert '<a href="#Note1" id="To1">' in html
    assert '<a href="#To1" class="footnote-backref" aria-label="Back to the text">' in html
    assert '<div class="admonition note">\n<p class="admonition-title">Note</p>\n<p><em>Short.</em></p>' in html
    assert '<details class="admonition tip" open="">\n<summary class="admonition-title">Do this</summary>' in html
    assert "<dt>River</dt>\n<dd>Water that flows.</dd>" in html


def test_the_title_of_a_box_is_in_the_language_of_the_page(tmp_path: Path) -> None:
    bodies, _ = read(tmp_path, {"about.de.md": "!!! warning\n    Tief.\n"}, ("en", "de"))
    assert ">Achtung</p>" in bodies[0].html


def test_names_lead_to_their_pages_and_marks_print_citations(tmp_path: Path) -> None:
    text = "# About\n\n[[actor-0]] and [[war|the war]] were told of [^said], `[[x]]` too.\n"
    bodies, problems = read(tmp_path, {"about.md": text})
    assert problems == []
    assert f'<a href="{ROOT}actors/actor-0/">Ann &amp; Bob</a>' in bodies[0].html
    assert f'<a href="{ROOT}topics/war/">the war</a>' in bodies[0].html
    assert 'told of&nbsp;<span class="cites"><a class="citation"' in bodies[0].html
    assert "<code>[[x]]</code>" in bodies[0].html


@pytest.mark.parametrize(
    ("typed", "message", "help_"),
    [
        ("A [[actor-O]]", "the link [[actor-O]] leads to no actor and no topic", "Did you mean [[actor-0]]"),
        ("A [[wars|x]]", "the link [[wars]] leads to no actor and no topic", "Did you mean [[war]]"),
        ("A [^sayd]", "the mark [^sayd] names no fact", "Did you mean `said`?"),
        ("A [^war]", "the mark [^war] names no fact", "`war` is the id of a topic."),
    ],
)
def test_a_name_that_nothing_has(tmp_path: Path, typed: str, message: str, help_: str) -> None:
    found = problem(tmp_path, f"# About\n\n{typed}.\n")
    assert (found.code, found.message) == ("reference-unknown", message)
    assert (found.span.line, found.span.column) == (3, 3)
    assert found.help[0].startswith(help_)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# About\n\nSome **98,765** people.\n", (3, 8)),
        ("# About 98,765\n", (1, 9)),
        ("# A\n\n- so\n- 98,765\n", (4, 3)),
        ("# A\n\n| a |\n|---|\n| 98,765 |\n", (5, 3)),
        ("# A\n\nB.[^n]\n\n[^n]: Of 98,765.\n", (5, 10)),
        ("# A\n\n!!! note\n    98,765\n", (4, 5)),
        ("---\ndescription: 98,765 people\n---\n# A\n", (2, 14)),
        ("# A\n\n![98,765 people](/facts/f-1/)\n", (3, 3)),
    ],
)
def test_a_number_that_no_fact_has(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    found = problem(tmp_path, text)
    assert (found.code, found.message) == ("number-without-fact", "“98,765” stands in no quote of any fact")
    assert (found.span.line, found.span.column) == place
    assert "`checked: no`" in found.help[-1]


def test_numbers_of_facts_of_code_and_of_addresses_are_fine(tmp_path: Path) -> None:
    text = "# A\n\nOn 15 November 2024[^said] `98,765` [x](https://a.example/98765).\n\n1. One.\n2. So.\n"
    assert read(tmp_path, {"about.md": text})[1] == []


def test_a_page_that_is_not_checked_says_so(tmp_path: Path) -> None:
    bodies, problems = read(tmp_path, {"about.md": "---\nchecked: no\n---\n# A\n\n98,765 people.\n"})
    assert problems == []
    assert bodies[0].html.index("they were not traced to the facts") < bodies[0].html.index("<h1")
    assert "not yes or no" in problem(tmp_path, "---\nchecked: never\n---\n# A\n").message


def test_in_markdown_names_are_links_and_marks_are_left_out(tmp_path: Path) -> None:
    files = {"about.md": "[[actor-0]] said[^said] [[war|so]], `[[x]]`.[^n]\n\n[^n]: A note.\n"}
    read(tmp_path, files)
    made = sample.edition().made
    text = next(texts(sample.settings(tmp_path), made)).text
    assert "[Ann &amp; Bob](../actors/actor-0/index.md) said [so](../topics/war/index.md), `[[x]]`.[^n]" in text
    assert "[^n]: A note." in text


def test_headings_in_any_script_have_their_own_ids(tmp_path: Path) -> None:
    bodies, _ = read(tmp_path, {"about.md": "## Источники\n\n## 来源\n\n## Same\n\n## Same\n\n## ???\n"})
    assert re.findall(r'<h2 id="([^"]+)"', bodies[0].html) == ["источники", "来源", "same", "same-2", "section"]


def test_a_page_without_translation_shows_the_first_language(tmp_path: Path) -> None:
    files = {"about.md": "# About\n", "about.de.md": "# Über uns\n", "method.md": "# Method\n"}
    bodies, problems = read(tmp_path, files, ("en", "de"))
    assert problems == []
    assert [body.title for body in bodies] == ["Über uns", "Method"]
    assert 'lang="en"' in bodies[1].html
    assert "lang=" not in bodies[0].html


def test_links_in_a_further_edition_stay_in_it_and_files_are_shared(tmp_path: Path) -> None:
    files = {"about.de.md": "[a](/actors/) [f](/facts/f-1/)\n"}
    bodies, problems = read(tmp_path, files, ("en", "de"))
    assert problems == []
    assert 'href="../actors/"' in bodies[0].html
    assert 'href="../../facts/f-1/"' in bodies[0].html


def test_a_page_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    sample.settings(tmp_path)
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "content" / "pages" / "x.md").symlink_to(tmp_path / "secret")
    bodies, problems = read(tmp_path, {})
    assert bodies == []
    assert [found.code for found in problems] == ["page-unreadable"]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    sample.settings(tmp_path)
    os.mkfifo(tmp_path / "content" / "pages" / "x.md")
    assert [found.code for found in read(tmp_path, {})[1]] == ["page-unreadable"]


def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path: Path) -> None:
    sample.settings(tmp_path)
    (tmp_path / "content" / "pages" / "x.md").write_bytes(b"# A\n\nb\xff\n")
    _, problems = read(tmp_path, {})
    assert [(found.code, found.span.line) for found in problems] == [("page-unreadable", 3)]


HOSTILE = ["[" * 8000, "1. " * 2000, "> " * 4000, "![[" * 3000, "*a " * 4000, "|" * 9000]
HOSTILE += ["[[a" * 2000, "[^a" * 2000, "!!! a\n    " * 900, "a\n: " * 900, "<a " * 3000, "{." * 3000]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_markdown_neither_crashes_nor_hangs(tmp_path: Path, hostile: str) -> None:
    bodies, _ = read(tmp_path, {"about.md": hostile})
    assert len(bodies) == 1


def test_the_search_finds_the_words_of_a_page(tmp_path: Path) -> None:
    bodies, _ = read(tmp_path, {"about.md": "# About\n\nPlain *words* and `code`\n"})
    assert bodies[0].search[0].text == "About Plain words and code"
