"""What the checks of numbers share: the quantities that a text of the content claims, and where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.content.schema import kind
from factbook.content.schema.texts import texts
from factbook.evidence.numerals import read
from factbook.evidence.numerals.claims import claims, in_link
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Record, Words
    from factbook.content.yaml import Step
    from factbook.diagnostics.types import Span
    from factbook.evidence.numerals.quantity import Quantity


@frozen
class Claim:
    """A quantity that a text of the content claims, and where the text stands."""

    quantity: Quantity
    text: str
    record: Record
    way: tuple[Step, ...]

    def place(self, settings: Settings) -> Span:
        """The number itself inside the scalar, as the file has it; the file is read again for that."""
        try:
            typed = (settings.root / self.record.tree.path).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return self.record.span(*self.way)
        pattern = r"\s+".join(re.escape(word) for word in self.quantity.words.split())
        before = [match.start() for match in re.finditer(pattern, self.text)]
        occurrence = before.index(self.quantity.start) if self.quantity.start in before else 0
        return self.record.tree.within(typed, self.quantity.words, *self.way, occurrence=occurrence)


def is_aside(quantity: Quantity) -> bool:
    """Whether it may speak of the page itself, in the editors' voice: "one report", "the first says"."""
    return quantity.spelled and (quantity.kind == "ordinal" or (quantity.kind == "number" and quantity.low == 1))


def fact_claims(fact: Fact, corpus: Corpus, settings: Settings) -> Iterator[Claim]:
    """Each quantity in a fact's own texts, which its quotes must carry, in every language."""
    for text in texts(fact.record.tree.value, kind("fact").fields):
        if text.field.traced != "quotes" or text.way[0] == "citations":
            continue
        for claim in claims_in(text.words, fact.record, settings, *text.way):
            aside = text.field.name != "statement" and is_aside(claim.quantity)
            if not (aside or _in_a_name(claim, fact, corpus) or _stands_for_a_noun(claim)):
                yield claim


def _stands_for_a_noun(claim: Claim) -> bool:
    """Whether "one" counts nothing behind it: a German problem and not a European one."""
    quantity = claim.quantity
    alone = quantity.spelled and quantity.kind == "number" and quantity.low == quantity.high == 1
    return alone and not claim.text[quantity.end :].strip('.,;:!?)”"’»')


def _in_a_name(claim: Claim, fact: Fact, corpus: Corpus) -> bool:
    """Whether the number is part of the name of an actor to whom the text links here: the 95th Brigade."""
    if not in_link(claim.text, claim.quantity):
        return False
    actors = (corpus.actors[actor] for actor in fact.actors if actor in corpus.actors)
    names = [name for actor in actors for name in actor.all_names]
    return any(quantity.low == claim.quantity.low for name in names for quantity in read(name, ""))


def claims_in(words: Words | None, record: Record, settings: Settings, *way: Step) -> Iterator[Claim]:
    """Each quantity in a text of the content, in every language; `way` leads to the text in its record."""
    for language, text in variants(words, settings.languages[0]):
        here = way if isinstance(words, str) else (*way, language)
        for quantity in claims(text, language):
            yield Claim(quantity, text, record, here)


def one_line(words: str) -> str:
    """Words as they go into a message, without line breaks."""
    return " ".join(words.split())
