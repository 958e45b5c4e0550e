"""Looking at the words right before a quote first only saves time: what stands around it decides."""

from __future__ import annotations

import random

from factbook.content.model import Citation
from factbook.evidence.checks.actors_named import _around, _close, _folded, _named, _stem
from factbook.evidence.model import QuoteLookup

WORDS = ("Iwakaya", "said", "that", "xTakeshi", "岩屋Kaya", "in", "U.S.", "“", "İwaya", "l'Iwakaya")
FORMS = ((" kaya",), (" takeshi",), (" iwaya", " said"), ("屋k",))


def test_the_words_right_before_a_quote_name_nobody_whom_the_whole_does_not() -> None:
    chance = random.Random(5)
    for _ in range(2000):
        gap = chance.choice((" ", " ", "\n", ""))
        text = gap.join(chance.choices(WORDS, k=chance.randrange(30, 900)))
        offset = chance.randrange(len(text))
        citation = Citation("s", text[offset : offset + chance.randrange(1, 60)], None, None, None, None, None)
        lookup, folded = QuoteLookup("found", offset=offset), {"s": _folded(text)}
        close, around = _close(citation, lookup, text), _around(citation, lookup, text, folded)
        for form in FORMS:
            if _named((form,), [close]):
                assert _named((form,), [around])
                assert _named((form,), [folded["s"]])


def test_a_name_is_met_behind_what_hebrew_and_arabic_write_together_with_it() -> None:
    for name, text in (("משטרה", "במשטרה מעריכים"), ("وزارة", "قالت الوزارة ووزارة الدفاع")):
        assert _named(((_stem(_folded(name).strip()),),), [_folded(text)])
    assert not _named(((_stem("kaya"),),), [_folded("Iwakaya said")])
