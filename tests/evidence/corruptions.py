"""Proof: the kinds of corruption, each a small seeded change that makes a right fact wrong.

Each kind is a generator: it gets a fact's values and a source of chance, and yields changed values with the
place where the fault now stands and the codes that name it. A change that would leave the fact right (a
shorter quote that is still a quote) is none, and is not made.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence

Values = dict[str, Any]
Way = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Corruption:
    """A changed fact, where it is wrong, and what should be said of it."""

    kind: str
    fact: Values
    way: Way
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class World:
    """The right content, from which wrong things are borrowed."""

    corpus: Corpus
    evidence: Evidence
    words: tuple[str, ...]
    """Words of all quotes, to put in the wrong place."""


Kind = Callable[[Values, World, random.Random], Iterator[Corruption]]

_QUOTE = frozenset({"quote-not-found", "quote-refuted"})
_NUMBER = frozenset({"number-without-words", "modifier-differs"})
_NEGATIONS = re.compile(r"\b(?:not|never|no|nicht|keine[nrs]?|denied)\s+", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_LINKS = re.compile(r"\[\[[^\]]*\]\]")


def word_changed(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """One word of a quote replaced by a word of another quote."""
    for way, words in _quotes(fact):
        at = draw.randrange(len(words))
        other = draw.choice(world.words)
        if other.casefold().strip(".,") != words[at].casefold().strip(".,"):
            yield _quoted("word changed in a quote", fact, way, [*words[:at], other, *words[at + 1 :]])


def word_dropped(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """One word taken out of the middle of a quote; at its ends the rest would still be a quote."""
    for way, words in _quotes(fact):
        if len(words) >= 3:
            at = draw.randrange(1, len(words) - 1)
            if words[at - 1] != words[at] != words[at + 1]:
                yield _quoted("word dropped from a quote", fact, way, [*words[:at], *words[at + 1 :]])


def word_added(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """One word of another quote put between two words of a quote."""
    for way, words in _quotes(fact):
        if len(words) >= 2:
            at = draw.randrange(1, len(words))
            yield _quoted("word added to a quote", fact, way, [*words[:at], draw.choice(world.words), *words[at:]])


def words_swapped(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """Two neighbouring words of a quote in each other's place."""
    for way, words in _quotes(fact):
        places = [i for i in range(len(words) - 1) if words[i].casefold() != words[i + 1].casefold()]
        if places:
            at = draw.choice(places)
            yield _quoted(
                "words swapped in a quote", fact, way, [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
            )


def negation_removed(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """A negation taken out of a quote, or cut off at its beginning."""
    for way, words in _quotes(fact):
        quote = " ".join(words)
        for found in _NEGATIONS.finditer(quote):
            if found.start() > 0:
                yield _quoted(
                    "negation removed from a quote",
                    fact,
                    way,
                    (quote[: found.start()] + quote[found.end() :]).split(),
                )


def digit_in_quote(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """One digit of a number in a quote changed."""
    for way, words in _quotes(fact):
        quote = " ".join(words)
        if wrong := _other_digit(quote, draw):
            yield _quoted("digit changed in a quote", fact, way, wrong.split())


def digit_in_statement(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """One digit of a number in a statement changed, in one language."""
    for way, text in _statements(fact):
        wrong = _other_digit(text, draw)
        if wrong and not _still_right(wrong, fact):
            yield Corruption("digit changed in a statement", _with(fact, way, wrong), way, _NUMBER)


def digit_in_figure(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """One digit of a figure changed."""
    for key in ("value", "low", "high"):
        value = fact.get("figure", {}).get(key)
        if value and (wrong := _other_digit(value, draw)):
            way = ("figure", key)
            codes = _NUMBER | {"figure-form"}
            yield Corruption("digit changed in a figure", _with(fact, way, wrong), way, codes)


def numbers_swapped(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """A number of a statement replaced by the number of another fact."""
    numbers = sorted({n for other in world.corpus.facts.values() for n in _DIGITS.findall(str(other.statement))})
    for way, text in _statements(fact):
        for found in _DIGITS.finditer(_masked(text)):
            other = draw.choice(numbers)
            wrong = text[: found.start()] + other + text[found.end() :]
            if other.strip(",.") != found[0].strip(",.") and not _still_right(other, fact):
                yield Corruption("number of another fact in a statement", _with(fact, way, wrong), way, _NUMBER)


_SCALES = {
    "million": "billion",
    "millions": "billions",
    "billion": "million",
    "thousand": "million",
    "thousands": "millions",
    "Millionen": "Milliarden",
    "Tausende": "Millionen",
    "Tausend": "Millionen",
    "dozen": "hundred",
    "Dutzend": "Hundert",
}


def scale_wrong(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """Another scale word in a statement."""
    for way, text in _statements(fact):
        for right, wrong in _SCALES.items():
            if re.search(rf"\b{right}\b", text):
                changed = re.sub(rf"\b{right}\b", wrong, text, count=1)
                yield Corruption("scale word changed in a statement", _with(fact, way, changed), way, _NUMBER)


def source_wrong(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """A quote cited from another source."""
    for number, citation in enumerate(fact["citations"] if world.evidence.texts else ()):
        others = [name for name in world.corpus.sources if name not in {c["source"] for c in fact["citations"]}]
        other = draw.choice(others)
        text = " ".join(world.evidence.texts.get(other, "").split())
        if " ".join(citation["quote"].split()) in text:
            continue
        way = ("citations", number, "quote")
        changed = _with(fact, ("citations", number, "source"), other)
        codes = _QUOTE | {"quote-unverifiable", "translation-missing"}
        yield Corruption("wrong source cited", changed, way, codes)


def actor_wrong(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """Another speaker, one of whom the cited sources do not speak; only their texts can tell."""
    if any(citation["source"] not in world.evidence.texts for citation in fact["citations"]):
        return
    cited = " ".join(world.evidence.texts.get(c["source"], "") for c in fact["citations"]).casefold()
    strangers = [a for a in world.corpus.actors.values() if a.kind == "person" and not _spoken_of(str(a.name), cited)]
    for number, name in enumerate(fact.get("asserted_by", ())):
        if strangers:
            other = draw.choice(strangers).id
            if other != name:
                way = ("asserted_by", number)
                codes = frozenset({"actor-not-named", "asserter-not-near"})
                yield Corruption("wrong speaker", _with(fact, way, other), way, codes)


def date_wrong(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """The event after the report that tells of it."""
    published = [
        source.published.day
        for citation in fact["citations"]
        if (source := world.corpus.sources[citation["source"]]).published
    ]
    if published and fact.get("stance") != "expects":
        day = max(published) + timedelta(days=draw.randrange(3, 400))
        yield Corruption(
            "event after its report",
            _with(fact, ("date",), str(day)),
            ("date",),
            frozenset({"date-after-publication"}),
        )


def modifier_wrong(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """Another modifier at a figure."""
    figure = fact.get("figure")
    if figure and "value" in figure:
        right = figure.get("modifier", "exactly")
        wrong = draw.choice([m for m in ("exactly", "about", "up-to", "at-least", "more-than") if m != right])
        way = ("figure", "modifier")
        yield Corruption("wrong modifier", _with(fact, way, wrong), way, frozenset({"modifier-differs"}))


def computed_wrong(fact: Values, world: World, draw: random.Random) -> Iterator[Corruption]:
    """A sum with another result, or of another number."""
    for number, computed in enumerate(fact.get("computed", ())):
        for key in ("value", "from"):
            if wrong := _other_digit(computed[key], draw):
                way = ("computed", number, key)
                codes = frozenset({"computed-wrong", "number-without-words"})
                yield Corruption("wrong sum", _with(fact, way, wrong), way, codes)


KINDS: tuple[Kind, ...] = (
    word_changed,
    word_dropped,
    word_added,
    words_swapped,
    negation_removed,
    digit_in_quote,
    digit_in_statement,
    digit_in_figure,
    numbers_swapped,
    scale_wrong,
    source_wrong,
    actor_wrong,
    date_wrong,
    modifier_wrong,
    computed_wrong,
)


def _quotes(fact: Values) -> Iterator[tuple[Way, list[str]]]:
    for number, citation in enumerate(fact["citations"]):
        yield ("citations", number, "quote"), citation["quote"].split()


def _statements(fact: Values) -> Iterator[tuple[Way, str]]:
    statement = fact["statement"]
    if isinstance(statement, str):
        yield ("statement",), statement
    else:
        for language, text in statement.items():
            yield ("statement", language), text


def _quoted(kind: str, fact: Values, way: Way, words: list[str]) -> Corruption:
    return Corruption(kind, _with(fact, way, " ".join(words)), way, _QUOTE | {"quote-unverifiable"})


def _with(fact: Values, way: Way, value: str) -> Values:
    changed = copy.deepcopy(fact)
    here: Any = changed
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = value
    return changed


def _masked(text: str) -> str:
    """The text with the ids in its links blanked out: their digits are nobody's number."""
    return _LINKS.sub(lambda link: link[0] if "|" in link[0] else "·" * len(link[0]), text)


def _other_digit(text: str, draw: random.Random) -> str | None:
    found = list(_DIGITS.finditer(_masked(text)))
    if not found:
        return None
    number = draw.choice(found)
    places = [i for i in range(number.start(), number.end()) if text[i].isdigit()]
    at = draw.choice(places)
    digit = draw.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def _still_right(text: str, fact: Values) -> bool:
    """Whether each number of `text` also stands in the fact's quotes, dates or sums, so that nothing is wrong."""
    known = " ".join([*(c["quote"] for c in fact["citations"]), str(fact.get("date")), str(fact.get("asserted_on"))])
    known += " ".join(str(computed) for computed in fact.get("computed", ()))
    have = {re.sub(r"\D", "", number).lstrip("0") for number in _DIGITS.findall(known)}
    have |= {part.lstrip("0") for part in re.findall(r"\d+", known)}
    return all(re.sub(r"\D", "", number).lstrip("0") in have for number in _DIGITS.findall(_masked(text)))


def _spoken_of(name: str, text: str) -> bool:
    return any(part.casefold() in text for part in re.findall(r"\w{3,}", name))
