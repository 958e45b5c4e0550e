"""`factbook new fact`: a fact on a quote that is looked up in its source first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from factbook.authoring.scaffold.placement import Occupied, write_fact
from factbook.authoring.scaffold.records import by_publication, fact, home_of
from factbook.cli.completion import ids
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_USAGE
from factbook.cli.fact_prompts import answered, is_foreign, unknown
from factbook.cli.new_record import refused, report_written
from factbook.cli.options import site
from factbook.cli.prompts import asker
from factbook.cli.session import load_settings
from factbook.pipeline import stages
from factbook.runtime.today import today

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from factbook.authoring.scaffold.find_citation import Hit
    from factbook.authoring.scaffold.records import Answers
    from factbook.cli.options import Command
    from factbook.cli.prompts import Ask
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Source
    from factbook.diagnostics.report import Output


def _id(flag: str, folder: str, text: str, *, multiple: bool = False) -> Callable[[Command], Command]:
    """An option that takes ids of the things in a folder of the content."""
    return click.option(flag, metavar="ID", multiple=multiple, shell_complete=ids(folder), help=text)


@click.command("fact", short_help="A fact, from a quote of a source.")
@_id("--source", "sources", "The source that says it.")
@click.option("--quote", metavar="WORDS", help="The shortest words of it that carry the fact.")
@click.option("--prefix", metavar="WORDS", help="Words right before, when the quote stands more than once.")
@click.option("--suffix", metavar="WORDS", help="Words right after, when the quote stands more than once.")
@click.option("--translation", metavar="WORDS", help="The quote in the site's language.")
@click.option("--statement", metavar="WORDS", help="The fact in your own words, the speaker first.")
@click.option("--date", metavar="DATE", help="When it happened.  [default: by the day of publication]")
@_id("--topic", "topics", "A topic; the first is the fact's home.", multiple=True)
@_id("--actor", "actors", "Who takes part.", multiple=True)
@_id("--asserted-by", "actors", "Who says so, if not the publisher.", multiple=True)
@_id("--via", "actors", "Through whom the words reached the source.", multiple=True)
@click.option("--stance", metavar="WORD", help="asserts, denies, declines-to-confirm or expects.  [default: asserts]")
@_id("--series", "series", "The series on which the fact puts a value.")
@click.option("--value", metavar="NUMBER", help="That value, in plain digits.")
@click.option("--low", metavar="NUMBER", help="The lower end of a range.")
@click.option("--high", metavar="NUMBER", help="The upper end of a range.")
@click.option(
    "--modifier", metavar="WORD", help="exactly, about, almost, just-over, up-to, at-least, more-than or less-than."
)
@click.option("--caveat", metavar="WORDS", help="What a reader must know before using the fact.")
@click.option("--id", metavar="ID", help="The fact's id.  [default: from the quote]")
@click.option("--into", metavar="FILE", help="The list to add it to.  [default: a file of its own]")
@site
def new_fact(folder: Path, output: Output, **answers: Any) -> int:
    """Write a fact on a quote of a source; the quote is looked up first.

    What is not given is drawn from the source: the date is the day by which it was published, the topic the
    one that is home to most facts of the source, and the statement repeats the quote as the publisher's
    until you say it in your own words.

    \b
    Example:
      factbook new fact --source gazette --quote "counted 12 ships in the bay" --topic ships
    """
    return add_fact(folder, output, answers, asker())


def add_fact(folder: Path, output: Output, answers: Answers, ask: Ask | None = None) -> int:
    """Writes a new fact; asks for what is missing when there is somebody to ask."""
    settings = load_settings(folder, output)
    corpus, _ = stages.read(settings)
    try:
        absent = partial(_absent, settings)
        given = answered(corpus, settings, answers, (ask, output), absent) if ask else answers
        source, citation = _gathered(corpus, settings, given)
        record = fact(corpus, source, citation, given, today())
        if refused("fact", record, output):
            return EXIT_USAGE
        path = write_fact(folder, record, _file(str(given.get("into") or "")))
    except _Refused as refusal:
        for line in str(refusal).split("\n"):
            output.error(line)
        return refusal.status
    except Occupied as occupied:
        what = "holds no list" if given.get("into") else "is there already"
        output.error(f"{occupied} {what}; choose another --id or --into.")
        return EXIT_USAGE
    if not given.get("statement"):
        output.info("The statement repeats the quote: now say it in your own words, the speaker first.")
    return report_written(folder, settings, path, output)


class _Refused(Exception):
    """No fact can be made of what is given; the words say why."""

    def __init__(self, words: str, status: int = EXIT_USAGE) -> None:
        super().__init__(words)
        self.status = status


def _gathered(corpus: Corpus, settings: Settings, given: Answers) -> tuple[Source, dict[str, str]]:
    """The source and the citation, when everything suffices for a fact. Raises `_Refused`."""
    for key in ("source", "quote"):
        if not given.get(key):
            raise _Refused(f"A new fact needs --{key}.")
    name = str(given["source"])
    _known("source", (name,), corpus.sources)
    source = corpus.sources[name]
    citation = _citation(settings, source, given)
    _suffices(corpus, source, given, foreign=is_foreign(source, settings))
    return source, citation


def _absent(settings: Settings, source: Source, quote: str) -> str:
    """That a quote does not stand in its source, with the closest words; empty when it does, or nobody can tell."""
    try:
        _citation(settings, source, {"quote": quote})
    except _Refused as refusal:
        return str(refusal) if refusal.status == EXIT_CONTENT else ""
    return ""


def _citation(settings: Settings, source: Source, given: Answers) -> dict[str, str]:
    """The quote, with the words around it that lead to one place. Raises `_Refused`."""
    from factbook.authoring.scaffold.find_citation import Document, exact, nearest
    from factbook.evidence.texts.store import Snapshots, Text

    quote = " ".join(str(given["quote"]).split())
    around = {key: str(given[key]) for key in ("prefix", "suffix") if given.get(key)}
    text = Snapshots(settings.snapshots).text(source.file) if source.file else None
    if around or not isinstance(text, Text):  # the check that follows says whether they stand there
        return {"quote": quote, **around}
    hits = exact(quote, Document(source, text))
    if not hits:
        raise _Refused(_not_there(nearest(quote, Document(source, text))), EXIT_CONTENT)
    if len(hits) > 1:
        places = "".join(f"\n  line {hit.line}: {_anchors(hit)}" for hit in hits)
        raise _Refused(
            f"The quote stands {len(hits)} times; take more words, or choose one with --prefix or --suffix:{places}",
            EXIT_CONTENT,
        )
    return hits[0].citation


def _not_there(closest: Hit | None) -> str:
    near = f" The closest words are in line {closest.line}: {closest.words}" if closest else ""
    return f"The quote does not stand in the source.{near}"


def _anchors(hit: Hit) -> str:
    return " ".join(f"--{key} '{words}'" for key, words in hit.citation.items() if key in ("prefix", "suffix"))


def _suffices(corpus: Corpus, source: Source, given: Answers, *, foreign: bool) -> None:
    """Raises `_Refused` when something is missing or unknown."""
    if not given.get("topic") and home_of(corpus, source) is None:
        raise _Refused("A new fact needs --topic: the topic that is its home.")
    if not given.get("date") and by_publication(source) is None:
        raise _Refused(f"A new fact needs --date: {source.id} does not say when it was published.")
    if foreign and not given.get("translation"):
        raise _Refused(f"The source's language is {source.language}, so the fact needs --translation.")
    _known("topic", given.get("topic") or (), corpus.topics)
    for flag in ("actor", "asserted_by", "via"):
        _known("actor", given.get(flag) or (), corpus.actors)
    _known("series", (str(given["series"]),) if given.get("series") else (), corpus.series)


def _known(kind: str, names: str | tuple[str, ...], table: Collection[str]) -> None:
    """Raises `_Refused` for a name that leads nowhere."""
    if words := unknown(kind, names, table):
        raise _Refused(words)


def _file(into: str) -> str | None:
    """The file of facts that --into names, from the site's folder. Raises `_Refused`."""
    parts = into.replace("\\", "/").split("/")
    if not into:
        return None
    if parts[:2] != ["content", "facts"] or ".." in parts or len(parts) < 3 or not into.endswith(".yml"):
        raise _Refused("--into names a file such as content/facts/ships.yml; facts stand nowhere else.")
    return "/".join(parts)
