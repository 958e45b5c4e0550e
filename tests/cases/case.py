"""Reads golden cases, lays out the small site that a case describes, and rewrites what it expects.

A case gives only the files that matter. Around them stands the neighbourhood below: one source with its
text, one actor, one topic, one series and a fact that uses them all, so that a case stays ten lines long.

    about: what the case shows, in one sentence
    files:          # path -> content; an empty value takes a file of the neighbourhood away;
                    # {base64: …} gives bytes that YAML cannot hold
    texts:          # name -> a source's text; each gets its fingerprint, as `factbook snapshot` writes it
    fingerprints:   # name -> the text that was fingerprinted, when it is not the one at hand
    before:         # path -> content as it was in the last published state, for `factbook diff`
    fresh: true     # a fresh clone: the fingerprints are there and the texts are not
    bare: true      # no neighbourhood
    build: true     # the site is built too, for messages about pages and addresses
    expect:         # last: every diagnostic, in order
      - code: …     #   its code
        at: content/facts/a.yml:3:5
        severity: error
        message: …  #   how the message starts
        help: …     #   how the first advice starts, in cases that are about it
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from factbook.evidence.contexts.file_format import write
from factbook.evidence.contexts.take import take
from factbook.evidence.fingerprints import make_fingerprint as fingerprint
from factbook.evidence.texts.store import CONTEXT_SUFFIX, FINGERPRINT_SUFFIX, Text, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.diagnostics.types import Diagnostic

FOLDER = Path(__file__).parent

TEXT = """\
The river rises

The river Aare rose by 40 centimetres on Saturday, the water office said.
Ada Keller, who heads the office, told reporters that two bridges are closed.
Nobody was hurt.
"""
NEIGHBOURHOOD: Mapping[str, str] = {
    "site_config.yml": "name: Rivers\ndescription: What is known of the flood.\nlanguages: [en]\n",
    "content/sources/gazette.yml": (
        "id: gazette\ntitle: The river rises\npublisher: The Gazette\nlanguage: en\n"
        "published: 2024-06-02\nfile: gazette.txt\n"
    ),
    "content/actors/ada-keller.yml": "id: ada-keller\nname: Ada Keller\nkind: person\n",
    "content/topics/flood.yml": "id: flood\ntitle: The flood\n",
    "content/series/rise.yml": "id: rise\ntitle: Rise of the river\nunit: centimetres\n",
    "content/facts/neighbour.yml": (
        "id: the-river-rises\nstatement: The river has risen by 40 centimetres.\ndate: 2024-06-01\n"
        "topics: [flood]\nactors: [ada-keller]\nfigure: {series: rise, value: 40}\n"
        "citations:\n- {source: gazette, quote: The river Aare rose by 40 centimetres on Saturday}\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Expected:
    """A diagnostic that a case expects."""

    code: str
    at: str
    """`path:line:column`"""
    severity: str
    message: str
    """How the message starts."""
    help: str = ""
    """How the first advice starts; empty when the case does not care."""


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case, as its file says."""

    path: Path
    about: str
    files: Mapping[str, Any]
    texts: Mapping[str, str]
    fingerprints: Mapping[str, str | None]
    before: Mapping[str, Any]
    expect: tuple[Expected, ...]
    fresh: bool = False
    bare: bool = False
    build: bool = False
    unknown: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """Folder and file without the ending, for the test's name."""
        return self.path.relative_to(FOLDER).with_suffix("").as_posix()

    def lay_out(self, root: Path, *, before: bool = False) -> None:
        """Writes the case's site into the empty folder `root`; `before`: as it was when last published."""
        files: dict[str, Any] = {} if self.bare else dict(NEIGHBOURHOOD)
        texts = ({} if self.bare else {"gazette.txt": TEXT}) | dict(self.texts)
        for path, content in (files | dict(self.files) | (dict(self.before) if before else {})).items():
            if content is not None:
                _write(root / path, _bytes(content))
        snapshots = root / "content" / "snapshots"
        for name, text in texts.items():
            if not self.fresh:
                _write(snapshots / name, text.encode())
        captured = {Path(path).name: text for path, text in self.before.items() if "/snapshots/" in path}
        for name, original in (texts | dict(self.fingerprints) | (captured if before else {})).items():
            if original is not None:
                _fingerprint(snapshots / name, original, self._languages())
                if (content := self.files.get(f"content/snapshots/{name}{CONTEXT_SUFFIX}")) is not None:
                    _write(snapshots / f"{name}{CONTEXT_SUFFIX}", _bytes(content))

    def _languages(self) -> frozenset[str]:
        """Those of the case's sources."""
        return frozenset(("en", *re.findall(r"language: ([a-z]{2,3})", str(self.files))))

    def rewrite(self, seen: Iterable[Diagnostic]) -> None:
        """Puts what was seen in the place of what is expected, and leaves the rest of the file alone."""
        head = self.path.read_text(encoding="utf-8").partition("\nexpect:")[0].rstrip("\n")
        advised = any(row.help for row in self.expect)
        rows = [
            {"code": d.code, "at": d.span.start, "severity": str(d.severity), "message": d.message}
            | ({"help": d.help[0]} if advised and d.help else {})
            for d in seen
        ]
        listed = yaml.safe_dump(rows, sort_keys=False, allow_unicode=True, width=100) if rows else " []\n"
        body = "\n" + "".join(f"  {line}\n" for line in listed.splitlines()) if rows else listed
        self.path.write_text(f"{head}\nexpect:{body}", encoding="utf-8")


@lru_cache(maxsize=1)
def all_cases() -> tuple[Case, ...]:
    """Every case below this folder, by name."""
    return tuple(map(_read, sorted(FOLDER.rglob("*.yml"))))


def _read(path: Path) -> Case:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ValueError(f"{path} is not a golden case: {error}") from None
    known = ("about", "files", "texts", "fingerprints", "before", "fresh", "bare", "build", "expect")
    return Case(
        path,
        data.get("about", ""),
        data.get("files") or {},
        data.get("texts") or {},
        data.get("fingerprints") or {},
        data.get("before") or {},
        tuple(Expected(**row) for row in data.get("expect") or ()),
        bool(data.get("fresh")),
        bool(data.get("bare")),
        bool(data.get("build")),
        tuple(key for key in data if key not in known),
    )


def _bytes(content: str | Mapping[str, str]) -> bytes:
    return content.encode() if isinstance(content, str) else base64.b64decode(content["base64"])


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _fingerprint(path: Path, text: str, languages: Iterable[str]) -> None:
    read = as_text(path.name, text.encode())
    assert isinstance(read, Text), read
    _write(path.with_name(path.name + FINGERPRINT_SUFFIX), fingerprint.make(read).encode())
    _write(path.with_name(path.name + CONTEXT_SUFFIX), write(take(read, languages)).encode())
