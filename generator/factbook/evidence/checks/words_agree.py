"""Check: a statement does not say *rose* where its quote says *fell*, or *killed* where it says *wounded*.

Wrong: `statement: The price rose to 40 dollars.` over the quote "the price fell to 40 dollars".
Right: the word of the quote, or another for the same.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factbook.evidence.checks.counted_nouns import before, counted, numbers_once, other_things
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.numbers_keep_their_nouns import swapped
from factbook.evidence.checks.stated_numbers import one_line
from factbook.evidence.checks.statement_and_quotes import compared, same_language
from factbook.evidence.checks.two_languages import steps
from factbook.evidence.cues.lexicon import found, rivals_in
from factbook.evidence.numerals import read
from factbook.evidence.numerals.quantity import PERCENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.checks.statement_and_quotes import Compared
    from factbook.evidence.checks.two_languages import SaidText
    from factbook.evidence.cues.lexicon import Cue
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals.quantity import Quantity

CODE = "word-differs"
_COUNTED = frozenset(("number", "money", *PERCENTS))
_ADVICE = "Say it as the quote does, or quote the words that say it."


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each word of a statement for which all its quotes have a rival only."""
    for pair in compared(corpus, settings.languages[0]):
        for here, there in _rivals(pair):
            yield pair.warning(CODE, f"“{here}” stands here, “{there}” in the quote", _ADVICE)
        for verb, way in _against_itself(pair.statement):
            yield pair.warning(CODE, f"“{verb}” stands here, and “{way}” goes the other way", _ADVICE)


def _rivals(pair: Compared) -> Iterator[tuple[str, str]]:
    said = rivals_in(pair.statement.words, pair.statement.language)
    quoted: dict[str, dict[str, Cue]] = {}
    for quote in pair.quotes:
        for group, names in rivals_in(quote.words, quote.language).items():
            quoted.setdefault(group, {}).update(names)
    denied = {bool(found(text.words, text.language, "negation")) for text in (pair.statement, *pair.quotes)}
    for group, mine in said.items() if len(denied) == 1 else ():  # "not open" may well be "closed"
        theirs = quoted.get(group, {})
        here, there = _only(mine, theirs), _only(theirs, mine)
        if here and there:
            yield here.words, there.words
            return
    for quote in pair.quotes:
        if same_language(quote, pair.statement):
            yield from ((step.here, step.there) for step in steps(pair.statement, quote))
        rivals = tuple(_counted(pair.statement, quote)) if said and quoted else ()
        yield from rivals or _things(pair.statement, quote)


def _against_itself(text: SaidText) -> Iterator[tuple[str, str]]:
    """A verb of rising with a way down, or the other way round: rose from 12 to 9."""
    names = rivals_in(text.words, text.language).get("direction", {})
    if len(names) != 1 or not found(text.words, text.language, "from"):
        return
    ((name, verb),) = names.items()
    for way, rises in _ways(text):
        if rises == (name == "down"):
            yield verb.words, way


def _ways(text: SaidText) -> Iterator[tuple[str, bool]]:
    """Each "from … to …" of a text, and whether it rises."""
    quantities = read(text.words, text.language)
    for quantity in quantities:
        if quantity.loose and _follows(text, quantity, "from"):
            yield one_line(quantity.words), True
    for one, other in pairwise(quantities):
        alike = one.kind in (other.kind, "number") and one.currency in (other.currency, "") and one.kind in _COUNTED
        if alike and one.low > other.low and _follows(text, one, "from") and _follows(text, other, "to"):
            yield one_line(text.words[one.start : other.end]), False


def _follows(text: SaidText, number: Quantity, name: str) -> bool:
    """Whether a word of the list `name` stands right before a number."""
    before = text.words[: number.start].split()[-1:]
    return bool(before) and bool(found(before[0], text.language, name))


def _things(statement: SaidText, quote: SaidText) -> Iterator[tuple[str, str]]:
    """What is counted and what is in the quote, where no two numbers have merely changed places."""
    things = tuple(other_things(statement, quote))
    if things and not any(swapped(statement, quote)):
        yield one_line(things[0][0]), one_line(things[0][1])


def _counted(statement: SaidText, quote: SaidText) -> Iterator[tuple[str, str]]:
    """Rivals that come first behind one number that both texts have."""
    mine, theirs = numbers_once(statement), numbers_once(quote)
    for value, number in mine.items():
        if value not in theirs:
            continue
        here, there = counted(statement, mine, number), counted(quote, theirs, theirs[value])
        said, quoted = rivals_in(here, statement.language), rivals_in(there, quote.language)
        for group in said.keys() & quoted.keys():
            (name, cue), (other, rival) = _first(said[group]), _first(quoted[group])
            named = rivals_in(before(quote, theirs, theirs[value]), quote.language).get(group, {})
            if name not in (*quoted[group], *named) and other not in said[group]:
                yield _at(number, cue), _at(theirs[value], rival)


def _first(names: Mapping[str, Cue]) -> tuple[str, Cue]:
    return min(names.items(), key=lambda named: named[1].start)


def _at(number: Quantity, cue: Cue) -> str:
    return one_line(f"{number.words} … {cue.words}")


def _only(names: Mapping[str, Cue], others: Mapping[str, Cue]) -> Cue | None:
    """The first that the others do not have."""
    return next((cue for name, cue in names.items() if name not in others), None)
