"""Every text of the vocabulary says whose words carry its numbers; one that nothing carries is told in each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from factbook.authoring.scaffold.fingerprints import record
from factbook.config import reader
from factbook.content.schema import KINDS, kind
from factbook.content.schema.texts import TYPES, texts
from factbook.pipeline import stages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factbook.content.schema import Fields

FILES: dict[str, dict[str, Any]] = {
    "content/sources/gazette.yml": {
        "id": "gazette", "title": "The river rises", "publisher": "The Gazette", "agency": "The Gazette",
        "authors": ["Bo Miller"], "language": "en", "file": "gazette.txt", "note": "The picture is left out.",
        "derived_from": [{"agency": "AP", "how": "syndication"}],
    },
    "content/actors/keller.yml": {
        "id": "keller", "name": "Ada Keller", "short": "Keller", "kind": "person", "aliases": ["A. Keller"],
        "also": ["ada"], "summary": "She measures.", "roles": [{"title": "Head of the office"}],
    },
    "content/topics/flood.yml": {
        "id": "flood", "title": "The flood", "also": ["water"], "summary": "The river rose.",
        "unknowns": ["Its cause."],
        "judgements": [{"text": "It will rise.", "because": "It rains.", "based_on": ["rise"]}],
    },
    "content/series/level.yml": {
        "id": "level", "title": "The level", "unit": "centimetres", "scope": "at the bridge",
        "description": "By one gauge.",
    },
    "content/facts/rise.yml": {
        "id": "rise", "statement": "The river rose.", "date": "2024-06-01", "topics": ["flood"],
        "actors": [{"actor": "keller", "role": "witness"}], "caveat": "By one gauge.", "rank": "deprecated",
        "rank_reason": "Told from memory.", "figure": {"series": "level", "value": "40"},
        "citations": [{
            "source": "gazette", "quote": "rose by 40 centimetres, Ada Keller said",
            "prefix": "river", "suffix": "on", "at": "p. 1", "note": "She saw it.",
            "translation": {"de": "stieg um 40 Zentimeter"},
        }],
        "revised": [{"on": "2024-06-02", "note": "It was told otherwise.", "was": "The river fell."}],
    },
    "content/facts/gone.yml": {
        "id": "gone", "statement": "It fell.", "date": "2024-06-01", "topics": ["flood"],
        "citations": [{"source": "gazette", "quote": "rose by 40 centimetres, Ada Keller said"}],
        "retracted": {"on": "2024-06-03", "note": "It never did."},
    },
    "content/briefing.yml": {
        "title": "The flood", "summary": "The river rose.", "sides": [{"id": "town", "title": "The town"}],
        "groups": [{"title": "Water", "topics": ["flood"]}],
        "questions": [{"title": "How high?", "facts": ["rise"], "note": "By one gauge."}],
    },
}  # fmt: skip
"""A site in which every text of the vocabulary stands, `answered` apart."""
TEXT = "The river rises. The river rose by 40 centimetres, Ada Keller said on Saturday.\n"
WRONG = "98,765"
KIND_OF = {kind(name).folder: name for name in (*KINDS, "briefing")}


def of_kind(path: str) -> str:
    return KIND_OF[path.split("/")[1]]


def declared(fields: Fields, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for field in fields:
        if field.type in TYPES:
            yield (*above, field.name), field
        yield from declared(field.fields, (*above, field.name))


ALL = [(name, way, field) for name in (*KINDS, "briefing", "config") for way, field in declared(kind(name).fields)]
PRINTED = [
    pytest.param(path, text.way, text.words, id=f"{of_kind(path)} {'.'.join(map(str, text.way))}")
    for path, value in FILES.items()
    for text in texts(value, kind(of_kind(path)).fields)
    if text.field.traced != "no"
]


@pytest.mark.parametrize(("name", "way", "field"), ALL, ids=[f"{name} {'.'.join(way)}" for name, way, _ in ALL])
def test_a_text_says_whose_words_carry_its_numbers(name: str, way: tuple[str, ...], field: Any) -> None:
    assert field.traced in ("quotes", "facts", "no")
    assert bool(field.untraced) is (field.traced == "no"), "a text whose numbers are not traced says why"


def test_every_text_of_the_vocabulary_stands_in_the_site() -> None:
    seen = {
        (of_kind(path), tuple(key for key in text.way if isinstance(key, str) and not re.fullmatch("en|de", key)))
        for path, value in FILES.items()
        for text in texts(value, kind(of_kind(path)).fields)
    }
    assert {(name, way) for name, way, _ in ALL if name != "config" and way[0] != "answered"} == seen


def test_the_site_itself_is_right(tmp_path: Path) -> None:
    assert not [problem for problem in problems(tmp_path, FILES) if problem[0].startswith(("number", "key", "value"))]


@pytest.mark.parametrize(("path", "way", "words"), PRINTED)
def test_a_number_that_nothing_carries_is_told(path: str, way: tuple[Any, ...], words: Any, tmp_path: Path) -> None:
    wrong = f"{words} {WRONG}" if isinstance(words, str) else {"de": f"{words['de']} 98.765"}
    found = problems(tmp_path, {**FILES, path: changed(FILES[path], way, wrong)})
    assert [where for code, where, line in found if code.startswith("number-with") and "98" in line] == [path]


def changed(value: Any, way: tuple[Any, ...], words: Any) -> Any:
    """The value with other words at the end of the way."""
    if not way:
        return words
    if isinstance(value, list):
        return [changed(each, way[1:], words) if number == way[0] else each for number, each in enumerate(value)]
    return {key: changed(each, way[1:], words) if key == way[0] else each for key, each in value.items()}


def problems(root: Path, files: dict[str, dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Code, file and line of each message on a site of these files."""
    (root / "content" / "snapshots").mkdir(parents=True)
    (root / "site_config.yml").write_text("name: Rivers\nlanguages: [en, de]\n", encoding="utf-8")
    for path, value in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(yaml.safe_dump(value, allow_unicode=True, width=10_000), encoding="utf-8")
    (root / "content" / "snapshots" / "gazette.txt").write_text(TEXT, encoding="utf-8")
    record(root / "content" / "snapshots" / "gazette.txt", (root / "content" / "snapshots",))
    settings, _ = reader.read(root, {})
    assert settings is not None
    found = stages.check(settings).diagnostics
    lines = {path: (root / path).read_text("utf-8").splitlines() for path in files}
    return [(d.code, d.span.path, lines.get(d.span.path, [""] * 99)[(d.span.line or 1) - 1]) for d in found]


@pytest.mark.parametrize(("words", "told"), [("It may rise by up to 40.", True), ("It rose by 40.", False)])
def test_a_text_bounds_a_number_as_its_fact_does(words: str, told: bool, tmp_path: Path) -> None:
    way = ("judgements", 0, "text")
    files = {**FILES, "content/topics/flood.yml": changed(FILES["content/topics/flood.yml"], way, words)}
    assert ("modifier-differs" in {code for code, _, _ in problems(tmp_path, files)}) is told
