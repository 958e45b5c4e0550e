"""Hand-written pages: front matter, languages, links that are followed, and what never reaches a page."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from factbook.site.articles.load import with_pages
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
    found = problem(tmp_path, f"---\ntitle: A\n---\n# A {{#Says}}\n\nOne line,\nthen [x]({link}).\n")
    assert found.code == "page-link"
    assert words in found.message
    assert (found.span.path, found.span.line, found.span.column) == ("content/pages/about.md", 7, 10)
    assert help_ is None or help_ in found.help


def test_the_same_wrong_link_twice_has_two_places(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"about.md": "[a](/x/) and [b](/x/)\n\n[c](/x/)\n"})
    assert [(found.span.line, found.span.column) for found in problems] == [(1, 5), (1, 18), (3, 5)]


def test_a_picture_from_another_site_is_refused(tmp_path: Path) -> None:
    assert "fetched from another site" in problem(tmp_path, "![x](https://example.org/x.png)").message


def test_raw_html_is_shown_and_not_run(tmp_path: Path) -> None:
    bodies, _ = read(tmp_path, {"about.md": 'A <script>alert(1)</script>\n\n<img src=x onerror="alert(1)">\n'})
    assert "<script" not in bodies[0].html
    assert "<img" not in bodies[0].html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in bodies[0].html


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


@pytest.mark.parametrize("hostile", ["[" * 8000, "1. " * 2000, "> " * 4000, "![[" * 3000, "*a " * 4000, "|" * 9000])
def test_hostile_markdown_neither_crashes_nor_hangs(tmp_path: Path, hostile: str) -> None:
    bodies, _ = read(tmp_path, {"about.md": hostile})
    assert len(bodies) == 1


def test_the_search_finds_the_words_of_a_page(tmp_path: Path) -> None:
    bodies, _ = read(tmp_path, {"about.md": "# About\n\nPlain *words* and `code`\n"})
    assert bodies[0].search[0].text == "About Plain words and code"
