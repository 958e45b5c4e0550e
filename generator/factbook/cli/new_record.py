"""`factbook new source` and its like: a record written where it belongs and checked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factbook.authoring.scaffold.placement import Occupied, unfit, write_thing
from factbook.authoring.scaffold.records import ASKED, Answers, identity, name_key, thing
from factbook.authoring.scaffold.slugs import is_spelt_anew
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.options import Choice, site
from factbook.cli.prompts import asker, field, sentence
from factbook.cli.session import files, load_settings
from factbook.content.schema import kind
from factbook.diagnostics.report import count, show
from factbook.pipeline import stages

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.cli.prompts import Ask
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.content.schema import Field
    from factbook.content.yaml import Value
    from factbook.diagnostics.report import Output


_NOT_TYPED = ("record", "participant")
_EXAMPLES = {
    "source": 'new source "Ships in the harbour" --file gazette.txt --publisher "The Gazette" --language en',
    "actor": 'new actor "Harbour master" --kind person',
    "topic": 'new topic "Ships in the harbour"',
    "series": 'new series "Ships in the bay" --unit ships --scope "at noon"',
}


def new_record(of: str) -> click.Command:
    """The command that writes a record of the kind `of`; its flags come from the vocabulary."""

    shape = kind(of)
    fields = [field for field in shape.fields if field.type not in _NOT_TYPED and field.name != "redirect_from"]
    text = f"{shape.description}\n\n\b\nExample:\n  factbook {_EXAMPLES[of]}"
    called = click.Argument(["called"], metavar="[NAME]" if of == "actor" else "[TITLE]", required=False)

    @click.command(of, help=text, short_help=shape.description, params=[called, *_options(fields)])
    @site
    def run(folder: Path, output: Output, called: str | None, **answers: Any) -> int:
        return add_record(folder, output, of, answers, asker(), called)

    return run


def _options(fields: list[Field]) -> list[click.Parameter]:
    return [
        click.Option(
            [f"--{field.name.replace('_', '-')}", field.name],
            multiple=field.many,
            type=Choice(field.choices) if field.choices else str,
            metavar=None if field.choices else field.type.upper(),
            help=field.description,
        )
        for field in fields
    ]


def add_record(
    folder: Path, output: Output, of: str, answers: Answers, ask: Ask | None = None, called: str | None = None
) -> int:
    """Writes a new source, actor, topic or series; asks for what is missing when there is somebody to ask.

    `called` is its name or title, when the answers do not hold it.
    """
    settings = load_settings(folder, output)
    corpus, _ = stages.read(settings)
    table = {"source": corpus.sources, "actor": corpus.actors, "topic": corpus.topics, "series": corpus.series}[of]
    language = settings.languages[0]
    given = {name: answer for name, answer in answers.items() if answer}
    if called:
        given[name_key(of)] = called
    if ask:
        _complete(of, given, ask, output, _offers(corpus, settings))
    needed = [field.name for field in kind(of).fields if field.required and field.name != "id"]
    if missing := [f"--{name}" for name in needed if not given.get(name)]:
        output.error(f"A new {of} needs {' and '.join(missing)}.")
        return EXIT_USAGE
    if ask and not given.get("id"):
        given["id"] = field(ask, output, of, kind(of).field("id"), identity(of, given, table, language))
    record = thing(of, given, table, language)
    if refused(of, record, output):
        return EXIT_USAGE
    try:
        path = write_thing(folder, of, record)
    except Occupied as error:
        output.error(f"{error} is there already; choose another --id.")
        return EXIT_USAGE
    if not (given.get("id") or given.get("aliases")) and is_spelt_anew(str(given.get(name_key(of), ""))):
        output.info(f"The id {record['id']} is made from the letters of the name; --id gives a better one.")
    return report_written(folder, settings, path, output)


def refused(of: str, record: dict[str, Value], output: Output) -> bool:
    """Whether an answer does not fit the vocabulary, so that nothing is written; says what is wrong."""
    problems = unfit(of, record)
    for problem in problems:
        output.error(sentence(problem))
    return bool(problems)


def report_written(folder: Path, settings: Settings, path: str, output: Output) -> int:
    """Says what was written, and what a check says of it."""
    site = files(folder)
    output.result(f"{site.prefix}{path}")
    problems = [problem for problem in stages.check(settings).diagnostics if problem.span.path == path]
    errors = [problem for problem in problems if problem.is_error]
    show(errors, "full", site, output)
    if errors:
        output.info(f"{count(len(errors), 'error')} to mend in it")
    return EXIT_CONTENT if errors else EXIT_OK


def _complete(
    of: str, given: dict[str, str | tuple[str, ...]], ask: Ask, output: Output, offers: dict[str, str]
) -> None:
    """Asks for what is missing."""
    for name in ASKED[of]:
        if name not in given and (answer := field(ask, output, of, kind(of).field(name), offers.get(name, ""))):
            given[name] = answer


def _offers(corpus: Corpus, settings: Settings) -> dict[str, str]:
    """What is probably right: the text that no source describes yet, and the site's language."""
    from factbook.authoring.scaffold.fingerprints import names

    described = {source.file for source in corpus.sources.values()}
    waiting = [name for name in names((), settings.snapshots) if name not in described]
    return {"file": waiting[0] if waiting else "", "language": settings.languages[0]}
