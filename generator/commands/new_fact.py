"""`factbook new fact`: a fact on a quote that is looked up in its source first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.commands.new import told
from generator.commands.site import CONTENT, USAGE, inside, opened
from generator.scaffold.files import Occupied, write_fact
from generator.scaffold.things import by_publication, fact, home_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.commands.new import Answers, Ask
    from generator.model import Corpus, Source
    from generator.report import Output
    from generator.scaffold.places import Hit
    from generator.settings import Settings


def run(folder: Path, output: Output, answers: Answers, ask: Ask | None = None) -> int:
    """Writes a new fact on a quote that is looked up in its source first."""
    settings = opened(folder, output)
    if settings is None:
        return USAGE
    from generator import pipeline

    corpus, _ = pipeline.read(settings)
    given = dict(answers)
    for key in ("source", "quote"):
        given[key] = given.get(key) or (ask(key, "", ()) if ask else "")
    if (source := _source(corpus, str(given["source"]), output)) is None:
        return USAGE
    if not given["quote"]:
        output.complain("A new fact needs --quote: the shortest words of the source that carry it.")
        return USAGE
    citation = _citation(settings, source, given, output)
    if citation is None:
        return CONTENT
    _complete(corpus, source, given, settings, ask)
    if not _suffices(corpus, source, given, settings, output):
        return USAGE
    into = inside(folder, folder / str(given["into"])) or str(given["into"]) if given.get("into") else None
    try:
        path = write_fact(folder, fact(corpus, source, citation, given, date.today()), into)
    except Occupied as error:
        output.complain(f"{error} is there already; choose another --id or --into.")
        return USAGE
    if not given.get("statement"):
        output.note("The statement repeats the quote: now say it in your own words, the speaker first.")
    return told(folder, settings, path, output)


def _source(corpus: Corpus, name: str, output: Output) -> Source | None:
    if name in corpus.sources:
        return corpus.sources[name]
    from generator.suggest import near

    close = near(name, corpus.sources) if name else ()
    advice = f"Did you mean {' or '.join(close)}?" if close else "Make it with `factbook new source`."
    output.complain(f"There is no source {name}. {advice}" if name else "A new fact needs --source.")
    return None


def _citation(settings: Settings, source: Source, given: Answers, output: Output) -> dict[str, str] | None:
    """The quote with the words around it that are needed; None when it cannot be placed, which has been said."""
    from generator.scaffold.places import Document, exact, nearest
    from generator.snapshots.texts import Snapshots, Text

    quote = " ".join(str(given["quote"]).split())
    around = {key: str(given[key]) for key in ("prefix", "suffix") if given.get(key)}
    text = Snapshots(settings.snapshots).text(source.file) if source.file else None
    if not isinstance(text, Text):  # the check that follows asks the fingerprint
        return {"quote": quote, **around}
    document = Document(source, text)
    hits = exact(quote, document)
    if not hits:
        _not_there(nearest(quote, document), output)
        return None
    if len(hits) > 1 and not around:
        output.complain(f"The quote stands {len(hits)} times in {source.file}; choose one with --prefix or --suffix:")
        for hit in hits:
            output.complain(f"  line {hit.line}: {_anchors(hit)}")
        return None
    return {"quote": quote, **around} if around else hits[0].citation


def _not_there(closest: Hit | None, output: Output) -> None:
    near = f" The closest words are in line {closest.line}: {closest.words}" if closest else ""
    output.complain(f"The quote does not stand in the source.{near}")


def _anchors(hit: Hit) -> str:
    return " ".join(f"--{key} '{words}'" for key, words in hit.citation.items() if key != "quote")


def _complete(
    corpus: Corpus,
    source: Source,
    given: dict[str, str | tuple[str, ...]],
    settings: Settings,
    ask: Ask | None,
) -> None:
    """Asks for what makes a good fact, if there is somebody to ask."""
    if ask is None:
        return
    given["statement"] = given.get("statement") or ask("statement", "One or two sentences in your own words", ())
    given["date"] = given.get("date") or ask("date", by_publication(source) or "2024-05-02", ())
    if not given.get("topic"):
        topic = ask("topic", home_of(corpus, source) or "", ())
        given["topic"] = (topic,) if topic else ()
    if _is_foreign(source, settings) and not given.get("translation"):
        given["translation"] = ask("translation", f"Your translation from {source.language}", ())


def _suffices(corpus: Corpus, source: Source, given: Answers, settings: Settings, output: Output) -> bool:
    """Whether a fact can be made of what is given; says what is missing."""
    if not given.get("topic") and home_of(corpus, source) is None:
        output.complain("A new fact needs --topic: the topic that is its home.")
    elif not given.get("date") and by_publication(source) is None:
        output.complain(f"A new fact needs --date: {source.id} does not say when it was published.")
    elif _is_foreign(source, settings) and not given.get("translation"):
        output.complain(f"The source's language is {source.language}, so the fact needs --translation.")
    else:
        return True
    return False


def _is_foreign(source: Source, settings: Settings) -> bool:
    return source.language.partition("-")[0] != settings.languages[0].partition("-")[0]
