"""`factbook new source` and its like: a record written where it belongs and checked at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.commands.site import CONTENT, FINE, USAGE, files, opened
from generator.report import count, show, visible
from generator.scaffold.files import Occupied, unfit, write_thing
from generator.scaffold.slugs import is_spelt_anew
from generator.scaffold.things import ASKED, Answers, identity, name_key, thing
from generator.vocabulary import kind

if TYPE_CHECKING:
    from pathlib import Path

    from generator.marked_yaml import Value
    from generator.report import Output
    from generator.settings import Settings

Ask = Callable[[str, str, tuple[str, ...]], str]
"""Asks a person: what, an example or default, and the choices if it is one of a few; gives the answer or ``""``."""


def run(
    folder: Path, output: Output, of: str, answers: Answers, ask: Ask | None = None, called: str | None = None
) -> int:
    """Writes a new source, actor, topic or series; asks for what is missing when there is somebody to ask.

    `called` is its name or title, when the answers do not hold it.
    """
    settings = opened(folder, output)
    if settings is None:
        return USAGE
    from generator import pipeline

    corpus, _ = pipeline.read(settings)
    table = {"source": corpus.sources, "actor": corpus.actors, "topic": corpus.topics, "series": corpus.series}[of]
    language = settings.languages[0]
    given = _asked(of, {**answers, name_key(of): called} if called else answers, ask)
    needed = [field.name for field in kind(of).fields if field.required and field.name != "id"]
    if missing := [f"--{name}" for name in needed if not given.get(name)]:
        output.complain(f"A new {of} needs {' and '.join(missing)}.")
        return USAGE
    if ask and not given.get("id"):
        given["id"] = ask("id", identity(of, given, table, language), ())
    record = thing(of, given, table, language)
    if refused(of, record, output):
        return USAGE
    try:
        path = write_thing(folder, of, record)
    except Occupied as error:
        output.complain(f"{error} is there already; choose another --id.")
        return USAGE
    if not given.get("id") and not given.get("aliases") and is_spelt_anew(str(given.get(name_key(of), ""))):
        output.note(f"The id {record['id']} is made from the letters of the name; --id gives a better one.")
    return told(folder, settings, path, output)


def refused(of: str, record: dict[str, Value], output: Output) -> bool:
    """Whether an answer does not fit the vocabulary, so that nothing is written; says what is wrong."""
    problems = unfit(of, record)
    for problem in problems:
        output.complain(visible(f"{problem.message}."))
    return bool(problems)


def told(folder: Path, settings: Settings, path: str, output: Output) -> int:
    """Says what was written, and what a check says of it."""
    from generator import pipeline

    site = files(folder)
    output.result(f"{site.prefix}{path}")
    problems = [problem for problem in pipeline.check(settings).diagnostics if problem.span.path == path]
    errors = [problem for problem in problems if problem.is_error]
    show(errors, "full", site, output)
    if errors:
        output.note(f"{count(len(errors), 'error')} to mend in it")
    return CONTENT if errors else FINE


def _asked(of: str, answers: Answers, ask: Ask | None) -> dict[str, str | tuple[str, ...]]:
    given = {name: answer for name, answer in answers.items() if answer}
    for name in ASKED[of] if ask else ():
        field = kind(of).field(name)
        if ask and name not in given and (answer := ask(name, field.description, field.choices)):
            given[name] = answer
    return given
