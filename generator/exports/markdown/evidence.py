"""Markdown: facts with the words behind them, and the sources of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.markdown import pieces
from generator.exports.markdown.escape import escaped
from generator.exports.markdown.pieces import blocks, bold, linked, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.views.parts import Citation, Fact, FactList, SourceCard, SourceEntry, SourceList, Status
    from generator.words import Wording


class Evidence:
    """Writes facts; one that stands on several pages is written once."""

    def __init__(self, wording: Wording, permanent: Callable[[str], str]) -> None:
        """`permanent` gives the public address of a fact's id, or nothing."""
        self._say, self._permanent = wording.say, permanent
        self._made: dict[str, str] = {}
        self._cards: dict[str, str] = {}

    def facts(self, section: FactList | None) -> str:
        """A section of facts."""
        if section is None:
            return ""
        return blocks((pieces.heading(section.heading), *(self.fact(fact) for fact in section.facts)))

    def fact(self, fact: Fact) -> str:
        """A fact with its status, counts and quotes."""
        if fact.id not in self._made:
            self._made[fact.id] = self._fact(fact)
        return self._made[fact.id]

    def card(self, citation: Citation) -> str:
        """A quote and what one must know to weigh it."""
        say = self._say
        head = f"{pieces.anchor(citation.id)}\\[{citation.label}\\] “{escaped(citation.quote.words)}”"
        lines = [
            head,
            self._labelled(say("Our translation"), pieces.text(citation.translation)),
            self._labelled(say("Note"), pieces.text(citation.note)),
            self._source(citation),
            row_of(
                (
                    escaped(citation.published),
                    escaped(citation.language),
                    escaped(citation.standing_words),
                    linked(escaped(say("Go to the very words")), citation.original) if citation.original else "",
                    linked(escaped(say("Archived copy")), citation.archived) if citation.archived else "",
                    "" if citation.original or citation.archived else escaped(say("No public address known")),
                )
            ),
        ]
        return "\n>\n".join(f"> {line}" for line in lines if line)

    def sources(self, section: SourceList | None) -> str:
        """The sources of a page, by origin."""
        if section is None:
            return ""
        origins = (
            blocks(
                (
                    f"{self._say('Origin {number}', number=origin.number)}: {bold(escaped(origin.who))} "
                    f"{escaped(origin.what)}",
                    "\n".join(line for source in origin.sources for line in self._entry(source, 0)),
                )
            )
            for origin in section.origins
        )
        return blocks((pieces.heading(section.heading), *origins))

    def status(self, status: Status) -> str:
        return f"{bold(escaped(status.word))} {pieces.runs(status.reason)}".rstrip()

    def _fact(self, fact: Fact) -> str:
        address = self._permanent(fact.id)
        said = f"{pieces.statement(fact.statement)}{pieces.cites(fact.citations)}"
        return blocks(
            (
                f"### {pieces.anchor(fact.id)}{pieces.when(fact.when)}",
                said,
                pieces.runs(fact.attribution),
                self._labelled(self._say("Caveat"), pieces.statement(fact.caveat)),
                row_of(self.status(status) for status in fact.statuses),
                row_of(
                    (
                        escaped(fact.counts),
                        linked(escaped(self._say("Link to this fact")), address) if address else "",
                    )
                ),
                *(self.card(citation) for citation in fact.citations),
            )
        )

    def _source(self, citation: Citation) -> str:
        made = f", {escaped(citation.derivation)}" if citation.derivation else ""
        headline = f"*{pieces.text(citation.headline)}*" if citation.headline else escaped(self._say("No headline"))
        return f"{bold(pieces.link(citation.publisher))}{made}. {headline}"

    def _entry(self, source: SourceEntry, depth: int) -> Iterator[str]:
        label = f"{pieces.anchor(source.anchor)}\\[{source.label}\\]"
        yield f"{'    ' * depth}- {label} {self._told(source.card)}"
        for copy in source.copies:
            yield from self._entry(copy, depth + 1)

    def _told(self, card: SourceCard) -> str:
        """What is told of a source in every list, written once."""
        if card.id not in self._cards:
            headline = f"*{pieces.text(card.headline)}*" if card.headline else escaped(self._say("No headline"))
            there = self._say("Open the source") if card.original else self._say("No public address known")
            opened = linked(escaped(there), card.original) if card.original else escaped(there)
            told = row_of((headline, escaped(card.published), escaped(card.language), opened))
            made = f" {escaped(card.derivation)}" if card.derivation else ""
            self._cards[card.id] = f"{bold(pieces.link(card.publisher))}{made} · {told}"
        return self._cards[card.id]

    def _labelled(self, label: str, words: str) -> str:
        return f"{bold(escaped(label))} {words}" if words else ""
