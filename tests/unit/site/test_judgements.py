"""The editors' judgements say how likely something is in the words of the site's own scale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factbook.content.model.scales import SCALES
from factbook.site.fragments import Fragments
from factbook.site.judgements import judgement_lines, judgement_table
from tests.unit.site.corpora import SOURCE, corpus, evidence, settings

FACT = "statement: It rained.\ndate: 2024\ntopics: [flood]\ncitations: [{source: report, quote: it rained}]\n"


def made(scale: str, likelihood: str) -> Fragments:
    topic = f"title: Flood\njudgements:\n- {{text: It will rise, likelihood: {likelihood}, based_on: [rain]}}\n"
    found = corpus(source_report=SOURCE, topic_flood=topic, fact=f"id: rain\n{FACT}")
    return Fragments(found, evidence(found), replace(settings(), scale=scale), "en")  # type: ignore[arg-type]  # a real one


@pytest.mark.parametrize(("scale", "word"), [(scale, word) for scale, words in SCALES.items() for word in words])
def test_each_word_of_each_scale_is_shown_in_its_place(scale: str, word: str) -> None:
    fragments = made(scale, word)
    table = judgement_table(fragments, fragments.corpus.topics["flood"])
    drawn = table.partition('<span class="scale" aria-hidden="true">')[2].partition("</span>")[0]
    lit = [field == '<i class="on"></i>' for field in drawn.replace("</i><i", "</i>|<i").split("|")]
    assert lit == [one == word for one in SCALES[scale]]
    assert ("%" in table) is (scale == "icd203"), "everyday words promise no range"


def test_the_markdown_has_the_same_word() -> None:
    fragments = made("plain", "possible")
    assert "*Possible*" in "".join(judgement_lines(fragments, fragments.corpus.topics["flood"]))
