"""Check: a name in a statement stands in a quote, belongs to the fact, or at least stands in the report.

Wrong: `statement: Five people died in Iran.` over the quote "five people died in Iraq".
Right: the name that the quote has; or an actor of the fact by whom the place is meant.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factbook.content.model import LINK, variants
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.statement_and_quotes import compared, key, same_language
from factbook.evidence.cues.lexicon import found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.checks.statement_and_quotes import Compared
    from factbook.evidence.checks.two_languages import SaidText
    from factbook.evidence.model import Evidence

CODE = "name-without-words"
_ADVICE = "Write the name that the source has; who is meant by another name belongs into `actors`."
_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*\.?|\d+|[.,;:!?–—]")
_RUN = re.compile(r"[A-Z]\w+(?:[ -](?:(?:of|the|and|for|on)[ ])*[A-Z]\w+)+")
_SENTENCE_BEGINS = frozenset(".!?:–—")
NOUNS_IN_CAPITALS = frozenset(("de", "lb"))
"""Languages in which a capital tells no name."""
_CALENDAR = "January February March April May June July August September October November December " + (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
_ALIKE = 2
"""Letters in which the forms of a place's name agree in most languages: Roma, Rome, Rom."""
_SOUNDS = str.maketrans("cwy", "kvi")
_LATIN = re.compile("[a-z]{3}")
_SHORTEST = 3
_ARTICLES = frozenset(("the", "a", "an"))
_LOOSE = frozenset(("of", "and", "", ",", "'s"))
"""Words beside which any name may stand."""


class _Name(NamedTuple):
    """A word with a capital inside a sentence, and the words beside it."""

    words: str
    key: str
    before: str
    behind: str


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for a name that took another's place, or that no source of the fact holds."""
    reports = _Reports(evidence)
    for pair in compared(corpus, settings.languages[0]):
        if pair.statement.language.partition("-")[0] in NOUNS_IN_CAPITALS:
            continue
        strangers = _strangers(pair, corpus)
        if (rivals := next(_swapped(pair, strangers), None)) or (rivals := next(_moved(pair, strangers), None)):
            message = f"“{rivals[0]}” stands here, “{rivals[1]}” in the quote"
            yield pair.warning(CODE, message, _ADVICE)
        elif absent := next((name for name in strangers if reports.lack(name, pair)), None):
            message = f"“{absent.words}” stands in no source of this fact"
            yield pair.warning(CODE, message, _ADVICE)


def _names(text: SaidText) -> tuple[_Name, ...]:
    """The names of a text, but for the word with which a sentence begins."""
    words = _WORD.findall(text.words)
    found = []
    for at, word in enumerate(words):
        begins = at == 0 or words[at - 1] in _SENTENCE_BEGINS
        word = word.rstrip(".") if len(word) > _SHORTEST else word
        if word[0].isupper() and not begins and len(word.replace(".", "")) >= _SHORTEST and word not in _CALENDAR:
            before = [other.casefold() for other in words[:at] if other.casefold() not in _ARTICLES]
            behind = words[at + 1].casefold() if at + 1 < len(words) else ""
            found.append(_Name(word, key(word), before[-1] if before else "", behind))
    return tuple(found)


def _strangers(pair: Compared, corpus: Corpus) -> list[_Name]:
    """The names of a statement that neither its quotes nor the fact's own actors, topics and sources hold."""
    names = list(_names(pair.statement))
    for text in _known(pair, corpus) if names else ():
        names = [name for name in names if name.key not in _keys(text)]
        if not names:
            break
    return [name for name in names if not any(_shortened(name, pair.statement, text) for text in pair.quotes)]


def _shortened(name: _Name, statement: SaidText, text: SaidText) -> bool:
    """Whether one has the name and the other its first letters: the United Kingdom, the UK."""
    if name.words.isupper():
        return any(name.key == short for short, _ in _initials(text.words))
    return any(name.words in full and short in _keys(text.words) for short, full in _initials(statement.words))


@lru_cache(maxsize=1024)
def _initials(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The first letters of each run of words with capitals, and of its parts; beside those words."""
    runs = ([word for word in re.split(r"\W+", run[0]) if word[:1].isupper()] for run in _RUN.finditer(text))
    parts = (run[first:last] for run in runs for first, last in combinations(range(len(run) + 1), 2))
    return tuple((key("".join(word[0] for word in part)), tuple(part)) for part in parts if len(part) > 1)


def _known(pair: Compared, corpus: Corpus) -> Iterator[str]:
    """The texts from which the names of a fact may come, the likeliest first."""
    fact = pair.fact
    yield from (text.words for text in dict.fromkeys((*pair.quotes, *pair.originals)))
    for name in _actors(fact, corpus):
        actor = corpus.actors[name]
        yield from actor.all_names
        yield from (text for role in actor.roles for _, text in variants(role.title, ""))
    for name in fact.topics:
        if name in corpus.topics:
            yield from (text for _, text in variants(corpus.topics[name].title, ""))
    for citation in fact.citations:
        source = corpus.sources[citation.source]
        yield from (text for _, text in variants(source.title, ""))
        yield source.publisher or ""


@lru_cache(maxsize=4096)
def _keys(text: str) -> frozenset[str]:
    """The beginnings of all words of a text."""
    return frozenset(key(word) for word in _WORD.findall(text) if word[0].isalpha())


def _actors(fact: Fact, corpus: Corpus) -> frozenset[str]:
    """Those of the fact, those whom it links to, and what they belong to."""
    linked = [link[1].strip() for _, text in variants(fact.statement, "") for link in LINK.finditer(text)]
    near = {name for name in (*fact.actors, *fact.asserted_by, *fact.via, *linked) if name in corpus.actors}
    for name in tuple(near):
        actor = corpus.actors[name]
        near.update(role.of for role in actor.roles if role.of in corpus.actors)
        if actor.part_of in corpus.actors:
            near.add(actor.part_of)
    return frozenset(near)


def _swapped(pair: Compared, strangers: list[_Name]) -> Iterator[tuple[str, str]]:
    """A name and another one that stands beside the same word in a quote, and not in the statement."""
    if not strangers:
        return
    mine = {name.key for name in _names(pair.statement)}
    for quote in pair.quotes:
        if same_language(quote, pair.statement):
            theirs = [name for name in _names(quote) if name.key not in mine]
            pairs = ((one, other) for one in strangers for other in theirs)
            yield from ((one.words, other.words) for one, other in pairs if _beside_the_same(one, other))


def _moved(pair: Compared, strangers: list[_Name]) -> Iterator[tuple[str, str]]:
    """A place of the statement alone, where the quote has another; a country may stand for its places."""
    if not strangers:
        return
    mine = {name.key for name in _names(pair.statement)} | _keys(pair.statement.words)
    known = _countries(pair.statement.language)
    for quote in pair.quotes:
        if same_language(quote, pair.statement):
            theirs = [name for name in _names(quote) if name.key not in mine and _is_place(name, known)]
            yield from ((one.words, theirs[0].words) for one in strangers if theirs and _is_place(one, known))


def _is_place(name: _Name, countries: Mapping[str, str]) -> bool:
    return bool(found(name.before, "en", "place")) and name.words not in countries


def _beside_the_same(one: _Name, other: _Name) -> bool:
    if one.behind.isdigit() and one.behind == other.behind:
        return False  # Route 6, Highway 6
    return (one.before == other.before and one.before not in _LOOSE) or (
        one.behind.isalpha() and len(one.behind) >= _SHORTEST and one.behind == other.behind
    )


def _another_named(pair: Compared) -> bool:
    """Whether a translation has a name that the statement has not, whose place another may have taken."""
    mine = {name.key for name in _names(pair.statement)} | _keys(pair.statement.words)
    quotes = (quote for quote in pair.quotes if same_language(quote, pair.statement))
    return any(name.key not in mine for quote in quotes for name in _names(quote))


class _Reports:
    """What the whole reports hold, where they are at hand."""

    def __init__(self, evidence: Evidence) -> None:
        self._texts = evidence.texts
        self._keys: dict[str, frozenset[str]] = {}

    def lack(self, name: _Name, pair: Compared) -> bool:
        """Whether no report has the name; a report in another language can tell so only of countries."""
        sources = [citation.source for citation in pair.fact.citations]
        if any(source not in self._texts for source in sources):
            return False
        for source, original in zip(sources, pair.originals, strict=True):
            if _countries(pair.statement.language).get(name.words, "") == _at_home(original.language) != "":
                return False
            if same_language(original, pair.statement):
                if name.key in self._of(source):
                    return False
            elif not (
                self._lacks_country(name.words, source, original.language, pair.statement.language)
                or (_another_named(pair) and self._lacks_spelling(name, source, original))
            ):
                return False
        return True

    def _of(self, source: str) -> frozenset[str]:
        if source not in self._keys:
            self._keys[source] = frozenset(key(word) for word in set(_WORD.findall(self._texts[source])))
        return self._keys[source]

    def _lacks_spelling(self, name: _Name, source: str, original: SaidText) -> bool:
        """Whether a report in the same script has no place that begins alike: Genoa is Genova, Bonn is not Köln."""
        placed = name.before == "and" or bool(found(name.before, "en", "preposition"))
        if not placed or _LATIN.search(original.words) is None:
            return False
        begins = key(name.words)[:_ALIKE].translate(_SOUNDS)
        words = (word for word in _WORD.findall(self._texts[source]) if word[0].isupper())
        return not any(key(word)[:_ALIKE].translate(_SOUNDS) == begins for word in words)

    def _lacks_country(self, name: str, source: str, language: str, ours: str) -> bool:
        code = _countries(ours).get(name, "")
        there = {code: word for word, code in _countries(language).items()}.get(code, "")
        return bool(there) and there[:_SHORTEST].casefold() not in self._texts[source].casefold()


@cache
def _at_home(language: str) -> str:
    """The code of the country in which most people who read a language live: its press need not name it."""
    from babel.core import get_global

    return str(get_global("likely_subtags").get(language.partition("-")[0], "")).rpartition("_")[2]


@cache
def _countries(language: str) -> Mapping[str, str]:
    """The names of the countries in a language, and their codes."""
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {name: code for code, name in territories.items() if code.isalpha()}
