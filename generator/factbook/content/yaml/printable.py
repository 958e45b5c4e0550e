"""Ground: text from content made fit for a message."""

from __future__ import annotations


def shown(text: str, limit: int = 60) -> str:
    """`text` fit for a message: control and bidi characters spelt out, long texts cut."""
    safe = "".join(
        c
        if c.isprintable() and not "\u200b" <= c <= "\u200f" and not "\u202a" <= c <= "\u202e"
        else f"\\u{ord(c):04x}"
        for c in text[: limit + 1]
    )
    return safe if len(text) <= limit else safe[:limit] + "…"


def passage(text: str, limit: int = 60) -> str:
    """`shown`, of words whose line ends and runs of spaces say nothing: in one line."""
    return shown(" ".join(text.split()), limit)
