"""The order of names: in each language as its readers look them up."""

from __future__ import annotations

import random

import pytest

from factbook.site.collation import collation_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "Adam Ádám Bo Zoe"),
        ("de", "Arzt Ärzte Baum Öl Oper Ost Zug"),
        ("de", "Maß Masse Mast"),
        ("sv", "Adam Zebra Åke Ärla Öst"),
        ("da", "Adam Zebra Ærø Østre Århus"),
        ("no", "Adam Zebra Ærø Østre Århus"),
        ("es", "Nadal Nuez Ñandú Olmo"),
        ("cs", "Cesta Čas Dům Had Chata Ikona"),
        ("sk", "Had Chata Ikona"),
        ("hu", "Cukor Csaba Dóra Gazda Gyula Zoltán Zsolt"),
        ("pl", "Adam Ąbrowa Lato Łódź Zebra Źdźbło Żaba"),
        ("tr", "Can Çelik Işık İzmir Oya Öz Su Şule"),
        ("uk", "Гора Ґанок Дім Ера Євген Ива Іван Їжак"),
        ("de-AT", "Arzt Ärzte Baum"),
        ("en", "al-Assad Albert"),
    ],
)
def test_names_in_order(language: str, names: str) -> None:
    wanted = names.split()
    for seed in range(5):
        mixed = random.Random(seed).sample(wanted, len(wanted))
        assert sorted(mixed, key=lambda name: collation_key(name, language)) == wanted


def test_case_and_accents_decide_only_between_equals() -> None:
    names = ["resumed", "résumé", "Resume", "resume"]
    assert sorted(names, key=lambda name: collation_key(name, "en"))[-1] == "resumed"


def test_no_two_names_have_one_key() -> None:
    names = ["Ada", "ada", "Áda", "A-da", "A da"]
    assert len({collation_key(name, "en") for name in names}) == len(names)
