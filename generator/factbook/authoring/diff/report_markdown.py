"""Report: a comparison with a git revision as Markdown, for a pull request's comment or a job's summary.

Contributors' words are in it, and GitHub draws it under the project's name: every character that Markdown,
HTML, mentions or references could take for more than itself is written as a number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.authoring.diff.report_text import MOST_PAGES, behind, counts, headline, notes
from factbook.authoring.diff.word_diff import pieces
from factbook.content.model import in_language
from factbook.diagnostics.sanitize import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.authoring.diff import Altered, Comparison, FieldChange, Other
    from factbook.content.model import Fact
    from factbook.diagnostics.types import Diagnostic

# GitHub makes links of @name, #1, GH-1, addresses and hashes also where the mark is written as a number.
_LINKED = re.compile(r"(?i)(@|#|\bgh-|://|\bwww\.|\b[0-9a-f]{7,40}\b)")
# Other marks mean something only at the start of a row, where none of these texts stands.
_SPECIAL = re.compile(r"[!\"#$&()*:<=>@\[\\\]^_`{|}~]")
MOST_FACTS = 60
_BREAK = "\u2060"
"""WORD JOINER: nobody sees it, and it ends what GitHub would take for a mention or an address."""


def as_markdown(comparison: Comparison, owed: tuple[Diagnostic, ...], revision: str, language: str) -> str:
    """The whole account, without a line feed at its end."""
    return "\n".join(_lines(comparison, owed, revision, language))


def escaped(text: str) -> str:
    """`text` as Markdown that shows exactly its words: no markup, no HTML, no link, no mention."""
    broken = _LINKED.sub(lambda found: f"{found[0][:-1]}{_BREAK}{found[0][-1]}{_BREAK}", visible(text))
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", broken)


def _lines(one: Comparison, owed: tuple[Diagnostic, ...], revision: str, language: str) -> Iterator[str]:
    yield f"### {headline(one).capitalize()} since {escaped(revision)}"
    yield from _demanded(owed)
    yield from _section("Added", _most([_added(fact, language) for fact in one.added]))
    yield from _section("Changed", _most([_altered(each, language) for each in one.altered]))
    yield from _section("Retracted", [_altered(each, language) for each in one.retracted])
    yield from _section("Gone", [_fact(fact, language) for fact in one.disappeared])
    others = [_other(other) for other in one.others]
    yield from _section("Sources, actors, topics and series", others)
    yield from _section("Fingerprints", [f"- {escaped(str(each))}" for each in one.fingerprints])
    if one.pages:
        yield from _section("Evidence", _table(one))
        yield from _pages(one.pages)


def _demanded(owed: tuple[Diagnostic, ...]) -> Iterator[str]:
    if owed:
        yield ""
        yield "#### To do before this can be merged"
        yield ""
    for demand in owed:
        yield f"- **{demand.severity}** {escaped(demand.message)} ({escaped(demand.span.start)})"
        yield from (f"    - {escaped(row)}" for row in demand.help)


def _section(title: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield from ("", f"#### {title}", "", *rows)


def _fact(fact: Fact, language: str) -> str:
    statement, _ = in_language(fact.statement, language, language)
    return f"- **{escaped(fact.id)}**: {escaped(' '.join(statement.split()))}"


def _added(fact: Fact, language: str) -> str:
    return "\n".join((_fact(fact, language), *(f"    - {escaped(row)}" for row in behind(fact))))


def _most(rows: list[str]) -> list[str]:
    """GitHub takes a comment of some sixty thousand characters."""
    return rows if len(rows) <= MOST_FACTS else [*rows[:MOST_FACTS], f"- and {len(rows) - MOST_FACTS:,} more"]


def _altered(one: Altered, language: str) -> str:
    rows = [f"- **{escaped(one.after.id)}**"]
    rows += [f"    - {escaped(alteration.label)}: {_difference(alteration)}" for alteration in one.alterations]
    rows += [f"    - note: {escaped(note)}" for note in notes(one, language)]
    return "\n".join(rows)


def _other(other: Other) -> str:
    head = f"- {other.what}: {other.kind} {escaped(other.id)}"
    return "\n".join((head, *(f"    - {escaped(each.label)}: {_difference(each)}" for each in other.alterations)))


def _difference(alteration: FieldChange) -> str:
    tags = {"old": "del", "new": "ins"}
    return "".join(
        f"<{tags[kind]}>{escaped(words)}</{tags[kind]}>" if kind in tags else escaped(words)
        for kind, words in pieces(alteration.before, alteration.after)
    )


def _table(one: Comparison) -> list[str]:
    rows = [f"| {name} | {was:,} | {now:,} |" for name, was, now in counts(one.before, one.after)]
    return ["| | before | after |", "|---|---:|---:|", *rows]


def _pages(pages: tuple[str, ...]) -> Iterator[str]:
    yield from ("", f"<details><summary>Pages touched: {len(pages):,}</summary>", "")
    yield from (f"- {escaped(page)}" for page in pages[:MOST_PAGES])
    if len(pages) > MOST_PAGES:
        yield f"- and {len(pages) - MOST_PAGES:,} more"
    yield from ("", "</details>")
