"""A page's article as a text: its words and no others, and what it says of itself."""

from __future__ import annotations

import pytest

from factbook.authoring.capture.captured import Unusable
from factbook.authoring.capture.html_article import read

HEAD = """<meta charset="utf-8"><title>Twelve ships wait in the bay | The Gazette</title>"""
ARTICLE = """\
<h1>Twelve ships wait in the bay</h1>
<p>On Thursday the harbour master counted 12 ships in the bay at noon, more than on any day this spring. The pilots
said that they had not been told why.</p>
<h2>At night</h2>
<p>Later he wrote that two ships had left the <em>bay</em> at night, and that <a href="/x">the tide</a> was low.<br>
The fishers' union said there had been at least 15, and that its boats could not pass.</p>
<table><tr><th>Day</th><th>Ships</th></tr><tr><td>Wednesday</td><td>7</td></tr></table>
<ul><li>Seven came from the north.</li><li>Five came from the south.</li></ul>
<blockquote>We have never seen so many masts at once, said a fisher.</blockquote>
"""
AROUND = """\
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies.</p><button>Accept all</button></div>
<main><article>{}</article></main>
<aside class="related"><h3>Read more</h3><ul><li><a href="/whale">A whale was seen off the pier</a></li></ul></aside>
<section id="comments"><p>Nonsense, there were eleven of them, I counted myself.</p></section>
<footer>© 2026 The Gazette. Imprint. Privacy.</footer>"""


def page(head: str = "", article: str = ARTICLE, attributes: str = ' lang="en"', body: str = AROUND) -> bytes:
    return f"<!DOCTYPE html><html{attributes}><head>{HEAD}{head}</head><body>{body.format(article)}</body>".encode()


def test_the_article_stands_alone_a_paragraph_a_line() -> None:
    assert read(page(), "page.html").text == (
        "Twelve ships wait in the bay\n"
        "On Thursday the harbour master counted 12 ships in the bay at noon, more than on any day this spring. "
        "The pilots said that they had not been told why.\n"
        "At night\n"
        "Later he wrote that two ships had left the bay at night, and that the tide was low.\n"
        "The fishers' union said there had been at least 15, and that its boats could not pass.\n"
        "Day Ships\n"
        "Wednesday 7\n"
        "Seven came from the north.\n"
        "Five came from the south.\n"
        "We have never seen so many masts at once, said a fisher.\n"
    )


@pytest.mark.parametrize("words", ["Sport", "cookies", "whale", "Nonsense", "Imprint", "|", "- "])
def test_no_menu_teaser_comment_or_mark_of_ours(words: str) -> None:
    assert words not in read(page(), "page.html").text


@pytest.mark.parametrize(
    ("html", "field", "value"),
    [
        (page(), "title", "Twelve ships wait in the bay"),
        (page('<meta property="og:title" content="BREAKING: SHIPS!!">'), "title", "Twelve ships wait in the bay"),
        (page(), "language", "en"),
        (page(attributes=' lang="de-at"'), "language", "de-AT"),
        (page('<meta property="og:locale" content="pt_BR">', attributes=""), "language", "pt-BR"),
        (page(attributes=""), "language", None),
        (page(attributes=' lang="nonsense!"'), "language", None),
        (page(), "published", None),
        (
            page('<meta property="article:published_time" content="2024-05-03T18:20:00+02:00">'),
            "published",
            "2024-05-03T18:20+02:00",
        ),
        (page('<meta itemprop="datePublished" content="2024-05-03T16:20:11.1Z">'), "published", "2024-05-03T16:20Z"),
        (page('<meta name="date" content="2024-05-03">'), "published", "2024-05-03"),
        (page('<meta name="date" content="2024-05-03T18:20">'), "published", "2024-05-03"),
        (page('<meta name="date" content="Friday">'), "published", None),
        (page('<meta property="og:image" content="https://g.example/2019/01/02/a.jpg">'), "published", None),
        (page(article=ARTICLE + '<time pubdate datetime="2024-05-04">Saturday</time>'), "published", "2024-05-04"),
        (
            page(
                '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",'
                '"datePublished": "2024-05-03T18:20:00+0200", "dateModified": "2024-05-09"}]}</script>'
            ),
            "published",
            "2024-05-03T18:20+02:00",
        ),
        (page('<script type="application/ld+json">{nonsense</script>'), "published", None),
        (page('<meta property="og:site_name" content="The Gazette">'), "publisher", "The Gazette"),
        (page('<meta property="og:site_name" content="taz">'), "publisher", "taz"),
        (page('<meta name="author" content="Ada Moor"><meta name="author" content="Jan de Vries">'), "authors",
         ("Ada Moor", "Jan de Vries")),
        (page(), "authors", None),
        (page('<link rel="canonical" href="https://gazette.example/news/ships">'), "url",
         "https://gazette.example/news/ships"),
    ],
)  # fmt: skip
def test_what_the_page_says_of_itself(html: bytes, field: str, value: object) -> None:
    assert read(html, "page.html").told.get(field) == value


def test_a_headline_that_the_page_does_not_print_is_no_part_of_the_text() -> None:
    article = ARTICLE.replace("<h1>Twelve ships wait in the bay</h1>", "")
    capture = read(page('<meta property="og:title" content="Ships, ships, ships">', article), "page.html")
    assert "Ships, ships, ships" not in capture.text
    assert capture.text.startswith("On Thursday")


WORDS = "Der Hafenmeister zählte am Donnerstag um zwölf Uhr vierzehn Schiffe in der Bucht, mehr als je zuvor."
GERMAN = (
    f"<html><head><title>Häfen</title>{{}}</head><body><article><h1>Häfen</h1><p>{WORDS}</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("data", "charset", "note"),
    [
        (GERMAN.format("").encode(), "", ""),
        (GERMAN.format("").encode("utf-8-sig"), "iso-8859-1", ""),
        (GERMAN.format("").encode("utf-16"), "", ""),
        (GERMAN.format("").encode("latin-1"), "ISO-8859-1", ""),
        (GERMAN.format('<meta charset="windows-1252">').encode("cp1252"), "", ""),
        (
            GERMAN.format('<meta http-equiv="Content-Type" content="text/html; charset=latin1">').encode("cp1252"),
            "",
            "",
        ),
        (('<?xml version="1.0" encoding="ISO-8859-1"?>' + GERMAN.format("")).encode("latin-1"), "", ""),
        (GERMAN.format("").encode("cp1252"), "", "does not say how its letters are encoded"),
    ],
)
def test_letters_are_read_as_the_page_has_them(data: bytes, charset: str, note: str) -> None:
    capture = read(data, "page.html", charset)
    assert capture.text == f"Häfen\n{WORDS}\n"
    assert note in " ".join(capture.notes)
    assert bool(note) == bool(capture.notes)


def test_bytes_that_are_no_character_are_told() -> None:
    capture = read(GERMAN.format('<meta charset="utf-8">').encode().replace(b"zuvor", b"zu\xffvor"), "page.html")
    assert "zu�vor" in capture.text
    assert capture.notes == ("Bytes that are no character of utf-8 stand as “�”: 1",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no article is found in it"),
        (b"Just words.", "no article is found in it"),
        (b"<html><body><script>app.start()</script><div id='root'></div></body></html>", "no article is found in it"),
        (b'<html><meta charset="klingon"><body><p>Words</p></body></html>', "encoded as klingon, which nobody knows"),
        (b'<html><meta charset="hex"><body><p>Words</p></body></html>', "encoded as hex, which nobody knows"),
        (bytes(range(256)) * 40, "no article is found in it"),
    ],
)
def test_what_holds_no_article(data: bytes, reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        read(data, "page.html")


def test_a_page_as_deep_as_a_trap_ends() -> None:
    deep = b"<html><body>" + b"<div>" * 20_000 + b"<p>Words</p>"
    with pytest.raises(Unusable, match="no article is found in it"):
        read(deep, "page.html")
