"""Stage: looks every citation up in its source's text, or, where the text is absent, in its fingerprint."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from factbook.content.yaml import shown
from factbook.evidence.contexts.around import TextAround, in_text
from factbook.evidence.contexts.take import years_of
from factbook.evidence.fingerprints.confirm import Confirmed, Refuted, confirm, too_short, words_needed
from factbook.evidence.fingerprints.file_format import Fingerprint
from factbook.evidence.held_texts import context_of, held_text
from factbook.evidence.model import Evidence, HeldText, QuoteLookup
from factbook.evidence.on_demand import OnDemand
from factbook.evidence.texts.find_quote import Found, find, wanted_words
from factbook.evidence.texts.own_parts import prepared, without_gaps
from factbook.evidence.texts.page_breaks import pages_of
from factbook.evidence.texts.store import Text
from factbook.evidence.texts.years import years_in
from factbook.evidence.undeclared_copies import sample_of, sampled_copies, suspected_copies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.content.model import Citation, Corpus, Fact, Source
    from factbook.evidence.contexts.file_format import Context
    from factbook.evidence.texts.own_parts import Parts
    from factbook.evidence.texts.search_index import Place, Prepared
    from factbook.evidence.texts.store import Snapshots
    from factbook.evidence.texts.years import Years

_NOT_YET = QuoteLookup("unread")


def look_up_all(corpus: Corpus, snapshots: Snapshots) -> Evidence:
    """What the texts say of every citation; each text is prepared once, whatever the number of its quotes."""
    cited: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    lookups: dict[tuple[str, int], QuoteLookup] = {}
    for fact in corpus.facts.values():
        for number, citation in enumerate(fact.citations):
            if citation.source in corpus.sources:
                place = fact.id, number
                cited[citation.source].append(place)
                lookups[place] = _NOT_YET  # so that they stand in the order of the facts
    held_texts: dict[str, HeldText] = {}
    lengths: dict[str, int] = {}
    texts: dict[str, str] = {}
    documents: dict[str, Prepared] = {}
    contexts: dict[str, Context] = {}
    for source in corpus.sources.values():
        held = held_text(source, snapshots)
        if held.held == "differs":
            held = _as_other_capture(
                held, source, [corpus.facts[name].citations[at] for name, at in cited[source.id]], snapshots
            )
        held_texts[source.id] = held
        reader = _Unread() if not source.file else _reader(source, held, snapshots)
        if isinstance(reader, _Printed) and reader.context:
            contexts[source.id] = reader.context
        if isinstance(reader, _Document):
            texts[source.id] = reader.text
            documents[source.id] = reader.prepared
        lengths[source.id] = reader.words
        for place in cited[source.id]:
            lookups[place] = reader.look_up(corpus.facts[place[0]].citations[place[1]])
        if isinstance(reader, _Document):
            reader.prepared.close()
    samples = {name: sample_of(context, corpus.sources[name].parts) for name, context in contexts.items()}
    alike = (
        *suspected_copies(documents, texts, corpus.sources),
        *sampled_copies(samples, documents, texts, corpus.sources),
    )
    years = OnDemand(held_texts, lambda name: years_known(corpus.sources[name], held_texts[name], snapshots))
    return Evidence(lookups, held_texts, texts, years, alike, lengths)


def own_text(source: Source, snapshots: Snapshots) -> str | None:
    """The source's own lines, as checks read them; None where its text is not at hand."""
    text = snapshots.text(source.file or "")
    return "\n".join(_own_lines(text, source.parts)) if isinstance(text, Text) else None


def years_known(source: Source, held: HeldText, snapshots: Snapshots) -> Years | None:
    """The years that a source can mean, by its text or by what is recorded of it; None where nothing is."""
    if held.held == "text":
        return years_in(own_text(source, snapshots) or "", source.language)
    context = context_of(source, held.sha256, snapshots) if held.held == "fingerprint" else None
    return years_of(context, source.parts) if context else None


_OTHER_CAPTURE, _SURROUNDINGS = 4, 1 << 20
"""How many times longer another capture of a page may be, and by how many bytes of menus and adverts."""


def _as_other_capture(held: HeldText, source: Source, cited: Sequence[Citation], snapshots: Snapshots) -> HeldText:
    """A text that differs is as good as the fingerprint when every quote stands in it too, wherever its line is."""
    text, fingerprint = snapshots.text(source.file or ""), snapshots.fingerprint(source.file or "")
    if not isinstance(text, Text) or not isinstance(fingerprint, Fingerprint):
        return held
    if text.size > _OTHER_CAPTURE * fingerprint.size + _SURROUNDINGS:
        return held
    whole, recorded = _Document(text, ()), _Printed(fingerprint, None, source.parts)
    for citation in cited:
        found = whole.look_up(citation).standing in ("found", "ambiguous")
        if not found or recorded.look_up(citation).standing == "refuted":
            return replace(held, reason=f"{held.reason}; “{shown(citation.quote)}” does not stand in both")
    context = "" if context_of(source, fingerprint.sha256, snapshots) else "none"
    return HeldText("fingerprint", fingerprint.sha256, fingerprint=True, other_capture=held.reason, context=context)


def look_up_changed(before: Evidence, earlier: Corpus, corpus: Corpus, snapshots: Snapshots) -> Evidence:
    """What `look_up_all` gives for `corpus`, by what it gave `before` for an `earlier` one of the same texts."""
    if earlier.sources is not corpus.sources and _documents(earlier) != _documents(corpus):
        return look_up_all(corpus, snapshots)
    others = [fact for name, fact in corpus.facts.items() if fact is not earlier.facts.get(name)]
    changed = [fact for fact in others if not _cites_the_same(fact, earlier.facts.get(fact.id))]
    named = {citation.source for fact in changed for citation in fact.citations}
    sources = {name: corpus.sources[name] for name in corpus.sources if name in named}
    found = look_up_all(
        replace(corpus, facts={fact.id: fact for fact in changed}, sources=sources), snapshots
    ).lookups
    lookups = {**before.lookups, **found}
    if len(lookups) != len(before.lookups) or list(corpus.facts) != list(earlier.facts) or _fewer(changed, earlier):
        lookups = {
            place: lookups[place]
            for fact in corpus.facts.values()
            for place in [(fact.id, number) for number in range(len(fact.citations))]
            if place in lookups
        }
    return replace(before, lookups=lookups)


def _fewer(changed: list[Fact], earlier: Corpus) -> bool:
    """Whether a fact cites less than before."""
    return any(len(fact.citations) != len(earlier.facts[fact.id].citations) for fact in changed)


def _documents(corpus: Corpus) -> list[tuple[str, str | None, Parts, str]]:
    return [(source.id, source.file, source.parts, source.language) for source in corpus.sources.values()]


def _cites_the_same(fact: Fact, before: Fact | None) -> bool:
    return before is not None and fact.citations == before.citations


def _own_lines(text: Text, parts: Parts) -> tuple[str, ...]:
    return without_gaps(text, parts).lines[parts[0][0] - 1 : parts[-1][1]] if parts else text.lines


class _Unread:
    """A source of which nothing can be used."""

    words = 0

    def look_up(self, citation: Citation) -> QuoteLookup:
        return QuoteLookup("unread", reason="its text cannot be used")


class _Document:
    """A source whose text is at hand."""

    def __init__(self, text: Text, parts: Parts, fingerprint: object = None) -> None:
        """`fingerprint`: by which the same quotes will have to be confirmed elsewhere."""
        self._needed = words_needed(fingerprint, parts) if isinstance(fingerprint, Fingerprint) else 0
        self.prepared = prepared(text, parts)
        self.first = parts[0][0] if parts else 1
        own = _own_lines(text, parts)
        self.text = "\n".join(own)
        self._starts = (0, *accumulate(len(line) + 1 for line in own))
        self.words = max(self.prepared.row.count(b" ") - 1, 0)

    def look_up(self, citation: Citation) -> QuoteLookup:
        found = find(self.prepared, citation.quote, citation.prefix, citation.suffix)
        if not isinstance(found, Found):
            closest = found.closest
            return QuoteLookup(
                "missing",
                elsewhere=found.elsewhere,
                closest=" ".join(closest.text.split()) if closest else "",
                closest_line=closest.line if closest else None,
            )
        if len(found.places) > 1:
            return QuoteLookup("ambiguous", places=tuple(place.line for place in found.places))
        short = self._needed and too_short(
            wanted_words(citation.quote, citation.prefix, citation.suffix), self._needed
        )
        return self._found(found.places[0], short or "")

    def _found(self, place: Place, short: str) -> QuoteLookup:
        offset = self._offset(place.line, place.column)
        before, after = in_text(self.text, offset, offset + len(place.words))
        pages = pages_of(self.prepared.text.data, place.byte, place.byte + len(place.words.encode("utf-8")))
        return QuoteLookup("found", place.line, place.column, offset, before, after, short, pages=pages)

    def _offset(self, line: int, column: int) -> int:
        index = min(line - self.first, len(self._starts) - 1)
        return self._starts[max(index, 0)] + column - 1


class _Printed:
    """A source of which only the fingerprint is here, and perhaps the context."""

    def __init__(self, fingerprint: Fingerprint, context: Context | None, parts: Parts, other: object = None) -> None:
        """`other`: another capture, which answers for quotes that are too short for the fingerprint."""
        self._other = _Document(other, ()) if isinstance(other, Text) else None
        self.fingerprint, self.context, self.parts = fingerprint, context, parts
        self._told = TextAround(context) if context else None
        counts = fingerprint.lines
        own = (counts.first_word(last + 1) - counts.first_word(first) for first, last in parts)
        self.words = sum(own) if parts else counts.total

    def look_up(self, citation: Citation) -> QuoteLookup:
        said = confirm(self.fingerprint, citation.quote, self.parts, citation.prefix, citation.suffix)
        if isinstance(said, Confirmed):
            if said.also:
                return QuoteLookup("ambiguous", places=(said.line, *said.also))
            before, after = self._told.around(said.start, said.end) if self._told else ("", "")
            return QuoteLookup("confirmed", said.line, before=before, after=after)
        if isinstance(said, Refuted):
            return QuoteLookup("refuted", reason=said.reason, elsewhere=said.elsewhere)
        return self._other.look_up(citation) if self._other else QuoteLookup("unverifiable", reason=said.reason)


def _reader(source: Source, held: HeldText, snapshots: Snapshots) -> _Unread | _Document | _Printed:
    """Whatever can answer for the source; the text before the fingerprint."""
    name = source.file or ""
    if held.held == "text" and isinstance(text := snapshots.text(name), Text):
        return _Document(text, source.parts, snapshots.fingerprint(name))
    if held.held == "fingerprint" and isinstance(fingerprint := snapshots.fingerprint(name), Fingerprint):
        context = context_of(source, fingerprint.sha256, snapshots)
        return _Printed(fingerprint, context, source.parts, snapshots.text(name) if held.other_capture else None)
    return _Unread()
