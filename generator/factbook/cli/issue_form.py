"""`factbook form FILE`: what somebody filled into an issue's form, turned into a file of content and checked.

The text comes from a stranger. It is read as data only: never as a part of a command, a path or YAML; ids are made
here, and what is written goes through the same canonical form and the same checks as what editors write.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from factbook.authoring.scaffold.find_by_name import called, folded
from factbook.authoring.scaffold.issue_forms import MOST_CHARACTERS, NoForm, filled
from factbook.cli.exit_status import EXIT_OK, EXIT_USAGE
from factbook.cli.new_fact import add_fact
from factbook.cli.new_record import add_record
from factbook.cli.options import site
from factbook.cli.session import files, load_settings
from factbook.content.schema.date_suggestions import likely
from factbook.diagnostics.report import visible
from factbook.diagnostics.suggest import did_you_mean
from factbook.pipeline import stages
from factbook.runtime.bounded_read import read_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.content.model import Corpus
    from factbook.diagnostics.report import Output

_LISTS = {"topics": ("topic", "topic"), "actors": ("actor", "actor"), "asserted_by": ("asserted_by", "actor")}
"""Questions that take several ids: what `new fact` calls them, and of which kind they are."""


_MOST_BYTES = 8 * MOST_CHARACTERS
"""Of a file that holds a form, or the event by which GitHub tells of one."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--event", is_flag=True, help="FILE is the JSON by which GitHub tells a workflow of an issue.")
@site
def form(folder: Path, output: Output, file: Path, event: bool) -> int:
    """Turn an issue that was written with one of the forms into a file of content, and check it.

    FILE holds the issue's text; `-` reads it from standard input. The text is data only: ids and file names are
    made here. A proposed fact or source is written; of a reported mistake it is said where the fact stands.

    \b
    Examples:
      gh issue view 12 --json body --jq .body | factbook form -
      factbook form --event "$GITHUB_EVENT_PATH"
    """
    settings = load_settings(folder, output)
    try:
        of, answers = filled(_text(file, event=event))
    except NoForm as reason:
        output.error(f"Nothing was written: {reason}.")
        return EXIT_USAGE
    corpus, _ = stages.read(settings)
    if of.name == "correction":
        return _point(corpus, answers, folder, output)
    if of.name == "source":
        authors = _several(answers.get("authors", ""))
        return add_record(folder, output, "source", {**answers, "authors": authors})
    return add_fact(folder, output, _for_fact(corpus, answers))


def _text(path: Path, *, event: bool) -> str:
    """The text of the form. Raises `NoForm`."""
    try:
        data = sys.stdin.buffer.read(_MOST_BYTES) if str(path) == "-" else read_file(path, _MOST_BYTES)
        text = data.decode("utf-8")
    except OSError as error:
        raise NoForm(f"{visible(str(path))} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise NoForm(f"{visible(str(path))} cannot be read as UTF-8 text ({type(error).__name__})") from None
    return _body(text) if event else text


def _body(text: str) -> str:
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    issue = told.get("issue") if isinstance(told, dict) else None
    body = issue.get("body") if isinstance(issue, dict) else None
    if not isinstance(body, str):
        raise NoForm("the event holds no issue with a text")
    return body


def _for_fact(corpus: Corpus, answers: Mapping[str, str]) -> dict[str, str | tuple[str, ...]]:
    """The answers as `new fact` takes them: names and addresses become ids, ids in one line become several.

    A date that is typed in another form is taken where only one can be meant.
    """
    given: dict[str, str | tuple[str, ...]] = dict(answers)
    given["source"] = _source(corpus, answers["source"])
    given["date"] = _date(answers.get("date", ""))
    for question, (flag, of) in _LISTS.items():
        given.pop(question, None)
        given[flag] = _ids(called(corpus, of), answers.get(question, ""))
    if answers.get("series"):
        given["series"] = _ids(called(corpus, "series"), answers["series"])[0]
    return given


def _date(typed: str) -> str:
    meant = likely(typed)
    return meant if meant and " or " not in meant else typed


def _ids(names: Mapping[str, str], typed: str) -> tuple[str, ...]:
    """What is typed as ids: by name, by address or as it stands. A name may hold a comma."""
    whole = names.get(folded(typed))
    return (whole,) if whole else tuple(names.get(folded(part)) or _id(part) for part in _several(typed))


def _source(corpus: Corpus, typed: str) -> str:
    """A source by its id or headline, the address of its page on the site, or that of the article."""
    known = {source.url: source.id for source in corpus.sources.values() if source.url}
    return known.get(typed) or called(corpus, "source").get(folded(typed)) or _id(typed)


def _id(typed: str) -> str:
    """The last part of an address, or the id itself."""
    if not typed.startswith(("https://", "http://")):
        return typed.strip()
    parts = urlsplit(typed)
    return parts.fragment or parts.path.rstrip("/").rpartition("/")[2]


def _several(typed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.replace(";", ",").split(",") if part.strip())


def _point(corpus: Corpus, answers: Mapping[str, str], folder: Path, output: Output) -> int:
    """Says where the fact stands that is reported as wrong: what it should say, an editor decides."""
    name = _id(answers["fact"])
    fact = corpus.facts.get(name)
    if fact is None:
        close = did_you_mean(name, corpus.facts)
        advice = f" Did you mean {' or '.join(close)}?" if close else ""
        output.error(visible(f"There is no fact {name[:80]}.{advice}"))
        return EXIT_USAGE
    output.result(f"{files(folder).prefix}{fact.record.span('id').start}")
    output.info("Nothing was written: a correction needs an editor's words, and a `revised` note.")
    return EXIT_OK
