"""A new site, its forms and schemas, the help and the lessons are about no subject but the example's own harbour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from factbook.cli import cli
from factbook.config import reader
from factbook.content.model import variants
from factbook.diagnostics import catalogue
from factbook.pipeline import stages
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factbook.content.model import Corpus

ORDINARY = frozenset(
    re.findall(
        r"\S+",
        """Affairs Agency Associated Atlantic Central Cooperation Council Critics Defence Defense Democratic
        Department Europe Force Foreign Gen Ground India Intelligence International Kingdom Media Medien Min
        Ministry N New News November North Organization People's Press Radio Republic S Security Self Son South
        State States The Times Today Treaty U.N U.S UN US United West Western York""",
    )
)
"""Words of names that say what something is, not which; directions, months and single letters."""


PROGRAMS = (".js", ".css", ".png", ".svg", ".woff2", ".zip", ".sqlite")
"""Files of a site that hold no words of ours."""


@pytest.fixture(scope="module")
def names() -> re.Pattern[str]:
    """Any word by which the shipped briefing calls its actors and topics, or their ids."""
    settings, _ = reader.read(REPOSITORY)
    assert settings is not None
    corpus, _ = stages.read(settings)
    words = {word for text in _names(corpus) for word in re.findall(r"\w[\w’'.]*\w|\w", text) if word[0].isupper()}
    ids = {name for name in (*corpus.actors, *corpus.topics, *corpus.series) if "-" in name}
    assert {"Kyiv", "Reuters", "Korean", "Kursk", "Зеленський", "AP"} <= words
    found = sorted((words - ORDINARY) | ids, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, found))})(?![\w-])")


def _names(corpus: Corpus) -> Iterator[str]:
    for actor in corpus.actors.values():
        for words in (actor.name, actor.short, *(alias.text for alias in actor.aliases)):
            yield from (text for _, text in variants(words, "") if words)
    for topic in corpus.topics.values():
        yield from (text.partition(" ")[2] for language, text in variants(topic.title, "en") if language == "en")


def test_a_new_site_and_its_pages(tmp_path: Path, names: re.Pattern[str]) -> None:
    new = str(tmp_path / "new")
    assert CliRunner().invoke(cli, ["init", new]).exit_code == 0
    assert CliRunner().invoke(cli, ["build", "--site", new]).exit_code == 0
    files = [path for path in (tmp_path / "new").rglob("*") if path.is_file() and path.suffix not in PROGRAMS]
    assert len(files) > 100
    for path in files:
        assert names.findall(path.read_text("utf-8")) == [], path


def test_the_help_of_every_command(names: re.Pattern[str]) -> None:
    for words in _commands(cli, ()):
        assert names.findall(CliRunner().invoke(cli, [*words, "--help"]).stdout) == [], words


def _commands(command: click.Command, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            if inner := command.get_command(click.Context(command), name):
                yield from _commands(inner, (*words, name))


def test_every_lesson(names: re.Pattern[str]) -> None:
    for code in catalogue.names():
        assert names.findall(catalogue.page(code) or "") == [], code


def test_what_messages_say(names: re.Pattern[str]) -> None:
    """In the rooms that hold the vocabulary and its messages; languages have their names in a table of their own."""
    languages = re.compile(r'^ +("\w\w": "[^"]*",? ?)+$', re.M)
    for room in ("config", "content", "diagnostics", "cli"):
        for path in (REPOSITORY / "generator" / "factbook" / room).rglob("*.py"):
            text = languages.sub("", path.read_text("utf-8"))
            said = [word for string in re.findall(r'"[^"\n]*"', text) for word in names.findall(string)]
            assert said == [], path
