"""Ground: the collections that `same_as` names things in: the form of their names, check digits and addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@frozen
class Collection:
    """A collection of names of things that other programs know."""

    title: str
    form: str
    """A regular expression for the whole of a name."""
    words: str
    """The form, for people."""
    example: str
    address: str | None = None
    """Where readers find the thing; `{key}` stands for its name."""
    checks: Callable[[str], bool] = bool
    """Whether the check digit of a name that has the form is right."""

    @property
    def host(self) -> str:
        """Of its addresses, without the word that stands first in many; empty without an address."""
        return (urlsplit(self.address or "").hostname or "").removeprefix("www.")


def misfit(collection: Collection, key: str) -> str:
    """What is wrong with a name in a collection, as words that follow it; or nothing."""
    if not re.fullmatch(collection.form, key, re.ASCII):
        return f"is not a name in {collection.title}: {collection.words}, such as {collection.example}"
    return "" if collection.checks(key) else f"is not in {collection.title}: its check digit is wrong"


def likely_key(collection: Collection, key: str) -> str:
    """The name that was probably meant: without an address before it, spaces and other letters; or an empty text."""
    bare = re.sub(r"\s", "", key.rstrip("/").rpartition("/")[2])
    digits = re.sub(r"\W", "", bare)
    parted = "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))
    forms = (bare, bare.upper(), bare.lower(), digits.upper(), parted.upper(), re.sub(r"^\D+", "", digits))
    return next((form for form in forms if not misfit(collection, form)), "")


def _weighted(key: str, weights: Iterable[int]) -> int:
    return sum(_digit(sign) * weight for sign, weight in zip(key, weights, strict=False))


def _digit(sign: str) -> int:
    return 10 if sign == "X" else int(sign)


def _gnd(key: str) -> bool:
    """Modulo 11, by weights that rise from the right; names with a hyphen carry the rest itself."""
    bare = key.replace("-", "")
    rest = _weighted(bare[:-1], range(len(bare), 1, -1)) % 11
    return rest == _digit(bare[-1]) if "-" in key else (rest + _digit(bare[-1])) % 11 == 0


def _isni(key: str) -> bool:
    """ISO 7064, modulo 11-2."""
    rest = 0
    for sign in key.replace("-", "")[:-1]:
        rest = (rest + int(sign)) * 2 % 11
    return (rest + _digit(key[-1])) % 11 == 1


def _ror(key: str) -> bool:
    """ISO 7064, modulo 97-10, over Crockford's digits to the base 32."""
    number = 0
    for sign in key[:-2]:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(sign)
    return (number * 100 + int(key[-2:])) % 97 == 1


def _lei(key: str) -> bool:
    """ISO 7064, modulo 97-10, each letter as its number from 10 on."""
    return int("".join(str(int(sign, 36)) for sign in key)) % 97 == 1


def _imo(key: str) -> bool:
    """That of ships, or that of the companies that own them."""
    last = int(key[-1])
    ship = _weighted(key[:-1], range(7, 1, -1)) % 10
    company = (11 - _weighted(key[:-1], (8, 6, 4, 2, 9, 7)) % 11) % 10
    return last in (ship, company)


COLLECTIONS = {
    "wikidata": Collection(
        "Wikidata", r"Q[1-9]\d{0,11}", "Q and a number", "Q42",
        "https://www.wikidata.org/wiki/{key}",
    ),
    "gnd": Collection(
        "GND", r"1[0-9]?\d{7}[0-9X]|3\d{7}[0-9X]|[1-9]\d{0,7}-[0-9X]", "digits, some with a hyphen before the last",
        "118540238", "https://d-nb.info/gnd/{key}", _gnd,
    ),
    "viaf": Collection("VIAF", r"[1-9]\d{0,21}", "a number", "24602065", "https://viaf.org/viaf/{key}"),
    "isni": Collection(
        "ISNI", r"\d{15}[0-9X]", "sixteen digits without spaces, the last one may be X", "0000000121032683",
        "https://isni.org/isni/{key}", _isni,
    ),
    "orcid": Collection(
        "ORCID", r"(?:\d{4}-){3}\d{3}[0-9X]", "four groups of four digits, with hyphens", "0000-0002-1825-0097",
        "https://orcid.org/{key}", _isni,
    ),
    "ror": Collection(
        "ROR", r"0[0-9a-hjkmnp-tv-z]{6}\d{2}", "0, six digits or small letters, and two digits", "05dxps055",
        "https://ror.org/{key}", _ror,
    ),
    "lei": Collection(
        "LEI", r"[0-9A-Z]{18}\d{2}", "eighteen digits or capital letters, and two digits",
        "529900T8BM49AURSDO55", "https://search.gleif.org/#/record/{key}", _lei,
    ),
    "imo": Collection("IMO", r"\d{7}", "seven digits", "9074729", checks=_imo),
    "geonames": Collection("GeoNames", r"[1-9]\d{0,9}", "a number", "2950159", "https://www.geonames.org/{key}"),
}  # fmt: skip
"""By the word before the colon; other collections are taken as they are written."""
