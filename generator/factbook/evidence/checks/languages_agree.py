"""Check: the languages of one statement say the same: its numbers in order, bounds, *not*, links, and who speaks.

Wrong: `en: The operation was over.` beside `de: Der Einsatz war nicht vorbei.`
Right: the same in both, whatever the quote says of it.
"""

from __future__ import annotations

import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from factbook.content.model import LINK, variants
from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.counted_nouns import other_things
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.two_languages import SaidText, differences, without_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.evidence.checks.two_languages import Difference
    from factbook.evidence.model import Evidence

_ADVICE = "Both are printed, each for its readers: correct the one that is wrong."


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each way in which a further language of a statement differs from the first."""
    for fact in corpus.facts.values():
        if isinstance(fact.statement, str):
            continue
        (first, original), *others = variants(fact.statement, settings.languages[0])
        for language, text in others:
            for message in _messages(fact, corpus, (original, first), (text, language)):
                span = fact.record.span("statement", language)
                labels = (Label(fact.record.span("statement", first), f"“{first}” stands here"),)
                yield Diagnostic("languages-differ", message, span, Severity.WARNING, labels=labels, help=(_ADVICE,))


def _messages(fact: Fact, corpus: Corpus, written: tuple[str, str], further: tuple[str, str]) -> Iterator[str]:
    (original, first), (text, language) = written, further
    one, other = SaidText(without_links(original), first), SaidText(without_links(text), language)
    told = (_told(difference, first, language) for difference in differences(other, one))
    back = (_told(difference, language, first) for difference in differences(one, other))
    things = (f"`{first}` has “{here}”, `{language}` “{there}”" for here, there in other_things(one, other))
    yield from dict.fromkeys(chain(told, back, things))
    if links := _links(original) ^ _links(text):
        yield f"only one of the languages links to `{min(links)}`"
    elif name := _unnamed(
        fact, corpus, SaidText(LINK.sub(" ", original), first), SaidText(LINK.sub(" ", text), language)
    ):
        yield f"only one of the languages names {name}"


def _told(difference: Difference, there: str, here: str) -> str:
    """One sentence for a difference, the same whichever of the languages it was seen from."""
    if difference.what == "number missing":
        return f"“{difference.there}” stands in `{there}` and not in `{here}`"
    ours, theirs = (difference.here, here), (difference.there, there)
    (one, first), (other, second) = sorted((ours, theirs), key=lambda part: part[1])
    if difference.what == "negation":
        said, by, silent = (one, first, second) if one else (other, second, first)
        return f"`{by}` says “{said}” and `{silent}` does not"
    return f"`{first}` has “{one}”, `{second}` “{other}”"


def _links(text: str) -> frozenset[str]:
    return frozenset(match[1].strip() for match in LINK.finditer(text))


_ALIKE = 60
"""From so much likeness on, of 100, two spellings may be of one name: Selenskyj and Zelenskyy."""


def _unnamed(fact: Fact, corpus: Corpus, one: SaidText, other: SaidText) -> str | None:
    """A person of the fact who is named in one of two texts, and nobody of a like name in the other."""
    for actor in dict.fromkeys((*fact.asserted_by, *fact.actors)):
        person = corpus.actors.get(actor)
        if person is None or person.kind != "person":
            continue  # bodies have names of their own in each language
        for _, name in variants(person.name, one.language):
            if name in one.words and not _alike(name, other.words):
                return name
            if name in other.words and not _alike(name, one.words):
                return name
    return None


def _alike(name: str, text: str) -> bool:
    """Whether a word of the text sounds like the last of the name, or the whole name like something in it."""
    last = _sound(name.split()[-1])
    return any(fuzz.ratio(last, word) >= _ALIKE for word in _sound(text).split()) or (
        not text.isascii() and fuzz.partial_ratio(_sound(name), _sound(text)) >= _ALIKE
    )


_SOUNDS = str.maketrans(
    {"w": "v", "y": "i", "j": "i", "z": "s", "c": "k", "q": "k", "x": "s", "h": None, ",": " ", ".": " "}
)


def _sound(name: str) -> str:
    """Letters by their sound, without accents, so that two ways of writing a foreign name meet."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_SOUNDS)
