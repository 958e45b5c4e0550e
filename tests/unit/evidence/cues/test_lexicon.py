"""The cue words of each language, by kind: what is one, and what only looks like one."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from factbook.evidence.cues.lexicon import FILES, Cue, Rival, cues_of, found, rivals_in, words_of

LANGUAGES = sorted(file.stem for file in FILES.glob("*.toml"))

DENIED = {
    "ar": "لم تنته العملية",
    "cs": "Operace není u konce",
    "da": "Indsatsen er ikke slut",
    "de": "Der Einsatz ist nicht vorbei",
    "el": "Η επιχείρηση δεν τελείωσε",
    "en": "The operation isn’t over",
    "es": "La operación no ha terminado",
    "fa": "عملیات تمام نشده است",
    "fi": "Operaatio ei ole ohi",
    "fr": "L’opération n’est pas finie",
    "he": "המבצע לא הסתיים",
    "hi": "अभियान समाप्त नहीं हुआ",
    "id": "Operasi belum selesai",
    "it": "L’operazione non è finita",
    "ja": "作戦は終わっていない",
    "ko": "작전은 끝나지 않았다",
    "nl": "De operatie is niet voorbij",
    "pl": "Operacja nie jest zakończona",
    "pt": "A operação não terminou",
    "ru": "Операция не закончена",
    "sv": "Insatsen är inte över",
    "th": "ปฏิบัติการยังไม่สิ้นสุด",
    "tr": "Operasyon bitmedi",
    "uk": "Операція не завершена",
    "vi": "Chiến dịch chưa kết thúc",
    "zh": "行动没有结束",
}
AFFIRMED = {
    "ar": "ما لا يقل عن 40 شخصا",
    "cs": "Nejen 40 lidí",
    "da": "Ikke mindre end 40 mennesker",
    "de": "Nicht weniger als 40 Menschen",
    "el": "Όχι μόνο 40 άνθρωποι",
    "en": "No fewer than 40 people, No. 5 among them",
    "es": "No menos de 40 personas",
    "fa": "نه تنها 40 نفر",
    "fi": "Ei vain 40 ihmistä",
    "fr": "Le bilan n’est que provisoire",
    "he": "לא פחות מ-40 בני אדם",
    "hi": "सुनामी में 40 लोग",
    "id": "Tidak kurang dari 40 orang",
    "it": "Non meno di 40 persone",
    "ja": "少なくとも40人",
    "ko": "40명뿐만 아니라",
    "nl": "Niet minder dan 40 mensen",
    "pl": "Nie mniej niż 40 osób",
    "pt": "Não menos de 40 pessoas",
    "ru": "Не менее 40 человек",
    "sv": "Inte mindre än 40 personer",
    "th": "ไม่น้อยกว่า 40 คน",
    "tr": "Madde madde 40 öneri",
    "uk": "Не менше 40 людей",
    "vi": "Không dưới 40 người",
    "zh": "不少于40架无人机",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_denial_is_seen(language: str) -> None:
    assert found(DENIED[language], language, "negation")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_looks_like_a_denial_is_none(language: str) -> None:
    assert not found(AFFIRMED[language], language, "negation")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["negation", "lack", "time", "possible", "future", "but"])
def test_each_language_has_each_list(language: str, name: str) -> None:
    assert name in cues_of(language).lists


@pytest.mark.parametrize("language", LANGUAGES)
def test_rivals_have_the_same_names_in_every_language(language: str) -> None:
    assert cues_of(language).rivals.keys() <= cues_of("en").rivals.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_is_found_where_one_may_begin(language: str) -> None:
    cues = cues_of(language)
    data: dict[str, Any] = tomllib.loads((FILES / f"{language}.toml").read_text("utf-8"))
    groups = data.pop("rivals", {})
    for name, forms in data.items():
        if name in cues.lists and name != "negation":
            for text in map(as_written, forms.split()):
                assert found(text, language, name) == in_full(cues.lists[name], text), (name, text)
    for group, names in groups.items():
        for name, forms in names.items():
            for text in map(as_written, forms.split()):
                there = in_full(cues.rivals[Rival(group, name)], text)
                assert rivals_in(text, language).get(group, {}).get(name) == next(iter(there), None), (name, text)


def as_written(form: str) -> str:
    """A form between other words, in capitals, with any ending."""
    plain = re.sub(r"\(\?.*?\)", "", form).replace(r"\W+", " ").replace(r"\d+", "5").replace(r"\w+", "xy")
    return f"Ah, {plain.replace('_', ' ').replace('*', 'xyz').upper()} oh"


def in_full(expression: str, text: str) -> tuple[Cue, ...]:
    """What the expression finds by itself."""
    return tuple(Cue(match[0], *match.span()) for match in re.finditer(expression, text, re.IGNORECASE))


def test_a_cue_stands_in_a_text_as_a_whole_word() -> None:
    assert words_of("Nobody was hurt", "en", "negation") == "Nobody"
    assert words_of("The notary was hurt", "en", "negation") is None


def test_rivals_are_told_apart() -> None:
    assert rivals_in("Five soldiers were wounded a day", "en").keys() == {"fate", "people", "per"}


def test_a_language_without_a_file_has_no_cues() -> None:
    assert not cues_of("xx")
    assert not found("not", "xx", "negation")
    assert not rivals_in("killed", "../en")
