"""Check: the statement gives its words to the one whom `asserted_by` names, and so does the quote.

Wrong: `asserted_by: [takeshi-iwaya]` and `statement: Andrii Sybiha said that …`.
Right: the same speaker in both; who passes the words on goes into `via`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.model import LINK, variants
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.statement_and_quotes import compared, key, telling_words
from factbook.evidence.checks.two_languages import SaidText
from factbook.evidence.cues.lexicon import found
from factbook.runtime.remember_last import remember_last

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Actor, Corpus, Fact
    from factbook.evidence.checks.statement_and_quotes import Compared
    from factbook.evidence.cues.lexicon import Cue
    from factbook.evidence.model import Evidence

CODE = "speaker-differs"
_ADVICE = "Who says it, in the sentences around the quote? Name the same in the statement and in `asserted_by`."
_SUBJECT = 70
"""Characters before the first verb of saying in which its subject stands."""
_NEAR_VERB = 40
"""Characters between a name and the verb of saying that belongs to it."""
_LETTERS = 4
"""Shorter names are looked for nowhere."""
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: (?:of |von |de )?[^\W\d_a-z][\w’'-]+)+")


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning where the statement, the quote or its sentence names another speaker than `asserted_by`."""
    names = _names(corpus.actors, corpus.members, settings.languages[0])
    for pair in compared(corpus, settings.languages[0]):
        fact = pair.fact
        if not fact.asserted_by:
            if both := _in_place_of(pair, names):
                yield pair.warning(CODE, f"“{both[0]}” says it here, and “{both[1]}” in the quote", _ADVICE)
            continue
        if not names.all_known(fact):
            continue
        if other := _of_statement(pair, names):
            message = f"the statement begins with “{other}”, and `asserted_by` names {_list(fact.asserted_by)}"
            yield pair.warning(CODE, message, _ADVICE)
        elif other := _of_quote(pair, names) or _of_sentence(pair, names, evidence):
            message = f"“{other}” is who speaks in the quote's sentence, and not {_list(fact.asserted_by)}"
            span = fact.record.span("asserted_by", 0)
            yield Diagnostic(CODE, message, span, Severity.WARNING, help=(_ADVICE,))


class _Names:
    """What each actor is called, and the words by which a fact's own speakers are known."""

    def __init__(self, actors: Mapping[str, Actor], members: Mapping[str, tuple[str, ...]], language: str) -> None:
        self._actors, self._members = actors, members
        self._language = language
        self.full = {actor: tuple(self._of(actor)) for actor in actors}
        named = [(actor, name) for actor, full in self.full.items() for name in full if len(name) >= _LETTERS]
        self._by_letters: dict[str, list[tuple[int, str, str]]] = {}
        for order, (actor, name) in enumerate(named):
            self._by_letters.setdefault(name[:_LETTERS], []).append((order, actor, name))

    def within(self, text: str) -> Iterator[tuple[str, str]]:
        """Actors, and the name of each that stands in the text; one look for each letter, not for each actor."""
        letters = {text[at : at + _LETTERS] for at in range(len(text))}
        near = sorted(one for part in letters for one in self._by_letters.get(part, ()))
        return ((actor, name) for _, actor, name in near if name in text)

    def is_person(self, actor: str) -> bool:
        return self._actors[actor].kind == "person"

    def all_known(self, fact: Fact) -> bool:
        return all(name in self._actors for name in fact.asserted_by)

    def own(self, fact: Fact) -> frozenset[str]:
        """The fact's speakers, those through whom they speak, and those who pass it on."""
        near = {*fact.asserted_by, *fact.via}
        for name in tuple(near):
            near.update(self._members.get(name, ()))
            near.update(part for part in self._parents(name))
        return frozenset(near)

    def _parents(self, name: str) -> Iterable[str]:
        actor = self._actors.get(name)
        if actor is None:
            return ()
        return (*((actor.part_of,) if actor.part_of else ()), *(role.of for role in actor.roles if role.of))

    def words(self, actors: Iterable[str]) -> frozenset[str]:
        """The beginnings of all words by which these actors may be named."""
        texts = [name for actor in actors for name in self.full.get(actor, ())]
        return frozenset(key(word) for text in texts for word in re.findall(r"[^\W\d_]{3,}", text))

    def without_namesakes(self, words: str, own: frozenset[str], lasts: set[str]) -> str:
        """The words without the full names of others who share a surname with the fact's own speakers."""
        for actor, name in self.within(words):
            person = self._actors[actor].kind == "person"
            if person and actor not in own and " " in name and name.split()[-1] in lasts:
                words = words.replace(name, " ")
        return words

    def last(self, actor: str) -> Iterator[str]:
        """The last word of each of an actor's names, by which texts name him again."""
        return (name.split()[-1] for name in self.full.get(actor, ()))

    def _of(self, actor: str) -> Iterator[str]:
        one = self._actors[actor]
        yield from one.all_names
        yield from (title for role in one.roles for _, title in variants(role.title, self._language))


_names = remember_last(_Names)


def _of_statement(pair: Compared, names: _Names) -> str | None:
    """A name at the beginning of a statement that is none of its speakers', when no speaker is named at all."""
    fact, text = pair.fact, pair.statement
    own = names.own(fact)
    typed = variants(fact.statement, text.language)[0][1]
    if any(link[1].strip() in own for link in LINK.finditer(typed)):
        return None
    speakers = [name for actor in own for name in names.full.get(actor, ())]
    if any(name in text.words for name in speakers):
        return None
    begins, verbs = text.words.removeprefix("The "), found(text.words, text.language, "speech")
    for actor, name in names.within(f"The {begins}"):
        stands = actor not in own and actor not in fact.actors and begins.startswith(name.removeprefix("The "))
        if stands and ((verbs and verbs[0].start <= _SUBJECT) or _takes_words_of(own, name, pair, names)):
            return name
    subject = text.words[: verbs[0].start] if verbs and verbs[0].start <= _SUBJECT else ""
    placed = [cue for cue in found(subject, text.language, "preposition") if cue.start == 0]
    stranger = None if placed else _NAME.match(subject.removeprefix("The "))
    known = names.words(own)
    if stranger and not any(key(word) in known for word in re.findall(r"[^\W\d_]{3,}", text.words)):
        return stranger[0]
    return _speaking(text, fact, names) or _named_instead(own, pair, names)


def _named_instead(own: frozenset[str], pair: Compared, names: _Names) -> str | None:
    """A person whom the statement alone names, in a sentence that the quote gives to somebody else."""
    quoted = " ".join(text.words for text in (*pair.quotes, *pair.originals))
    for actor, name in names.within(pair.statement.words):
        stands = actor not in own and actor not in pair.fact.actors and names.is_person(actor)
        if (
            stands
            and name.split()[-1] not in quoted
            and not re.search(f"{re.escape(name)}['’]", pair.statement.words)
        ):
            return name
    return None


def _in_place_of(pair: Compared, names: _Names) -> tuple[str, str] | None:
    """Who says something in a statement, and the other whom the quote names in his place."""
    said = _said_by(pair.statement, names)
    for text in dict.fromkeys((*pair.quotes, *pair.originals)) if said else ():
        quoted = _said_by(text, names)
        if said and quoted and quoted[0] != said[0] and not any(name in text.words for name in names.last(said[0])):
            return said[1], quoted[1]
    return None


def _said_by(text: SaidText, names: _Names) -> tuple[str, str] | None:
    """The one actor who stands right beside a verb of saying, and his name."""
    verbs = found(text.words, text.language, "speech")
    beside = {
        (actor, name)
        for actor, name in names.within(text.words)
        if any(_touch(text.words, text.words.find(name), name, verb) for verb in verbs)
    }
    actors = {actor for actor, _ in beside}
    return min(beside) if len(actors) == 1 else None


def _touch(words: str, at: int, name: str, verb: Cue) -> bool:
    """Whether nothing stands between a name and a verb."""
    between = words[at + len(name) : verb.start] if at < verb.start else words[verb.end : at]
    return not between.strip()


def _takes_words_of(own: frozenset[str], name: str, pair: Compared, names: _Names) -> bool:
    """Whether a quote names the fact's own speaker, and not the one with whom the statement begins."""
    quoted = " ".join(text.words for text in (*pair.quotes, *pair.originals))
    spoken = any(one.split()[-1] in quoted for actor in own for one in names.full.get(actor, ()))
    return spoken and name.split()[-1] not in quoted


def _of_quote(pair: Compared, names: _Names) -> str | None:
    """Another actor whom a quote gives its words to, while it names no speaker of the fact."""
    for text in dict.fromkeys((*pair.quotes, *pair.originals)):
        if other := _speaking(text, pair.fact, names):
            return other
    return None


def _speaking(text: SaidText, fact: Fact, names: _Names) -> str | None:
    verbs = (*found(text.words, text.language, "speech"), *found(text.words, text.language, "speaking_of"))
    if not verbs:
        return None
    own = names.own(fact)
    lasts = {name for actor in own for name in names.last(actor)}
    near = any(name in text.words for name in lasts)
    if near and any(name in names.without_namesakes(text.words, own, lasts) for name in lasts):
        return None
    for actor, name in names.within(text.words):
        at = text.words.find(name)
        if actor in own or actor in fact.actors:
            continue
        if any(abs(verb.start - at) <= _NEAR_VERB + len(name) for verb in verbs):
            return name
    return None


def _of_sentence(pair: Compared, names: _Names, evidence: Evidence) -> str | None:
    """Another actor whom the sentence around the first quote gives its words to."""
    fact = pair.fact
    finding = evidence.lookups.get((fact.id, 0))
    if finding is None or len(fact.citations) > 1 or _has_its_own(pair.originals[0]):
        return None
    sentence = f"{finding.before} {fact.citations[0].quote} {finding.after}"
    return _speaking(SaidText(sentence, pair.originals[0].language), fact, names)


def _has_its_own(quote: SaidText) -> bool:
    """Whether a quote gives its words to somebody itself: "the company said it is cutting 4,000 jobs"."""
    verbs = found(quote.words, quote.language, "speech")
    return bool(verbs) and bool(telling_words(quote.words[: verbs[0].start], quote.language))


def _list(actors: Iterable[str]) -> str:
    return ", ".join(f"`{actor}`" for actor in actors)
