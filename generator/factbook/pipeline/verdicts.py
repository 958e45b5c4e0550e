"""The evidence and the verdicts on it, kept where nothing has changed, so that one edit checks one fact.

Only speed depends on what is kept. Of a fact about which no check had anything to say it is known, by the sum over
all that its verdict was made from (`factbook.pipeline.surroundings`), where its quotes stand. A fact with a message
is looked at anew each time, so no message is ever kept, and none can stand in an old place. Checks across facts run
each time, unless they had nothing to say of just this content. All of it is dropped when the rules have changed.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import fields, replace
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factbook.diagnostics.types import in_order
from factbook.evidence import checks, lookup, plugin_checks
from factbook.evidence.model import Evidence, HeldText, QuoteLookup, SuspectedCopy
from factbook.evidence.on_demand import OnDemand
from factbook.evidence.texts.store import Snapshots
from factbook.pipeline.surroundings import Sums
from factbook.runtime import disk_cache
from factbook.runtime.code_version import code_version
from factbook.runtime.frozen import frozen
from factbook.runtime.progress import no_progress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic, Span
    from factbook.runtime.progress import Progress

_RULES = ("config", "content", "diagnostics", "evidence", "pipeline/surroundings.py", "pipeline/verdicts.py")
"""What decides a verdict."""
_LIBRARIES = ("babel", "rapidfuzz")
_KIND = "verdicts"
_MOST_SITES = 16
"""Sites whose verdicts are kept; the oldest go first."""

Plain = tuple[Any, ...]
"""An object's fields, as they are kept."""


@frozen
class Kept:
    """What earlier runs found."""

    lookups: Mapping[bytes, tuple[Plain, ...]]
    """Of each citation of a fact of which there is nothing to say; by the sum over all that this rests on.

    Without the words around the quote: no text of a source is kept."""
    held_texts: Mapping[bytes, tuple[Plain, int]]
    """Of each source of whose text there is nothing to say, and its length; by the sum over it and its files."""
    suspected_copies: Mapping[bytes, tuple[Plain, ...]]
    """Of all documents; by the sum over them."""
    sums: Mapping[str, bytes]
    """The sum of each of these facts in the last run, by its id."""
    across: bytes
    """The sum over all content of which the checks across facts had nothing to say; nothing where they had."""


_NOTHING_KEPT = Kept({}, {}, {}, {}, b"")


def of(corpus: Corpus, settings: Settings, on_progress: Progress) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    """Every citation looked up, and all that the checks say; `on_progress` hears what is being done."""
    look = Look(corpus, settings, read(settings, on_progress))
    found, said = _per_fact(look, corpus, settings, on_progress)
    across = () if look.is_quiet_across else checks.run_site_wide(corpus, found, settings)
    look.keep(said, is_quiet_across=not across)
    return found, in_order((*said, *across, *plugin_checks.run(corpus, found, settings)))


def per_fact(corpus: Corpus, settings: Settings, on_progress: Progress) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    """Every citation looked up, and what the checks of single facts say."""
    look = Look(corpus, settings, read(settings, on_progress))
    found, said = _per_fact(look, corpus, settings, on_progress)
    look.keep(said, is_quiet_across=look.is_quiet_across)
    return found, said


def _per_fact(
    look: Look, corpus: Corpus, settings: Settings, on_progress: Progress
) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    said: list[Diagnostic] = []

    def with_texts() -> None:
        on_progress("Looking up the quotes")
        found = look.evidence
        on_progress("Checking")
        said.extend(checks.run_per_fact_with_texts(look.fresh, corpus, found, settings))

    said += checks.run_per_fact_without_texts(look.fresh, corpus, settings, own=with_texts)
    return look.evidence, tuple(said)


def expected(corpus: Corpus, settings: Settings) -> Evidence:
    """What will probably be found, by what was found last: for a first page, while the texts are looked into."""
    kept = read(settings, no_progress)
    lookups = {}
    for fact in corpus.facts.values():
        plain = kept.lookups.get(kept.sums.get(fact.id, b""), ())
        for number, citation in enumerate(fact.citations):
            if citation.source in corpus.sources:
                lookups[fact.id, number] = (
                    QuoteLookup(*plain[number]) if number < len(plain) else QuoteLookup("unread")
                )
    held_texts = dict.fromkeys(corpus.sources, HeldText("nothing"))
    return Evidence(lookups, held_texts, {}, lengths=dict.fromkeys(corpus.sources, 0))


def read(settings: Settings, on_progress: Progress) -> Kept:
    """What earlier runs found of this site; `on_progress` hears when that cannot be read."""
    try:
        found = disk_cache.load(disk_cache.path_for(_KIND, settings.root), _version())
    except disk_cache.CorruptEntry:
        on_progress("The verdicts kept from the last run cannot be read; everything is checked again")
        return _NOTHING_KEPT
    return Kept(*found) if found else _NOTHING_KEPT


def is_usable(held: HeldText) -> bool:
    """Whether what is held depends on the source's own files alone, and nothing is wrong with it.

    A text that differs from its fingerprint is judged by all quotes of its source together.
    """
    return held.place is None and not held.other_capture


class Look:
    """One look at a corpus, by what earlier ones have found."""

    def __init__(self, corpus: Corpus, settings: Settings, before: Kept) -> None:
        """Works out the sums by which it is known what has changed; looks nothing up."""
        self._corpus, self._snapshots, self._before = corpus, Snapshots(settings.snapshots), before
        self._settings = settings
        sums = Sums(corpus, settings)
        self._facts = {name: sums.of_fact(fact) for name, fact in corpus.facts.items()}
        self._sources = {name: sums.of_source(name) for name in corpus.sources}
        self._texts, self._all = sums.of_texts(), sums.of_all(self._facts.values())
        unknown = {name for name, sum in self._sources.items() if sum not in before.held_texts}
        self.fresh = tuple(
            name
            for name, sum in self._facts.items()
            if sum not in before.lookups or any(c.source in unknown for c in corpus.facts[name].citations)
        )
        """Ids of the facts that have to be looked at: all that cite a source of which nothing is kept among them."""

    @property
    def is_quiet_across(self) -> bool:
        """Whether the checks across facts are known to have nothing to say; those of a plugin are asked each time."""
        return not self._settings.plugins and self._before.across == self._all

    def keep(self, per_fact: Iterable[Diagnostic], *, is_quiet_across: bool) -> None:
        """Writes what later looks need not look up again, where anything is not as it was kept.

        `per_fact` is all that was said of the fresh facts.
        """
        before, across = self._before, self._all if is_quiet_across else b""
        if (
            before.lookups.keys() != set(self._facts.values())
            or before.held_texts.keys() != set(self._sources.values())
            or self._texts not in before.suspected_copies
            or before.across != across
        ):
            _write(self._settings, self._kept(per_fact, across))

    @cached_property
    def evidence(self) -> Evidence:
        """What `lookup.look_up_all` gives for the corpus."""
        before, corpus = self._before, self._corpus
        if self._texts not in before.suspected_copies:
            return lookup.look_up_all(corpus, self._snapshots)
        new = lookup.look_up_all(self._to_look_up(), self._snapshots)
        lookups = {place: found for fact in corpus.facts for place, found in self._lookups(fact, new)}
        held_texts = {
            name: new.held_texts[name] if name in new.held_texts else HeldText(*before.held_texts[sum][0])
            for name, sum in self._sources.items()
        }
        lengths = {
            name: new.lengths[name] if name in new.lengths else before.held_texts[sum][1]
            for name, sum in self._sources.items()
        }
        suspected_copies = tuple(SuspectedCopy(*plain) for plain in before.suspected_copies[self._texts])
        at_hand = [name for name, held in held_texts.items() if held.held == "text"]
        sources, snapshots = corpus.sources, self._snapshots
        return Evidence(
            lookups,
            held_texts,
            texts=OnDemand(at_hand, lambda name: lookup.own_text(sources[name], snapshots)),
            years=OnDemand(held_texts, lambda name: lookup.years_known(sources[name], held_texts[name], snapshots)),
            suspected_copies=suspected_copies,
            lengths=lengths,
        )

    def _kept(self, per_fact: Iterable[Diagnostic], across: bytes) -> Kept:
        found = self.evidence
        kept_sources = {name for name in self._sources if is_usable(found.held_texts[name])}
        spoken_of = self._spoken_of(per_fact, kept_sources)
        lookups = {
            sum: self._before.lookups[sum] if sum in self._before.lookups else self._plain(name)
            for name, sum in self._facts.items()
            if name not in spoken_of
        }
        held_texts = {
            sum: (_plain(found.held_texts[name]), found.lengths[name])
            for name, sum in self._sources.items()
            if name in kept_sources
        }
        sums = {name: sum for name, sum in self._facts.items() if name not in spoken_of}
        return Kept(lookups, held_texts, {self._texts: tuple(map(_plain, found.suspected_copies))}, sums, across)

    def _to_look_up(self) -> Corpus:
        """The corpus with the fresh facts alone, and with the sources that they cite or of which nothing is kept."""
        corpus = self._corpus
        facts = {name: corpus.facts[name] for name in self.fresh}
        cited = {citation.source for fact in facts.values() for citation in fact.citations}
        sources = {
            name: source
            for name, source in corpus.sources.items()
            if name in cited or self._sources[name] not in self._before.held_texts
        }
        return replace(corpus, facts=facts, sources=sources)

    def _lookups(self, fact: str, new: Evidence) -> Iterator[tuple[tuple[str, int], QuoteLookup]]:
        """Those of one fact, kept or new."""
        kept = self._before.lookups.get(self._facts[fact])
        if kept is not None:
            yield from (((fact, number), QuoteLookup(*plain)) for number, plain in enumerate(kept))
            return
        places = ((fact, number) for number in range(len(self._corpus.facts[fact].citations)))
        yield from ((place, new.lookups[place]) for place in places if place in new.lookups)

    def _plain(self, fact: str) -> tuple[Plain, ...]:
        count = len(self._corpus.facts[fact].citations)
        found = (self.evidence.lookups[fact, number] for number in range(count))
        return tuple(_plain(replace(finding, before="", after="")) for finding in found)

    def _spoken_of(self, per_fact: Iterable[Diagnostic], kept_sources: Collection[str]) -> set[str]:
        """The fresh facts of which something is said, and those that cite what is not kept.

        All of them when something is said that stands in none of them, for nobody knows then of which it is.
        """
        corpus = self._corpus
        spoken_of = {
            name
            for name in self.fresh
            if any(citation.source not in kept_sources for citation in corpus.facts[name].citations)
        }
        by_path: defaultdict[str, list[str]] = defaultdict(list)
        for name in self.fresh:
            by_path[corpus.facts[name].record.tree.path].append(name)
        for problem in per_fact:
            named = {name for span in _spans(problem) for name in by_path[span.path] if self._holds(name, span)}
            if not named:
                return set(self.fresh)
            spoken_of |= named
        return spoken_of

    def _holds(self, fact: str, span: Span) -> bool:
        own = self._corpus.facts[fact].record.span()
        return own.line <= span.line <= max(own.end_line, own.line)


def _spans(problem: Diagnostic) -> tuple[Span, ...]:
    return (problem.span, *(label.span for label in problem.labels))


def _plain(thing: QuoteLookup | HeldText | SuspectedCopy) -> Plain:
    return tuple(getattr(thing, field.name) for field in fields(thing))


def _write(settings: Settings, kept: Kept) -> None:
    plain = (kept.lookups, kept.held_texts, kept.suspected_copies, kept.sums, kept.across)
    disk_cache.store(disk_cache.path_for(_KIND, settings.root), _version(), plain, most=_MOST_SITES)


def _version() -> bytes:
    """Changes with the rules and with the libraries, each of which tells its version in its first file."""
    found = hashlib.sha256(code_version(*_RULES))
    for spec in map(find_spec, _LIBRARIES):
        found.update(Path(spec.origin).read_bytes() if spec and spec.origin else b"")
    return found.digest()
