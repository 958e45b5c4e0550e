"""Untranslated: English words get an element of their own where one may stand, and no mark is left anywhere."""

from __future__ import annotations

import pytest

from factbook.site.untranslated import spans


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Powódź</p>", "<p>Powódź</p>"),
        ("<p>\x02by \x034 lis</p>", '<p><span lang="en" dir="ltr">by </span>4 lis</p>'),
        ("<p>\x02a \x03\x02b\x03</p>", '<p><span lang="en" dir="ltr">a b</span></p>'),
        ('<a title="\x02Close\x03">x</a>', '<a title="Close">x</a>'),
        ("<title>\x02Changes\x03 - Powódź</title>", "<title>Changes - Powódź</title>"),
        ('<script>{"a":"\x02b\x03"}</script>', '<script>{"a":"b"}</script>'),
        (
            '<i data-says="\\u0002Cite\\u0003">\x02c\x03</i>',
            '<i data-says="Cite"><span lang="en" dir="ltr">c</span></i>',
        ),
    ],
)
def test_english_words_are_said_to_be_english(html: str, shown: str) -> None:
    assert spans(html) == shown
