"""Texts: how many words readers count in a text, whatever its script puts between them."""

from __future__ import annotations

from factbook.evidence.texts.normalize import words


def word_count(text: str) -> int:
    """Words as a reader counts them.

    In scripts without spaces, where each character with its marks is one here, two make a word in Chinese and
    Japanese, and seven make two in Thai, Lao, Khmer and Burmese.
    """
    found = [word for word in words(text) if any(character.isalnum() for character in word)]
    ideographs = sum(1 for word in found if len(word) == 1 and _IDEOGRAPHS <= word <= _LAST)
    syllables = sum(1 for word in found if _THAI <= word[0] <= _LAST_LAO or _BURMESE <= word[0] <= _LAST_BURMESE)
    syllables += sum(1 for word in found if _KHMER <= word[0] <= _LAST_KHMER)
    return len(found) - ideographs // 2 - syllables * 5 // 7


_IDEOGRAPHS, _LAST = "\u3005", "\U0003ffff"
_THAI, _LAST_LAO = "\u0e01", "\u0edf"
_BURMESE, _LAST_BURMESE = "\u1000", "\u109f"
_KHMER, _LAST_KHMER = "\u1780", "\u17df"
