"""Which characters count as the same, as none at all, or as a word: the tables that `normal` reads from."""

from factbook.evidence.texts.combining_marks import MARKS

QUOTATION = '"'
APOSTROPHE = "'"
DASH = "-"
ELLIPSIS = "..."

APOSTROPHES = "'’‘‛ʼʻ′`´＇׳\u1fef\u1ffd"
"""Apostrophes between letters; anywhere else they are quotation marks."""

QUOTATIONS = APOSTROPHES + '"“”„‟«»‹›‚″‶〝〞〟＂״「」『』｢｣﹁﹂﹃﹄❛❜❝❞'

HYPHENS = "-‐‑־"
"""Hyphens, which tie two words into one; a dash only stands between them."""

DASHES = HYPHENS + "‒–—―−﹘﹣－⁃˗⸺⸻"

ELLIPSES = ".…⋯"

INVISIBLE = "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""Dropped wherever they stand: soft hyphens, zero-width characters and joiners, marks of direction,
selectors of variants (as the inside of a character class)."""

DIGIT_SEPARATORS = ".,:/·\u0387٫٬،’'，．："
"""What may stand between two digits of one number, amount, time or date."""

GROUPING_SPACES = " \u00a0\u2009\u202f"
"""What may stand between groups of three digits."""

PERCENT = "%‰٪％"

HAN_NUMERALS = "〇零一二三四五六七八九十百千万萬亿億兆两兩"

IDEOGRAPHIC = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u312f"
    "\u31a0-\u31ff\uff66-\uff9d"  # kana and bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48c\uf900-\ufaff\U00020000-\U0003ffff"  # Han, Yi
)

SPACELESS = IDEOGRAPHIC + (
    "\u0e01-\u0e4f\u0e5a-\u0e5b\u0e81-\u0ecf\u0edc-\u0edf"  # Thai, Lao
    "\u1000-\u103f\u104a-\u108f\u109a-\u109f\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f"  # Burmese and its kin
    "\u1780-\u17df\u1950-\u19cf\u1a20-\u1a7f\u1aa0-\u1aad"  # Khmer, Tai Le, New Tai Lue, Tai Tham
)
"""Letters of the scripts that put no space between words (as the inside of a character class)."""

SUBJOINERS = "\u17d2\u1039"
"""Signs of Khmer and Burmese that tie the next letter below the one before."""

INLINE_TAGS = (
    "abbr|a|bdi|bdo|big|b|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|samp|small|span|strike|strong|sub|sup|s"
    "|tt|u|var|wbr"
)


def marks() -> str:
    """The combining characters as the inside of a character class, half-width kana marks among them."""
    spans = (span.partition("-") for span in MARKS.split())
    return "".join(_span(first, last) for first, _, last in spans) + "\uff9e\uff9f"


def _span(first: str, last: str) -> str:
    return chr(int(first, 16)) + (f"-{chr(int(last, 16))}" if last else "")
