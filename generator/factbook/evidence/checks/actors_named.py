"""Check: the actors of a fact are named in a cited source, and who speaks is named near the words.

Wrong: `asserted_by: [takeshi-iwaya]` for words that the report puts into Sybiha's mouth.
Right: `asserted_by: [andrii-sybiha]`; a spelling that only this report uses goes into the actor's `aliases`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING

from factbook.content.model import LINK, variants
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.character_tables import SPACELESS
from factbook.runtime.remember_last import remember_last

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Actor, Citation, Corpus, Fact, Role
    from factbook.diagnostics.types import Span
    from factbook.evidence.model import Evidence, QuoteLookup

NEAR = 900
"""Characters before and after a quote in which its speaker is named, some five sentences of a report each way."""
_CLOSE = 200
"""Characters before a quote in which its speaker most often is: they are looked at first, being soon folded."""


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Warnings for names that no cited text holds; texts that are not at hand say nothing either way."""
    folded = _Folded(evidence.texts)
    forms = _all_forms(corpus.actors, corpus.members, settings.languages[0])
    for fact in corpus.facts.values():
        if any(citation.source not in evidence.texts for citation in fact.citations):
            continue
        cited = [
            (one, evidence.lookups.get((fact.id, at)), evidence.texts[one.source])
            for at, one in enumerate(fact.citations)
        ]
        close = [_close(*one) for one in cited]
        for name, key, number in _meant(fact, corpus):
            if _is_named(name, forms, close) or _publishes(corpus.actors[name], fact, corpus):
                continue
            if not _is_named(name, forms, (folded[citation.source] for citation in fact.citations)):
                yield _nowhere(corpus.actors[name], fact.record.span(key, *number))
            elif key == "asserted_by" and not _is_named(name, forms, (_around(*one, folded) for one in cited)):
                yield _not_near(corpus.actors[name], fact.record.span(key, *number))


def _meant(fact: Fact, corpus: Corpus) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """The actors that a fact names, in which key, and where in its list."""
    for key, names in (("actors", fact.actors), ("asserted_by", fact.asserted_by), ("via", fact.via)):
        for number, name in enumerate(names):
            if name in corpus.actors:
                yield name, key, (number,)
    said = {*fact.actors, *fact.asserted_by, *fact.via}
    linked = (link[1].strip() for _, text in variants(fact.statement, "") for link in LINK.finditer(text))
    for name in dict.fromkeys(linked):
        if name in corpus.actors and name not in said:
            yield name, "statement", ()


def _publishes(actor: Actor, fact: Fact, corpus: Corpus) -> bool:
    """Whether a cited report is the actor's own, which need not name itself."""
    sources = [corpus.sources[citation.source] for citation in fact.citations if citation.source in corpus.sources]
    own = {name.casefold() for source in sources for name in (source.publisher, source.agency) if name}
    return any(name.casefold() in own for name in actor.all_names)


class _Folded(dict[str, str]):
    """The texts without case and accents, each folded when a fact cites it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, source: str) -> str:
        self[source] = _folded(self._texts[source])
        return self[source]


Forms = tuple[tuple[str, ...], ...]
"""What an actor can be called: for each name the beginnings of its words, each after a space."""


def _is_named(name: str, forms: _AllForms, texts: Iterable[str]) -> bool:
    """Whether a text names an actor; a surname in the full name of a namesake is not his."""
    namesakes = forms.namesakes(name)
    return _named(forms[name], (namesakes.sub(" ", text) for text in texts) if namesakes else texts)


def _named(forms: Forms, texts: Iterable[str]) -> bool:
    return any(all(stem in text for stem in form) for text in texts for form in forms)


class _AllForms(dict[str, Forms]):
    """By name, spelling or role; a state or body also by its parts and people, through whom it speaks.

    Each actor's are made when a fact names it.
    """

    def __init__(self, actors: Mapping[str, Actor], members: Mapping[str, tuple[str, ...]], language: str) -> None:
        super().__init__()
        self._actors, self._members, self._language = actors, members, language
        self._own: dict[str, Forms] = {}
        self._namesakes: dict[str, re.Pattern[str] | None] = {}

    def __missing__(self, name: str) -> Forms:
        self[name] = tuple(form for part in _with_parts(name, self._members) for form in self._of(part))
        return self[name]

    def namesakes(self, name: str) -> re.Pattern[str] | None:
        """The full names of other people who share the actor's surname; nothing where there are none."""
        if name not in self._namesakes:
            own = {_folded(one) for one in self._actors[name].all_names}
            surnames = {one.split()[-1] for one in own if one.split()} if self._actors[name].kind == "person" else ()
            others = [full for last, full in sorted(self._people) if last in surnames and full not in own]
            self._namesakes[name] = re.compile("|".join(map(re.escape, others))) if others else None
        return self._namesakes[name]

    @cached_property
    def _people(self) -> list[tuple[str, str]]:
        """The surname of each person, and each full name of more than one word."""
        people = (actor for actor in self._actors.values() if actor.kind == "person")
        named = {_folded(full) for actor in people for full in actor.all_names}
        return [(full.split()[-1], full) for full in named if len(full.split()) > 1]

    def _of(self, name: str) -> Forms:
        if name not in self._own:
            found = _forms(self._actors[name], self._actors, self._language)
            self._own[name] = tuple(dict.fromkeys(found))
        return self._own[name]


_all_forms = remember_last(_AllForms)


def _with_parts(name: str, members: Mapping[str, tuple[str, ...]]) -> list[str]:
    found = [name]
    for part in found:
        found.extend(member for member in members.get(part, ()) if member not in found)
    return found


def _forms(actor: Actor, actors: Mapping[str, Actor], language: str) -> Iterator[tuple[str, ...]]:
    person = actor.kind == "person"
    least = 3 if person else 5
    for name in actor.all_names:
        words = _folded(name).split()
        if words:
            yield tuple(_stem(word, whole=person, alone=len(words) == 1) for word in words)
        yield from ((_stem(word, whole=person),) for word in words if len(word) >= least and word not in _COMMON)
    for role in actor.roles:
        yield from _in_office(role, actors, language)


def _in_office(role: Role, actors: Mapping[str, Actor], language: str) -> Iterator[tuple[str, ...]]:
    """`Japan's foreign minister`, one phrase, so that a minister of another state is not taken for this one."""
    where = actors.get(role.of or "")
    if where is None:
        return
    for _, title in variants(role.title, language):
        for _, name in variants(where.name, language):
            for phrase in (f"{name}'s {title}", f"{title} of {name}"):
                yield (_folded(phrase),)


_COMMON = frozenset(
    ("ministry", "foreign", "defence", "defense", "government", "state", "agency", "national", "military", "forces")
)
"""Words of many names that tell nobody apart."""


def _stem(word: str, *, whole: bool = False, alone: bool = True) -> str:
    """The beginning of a word, so that inflected forms are met too: Ukraine, Ukrainian, Ukraines.

    People's names in Latin letters are taken `whole`: they only grow (Iwaya, Iwayas), and a cut one is another's.
    So are words of scripts without spaces, which may also stand behind another word: 青波汽船の浜田社長.
    """
    if not word.isascii() and _spaceless().search(word):
        return word
    before = "" if (len(word) > _SHORT or not alone) and _PREFIXED.match(word) else " "
    return before + (word if len(word) < 5 or (whole and word.isascii()) else word[: max(4, len(word) - 2)])


_SHORT = 3
_PREFIXED = re.compile("[\u05d0-\u05ea\u0620-\u064a]")
"""Letters of Hebrew and Arabic, in which *in*, *the* and *and* are written together with a name: במשטרה, والحكومة."""


@cache
def _spaceless() -> re.Pattern[str]:
    return re.compile(f"[{SPACELESS}]")


def _folded(text: str) -> str:
    """Words without case and accents, with a space before each."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return " " + " ".join(plain.translate(_LETTERS).split())


class _Letters(dict[int, str | None]):
    """By code point: letters, digits and `_` are themselves, accents nothing, and all else is space."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        self[code] = None if unicodedata.combining(sign) else sign if sign.isalnum() or sign == "_" else " "
        return self[code]


_LETTERS = _Letters()


def _close(citation: Citation, found: QuoteLookup | None, text: str) -> str:
    """The last words before a quote and those of it, where most are named; what stands around it holds them too."""
    if found is None or found.offset is None:
        return ""
    close = text[max(0, found.offset - _CLOSE) : found.offset + len(citation.quote)]
    return _folded(close.partition(" ")[2])  # a word that is cut at its beginning is another one


def _around(citation: Citation, found: QuoteLookup | None, text: str, folded: dict[str, str]) -> str:
    """What stands around a quote; the whole text where it is short, or where nobody knows where the quote is."""
    if found is None or found.offset is None:
        return folded[citation.source]
    start, end = found.offset - NEAR, found.offset + len(citation.quote) + NEAR
    return folded[citation.source] if start <= 0 and end >= len(text) else _folded(text[max(0, start) : end])


def _nowhere(actor: Actor, span: Span) -> Diagnostic:
    message = f"no cited source names `{actor.id}`, by name, spelling or role"
    advice = "Is it the right actor? A spelling that the source uses goes into the actor's `aliases`."
    return Diagnostic("actor-not-named", message, span, Severity.WARNING, help=(advice,))


def _not_near(actor: Actor, span: Span) -> Diagnostic:
    message = f"`{actor.id}` is not named near the quote that it is said to have spoken"
    advice = "Read the sentences around the quote: who says it? Words passed on by another go into `via`."
    return Diagnostic("asserter-not-near", message, span, Severity.WARNING, help=(advice,))
