"""Ground: what a check of one fact may look at, and a sum over all of that.

It sees the fact and no other one, the reports that the fact cites with their texts and all copies of them, all actors
(any of them may be named in a quote), its topics, all series where it has a figure, and the configuration. A verdict
rests on these as they were typed and on nothing else. A test gives every check a corpus that holds no more, and it
must say the same: whatever looks further looks across facts.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import stat
from bisect import bisect_left
from dataclasses import fields
from typing import TYPE_CHECKING
from unicodedata import normalize

from factbook.content.model import LINK, variants
from factbook.runtime.today import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Record

    Named = tuple[str, str]
    """The table of the corpus in which a thing stands, and its id."""

ALL = "*"
"""In the place of an id: everything in that table."""
_DATE = re.compile(rb"(?<!\d)(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)")
_NOT_IN_WORDS = frozenset({"root", "snapshots", "commit"})
"""Settings by which no check judges: folders, and the commit that a build is made from."""


class Surroundings:
    """What is around each fact of a corpus; what several facts share is worked out once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._reports: dict[str, tuple[Named, ...]] = {}

    def of_fact(self, fact: Fact) -> dict[Named, None]:
        """All things that a check of this fact may look at, itself first."""
        found: dict[Named, None] = {("facts", fact.id): None}
        found.update((("topics", name), None) for name in (*fact.topics, *_linked(fact)))
        if fact.figure:
            found["series", ALL] = None
        found["actors", ALL] = None
        for citation in fact.citations:
            found.update(dict.fromkeys(self._of_report(citation.source)))
        return found

    def _of_report(self, name: str) -> tuple[Named, ...]:
        """A source and all that come from the same report."""
        if name not in self._reports:
            origin = self._corpus.origins.get(self._corpus.origin_of.get(name, ""))
            sources = dict.fromkeys((name, *(origin.sources if origin else ())))
            self._reports[name] = tuple(("sources", source) for source in sources)
        return self._reports[name]


class Sums:
    """A sum over all that each verdict is made from."""

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self._corpus, self._surroundings = corpus, Surroundings(corpus)
        self._files = _Files(settings.snapshots)
        self._settings = _sum(
            *(
                f"{part.name} {_told(getattr(settings, part.name))}".encode()
                for part in fields(settings)
                if part.name not in _NOT_IN_WORDS
            )
        )
        self._today = today().isoformat().encode()
        self._known: dict[Named, tuple[bytes, bool]] = {}

    def of_fact(self, fact: Fact) -> bytes:
        """Over all that a check of this fact may look at, and over the day where it matters which day it is."""
        parts = [self._of(named) for named in self._surroundings.of_fact(fact)]
        day = self._today if any(coming for _, coming in parts) else b""
        return _sum(self._settings, day, *(part for part, _ in parts))

    def of_source(self, name: str) -> bytes:
        """Over a source and whatever is held of its text."""
        return self._of(("sources", name))[0]

    def of_texts(self) -> bytes:
        """Over all sources with whatever is held of their texts, in their order."""
        return _sum(*(self.of_source(name) for name in self._corpus.sources))

    def of_all(self, facts: Iterable[bytes]) -> bytes:
        """Over all content, by the sums of its facts, and over the day."""
        things = (self._of((table, ALL))[0] for table in ("topics", "actors", "series"))
        briefing = self._corpus.briefing.record
        typed = marshal.dumps(briefing.tree.value, 2) if briefing else b""
        return _sum(self._settings, self._today, typed, self.of_texts(), *things, *facts)

    def _of(self, named: Named) -> tuple[bytes, bool]:
        """The sum over one thing, and whether it holds a day that is still to come."""
        found = self._known.get(named)
        if found is None:
            found = self._known[named] = self._made(*named)
        return found

    def _made(self, table: str, name: str) -> tuple[bytes, bool]:
        things: Mapping[str, _HasRecord] = getattr(self._corpus, table)
        if name == ALL:
            found = [self._of((table, each)) for each in things]
            return _sum(*(sum for sum, _ in found)), any(coming for _, coming in found)
        thing = things.get(name)
        if thing is None:
            return _sum(b"absent", table.encode(), name.encode()), False
        typed = marshal.dumps(thing.record.tree.value, 2)  # this version tells the same of equal values
        held = self._files.sum(str(getattr(thing, "file", "") or "")) if table == "sources" else b""
        return _sum(table.encode(), name.encode(), typed, held), self._is_coming(typed)

    def _is_coming(self, typed: bytes) -> bool:
        """Whether anything that may be a date lies today or later."""
        today = self._today
        return any(b"-".join(part or b"99" for part in date.groups()) >= today for date in _DATE.finditer(typed))


if TYPE_CHECKING:
    from typing import Protocol

    class _HasRecord(Protocol):
        record: Record


_LARGEST = 1 << 27
"""Bytes; no text that is read is as large, and a device has no end."""


class _Files:
    """What is held of each text: itself, its fingerprint, and whatever else is recorded beside it."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = [(folder, _names(folder)) for folder in folders]

    def sum(self, name: str) -> bytes:
        """Over the files of that name, and of that name with an ending, in each folder."""
        if not name:
            return b""
        name, found = normalize("NFC", name), hashlib.sha256()
        for folder, names in self._folders:
            for place in range(bisect_left(names, (name, "")), len(names)):
                normal, own = names[place]
                if not normal.startswith(name):
                    break
                if normal == name or normal[len(name)] == ".":
                    found.update(b"\0%b\0" % os.fsencode(own) + _bytes(f"{folder}{os.sep}{own}"))
            found.update(b"\0")
        return found.digest()


def _names(folder: Path) -> list[tuple[str, str]]:
    """Each file's name in the normal form in which sources name it, and as it is."""
    try:
        return sorted((normalize("NFC", name), name) for name in os.listdir(folder))
    except OSError:
        return []


def _bytes(path: str) -> bytes:
    """The sum over a file; what is no plain file, or larger than any text, is told by its traits alone."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return repr(error.errno).encode()
    with open(handle, "rb", buffering=0) as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            return repr((found.st_mode, found.st_size, found.st_mtime_ns)).encode()
        try:
            return hashlib.file_digest(file, "sha256").digest()
        except OSError as error:
            return repr(error.errno).encode()


def _linked(fact: Fact) -> Iterator[str]:
    """Ids that the statement links; those of topics among them."""
    for _, text in variants(fact.statement, ""):
        yield from (link[1].strip() for link in LINK.finditer(text))


def _told(value: object) -> str:
    return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)


def _sum(*parts: bytes) -> bytes:
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.digest()
