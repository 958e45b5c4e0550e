"""Every word that a page shows, whatever stands between its angle brackets, in one walk."""

from __future__ import annotations

import pytest

from factbook.authoring.capture.page_words import words_of
from tests.made_pdf import made_pdf


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Twelve <b>ships</b></p><p>left.", "\nTwelve ships\n\nleft."),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("&lt;12&gt; ships &amp; more&#33;", "<12> ships & more!"),
        ("a<!-- no <p> -->b<!-- no", "ab"),
        ("a<script>no('<p>')</script >b<STYLE>no</style>c<script>no", "abc"),
        ("a<scripted>b", "ab"),
        ("İ<script>no</script>b", "İb"),
        ("a<![foo[x]]>b<![if !y]>c<![endif]>d<!n>e", "abcde"),
        ("3 < 4, a<", "3 ‹ 4, a‹"),
        ('a<a href="x"\n>b</a\n>c', "abc"),
        ("", ""),
    ],
)
def test_what_a_page_shows(page: str, words: str) -> None:
    assert words_of(page.encode(), "text/html", "utf-8") == words


@pytest.mark.parametrize(
    ("data", "media_type", "words"),
    [
        ("Zwölf <Schiffe>".encode(), "text/plain", "Zwölf <Schiffe>"),
        (made_pdf([["Twelve ships"]]), "application/octet-stream", "Twelve ships\n"),
        (made_pdf([[]]), "application/pdf", None),
        (b"\x89PNG", "image/png", None),
        (b'<meta charset="klingon">', "text/html", None),
    ],
    ids=["text", "pdf", "scan", "picture", "klingon"],
)
def test_what_else_has_words(data: bytes, media_type: str, words: str | None) -> None:
    assert words_of(data, media_type, "") == words


@pytest.mark.parametrize(
    "piece", ["<", "<!", "<!--", "<a ", "</", "&", "<script>", "<a b='", "<![", "<p", "</script", "<script></script>"]
)
def test_no_page_takes_long(piece: str) -> None:
    """With Python's own parser some of these would take longer than a test may."""
    assert words_of((piece * 100_000).encode(), "text/html", "utf-8") is not None
