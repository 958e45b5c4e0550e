"""Sites on a town's water in English and French and on an island's ferry in Japanese: in order, built, held to it."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.config import reader
from factbook.pipeline import stages
from tests.conftest import build

if TYPE_CHECKING:
    from factbook.diagnostics.types import Diagnostic

SITES = Path(__file__).parent
NAMES = ("waterworks", "ferry")
SAID = {
    "waterworks": {
        "topics/cost/": ["between £55 million and £60 million", "48,500,000", "2 reports from one speaker"],
        "fr/topics/cost/": ["Combien coûte la nouvelle usine d’eau ?", "12,5 % de plus que l’ancienne"],
        "topics/quay-street/": ["212 of 320 households"],
        "facts/all-samples-clean.html": ["All twenty-three samples"],
        "facts/members-55-to-60-million.html": [
            "will cost between 55 and 60 million pounds, according to two members",
            "Second hand through The Larkmouth Courier",
        ],
        "numbers/cost/": ["55,000,000–60,000,000", "Disputed beside 48,500,000 pounds"],
        "disputes/": ["There is no such estimate."],
    },
    "ferry": {
        "topics/genbin/": ["一日10便とすると知らせた。"],
        "topics/tomin/": ["約4万8000人で、十年前の三分の二だった。"],
        "facts/hachibin-ni-genbin.html": ["渡し船を七月一日から一日12便から8便に減らすと発表した。"],
        "facts/okochi-25-nin.html": ["病院に通えなくなる人が少なくとも二十五人いる"],
        "facts/tsuda-hojokin-no-kigen.html": [
            "Mayor Yoko Tsuda declined to say",
            "津田陽子市長は補助金がいつまで続くかを明らかにしなかった",
        ],
        "sources/kisen-oshirase/": ["市からの補助金三千五百万円により、二便を残すこととなりました"],
    },
}
"""Words that a reader meets, by page."""
PLANTED = [
    ("waterworks", "cost.yml", "would cost £48.5 million.", "would cost £48.6 million.", "number-without-words"),
    ("waterworks", "cost.yml", "31 voix contre 14", "31 voix contre 15", "number-without-words"),
    ("waterworks", "quay-street.yml", "samples taken in Quay", "samples found in Quay", "quote-not-found"),
    ("ferry", "genbin.yml", "一日10便とする", "一日11便とする", "number-without-words"),
    ("ferry", "tomin.yml", "三百二十世帯が暮らす", "三百二十世帯が住む", "quote-not-found"),
    ("ferry", "tomin.yml", "asserted_by: [okochi-ken]", "asserted_by: [tsuda-yoko]", "actor-not-named"),
    ("ferry", "tomin.yml", "少なくとも25人", "25人", "modifier-differs"),
]
"""A file of facts, the words in it, others in their place, and what must be said of these."""


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("clone", [False, True], ids=["with texts", "fresh clone"])
def test_the_site_is_in_order(name: str, clone: bool, tmp_path: Path) -> None:
    assert problems(copy(name, tmp_path, clone=clone)) == ()


def test_its_pages_say_what_it_knows(name: str, tmp_path: Path) -> None:
    root = copy(name, tmp_path)
    assert of_content(build(root)) == ()
    for page, passages in SAID[name].items():
        path = f"{page}index.html" if page.endswith("/") else page
        html = (root / "site" / path).read_text(encoding="utf-8")
        text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", html)))
        assert [words for words in passages if words not in text] == [], page


def test_its_pages_are_in_its_language(tmp_path: Path) -> None:
    root = copy("ferry", tmp_path)
    assert of_content(build(root)) == ()
    assert '<html lang="ja"' in (root / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "file", "old", "new", "code"), PLANTED)
def test_a_planted_error_is_found_at_its_line(
    name: str, file: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    root = copy(name, tmp_path)
    path = root / "content" / "facts" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    found = problems(root)
    # a number that was changed in one language alone also differs from the other
    said = [(one.code, one.span.path, one.span.line) for one in found if one.code != "languages-differ"]
    assert said == [(code, f"content/facts/{file}", line)], found
    assert {one.span.path for one in found} == {f"content/facts/{file}"}


def copy(name: str, folder: Path, *, clone: bool = False) -> Path:
    """The site, as who wrote it has it; or as a clone has it, without the texts."""
    ignore = shutil.ignore_patterns("*.txt" if clone else "")
    return Path(shutil.copytree(SITES / name, folder / name, ignore=ignore))


def of_content(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Without the warning that the site's own words are not there in Japanese."""
    return tuple(one for one in found if one.code != "language-not-spoken")


def problems(root: Path) -> tuple[Diagnostic, ...]:
    settings, wrong = reader.read(root, {})
    assert settings is not None, wrong
    return of_content((*wrong, *stages.check(settings).diagnostics))
