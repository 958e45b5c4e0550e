"""A PDF's pages as a text: where each begins, what it says of itself, and what no text can be made of."""

from __future__ import annotations

import pytest

from factbook.authoring.capture.captured import Unusable
from factbook.authoring.capture.pdf_pages import read
from tests.made_pdf import made_pdf


def test_a_form_feed_stands_between_pages() -> None:
    capture = read(
        made_pdf([["Report on the harbour", "2024"], ["Twelve ships (all told)"], ["Zwölf Schiffe – end"]]), "r"
    )
    assert capture.text == "Report on the harbour\n2024\n\fTwelve ships (all told)\n\fZwölf Schiffe – end\n"
    assert (capture.pages, capture.notes) == (3, ())


def test_a_page_without_words_keeps_its_place_and_is_told() -> None:
    capture = read(made_pdf([[], ["Twelve ships"], []]), "r")
    assert capture.text == "\n\fTwelve ships\n\f\n"
    assert capture.notes == ("Without words, so perhaps pictures: page 1, 3",)


@pytest.mark.parametrize(
    ("title", "language", "told"),
    [
        ("", "", {}),
        ("Report on the harbour", "en-GB", {"title": "Report on the harbour", "language": "en-GB"}),
        ("Microsoft Word - report final.docx", "", {}),
        ("untitled", "", {}),
    ],
)
def test_what_it_says_of_itself(title: str, language: str, told: dict[str, str]) -> None:
    assert read(made_pdf([["Twelve ships"]], title=title, language=language), "r").told == told


def test_a_file_that_opens_without_a_password_is_read() -> None:
    assert read(made_pdf([["Twelve ships"]], password=""), "r").text == "Twelve ships\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (made_pdf([[], []]), "pictures of pages and no words"),
        (made_pdf([["Twelve ships"]], password="secret"), "locked with a password"),
        (b"<html>a page</html>", "is called a PDF and is none"),
        (b"", "is called a PDF and is none"),
        (b"%PDF-1.7\nnonsense", "is damaged, or no PDF that can be read"),
        (made_pdf([["Twelve ships"]])[:300], "is damaged, or no PDF that can be read"),
    ],
    ids=["scan", "locked", "page", "empty", "nonsense", "cut"],
)
def test_no_text_can_be_made_of_it(data: bytes, reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        read(data, "report.pdf")
