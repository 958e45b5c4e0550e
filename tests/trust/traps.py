"""Files that are known to crash, hang or fool programs which read YAML, Markdown, tables or texts."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from tests.trust.mutations import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

FACT = "content/facts/trap.yml"
ACTOR = "content/actors/trap.yml"
PAGE = "content/pages/trap.md"
TEXT = "content/snapshots/wire.txt"
PRINT = "content/snapshots/wire.txt.fingerprint"
CONFIG = "site_config.yml"

START = (
    "id: trap\nstatement: The river rose.\ndate: 2024-06-01\ntopics: [flood]\ncitations:\n"
    "- {source: wire-flood, quote: The river Aare rose by 40 centimetres on Saturday}\n"
)
MEGABYTE = 1024 * 1024


def traps() -> Iterator[Case]:
    """Every trap, with the file where it lies."""
    for path in (FACT, CONFIG, "content/topics/trap.yml"):
        for name, text in _of_yaml():
            yield Case(f"{name} in {path}", path, text if isinstance(text, bytes) else text.encode())
    for name, text in _in_a_fact():
        yield Case(f"{name} in a fact", FACT, (START + text).encode("utf-8", "surrogatepass"))
    for name, text in _of_markdown():
        yield Case(f"{name} in a page", PAGE, text.encode())
    for name, data in _of_texts():
        yield Case(f"{name} as a source's text", TEXT, data)
    for name, data in _of_fingerprints():
        yield Case(f"{name} as a fingerprint", PRINT, data)


def _of_yaml() -> Iterator[tuple[str, str | bytes]]:
    yield "25,000 open brackets", "[" * 25_000
    yield "25,000 open braces", "{a: " * 25_000
    yield "25,000 nested lists in blocks", "- " * 25_000 + "x"
    yield "25,000 complex keys", "? " * 25_000 + "x"
    yield "25,000 levels of indentation", "\n".join(" " * level + "a:" for level in range(2_000))
    yield "bomb of aliases", _bomb("[{}]", "*{0}", "lol")
    yield "bomb of merge keys", "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n} {{<<: [*a, *a]}}\n" for n in range(2_000))
    yield "list that holds itself", "a: &a [*a]"
    yield "40,000 directives", "%TAG ! tag:x\n" * 40_000 + "--- a"
    yield "40,000 anchors", "\n".join(f"k{n}: &a{n} v" for n in range(40_000))
    yield "object to be made", "!!python/object/apply:os.system ['touch factbook-was-here']"
    yield "module to be imported", "!!python/module:os x"
    yield "number that is none", "a: !!int foo"
    yield "date that is none", "a: !!timestamp 2026-99-99"
    yield "binary", "a: !!binary '//8='"
    yield "environment", "a: !ENV [HOME, x]"
    yield "include", "a: !include /etc/passwd"
    yield "key twice by an escape", 'id: a\n"\\x69d": b\n"\\u0069d": c\n'
    yield "1 and true as keys", "1: a\ntrue: b\n1: c\n"
    yield "NUL", b"id: a\0b\n"
    yield "NUL escaped", 'id: "a\\0b"\n'
    yield "surrogate escaped", 'id: "\\ud800"\n'
    yield "escape sequence", "id: \x1b]0;title\x07\x1b[2J\n"
    yield "escape sequence escaped", 'id: "\\e[2J\\x9b31m"\n'
    yield "override of direction", "id: a\u202eb\n"
    yield "override escaped", 'id: "a\\u202eb"\n'
    yield "isolate in a comment", "id: a # \u2067 b\n"
    yield "zero width in a key", "i\u200bd: a\n"
    yield "UTF-16", "id: a\n".encode("utf-16")
    yield "UTF-32", "id: a\n".encode("utf-32")
    yield "Latin-1", "id: é\n".encode("latin-1")
    yield "overlong UTF-8", b"id: \xc0\xae\xc0\xae\n"
    yield "lone surrogates in UTF-8", b"id: \xed\xa0\x80\n"
    yield "nothing", b""
    yield "only a byte order mark", b"\xef\xbb\xbf"
    yield "two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbfid: a\n"
    yield "only comments", "# a\n" * 1_000
    yield "scalar of one megabyte", "id: " + "a" * MEGABYTE
    yield "scalar of one megabyte in quotes", 'id: "' + "\\u0061" * (MEGABYTE // 6) + '"'
    yield "key of one megabyte", "a" * MEGABYTE + ": b"
    yield "folded scalar of 300,000 lines", "id: >-\n" + "  a\n" * 300_000
    yield "200,000 keys", "\n".join(f"k{n}: v" for n in range(200_000))
    yield "500,000 entries", "id: [" + "a," * 500_000 + "]"
    yield "100,000 documents", "--- a\n" * 100_000
    yield "quotes that never close", 'id: "' + "a\n" * 100_000
    yield "flow with 100,000 commas", "[" + "," * 100_000 + "]"
    yield "fifty megabytes", b"a: b\n" * (10 * MEGABYTE)
    yield "100,000 question marks", "?\n" * 100_000
    yield "tab after a dash", "-\t- a\n"
    yield "one mapping a line, 20,000 times the same key", "a: b\n" * 20_000


def _bomb(list_: str, use: str, first: str) -> str:
    names = "abcdefghi"
    lines = [f"a: &a [{', '.join([first] * 9)}]"]
    for before, name in itertools.pairwise(names):
        lines.append(f"{name}: &{name} " + list_.format(", ".join([use.format(before)] * 9)))
    return "\n".join(lines)


def _in_a_fact() -> Iterator[tuple[str, str]]:
    long = "a" * MEGABYTE
    yield "note of one megabyte", f"caveat: {long}\n"
    yield "caveat of 200,000 numbers", f"caveat: {'17 ' * 200_000}\n"
    yield "caveat of 100,000 open links", f"caveat: {'[[' * 100_000}\n"
    yield "caveat of 50,000 links", f"caveat: '{'[[flood|x]]' * 50_000}'\n"
    yield "sum of one megabyte", f"computed: [{{value: 1, from: {'1+' * (MEGABYTE // 2)}1}}]\n"
    yield "sum of 200 powers", f"computed: [{{value: 1, from: {'(' * 99}1{')' * 99}}}]\n"
    yield "sum of large factors", f"computed: [{{value: 1, from: {'*'.join(['9' * 30] * 6)}}}]\n"
    yield "division by nothing", "computed: [{value: 1, from: 1/0}]\n"
    yield "date of 10,000 digits", f"asserted_on: '{'1' * 10_000}'\n"
    yield "year 9999999", "asserted_on: y9999999\n"
    yield "5,000 contradictions", f"contradicts: [{', '.join(f'f-{n}' for n in range(5_000))}]\n"
    yield "3,000 unknown keys", "".join(f"unknown_{n}: x\n" for n in range(3_000))
    yield "3,000 languages", "caveat:\n" + "".join(f"  aa-x-{n}: x\n" for n in range(3_000))
    yield "bad date forms", "added: 0000-00-00\nasserted_on: -0001-01-01\n"
    for word in ("quote", "prefix", "translation"):
        value = "x [...] […] " * 20_000
        yield f"{word} of 20,000 gaps", f"- {{source: wire-flood, quote: The river, {word}: '{value}'}}\n"
    yield "quote of one megabyte", f"- {{source: wire-flood, quote: {long}}}\n"
    yield "quote of 100,000 words", f"- {{source: wire-flood, quote: {'river ' * 100_000}}}\n"
    yield "2,000 citations", "- {source: wire-flood, quote: the river}\n" * 2_000


def _of_markdown() -> Iterator[tuple[str, str]]:
    yield "100,000 open brackets", "[" * 100_000
    yield "100,000 pictures", "![" * 100_000
    yield "20,000 nested quotes", ">" * 20_000
    yield "20,000 nested lists", "1. " * 20_000
    yield "50,000 stars", "*a_" * 50_000
    yield "50,000 backticks", "".join("`" * (n % 200) + " " for n in range(5_000))
    yield "wide table", "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|b" * 5_000
    yield "100,000 entities", "&amp;&#x1b;" * 50_000
    yield "50,000 references", "".join(f"[{n}]: x\n" for n in range(50_000))
    yield "front matter bomb", f"---\n{_bomb('[{}]', '*{0}', 'x')}\n---\n"
    yield "front matter depth", f"---\n{'[' * 25_000}\n---\n"
    yield "front matter that never ends", "---\n" + "a: b\n" * 10_000
    yield "escape sequence", "# \x1b[2J\x00\x9b\n"
    yield "override of direction", "# a\u202eb\n"
    yield "two megabytes", "a\n" * MEGABYTE


def _of_texts() -> Iterator[tuple[str, bytes]]:
    yield "fifty megabytes of words", b"The river Aare rose by 41 centimetres on Sunday, the office said.\n" * 760_000
    yield "fifty megabytes without a space", b"a" * (50 * MEGABYTE)
    yield "fifty megabytes of digits", b"1," * (25 * MEGABYTE)
    yield "fifty megabytes of marks", "e\u0301".encode() * (17 * MEGABYTE)
    yield "seventy megabytes", b"a\n" * (35 * MEGABYTE)
    yield "zeroes", b"\0" * MEGABYTE
    yield "UTF-16", "The river\n".encode("utf-16") * 1_000
    yield "Latin-1", b"\xe9" * 1_000
    yield "one letter with 500,000 marks", b"e" + "\u0301".encode() * 500_000
    yield "a million open tags", b"<b " * MEGABYTE
    yield "a million brackets", b"[" * MEGABYTE
    yield "nothing", b""
    yield "escape sequences", b"\x1b[2J\x07" * 10_000


def _of_fingerprints() -> Iterator[tuple[str, bytes]]:
    yield "nothing", b""
    yield "fifty megabytes", b"a" * (50 * MEGABYTE)
    yield "a million lines", b"a\n" * MEGABYTE
    yield "noise", bytes(range(256)) * 4_000
    yield "brackets", b"[" * 100_000
    yield "numbers that are huge", b"words: 99999999999999999999999\nlines: 9999999999999999999\n"
