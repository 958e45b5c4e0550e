"""The tables of characters agree with Unicode's own data."""

from __future__ import annotations

import unicodedata

from factbook.evidence.texts.character_tables import HAN_NUMERALS, SPACELESS, marks
from factbook.evidence.texts.combining_marks import MARKS


def test_every_mark_of_the_table_is_a_combining_character() -> None:
    spans = [span.partition("-") for span in MARKS.split()]
    codes = [code for first, _, last in spans for code in range(int(first, 16), int(last or first, 16) + 1)]
    assert len(codes) > 2000
    assert [hex(code) for code in codes if unicodedata.category(chr(code))[0] != "M"] == []


def test_common_combining_characters_are_in_the_table() -> None:
    import re

    every = re.compile(f"[{marks()}]+")
    assert every.fullmatch("\u0301\u0327\u05b0\u064b\u093e\u0e31\u0eb1\u17d2\u3099\ufe0f\U000e0100")


def test_numerals_of_chinese_are_letters_of_a_script_without_spaces() -> None:
    import re

    assert re.fullmatch(f"[{SPACELESS}]+", HAN_NUMERALS)
