"""Ground: the form of web addresses: what RFC 3986 and 3987 allow and every browser follows, and no more."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from factbook.content.yaml import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = frozenset("-._~:/?@!$&'()*+,;=")
_PLAIN = re.compile(r"[A-Za-z0-9\-._~:/?@!$&'(),*+;=]*")
"""Most addresses: letters and digits of ASCII, and `_SIGNS`."""
_CODE = re.compile(r"%[0-9A-Fa-f]{2}")
_PART = r"(?:[A-Za-z0-9\-._~!$&'(*+,;=:@/)]++|%[0-9A-Fa-f]{2})*"
_USUAL = re.compile(rf"https?://(?:[a-z0-9-]++\.)+[a-z]{{2,}}(?:/{_PART})?(?:\?{_PART})?(?:#{_PART})?")
"""What nearly every address looks like, so that it is looked at once and not letter by letter."""
_SCHEME = re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://")
_WITHOUT_SCHEME = re.compile(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/|$))")
_AUTHORITY = re.compile(r"[^/?#]*")
_LABEL = r"[^\x00-,./:-@\[-^`{-}\x7f]+"
"""Letters, digits, `_`, `~`, `-` and all beyond ASCII; told by what it is not, which is compiled far sooner."""
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")
_VERSION_SIX = re.compile(r"\[[0-9A-Fa-f:.]+\](?::[0-9]*)?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_FOUR_NUMBERS = re.compile(r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}", re.A)
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\U000e0100-\U000e01ef]"
)
"""What nobody sees although it counts as printable, and what stands for a character that was lost."""


def url(value: str) -> str:
    """A web address that a reader can follow, http or https: what is wrong with it, or nothing.

    It holds what RFC 3986 allows and, as in RFC 3987, the letters and signs of all scripts, but nothing that
    nobody sees. A host is a name of DNS or an address of IP (RFC 3986, 3.2.2), and no password stands before it.
    """
    return "" if _USUAL.fullmatch(value) else looked_at(value)


def looked_at(value: str) -> str:
    """The same, whatever the address looks like."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return _holds(value) or f"`{shown(value)}` is not a web address"
    if parts.scheme not in ("http", "https") or not host:
        return f"`{shown(value)}` is not a web address that starts with http:// or https://"
    if parts.username is not None:
        return "this address carries a user name or password"
    return _holds(value) or _of_host(host, parts.netloc)


def likely_url(value: str) -> str:
    """The address that was probably meant: with a scheme, and with codes for what no address may hold."""
    bare = value.strip("<>")
    whole = f"https://{bare}" if _WITHOUT_SCHEME.match(bare) else re.sub(r"^(https?)(?::/?(?!/)|//)", r"\1://", bare)
    wrong = set(_unfit(whole))
    return "".join(_coded(c) if at in wrong else c for at, c in enumerate(whole))


def _holds(value: str) -> str:
    """A sentence about the first character that no address may hold where it stands."""
    at = next(_unfit(value), None)
    if at is None:
        return ""
    character = value[at]
    named = f"`{character}`" if _seen(character) else f"U+{ord(character):04X}"
    what = {"%": "`%` without a code behind it", "#": "`#` a second time", " ": "a space"}.get(character, named)
    return f"`{shown(value)}` holds {what} as character {at + 1}, which no web address may hold"


def _unfit(value: str) -> Iterator[int]:
    """Where characters stand that no address may hold there."""
    if _PLAIN.fullmatch(value):
        return
    scheme = _SCHEME.match(value)
    host = _AUTHORITY.match(value, scheme.end()) if scheme else None
    fragment = value.find("#")
    for at, character in enumerate(value):
        if character == "%":
            fits = _CODE.match(value, at) is not None
        elif character == "#":
            fits = at == fragment
        elif character in "[]":
            fits = host is not None and host.start() <= at < host.end()
        elif character.isascii():
            fits = character.isalnum() or character in _SIGNS
        else:
            fits = _seen(character)
        if not fits:
            yield at


def _of_host(host: str, authority: str) -> str:
    last = host.removesuffix(".").rpartition(".")[2]
    form = _FOUR_NUMBERS if _NUMBER.fullmatch(last) else _HOST
    marks = any(label and unicodedata.category(label[0])[0] == "M" for label in host.split("."))
    if _VERSION_SIX.fullmatch(authority) or (form.fullmatch(host) and not marks):
        return ""
    return f"`{shown(host)}` is not the name of a host: letters, digits and hyphens, with points between them"


def _coded(character: str) -> str:
    """The code of a character; nothing for one that nobody sees."""
    return quote(character) if _seen(character) else ""


def _seen(character: str) -> bool:
    return character.isprintable() and not _UNSEEN.match(character)
