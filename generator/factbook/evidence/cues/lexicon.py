"""The cue words of one language, from its file in `languages/`, each list as one expression."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factbook.evidence.numerals.locale_names import WRITTEN_AS
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FILES = Path(__file__).parent / "languages"
_LETTER = r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u0963\u200c\u200d]"
"""Also the marks that stand upon letters, which `\\w` leaves out."""
_WORD, _PLAIN_WORD = re.compile(f"{_LETTER}+"), re.compile(r"\w+", re.ASCII)
_LOOK_BEHIND = re.compile(r"^(?:\(\?<[!=][^()]*\))+")
_FIRST_WORDS = re.compile(r"\(\?:([\w|]+)\)")
_FIRST_LETTERS = re.compile(f"(?:(?!_){_LETTER})*")
_OPENING, _CLOSING = tuple("\"'“”„«»‘’「『"), tuple("\"'“”«»‘’」』")
_MOST_WORDS = 100_000
"""Words of which it is remembered what they may begin."""


class Cue(NamedTuple):
    """One cue word, as it stands in the text."""

    words: str
    start: int
    end: int


class Rival(NamedTuple):
    """The name of a list of rivals."""

    group: str
    name: str


@frozen
class Cues:
    """What is known of one language; of one without a file, nothing."""

    lists: Mapping[str, str]
    """By name the expression that finds a word of it: negation, lack, possible, future, but, speech …"""
    rivals: Mapping[Rival, str]
    """The same of words of which one stands where another would be false (rose, fell)."""
    beginnings: Beginnings | None = None
    """Of which lists and rivals a word may be the beginning; nothing where spaces do not part words."""
    counted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By word, without case, the names of what it counts: a pupil is a `child` and a `student`.

    A list may say whose words are among its own: `worker = "workers staff +nurse"`.
    """
    compounds: bool = False
    """Whether it writes several nouns as one word, of which the last says what is meant."""

    def __bool__(self) -> bool:
        return bool(self.lists)

    @property
    def parted(self) -> bool:
        """Whether spaces part its words."""
        return self.beginnings is not None


class Beginnings(dict[str, "frozenset[str | Rival]"]):
    """By word the lists and rivals that have a form which may begin with it; made when the word is met."""

    def __init__(self, forms: Iterable[tuple[str | Rival, str]], prefixes: list[str]) -> None:
        super().__init__()
        self._prefixes = tuple(prefixes)
        self._whole: defaultdict[str, set[str | Rival]] = defaultdict(set)
        self._stems: defaultdict[str, set[str | Rival]] = defaultdict(set)
        self._ends: defaultdict[str, set[str | Rival]] = defaultdict(set)
        for name, one in forms:
            for form in _alternatives(one):
                word, is_whole = _first_word(form)
                table = self._ends if word.startswith("*") else self._whole if is_whole else self._stems
                table[_without_case(word.removeprefix("*"))].add(name)

    def __missing__(self, word: str) -> frozenset[str | Rival]:
        plain = _without_case(word)
        readings = (plain, *(plain.removeprefix(prefix) for prefix in self._prefixes if plain.startswith(prefix)))
        found = frozenset(name for reading in readings for name in self._of(reading))
        if len(self) < _MOST_WORDS:
            self[word] = found
        return found

    def _of(self, word: str) -> Iterator[str | Rival]:
        yield from self._whole.get(word, ())
        for length in range(len(word) + 1):
            yield from self._stems.get(word[:length], ())
            yield from self._ends.get(word[length:], ())


@cache
def cues_of(language: str) -> Cues:
    """The cues of a BCP 47 tag, by its first part."""
    tag = language.partition("-")[0].lower()
    return _read(WRITTEN_AS.get(tag, tag))


@lru_cache(maxsize=8192)
def found(text: str, language: str, name: str) -> tuple[Cue, ...]:
    """The words of the list `name` in a text, in order; a negation that turns nothing round ("not only") is none."""
    cues = cues_of(language)
    if name not in cues.lists or (cues.parted and name not in _begun(text, language)):
        return ()
    if name == "negation" and "plain" in cues.lists:
        text = pattern(cues.lists["plain"]).sub(_blank, text)
    cues_found = (Cue(match[0], *match.span()) for match in pattern(cues.lists[name]).finditer(text))
    return tuple(cue for cue in cues_found if name != "negation" or not _quoted_alone(text, cue))


def _quoted_alone(text: str, cue: Cue) -> bool:
    """Whether a word stands in quotation marks of its own: she voted "no"."""
    return text[cue.start - 1 : cue.start] in _OPENING and text[cue.end : cue.end + 1] in _CLOSING


def words_of(text: str, language: str, name: str) -> str | None:
    """The first word of the list `name` in a text, if there is one."""
    cues = found(text, language, name)
    return cues[0].words if cues else None


@lru_cache(maxsize=8192)
def rivals_in(text: str, language: str) -> Mapping[str, Mapping[str, Cue]]:
    """By group and name the first of the rivals that stand in a text."""
    groups: dict[str, dict[str, Cue]] = {}
    cues = cues_of(language)
    near = cues.rivals.keys() & _begun(text, language) if cues.parted else cues.rivals.keys()
    for rival in cues.rivals if near else ():
        if rival in near and (match := pattern(cues.rivals[rival]).search(text)):
            groups.setdefault(rival.group, {})[rival.name] = Cue(match[0], *match.span())
    return groups


@cache
def pattern(expression: str) -> re.Pattern[str]:
    """What finds the words of a list, compiled when the first text needs it: all of a language take long."""
    return re.compile(expression, re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@lru_cache(maxsize=2048)
def _begun(text: str, language: str) -> frozenset[str | Rival]:
    """The lists and rivals of which a form may begin somewhere in a text, in a language that parts its words.

    Most are in no text, and to search for each would take long.
    """
    beginnings = cues_of(language).beginnings
    assert beginnings is not None
    words = (_PLAIN_WORD if text.isascii() else _WORD).findall(text)
    return frozenset().union(*map(beginnings.__getitem__, words))


@cache
def _read(language: str) -> Cues:
    file = FILES / f"{language}.toml"
    if not language.isalpha() or not file.is_file():
        return Cues({}, {})
    data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    compounds = data.pop("compounds", False)
    parted, prefixes = data.pop("words_parted", True), data.pop("prefixes", "").split()
    counted = data.pop("counted", {})
    rivals = {
        Rival(group, name): forms for group, names in data.pop("rivals", {}).items() for name, forms in names.items()
    }
    named: dict[Any, str] = {**data, **rivals}
    forms = ((name, form) for name, forms in named.items() for form in forms.split())
    return Cues(
        {name: _expression(forms, parted, prefixes) for name, forms in data.items()},
        {rival: _expression(forms, parted, prefixes) for rival, forms in rivals.items()},
        Beginnings(forms, prefixes) if parted else None,
        _by_word(counted),
        compounds,
    )


def _by_word(counted: dict[str, str]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for name, forms in counted.items():
        words = forms.casefold().split()
        narrower = {word[1:] for word in words if word.startswith("+")}
        for word in words:
            names.setdefault(word, set()).update({name}, narrower)
    return {word: frozenset(found) for word, found in names.items()}


def _expression(forms: str, parted: bool, prefixes: list[str]) -> str:
    """One expression for all forms: whole words where words are parted, any place where they are not."""
    longest_first = sorted(forms.split(), key=len, reverse=True)
    either = "|".join(_of_form(form) for form in longest_first)
    if not parted or not either:
        return either or "(?!)"
    glued = f"(?:{'|'.join(prefixes)})?" if prefixes else ""
    return rf"(?<!{_LETTER}){glued}(?:{either})(?!{_LETTER})"


def _of_form(form: str) -> str:
    """`per_year` with any space or hyphen between its words, `kill*` with any ending."""
    words = form.replace("n't", r"\w*n't").split("_")
    return r"[\s\-‐‑]+".join(word.replace("*", f"{_LETTER}*").replace("'", "['’]") for word in words)


def _alternatives(form: str) -> Iterator[str]:
    """The form once for each word with which it may begin: (?:was|were)_up."""
    words = _FIRST_WORDS.match(form)
    return (f"{word}{form[words.end() :]}" for word in words[1].split("|")) if words else iter((form,))


def _first_word(form: str) -> tuple[str, bool]:
    """The letters with which a form begins, and whether they are a word of the text, and not only its stem.

    `*` before them where they are the end of a word.
    """
    form = _LOOK_BEHIND.sub("", form.replace("n't", "*n't"))
    star = form[: form.startswith("*")]
    letters = _FIRST_LETTERS.match(form, len(star))[0]  # type: ignore[index]  # it matches nothing too
    rest = form[len(star + letters) :]
    if letters and (not rest or rest.startswith(("_", "'", "-", r"\W", "(?!", r"(?=\W"))):
        return star + letters, True
    return ("" if star else letters if rest.startswith("*") else letters[:-1]), False


def _without_case(word: str) -> str:
    """The form in which two words are one for an expression that ignores case."""
    return word.replace("İ", "i").replace("ı", "i").casefold()
