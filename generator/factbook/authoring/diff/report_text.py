"""Report: a comparison with a git revision, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.diff.word_diff import pieces
from factbook.content.model import in_language
from factbook.diagnostics.sanitize import visible
from factbook.diagnostics.summary import count
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.authoring.diff import Altered, Comparison, FieldChange, Other, Tally
    from factbook.content.model import Fact, Words
    from factbook.diagnostics.colours import Paint, Style

MOST_PAGES = 40
STANCES = {
    "asserts": "said",
    "denies": "denied",
    "declines-to-confirm": "not confirmed",
    "expects": "expected",
}
MARKS = {"added": "+", "changed": "~", "gone": "-"}
STYLES: dict[str, Style] = {"+": "added", "~": "strong", "-": "removed"}


@frozen
class Changes:
    """Writes a comparison as lines of text."""

    comparison: Comparison
    revision: str
    language: str
    paint: Paint
    prefix: str = ""

    def text(self) -> str:
        """The whole account, without a line feed at its end."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        one = self.comparison
        yield self.paint(f"Since {visible(self.revision)}: {headline(one)}", "strong")
        yield from self._section("Added", (line for fact in one.added for line in self._fact("+", fact)))
        yield from self._section("Changed", (line for each in one.altered for line in self._altered(each)))
        yield from self._section("Retracted", (line for each in one.retracted for line in self._altered(each)))
        yield from self._section("Gone", (line for fact in one.disappeared for line in self._fact("-", fact)))
        others = (line for other in one.others for line in self._other(other))
        yield from self._section("Sources, actors, topics and series", others)
        prints = (f"  {MARKS[each.what]} {visible(str(each))}" for each in one.fingerprints)
        yield from self._section("Fingerprints", prints)
        yield from self._section("Pages", pages(one.pages))
        if one.pages:
            yield from self._section("Evidence", table(one.before, one.after))

    def _section(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield ""
            yield self.paint(title, "strong")
            yield from found

    def _fact(self, mark: str, fact: Fact) -> Iterator[str]:
        place = fact.record.span("id")
        head = self.paint(f"{mark} {visible(fact.id)}", STYLES[mark])
        yield f"  {head}  {visible(f'{self.prefix}{place.path}:{place.line}')}"
        if mark != "~":
            yield f"      {visible(_words(fact.statement, self.language))}"
        if mark == "+":
            yield from (f"      {visible(row)}" for row in behind(fact))

    def _other(self, other: Other) -> Iterator[str]:
        yield f"  {MARKS[other.what]} {other.kind} {visible(other.id)}"
        for alteration in other.alterations:
            yield f"      {alteration.label}: {self._difference(alteration)}"

    def _altered(self, one: Altered) -> Iterator[str]:
        yield from self._fact("~", one.after)
        for alteration in one.alterations:
            yield f"      {alteration.label}: {self._difference(alteration)}"
        for note in notes(one, self.language):
            yield f"      note: {visible(note)}"

    def _difference(self, alteration: FieldChange) -> str:
        found = pieces(alteration.before, alteration.after)
        return "".join(self._piece(kind, visible(words)) for kind, words in found)

    def _piece(self, kind: str, words: str) -> str:
        """Words in colour; without colours in the brackets of git's word diff."""
        if kind == "same":
            return words
        if self.paint.on:
            return self.paint(words, "removed" if kind == "old" else "added")
        return f"[-{words}-]" if kind == "old" else f"{{+{words}+}}"


def headline(one: Comparison) -> str:
    """`2 facts added, 1 changed, 1 gone`."""
    numbers = (
        (len(one.added), "added"),
        (len(one.altered), "changed"),
        (len(one.retracted), "retracted"),
        (len(one.disappeared), "gone"),
    )
    said = [(number, what) for number, what in numbers if number]
    if not said:
        return "no fact has changed"
    first, *rest = said
    return ", ".join([f"{count(first[0], 'fact')} {first[1]}", *(f"{number:,} {what}" for number, what in rest)])


def behind(fact: Fact) -> Iterator[str]:
    """What stands behind a fact: who says so, and each quote with its source."""
    if fact.asserted_by:
        yield f"{STANCES[fact.stance]} by {', '.join(fact.asserted_by)}"
    for citation in fact.citations:
        yield f"“{' '.join(citation.quote.split())}” ({citation.source})"


def notes(one: Altered, language: str) -> Iterator[str]:
    """What the editors say of the change: the new `revised` entries."""
    for change in one.after.revised[len(one.before.revised) :]:
        yield f"{change.on.text}: {_words(change.note, language)}"


def pages(addresses: tuple[str, ...]) -> Iterator[str]:
    """The pages touched, the first forty of them."""
    yield from (f"  {visible(address)}" for address in addresses[:MOST_PAGES])
    if len(addresses) > MOST_PAGES:
        yield f"  and {len(addresses) - MOST_PAGES:,} more"


def table(before: Tally, after: Tally) -> Iterator[str]:
    """Counts of evidence before and after, one a line."""
    for name, was, now in counts(before, after):
        yield f"  {name:<20} {was:>7,} → {now:,}"


def counts(before: Tally, after: Tally) -> Iterator[tuple[str, int, int]]:
    """Name, number before, number after."""
    for field, name in TALLIED.items():
        yield name, getattr(before, field), getattr(after, field)


TALLIED = {
    "facts": "facts",
    "citations": "citations",
    "sources": "sources cited",
    "origins": "independent origins",
    "corroborated": "corroborated facts",
    "retracted": "retracted facts",
}


def _words(words: Words, language: str) -> str:
    return " ".join(in_language(words, language, language)[0].split())
