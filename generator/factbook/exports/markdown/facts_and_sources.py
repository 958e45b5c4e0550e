"""Markdown: facts with the words behind them, and the sources of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.markdown import syntax as pieces
from factbook.exports.markdown.escape import escaped
from factbook.exports.markdown.syntax import blocks, bold, linked, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.runtime.spill_store import Told
    from factbook.site.i18n import Wording
    from factbook.site.views.parts import (
        Citation,
        Fact,
        FactList,
        OriginEntry,
        SourceCard,
        SourceEntry,
        SourceList,
        Status,
    )


class Evidence:
    """Writes facts and sources; what stands on several pages is written once."""

    def __init__(self, wording: Wording, permanent: Callable[[str], str], told: Told) -> None:
        """`permanent` gives the public address of a fact's id, or nothing; `told` the texts that are made already."""
        self._say, self._permanent, self._told = wording.say, permanent, told
        say = wording.say
        self._translation = bold(escaped(say("Our translation")))
        self._note, self._caveat = bold(escaped(say("Note"))), bold(escaped(say("Caveat")))
        self._headless, self._nowhere = escaped(say("No headline")), escaped(say("No public address known"))
        self._there, self._archived = escaped(say("Go to the very words")), escaped(say("Archived copy"))
        self._opened, self._linked = escaped(say("Open the source")), escaped(say("Link to this fact"))
        self._of_sources: dict[str, tuple[str, str]] = {}
        self._origins: dict[str, str] = {}

    def facts(self, section: FactList | None) -> Iterator[str]:
        """A section of facts."""
        if section is not None:
            yield pieces.heading(section.heading)
            yield from map(self.fact, section.facts)

    def fact(self, fact: Fact) -> str:
        """A fact with its status, counts and quotes."""
        return self._told.form("fact", fact.id) or self.text(fact)

    def text(self, fact: Fact) -> str:
        """The same, made now."""
        address = self._permanent(fact.id)
        said = f"{pieces.statement(fact.statement)}{pieces.cites_below(fact.cites)}"
        return blocks(
            (
                f"### {pieces.anchor(fact.id)}{pieces.when(fact.when)}",
                said,
                pieces.runs(fact.attribution),
                _labelled(self._caveat, pieces.statement(fact.caveat)),
                row_of(self.status(status) for status in fact.statuses),
                row_of((escaped(fact.counts), linked(self._linked, address) if address else "")),
                *map(self.card, fact.citations),
            )
        )

    def quoted(self, citation: Citation, id: str) -> str:
        """A quote on the page of its source, where it is the element `id`."""
        return f"> {pieces.anchor(id)}{self._told.quote(citation.id) or self._quoted(citation)}"

    def quotes(self, fact: Fact) -> list[str]:
        """What `quoted` says of each quote of a fact, made now."""
        return [self._quoted(citation) for citation in fact.citations]

    def card(self, citation: Citation) -> str:
        """A quote and what one must know to weigh it."""
        source, published = self._source(citation)
        last = row_of((published, escaped(citation.standing_words), *self._ways(citation)))
        return f"> {pieces.anchor(citation.id)}\\[{citation.label}\\] {self._quote(citation, source, last)}"

    def sources(self, section: SourceList | None) -> Iterator[str]:
        """The sources of a page, by origin."""
        if section is not None:
            yield pieces.heading(section.heading)
            yield from map(self._origin, section.origins)

    def status(self, status: Status) -> str:
        return f"{bold(escaped(status.word))} {pieces.runs(status.reason)}".rstrip()

    def _quoted(self, citation: Citation) -> str:
        return self._quote(citation, row_of((escaped(citation.standing_words), self._way(citation))))

    def _quote(self, citation: Citation, *after: str) -> str:
        """A quote with what the editors say of it, and the lines after it."""
        lines = (
            f"“{escaped(citation.quote.words)}”",
            _labelled(self._translation, pieces.text(citation.translation)),
            _labelled(self._note, pieces.text(citation.note)),
            *after,
        )
        return "\n>\n> ".join(line for line in lines if line)

    def _way(self, citation: Citation) -> str:
        """The way to the very words, where one is known."""
        return linked(self._there, citation.original) if citation.original else ""

    def _source(self, citation: Citation) -> tuple[str, str]:
        """What every quote of a source says of it, written once: whose it is; when it came out and its language."""
        if citation.source not in self._of_sources:
            made = f", {escaped(citation.derivation)}" if citation.derivation else ""
            head = f"{bold(pieces.link(citation.publisher))}{made}. {self._headline(citation)}"
            below = row_of((escaped(citation.published), escaped(citation.language)))
            self._of_sources[citation.source] = head, below
        return self._of_sources[citation.source]

    def _ways(self, citation: Citation) -> tuple[str, ...]:
        if not (citation.original or citation.archived):
            return (self._nowhere,)
        return self._way(citation), linked(self._archived, citation.archived) if citation.archived else ""

    def _origin(self, origin: OriginEntry) -> str:
        """A report and what comes from it, written once for each choice of its sources."""
        if origin.key not in self._origins:
            number = self._say("Origin {number}", number=origin.number)
            head = f"{number}: {bold(escaped(origin.who))} {escaped(origin.what)}"
            lines = (line for source in origin.sources for line in self._entry(source, 0))
            self._origins[origin.key] = blocks((head, "\n".join(lines)))
        return self._origins[origin.key]

    def _entry(self, source: SourceEntry, depth: int) -> Iterator[str]:
        label = f"{pieces.anchor(source.anchor)}\\[{source.label}\\]"
        yield f"{'    ' * depth}- {label} {self._card(source.card)}"
        for copy in source.copies:
            yield from self._entry(copy, depth + 1)

    def _card(self, card: SourceCard) -> str:
        """What is told of a source in every list."""
        opened = linked(self._opened, card.original) if card.original else self._nowhere
        told = row_of((self._headline(card), escaped(card.published), escaped(card.language), opened))
        made = f" {escaped(card.derivation)}" if card.derivation else ""
        return f"{bold(pieces.link(card.publisher))}{made} · {told}"

    def _headline(self, of: Citation | SourceCard) -> str:
        return f"*{pieces.text(of.headline)}*" if of.headline else self._headless


def _labelled(label: str, words: str) -> str:
    return f"{label} {words}" if words else ""
