"""The cue words of one language, from its file in `languages/`, each list compiled into one expression."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES = Path(__file__).parent / "languages"
_NEVER = re.compile(r"(?!)")
_LETTER = r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u0963\u200c\u200d]"
"""Also the marks that stand upon letters, which `\\w` leaves out."""


class Cue(NamedTuple):
    """One cue word, as it stands in the text."""

    words: str
    start: int
    end: int


@frozen
class Cues:
    """What is known of one language; of one without a file, nothing."""

    lists: Mapping[str, re.Pattern[str]]
    """By name: negation, lack, possible, future, but, speech …"""
    rivals: Mapping[str, Mapping[str, re.Pattern[str]]]
    """By group, then by name: words of which one stands where another would be false (rose, fell)."""
    parted: bool = True
    """Whether spaces part its words."""

    def __bool__(self) -> bool:
        return bool(self.lists)


def cues_of(language: str) -> Cues:
    """The cues of a BCP 47 tag, by its first part."""
    return _read(language.partition("-")[0].lower())


@lru_cache(maxsize=8192)
def found(text: str, language: str, name: str) -> tuple[Cue, ...]:
    """The words of the list `name` in a text, in order; a negation that turns nothing round ("not only") is none."""
    pattern = cues_of(language).lists.get(name, _NEVER)
    if name == "negation":
        text = cues_of(language).lists.get("plain", _NEVER).sub(_blank, text)
    return tuple(Cue(match[0], match.start(), match.end()) for match in pattern.finditer(text))


def words_of(text: str, language: str, name: str) -> str | None:
    """The first word of the list `name` in a text, if there is one."""
    cues = found(text, language, name)
    return cues[0].words if cues else None


@lru_cache(maxsize=8192)
def rivals_in(text: str, language: str) -> Mapping[str, Mapping[str, Cue]]:
    """By group and name the first of the rivals that stand in a text."""
    groups: dict[str, dict[str, Cue]] = {}
    for group, names in cues_of(language).rivals.items():
        for name, pattern in names.items():
            if match := pattern.search(text):
                groups.setdefault(group, {})[name] = Cue(match[0], match.start(), match.end())
    return groups


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@cache
def _read(language: str) -> Cues:
    file = FILES / f"{language}.toml"
    if not language.isalpha() or not file.is_file():
        return Cues({}, {})
    data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    parted, prefixes = data.pop("words_parted", True), data.pop("prefixes", "").split()
    rivals = data.pop("rivals", {})
    return Cues(
        {name: _compiled(forms, parted, prefixes) for name, forms in data.items()},
        {
            group: {name: _compiled(forms, parted, prefixes) for name, forms in names.items()}
            for group, names in rivals.items()
        },
        parted,
    )


def _compiled(forms: str, parted: bool, prefixes: list[str]) -> re.Pattern[str]:
    """One expression for all forms: whole words where words are parted, any place where they are not."""
    longest_first = sorted(forms.split(), key=len, reverse=True)
    either = "|".join(_expression(form) for form in longest_first)
    if not parted:
        return re.compile(either or "(?!)", re.IGNORECASE)
    glued = f"(?:{'|'.join(prefixes)})?" if prefixes else ""
    return re.compile(rf"(?<!{_LETTER}){glued}(?:{either})(?!{_LETTER})" if either else "(?!)", re.IGNORECASE)


def _expression(form: str) -> str:
    """`per_year` with any space or hyphen between its words, `kill*` with any ending."""
    words = form.replace("n't", r"\w*n't").split("_")
    return r"[\s\-‐‑]+".join(word.replace("*", f"{_LETTER}*").replace("'", "['’]") for word in words)
