"""`factbook find WORDS`: where words stand in the texts at hand, with a ready citation of each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factbook.authoring.format.formatter import written
from factbook.authoring.scaffold.find_citation import documents, exact, nearest
from factbook.authoring.scaffold.fingerprints import names
from factbook.cli.completion import ids
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.find_results import place
from factbook.cli.options import site
from factbook.cli.session import load_settings
from factbook.content.schema import kind
from factbook.diagnostics.report import count
from factbook.diagnostics.suggest import did_you_mean
from factbook.evidence.texts.store import Snapshots
from factbook.pipeline import stages

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factbook.authoring.scaffold.find_citation import Document, Hit
    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output

MOST_LIKE = 4
"""Passages shown when the very words stand nowhere."""
MOST_PLACES = 20


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--source", metavar="ID", shell_complete=ids("sources"), help="Look only in this source's text.")
@site
def find(folder: Path, output: Output, words: tuple[str, ...], source: str | None) -> int:
    """Find words in the texts at hand, and print a citation that leads to exactly that place.

    The quote is the sentence or clause around the words, of at most 25 words and where it can be at least six; it is
    indented to be put under `citations:` of a fact in a list.
    White space, kinds of quotation mark and dashes do not matter; `[…]` skips words. When the very words
    stand nowhere, the closest ones are shown and the exit status is 1.

    \b
    Examples:
      factbook find 12 ships in the bay
      factbook find --source gazette "two ships […] at night"
    """
    phrase = " ".join(words)
    settings = load_settings(folder, output)
    texts = _texts(settings, source, output)
    if not texts:
        return EXIT_USAGE
    hits = [hit for document in texts for hit in exact(phrase, document, settings.quote_words)]
    if hits:
        _print(hits[:MOST_PLACES], settings, output)
        output.info(f"{count(len(hits), 'place')} in {count(len({_name(hit) for hit in hits}), 'document')}")
        return EXIT_OK
    close = [hit for document in texts if (hit := nearest(phrase, document, settings.quote_words)) is not None]
    close.sort(key=lambda hit: -hit.likeness)
    _print(close[:MOST_LIKE], settings, output)
    like = "the closest words are shown" if close else "nothing comes near"
    output.info(f"The words stand in none of {count(len(texts), 'text')}; {like}.")
    return EXIT_CONTENT


def _texts(settings: Settings, source: str | None, output: Output) -> tuple[Document, ...]:
    """The documents to look in; none when there are none, which has then been said."""
    corpus, _ = stages.read(settings)
    if source is not None and source not in corpus.sources:
        close = did_you_mean(source, corpus.sources)
        advice = f"Did you mean {' or '.join(close)}?" if close else "Sources stand in content/sources."
        output.error(f"There is no source {source}. {advice}")
        return ()
    snapshots = Snapshots(settings.snapshots)
    found = tuple(documents(corpus, snapshots, names((), settings.snapshots)))
    if not found:
        output.error(
            "No text is at hand; put texts into content/snapshots or name their folder in FACTBOOK_SNAPSHOTS."
        )
    return tuple(one for one in found if source is None or (one.source and one.source.id == source))


def _print(hits: Iterable[Hit], settings: Settings, output: Output) -> None:
    for hit in hits:
        source = {"source": hit.source.id} if hit.source else {}
        _, _, citation = written({"citations": [{**source, **hit.citation}]}, kind("fact")).partition("\n")
        where = f"{_name(hit)}  {hit.file}:{hit.line}"
        output.text(place(where, hit.before, hit.words, hit.after, citation, output.paint, likeness=hit.likeness))
        for advice in _advice(hit, settings):
            output.info(f"  {advice}")


def _advice(hit: Hit, settings: Settings) -> Iterable[str]:
    if hit.source is None:
        yield f"No source names this text yet: factbook new source --file {hit.file}"
    elif hit.source.language.partition("-")[0] != settings.languages[0].partition("-")[0]:
        yield f"The source's language is {hit.source.language}: the citation needs a `translation`."
    if len(hit.citation["quote"].split()) > settings.quote_words:
        yield f"That is more than {settings.quote_words} words, the longest quote here: choose fewer."


def _name(hit: Hit) -> str:
    return hit.source.id if hit.source else "(no source)"
