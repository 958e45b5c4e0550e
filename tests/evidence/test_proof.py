"""The proof, as a test: what the rules can see is caught on its line, and right content is left alone."""

from __future__ import annotations

import pytest

from tests.evidence.proof import Proof, false_alarms, prove, settings_here

WANTED = 2000
"""Corrupted copies, and with texts at hand some more for the copies of whole documents."""

TARGET = 0.99


@pytest.fixture(scope="module")
def proof() -> Proof:
    return prove(settings_here(), wanted=WANTED)


def test_nearly_all_corruptions_are_caught_with_a_right_code_on_the_right_line(proof: Proof) -> None:
    print(proof.table())
    missed = [f"{c.kind}: {c.fact['id']} {'.'.join(map(str, c.way))}" for c, _ in proof.missed]
    assert proof.made >= WANTED
    assert proof.share >= TARGET, "\n".join(missed[:40])


def test_no_kind_of_corruption_slips_through(proof: Proof) -> None:
    weak = {row.kind: f"{row.caught} of {row.made}" for row in proof.rows if row.caught < 0.95 * row.made}
    assert not weak


def test_right_content_raises_no_alarm() -> None:
    assert [f"{d.span.start} {d.code} {d.message}" for d in false_alarms(settings_here())] == []
