"""Ground: which key was meant by one that a kind does not have, and how to say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.schema import KINDS, kind
from factbook.diagnostics.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.content.schema import Field
    from factbook.content.yaml import Value

MOST = 4
"""Keys that a message names."""
OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "statement": ("aussage", "behauptung", "fakt", "text", "claim", "fact", "déclaration", "твердження"),
    "date": ("datum", "wann", "when", "day", "tag", "дата"),
    "topics": ("thema", "themen", "topic", "tags", "sujet", "sujets", "тема", "теми", "темы"),
    "actors": ("akteur", "akteure", "actor", "who", "people", "acteurs", "хто"),
    "asserted_by": ("sprecher", "speaker", "said_by", "by", "gesagt_von", "laut", "according_to"),
    "citations": ("citation", "zitate", "quotes", "sources", "quellen", "belege", "evidence", "references"),
    "source": ("quelle", "джерело", "источник"),
    "quote": ("zitat", "wortlaut", "words", "citation", "цитата"),
    "translation": ("übersetzung", "uebersetzung", "traduction", "переклад", "перевод"),
    "title": ("titel", "überschrift", "headline", "titre", "заголовок", "назва", "название"),
    "publisher": ("verlag", "herausgeber", "newspaper", "zeitung", "medium", "outlet", "видавець"),
    "published": ("veröffentlicht", "erschienen", "date", "datum", "дата"),
    "accessed": ("abgerufen", "retrieved"),
    "language": ("sprache", "lang", "langue", "мова", "язык"),
    "url": ("link", "adresse", "address", "web", "website", "href"),
    "authors": ("author", "autor", "autoren", "auteur", "автор"),
    "file": ("datei", "snapshot", "fichier", "файл"),
    "lines": ("zeilen", "lignes"),
    "name": ("title", "titel", "nom", "ім'я", "имя"),
    "kind": ("art", "type", "typ"),
    "country": ("land", "pays", "країна", "страна"),
    "aliases": ("alias", "auch", "aka", "other_names"),
    "summary": ("zusammenfassung", "beschreibung", "description", "résumé"),
    "unit": ("einheit", "unité"),
    "value": ("wert", "number", "zahl", "amount", "valeur"),
    "series": ("reihe", "serie", "série"),
    "caveat": ("einschränkung", "vorbehalt", "limitation"),
    "because": ("why", "reason", "warum", "begründung"),
    "questions": ("disputed", "disputes", "fragen"),
    "note": ("anmerkung", "notiz", "comment", "kommentar", "hinweis"),
}
"""Words that people write for a key, in English and other languages; only where a kind lacks the word itself."""


def meant(key: str, known: Mapping[str, Field]) -> str | None:
    """The key that was surely meant: the same word spelt otherwise, or its name in another language."""
    plain = _plain(key)
    if plain in known:
        return plain
    return next((name for name, words in OTHER_WORDS.items() if name in known and plain in words), None)


def advice(key: str, value: Value, known: Mapping[str, Field], name: str) -> str:
    """What to do about a key that stands where it is not known."""
    if (right := meant(key, known)) is not None:
        return _spelt(key, right)
    if value == "" and key[:1].isdigit():
        return "A comma ends a value between braces: write the number in plain digits, without separators."
    for field in known.values():
        if field.fields and (right := meant(key, {deeper.name: deeper for deeper in field.fields})):
            return f"`{right}` belongs to `{field.name}`: indent it with spaces, below the keys there."
    if close := did_you_mean(key, known, limit=MOST):
        return f"Did you mean {_or(close)}?"
    elsewhere = [other for other in KINDS if any(field.name == key for field in kind(other).fields)]
    if elsewhere:
        return f"`{key}` is a key of {_or([a(kind(other).label.lower()) for other in elsewhere], '')}."
    return _holds(known, name)


def _plain(key: str) -> str:
    """The key without what a word processor or another habit of writing adds to it."""
    bare = key.replace("\u00a0", " ").strip(" “”„\"'‘’`*").casefold()
    return re.sub(r"[\s-]+", "_", bare).strip("_")


def _spelt(key: str, right: str) -> str:
    bare = key.strip()
    if bare.replace("\u00a0", "") != bare or key != bare or "\u00a0" in key:
        return f"Write `{right}`: spaces that do not break, as copied from a web page, are letters for YAML."
    if bare.casefold() == right:
        return f"Write `{right}`: keys are in lower-case letters."
    if bare.strip("“”„\"'‘’`*").casefold() == right:
        return f"Write `{right}`: keys stand without quotation marks."
    if re.sub(r"[\s-]", "_", bare.casefold()) == right:
        return f"Write `{right}`: an underscore joins the words of a key."
    return f"Write `{right}`: that is its name here."


def _holds(known: Mapping[str, Field], name: str) -> str:
    first = [f"`{word}`" for word in known][:MOST]
    if len(known) <= MOST:
        return f"It can hold {_or(first, '')}."
    word = name.strip("`")
    where = f"`factbook schema {word}` lists them" if word in KINDS else "the page on fields lists them"
    return f"It can hold {', '.join(first)} and {len(known) - MOST} more; {where}."


def _or(words: Iterable[str], mark: str = "`") -> str:
    listed = [f"{mark}{word}{mark}" for word in words]
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} or {listed[-1]}"


def a(noun: str) -> str:
    """The noun with its article; what stands in backticks needs none."""
    if noun.startswith("`"):
        return noun
    return noun if noun == "series" else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
