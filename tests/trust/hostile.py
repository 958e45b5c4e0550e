"""A valid site in which every text that a contributor can write is a payload."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING, Any

import yaml

from factbook.evidence.fingerprints import make_fingerprint
from factbook.evidence.texts.store import FINGERPRINT_SUFFIX, Text, as_text
from factbook.site.articles.markdown_to_html import prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

EVERY = 12
"""Payloads that share a topic, an actor, a source and a series."""


def hostile_site(root: Path, payloads: Sequence[str]) -> None:
    """Writes the site into the empty folder `root`: one fact for each payload, and other things for some."""
    turn = cycle(payloads)
    groups = [payloads[at : at + EVERY] for at in range(0, len(payloads), EVERY)]
    _write(root / "site_config.yml", {
        "name": f"Site {next(turn)}", "description": next(turn), "copyright": next(turn), "languages": ["en", "de"],
        "url": "https://flood.example/x/", "repository": "https://git.example/x/y"})  # fmt: skip
    for number, group in enumerate(groups):
        _write_group(root, number, group, turn)
    first = [f"fact-{number}-0" for number in range(len(groups))]
    _write(root / "content/briefing.yml", {
        "title": next(turn), "summary": next(turn), "numbers": first[:3],
        "questions": [{"title": next(turn), "facts": first[:2], "note": next(turn)}]})  # fmt: skip
    _write_pages(root / "content/pages", payloads)


def _write_group(root: Path, number: int, group: Sequence[str], turn: Iterator[str]) -> None:
    name = f"thing-{number}"
    text = "\n\n".join(f"The office counted 4{at} things and wrote: {payload}\n" for at, payload in enumerate(group))
    _write_source(root, name, text, group, turn)
    _write(root / f"content/actors/actor-{number}.yml", {
        "id": f"actor-{number}", "name": f"Actor {next(turn)}", "kind": "person", "aliases": [next(turn), {"de": next(turn)}],
        "roles": [{"title": next(turn)}], "summary": next(turn), "redirect_from": [f"old-{number}"],
        "same_as": ["wikidata:Q42"]})  # fmt: skip
    _write(root / f"content/topics/topic-{number}.yml", {
        "id": f"topic-{number}", "title": f"Topic {next(turn)}", "summary": next(turn), "unknowns": [next(turn)],
        "judgements": [{"text": next(turn), "likelihood": "likely", "because": next(turn), "based_on": [f"fact-{number}-0"]}],
        "redirect_from": [f"old-{number}"]})  # fmt: skip
    _write(root / f"content/series/series-{number}.yml", {
        "id": f"series-{number}", "title": f"Series {next(turn)}", "unit": next(turn), "scope": next(turn),
        "description": next(turn), "group": "all"})  # fmt: skip
    _write(
        root / f"content/facts/facts {number} #%41&{{{{x}}}}'\"<img src=x onerror=window.__ran>.yml",
        [_fact(number, at, payload, turn) for at, payload in enumerate(group)],
    )


def _fact(number: int, at: int, payload: str, turn: Iterator[str]) -> dict[str, Any]:
    fact: dict[str, Any] = {
        "id": f"fact-{number}-{at}", "statement": {"en": f"The office counted 4{at} things: {_closed(payload)}", "de": _closed(payload)},
        "date": "2024-06-01", "topics": [f"topic-{number}"], "actors": [{"actor": f"actor-{number}", "role": payload}],
        "figure": {"series": f"series-{number}", "value": f"4{at}", "modifier": "exactly"}, "caveat": payload,
        "citations": [{"source": f"thing-{number}", "quote": f"counted 4{at} things and wrote: {payload}", "note": payload,
                       "translation": payload}],
        "added": "2024-06-03"}  # fmt: skip
    if at % 4 == 1:
        fact |= {"rank": "deprecated", "rank_reason": payload}
    if at % 4 == 2:
        fact |= {"revised": [{"on": "2024-06-04", "note": payload, "was": payload}]}
    if at % 4 == 3:
        fact |= {"retracted": {"on": "2024-06-05", "note": payload}}
    return fact


def _closed(payload: str) -> str:
    """Without what would be a link in a statement."""
    return payload.replace("[[", "[").replace("]]", "]")


def _write_source(root: Path, name: str, text: str, group: Sequence[str], turn: Iterator[str]) -> None:
    file = f"{name} {group[0].replace('/', ' ').replace(chr(92), ' ')[:80].strip()}.txt"
    read = as_text(file, text.encode())
    assert isinstance(read, Text)
    snapshots = root / "content" / "snapshots"
    snapshots.mkdir(parents=True, exist_ok=True)
    (snapshots / file).write_bytes(read.data)
    (snapshots / f"{file}{FINGERPRINT_SUFFIX}").write_text(make_fingerprint.make(read), encoding="utf-8")
    _write(root / f"content/sources/{name}.yml", {
        "id": name, "title": next(turn), "publisher": next(turn), "agency": next(turn), "authors": [next(turn)],
        "published": "2024-06-02", "language": "en", "file": file, "note": next(turn),
        "url": "https://source.example/%22onmouseover=window.__ran=true//?q=%3Cscript%3E&x=%7B%7Bx%7D%7D&y='-x-'*#(javascript:x)"})  # fmt: skip


def _write_pages(folder: Path, payloads: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    words = "\n\n".join(
        f"Words: {_on_a_page(payload)}" for payload in payloads if not payload.startswith(("![", "["))
    )
    head = {"title": payloads[0], "description": payloads[1], "checked": "no"}
    front = yaml.safe_dump(head, allow_unicode=True, width=10_000)
    one, other, third = (_on_a_page(payload) for payload in payloads[2:5])
    (folder / "about.md").write_text(f"---\n{front}---\n# {one}\n\n## {other}\n\n{words}\n", encoding="utf-8")
    (folder / "img src=x onerror=window.__ran.md").write_text(
        f"---\nchecked: no\n---\n# {third}\n\nText.\n", encoding="utf-8"
    )


def _on_a_page(payload: str) -> str:
    """As it stands where a page may hold it; else as code, for raw HTML and the like stop a build."""
    found = prose(payload, "a.md")
    return f"`` {payload} ``" if found.problems or found.names else payload


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
