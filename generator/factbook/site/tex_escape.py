"""Site: text for BibTeX, in which nothing is markup."""

from __future__ import annotations

import re

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, also those behind a backslash
    "}": r"\textbraceright{}",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "@": r"{@}",
}
_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")


def tex(text: str) -> str:
    """A text without anything that TeX or BibTeX would take for markup."""
    return _SPECIAL.sub(lambda found: _TEX[found[0]], " ".join(text.split()))
