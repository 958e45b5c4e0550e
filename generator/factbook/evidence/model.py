"""Ground: what the sources' texts and fingerprints say of every citation."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.types import Span
    from factbook.evidence.texts.page_breaks import Pages
    from factbook.evidence.texts.years import Years

QuoteStatus = Literal["found", "confirmed", "unverifiable", "missing", "ambiguous", "refuted", "unread"]


@frozen
class QuoteLookup:
    """What the texts say of one citation's quote."""

    standing: QuoteStatus
    """found in the text; confirmed by the fingerprint; unverifiable (too short for the fingerprint); missing,
    ambiguous or refuted: an error; unread: nothing is held, or it cannot be used."""
    line: int | None = None
    """Line of the source's file where the quote starts."""
    column: int | None = None
    """Character in that line, from 1; not known from a fingerprint."""
    offset: int | None = None
    """Where it starts in `Evidence.texts` of its source, in characters."""
    before: str = ""
    """What stands before it in its sentence, as far as that is known: without the text most words are `x`."""
    after: str = ""
    """The same behind it."""
    reason: str = ""
    """Why it is unverifiable or refuted; of one that was found: why it will be unverifiable without the text."""
    places: tuple[int, ...] = ()
    """Lines on which an ambiguous quote stands."""
    closest: str = ""
    """The passage most like a missing quote."""
    closest_line: int | None = None
    elsewhere: int | None = None
    """Line of the file where a missing quote stands, outside the source's own lines."""
    pages: Pages | None = None
    """First and last page of the file on which it stands, where its text has pages."""


TextStatus = Literal["text", "fingerprint", "nothing", "unreadable", "damaged", "differs"]


@frozen
class HeldText:
    """What is held of one source's file."""

    held: TextStatus
    """text: at hand, and the same as its fingerprint, if there is one; fingerprint: that alone; nothing: neither;
    unreadable: a text that is not one; damaged: a fingerprint that cannot be trusted; differs: the two disagree."""
    sha256: str = ""
    fingerprint: bool = False
    """Whether a fingerprint is recorded."""
    line_count: int | None = None
    """Lines of the text, when it is at hand."""
    other_capture: str = ""
    """How the text at hand differs from the fingerprinted one, though every quote of the source stands in both."""
    context: str = ""
    """What keeps the context of the text from being used, beside a fingerprint: `none`, `damaged` or `stale`."""
    reason: str = ""
    place: Span | None = None
    """Where the fault stands, in the text's or fingerprint's own file."""


@frozen
class Evidence:
    """Every citation looked up in its source's text or fingerprint."""

    lookups: Mapping[tuple[str, int], QuoteLookup]
    """By fact id and the citation's number from 0."""
    held_texts: Mapping[str, HeldText]
    """By source id."""
    texts: Mapping[str, str]
    """For sources whose text is at hand: the document's own lines, for checks that read it."""
    years: Mapping[str, Years] = field(default_factory=dict)
    """By source id: the years that its text can mean, as far as they are known."""
    suspected_copies: tuple[SuspectedCopy, ...] = ()
    """Pairs of documents that share much of their wording."""
    lengths: Mapping[str, int] = field(default_factory=dict)
    """By source id the words of the document; 0 where nothing is held."""


@frozen
class SuspectedCopy:
    """Two documents so like one another that one must come from the other."""

    one: str
    other: str
    share: float
    """Part of the shorter one's wording that stands in the other, from 0 to 1."""
    passage: str
    """The longest passage that both hold, cut short; across languages, their common numbers in order."""
    translated: bool = False
    """Whether they are in two languages, so that their numbers were compared and not their wording."""
