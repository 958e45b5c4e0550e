"""The words of one language that have to do with numbers, from its file in `languages/` and from CLDR."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factbook.evidence.numerals.locale_names import WRITTEN_AS, locale_names
from factbook.evidence.numerals.tokens import HYPHENS, SPACES, Token, fold, tokenize
from factbook.evidence.numerals.words_at_numbers import in_runs, parted_at_numbers, without_prefixes
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ROLES_OF_VALUES = """
add times dozen plural fraction part part-before ordinal decade hint hint-ordinal month glue inside money-scale clock
"""
_COUNTING = frozenset(
    ["century", "add", "times", "dozen", "plural", "fraction", "part", "ordinal", "vague", "decade", "part-before"]
)
_OPENING = (_COUNTING - {"century"}) | {"minus", "percent-before", "currency", "article"}
_STARTING = _OPENING - {"article"} | {"month", "stop", "clock"}
_ROLES_WITH_STEMS = "ordinal add"
_ROLES_OF_WORDS = """
article and of vague half-after stop percent points range range-from between from minus of-time not-label hour morning
afternoon ordinal-mark decade-mark glue-and glue-ordinal label-word roughly percent-before before-month definite
hour-before each per century basis-points cents label-abbreviation quarter running index-points
ordinal-before decade-before half-unit part-word plus minus-after
"""


class Phrase(NamedTuple):
    """One or more words with one role."""

    keys: tuple[str, ...]
    role: str
    value: Fraction
    sign: str = ""


@frozen
class Lexicon:
    """Everything that the readers know of one language."""

    language: str
    decimal: str
    group: str
    phrases: Mapping[str, tuple[Phrase, ...]]
    """By their first word, longest first."""
    starters: frozenset[str]
    """First words of everything that can begin a number; most words begin nothing."""
    counting: frozenset[str]
    """Of these, those that can be in a number without digits."""
    opening: frozenset[str]
    """Of the starters, those that can open an amount: all but months and words that are no numbers."""
    articles: frozenset[str]
    before: Mapping[str, str]
    """Words in front of a number -> modifier."""
    after: Mapping[str, str]
    ends_after: Mapping[str, str]
    """The same, where the first word is any with that ending: the genitive in ৫০০ জনের বেশি."""
    ends_of_before: frozenset[str]
    """Last words of these, and the fillers: a number behind any other word is not bounded from before."""
    starts_of_after: frozenset[str]
    fillers: frozenset[str]
    """Words that may stand between a modifier and its number."""
    at_numbers: frozenset[str]
    """First words of all that can stand at a number: parts of it, its unit, its modifiers."""
    doubtful: frozenset[str]
    """Modifiers that have another meaning before any number: gegen 44 Prozent."""
    to: frozenset[str]
    """Of the modifiers those that name a goal behind a word of change: ускорилась до 17 %."""
    change: tuple[str, ...]
    """Beginnings of such words: rise, fall, accelerate."""
    unsure: frozenset[str]
    """Modifiers that have another meaning before units of time."""
    glued: frozenset[str]
    """Where number words are written together (dreiundzwanzig): the two letters with which such words begin."""
    apostrophes: bool
    units_first: bool
    """Units stand before tens (five-and-twenty)."""
    ten_takes_units: bool
    """Eleven is said ten-one (Turkish on bir)."""
    pairs_of_years: bool
    """Years are spoken in two pairs (twenty twenty-four)."""
    capital_months: bool
    """A month's name is one only with a capital (May, March)."""
    ordinal_dot: bool
    """A dot behind digits makes an ordinal (am 5. November)."""
    scale_first: bool
    """Scale words stand before what they count (Swahili elfu tano)."""
    and_joins: bool
    """An "and" joins the digits of one number (۱ میلیون و ۵۰۰)."""
    attached_and: str
    """A prefix that means "and" (Arabic و)."""
    month_stems: tuple[tuple[str, int], ...]
    """With what an inflected or derived name of a month begins, and its number: dubnový, huhtikuussa."""
    ideographs: bool
    """Words are not parted by spaces, or numbers carry signs such as 万."""
    dual: tuple[str, ...]
    """Endings of words that mean two of something: حافلتين, שנתיים."""
    suffixes: tuple[str, ...]
    """What may follow a number inside a word (drei-tägig)."""
    prefixes: frozenset[str]
    """Letters in front of a word that are words of their own (Arabic and Hebrew "and", "in", "about")."""
    centuries: bool
    """Whether words for centuries are known, before and behind which Roman numerals are read."""
    incomplete: bool
    """Its file has only some of the number words, or not all of their forms."""
    slash_dates: bool
    """14/9 is a day and its month."""
    years_ahead: int
    """By how many years the calendar is ahead of the common one: 2566 is 2023 in Thailand."""
    unspaced: bool
    """Words stand in one run of letters (Thai), so that those at a number are cut off it."""

    def tokens(self, text: str) -> list[Token]:
        tokens = tokenize(text, spaced_groups=True, apostrophes=self.apostrophes)
        if self.prefixes:
            return without_prefixes(tokens, self.prefixes, self.at_numbers)
        return parted_at_numbers(in_runs(tokens), self.at_numbers) if self.unspaced else tokens

    @property
    def words_known(self) -> bool:
        """Whether all its number words and bounds are known, beyond what CLDR says of it."""
        return bool(self.before) and not self.incomplete

    def raw(self, role: str, sign: str) -> tuple[Phrase, ...]:
        """Phrases of one word with this role that begin with `sign`, longest first: for scripts without spaces."""
        return _raw(self.language).get((role, sign), ())

    def knows(self, tokens: list[Token], index: int) -> bool:
        """Whether any phrase may begin at the token: where none does, nothing need be looked for."""
        return index < len(tokens) and tokens[index][1] in self.phrases

    def find(self, tokens: list[Token], index: int, role: str) -> Phrase | None:
        """The longest phrase of this role that begins at the token."""
        if index >= len(tokens) or (found := self.phrases.get(tokens[index][1])) is None:
            return None
        for phrase in found:
            if phrase[1] == role and (len(phrase[0]) == 1 or _stands(phrase[0], tokens, index)):
                return phrase
        return None

    def month(self, tokens: list[Token], index: int) -> Phrase | None:
        """The name of a month that begins at the token, in any of its forms."""
        if found := self.find(tokens, index, "month"):
            return found
        key = tokens[index].key if index < len(tokens) else ""
        number = next((number for stem, number in self.month_stems if key.startswith(stem)), None)
        return Phrase((key,), "month", Fraction(number)) if number else None

    def all(self, tokens: list[Token], index: int, role: str) -> Iterator[Phrase]:
        """All phrases of this role that begin at the token, longest first."""
        if index < len(tokens):
            for phrase in self.phrases.get(tokens[index].key, ()):
                if phrase.role == role and _stands(phrase.keys, tokens, index):
                    yield phrase


def adjoins(token: Token) -> bool:
    """Whether only a space, a hyphen or nothing stands before the token."""
    return len(token.gap) <= 3 and all(sign in SPACES or sign in HYPHENS for sign in token.gap)


def _stands(keys: tuple[str, ...], tokens: list[Token], index: int) -> bool:
    if index + len(keys) > len(tokens):
        return False
    for offset, key in enumerate(keys):
        token = tokens[index + offset]
        if token.key != key and not (key.endswith("*") and token.key.startswith(key[:-1])):
            return False
        if offset and not (adjoins(token) or token.gap in ("'", "’", ". ", ".", "/")):
            return False
    return True


@lru_cache(maxsize=256)
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a BCP 47 language; of its parent, or of none, when the language has no file."""
    return _lexicon(language.strip().replace("_", "-").casefold())


def words_known(language: str) -> bool:
    """Whether all number words and bounds of a language are known, beyond what CLDR says of it."""
    return lexicon_of(language).words_known


@lru_cache(maxsize=64)
def _lexicon(language: str) -> Lexicon:
    data = _language_file(language.split("-")[0])
    settings = data.get("settings", {})
    decimal, group, names = locale_names(language)
    phrases = [*_phrases(data), *_phrases(_shared("currencies"))]
    phrases += [Phrase(keys, role, value) for keys, role, value in names if role == "month" or not data]
    before, behind = _modifiers(data.get("before", {})) | _reaching(data), _modifiers(data.get("after", {}))
    after = {words: modifier for words, modifier in behind.items() if not words.startswith("*")}
    ends_after = {words[1:]: modifier for words, modifier in behind.items() if words.startswith("*")}
    fillers = frozenset(_forms(data.get("fillers", "")))
    return Lexicon(
        language=language,
        decimal=decimal,
        group=group,
        phrases=_index(phrases),
        starters=frozenset(phrase.keys[0] for phrase in phrases if phrase.role in _STARTING),
        counting=frozenset(
            phrase.keys[0]
            for phrase in phrases
            if phrase.role in _COUNTING or (phrase.role == "month" and "before-month" in data)
        ),
        opening=frozenset(phrase.keys[0] for phrase in phrases if phrase.role in _OPENING),
        articles=frozenset(phrase.keys[0] for phrase in phrases if phrase.role == "article"),
        before=before,
        after=after,
        ends_after=ends_after,
        ends_of_before=frozenset(words.split()[-1] for words in before) | fillers,
        starts_of_after=frozenset(words.split()[0] for words in after),
        fillers=fillers,
        at_numbers=frozenset(phrase.keys[0] for phrase in phrases)
        | frozenset(words.split()[0] for words in (*before, *after)),
        doubtful=_spoken(data.get("doubtful", "")),
        to=_spoken(data.get("to", "")),
        change=tuple(_keys("_".join(_forms(data.get("change", ""))))),
        unsure=_spoken(data.get("unsure", "")),
        month_stems=tuple(_stems(phrases)) if settings.get("inflected-months", not data) else (),
        ideographs=settings.get("ideographs", False),
        glued=_beginnings(phrases) if settings.get("glued", False) else frozenset(),
        apostrophes=settings.get("apostrophes", False),
        units_first=settings.get("units-first", False),
        ten_takes_units=settings.get("ten-takes-units", False),
        pairs_of_years=settings.get("pairs-of-years", False),
        capital_months=settings.get("capital-months", False),
        ordinal_dot=settings.get("ordinal-dot", False),
        scale_first=settings.get("scale-first", False),
        and_joins=settings.get("and-joins", False),
        attached_and=settings.get("attached-and", ""),
        dual=tuple(_forms(data.get("dual", ""))),
        suffixes=tuple(_forms(data.get("suffixes", ""))),
        prefixes=frozenset(_forms(data.get("prefixes", ""))),
        centuries="century" in data,
        incomplete=settings.get("incomplete", False),
        slash_dates=settings.get("slash-dates", False),
        years_ahead=settings.get("years-ahead", 0),
        unspaced=settings.get("unspaced", False),
    )


@lru_cache(maxsize=64)
def _raw(language: str) -> dict[tuple[str, str], tuple[Phrase, ...]]:
    table: dict[tuple[str, str], list[Phrase]] = {}
    for phrases in lexicon_of(language).phrases.values():
        for phrase in phrases:
            if len(phrase.keys) == 1 and phrase.role in ("points", "percent", "currency"):
                table.setdefault((phrase.role, phrase.keys[0][0]), []).append(phrase)
    return {start: tuple(sorted(found, key=lambda p: -len(p.keys[0]))) for start, found in table.items()}


def _language_file(language: str) -> dict[str, Any]:
    if not re.fullmatch("[a-z]{2,3}", language):
        return {}
    return _shared(f"languages/{WRITTEN_AS.get(language, language)}")


def _shared(name: str) -> dict[str, Any]:
    file = Path(__file__).parent / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def _phrases(data: dict[str, Any]) -> Iterator[Phrase]:
    for role in _ROLES_OF_VALUES.split():
        for value, forms in data.get(role, {}).items():
            for form in _forms(forms):
                yield Phrase(_keys(form), role, Fraction(value))
    for role in _ROLES_WITH_STEMS.split():
        endings = [*([""] if role == "add" else ()), *_forms(data.get(f"{role}-endings", ""))]
        for value, stems in data.get(f"{role}-stem", {}).items():
            for stem in _forms(stems):
                yield from (Phrase(_keys(stem + ending), role, Fraction(value)) for ending in endings)
    for role in _ROLES_OF_WORDS.split():
        for form in _forms(data.get(role, "")):
            yield Phrase(_keys(form), role, Fraction(0))
    for sign, forms in data.get("currency", {}).items():
        for form in _forms(forms):
            yield Phrase(_keys(form), "currency", Fraction(0), sign)


def _stems(phrases: list[Phrase]) -> Iterator[tuple[str, int]]:
    """The names of months without their last letters, as far as they are long enough to be known by the rest."""
    for keys, role, value, _ in phrases:
        if role == "month" and len(keys) == 1 and len(keys[0]) > 3:
            yield keys[0][: max(4, len(keys[0]) - (2 if len(keys[0]) > 6 else 1))], int(value)


def _beginnings(phrases: list[Phrase]) -> frozenset[str]:
    roles = {"add", "times", "glue"}
    return frozenset(phrase.keys[0][:2] for phrase in phrases if phrase.role in roles and len(phrase.keys) == 1)


def _forms(words: str) -> list[str]:
    """Forms are parted by spaces; the words of one form by underscores."""
    return words.split()


def _keys(form: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in form.split("_"))


def _spoken(words: str) -> frozenset[str]:
    """Forms as a modifier is found by: its words, parted by spaces."""
    return frozenset(" ".join(_keys(form)) for form in _forms(words))


def _modifiers(table: dict[str, str]) -> dict[str, str]:
    return {" ".join(_keys(form)): modifier for modifier, forms in table.items() for form in _forms(forms)}


def _reaching(data: dict[str, Any]) -> dict[str, str]:
    """Verbs that bound a number, also across its article or the mark that is reached: superó los, supera quota."""
    between = ["", *(f"_{words}" for name in ("definite", "thresholds") for words in _forms(data.get(name, "")))]
    return {
        " ".join(_keys(verb + words)): modifier
        for modifier, verbs in data.get("reaching", {}).items()
        for verb in _forms(verbs)
        for words in between
    }


def _index(phrases: list[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        index.setdefault(phrase.keys[0], []).append(phrase)
    return {key: tuple(sorted(found, key=lambda phrase: -len(phrase.keys))) for key, found in index.items()}
