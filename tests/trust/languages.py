"""Five hundred valid facts in the world's scripts, made by seed from sentences of our own about an invented flood."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from factbook.evidence.contexts import file_format, take
from factbook.evidence.fingerprints import make_fingerprint
from factbook.evidence.texts.store import CONTEXT_SUFFIX, FINGERPRINT_SUFFIX, Text, as_text

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Language:
    """What a report in a language is made of."""

    code: str
    name: str
    sentence: str
    """With a place (`{place}`), in which `{words}` words are drawn from `vocabulary`."""
    places: tuple[str, ...]
    vocabulary: tuple[str, ...]
    joined: str = " "
    english: str = "The river rose"


def _of(
    code: str,
    name: str,
    sentence: str,
    places: str,
    vocabulary: str,
    joined: str = " ",
    english: str = "The river rose",
) -> Language:
    return Language(code, name, sentence, tuple(places.split("|")), tuple(vocabulary.split("|")), joined, english)


LANGUAGES = (
    _of("ar", "Arabic", "قال المتحدث إن النهر ارتفع قرب {place} بعد {words} في المساء", "الجسر القديم|المدينة|السدّ|الميناء",
        "المطر|العاصفة|الريح|الثلج|الفيضان|الغيوم"),
    _of("he", "Hebrew", "הדוברת אמרה כי הנהר עלה ליד {place} אחרי {words} בערב", "הגשר הישן|העיר|הסכר|הנמל",
        "הגשם|הסופה|הרוח|השלג|השיטפון|העננים"),
    _of("fa", "Persian", "سخنگو گفت رودخانه‌ها نزدیک {place} پس از {words} بالا می‌آیند و خانه‌ها خیس می‌شوند",
        "پل قدیمی|شهر|سدّ|بندرگاه‌ها", "باران‌ها|توفان|باد|برف|سیلاب|ابرها"),
    _of("ur", "Urdu", "ترجمان نے کہا کہ دریا {place} کے قریب {words} کے بعد بلند ہوا", "پرانے پل|شہر|بند|بندرگاہ",
        "بارش|طوفان|ہوا|برف|سیلاب|بادل"),
    _of("zh", "Chinese", "发言人说河水在{place}附近因{words}而上涨并且没有人受伤", "老桥|城市|大坝|港口", "大雨|暴风|大风|积雪|洪水|乌云", "、",
        "The river rose and nobody was hurt"),
    _of("ja", "Japanese", "報道官は、川が{place}の近くで{words}のあとに増水したと語った", "古い橋|街|ダム|港", "雨|嵐|風|雪|洪水|雲", "や"),
    _of("ko", "Korean", "대변인은 강이 {place} 근처에서 {words} 뒤에 불어났다고 말했다", "오래된 다리|도시|댐|항구",
        "비|폭풍|바람|눈|홍수|구름"),
    _of("uk", "Ukrainian", "Речниця сказала, що річка піднялася біля {place} після {words} увечері",
        "старого мосту|міста|греблі|порту", "дощу|бурі|вітру|снігу|повені|пір’їстих хмар"),
    _of("ru", "Russian", "Пресс-секретарь сказал, что река поднялась у {place} после {words} вечером",
        "старого моста|города|плотины|порта", "дождя|бури|ветра|снега|наводнения|туч"),
    _of("vi", "decomposed Latin", "Ngu\u031bo\u031b\u0300i pha\u0301t ngo\u0302n no\u0301i so\u0302ng da\u0302ng cao ga\u0302\u0300n {place} sau {words} va\u0300o buo\u0302\u0309i to\u0302\u0301i",
        "ca\u0302\u0300u cu\u0303|tha\u0300nh pho\u0302\u0301|đa\u0323\u0302p|ca\u0309ng", "mu\u031ba|ba\u0303o|gio\u0301|tuye\u0302\u0301t|lu\u0303|ma\u0302y"),
    _of("hi", "Devanagari", "प्रवक्ता ने कहा कि नदी {place} के पास {words} के बाद शाम को बढ़ी और क्‍या हुआ यह सबने देखा",
        "पुराने पुल|शहर|बाँध|बंदरगाह", "वर्षा|तूफ़ान|हवा|हिमपात|बाढ़|बादलों"),
    _of("th", "Thai", "โฆษกกล่าวว่าแม่น้ำสูงขึ้นใกล้{place}หลังจาก{words}ในตอนเย็นและไม่มีผู้ใดบาดเจ็บ", "สะพานเก่า|ตัวเมือง|เขื่อน|ท่าเรือ",
        "ฝน|พายุ|ลม|หิมะ|น้ำหลาก|เมฆ", "และ",
        "The river rose and nobody was hurt"),
    _of("el", "Greek", "Η εκπρόσωπος είπε ότι το ποτάμι ανέβηκε κοντά {place} μετά από {words} το βράδυ",
        "στη γέφυρα|στην πόλη|στο φράγμα|στο λιμάνι", "βροχή|θύελλα|άνεμο|χιόνι|πλημμύρα|σύννεφα"),
    _of("ka", "Georgian", "სპიკერმა თქვა, რომ მდინარე {place} მახლობლად {words} შემდეგ საღამოს ადიდდა",
        "ძველი ხიდის|ქალაქის|კაშხლის|პორტის", "წვიმის|ქარიშხლის|ქარის|თოვლის|წყალდიდობის|ღრუბლების"),
    _of("am", "Ethiopic", "ቃል አቀባዩ ወንዙ በ{place} አጠገብ ከ{words} በኋላ ምሽት ላይ ከፍ አለ አሉ", "ድልድይ|ከተማ|ግድብ|ወደብ", "ዝናብ|ማዕበል|ነፋስ|በረዶ|ጎርፍ|ደመና"),
    _of("my", "Burmese", "ပြောရေးဆိုခွင့်ရှိသူက မြစ်ရေသည် {place}အနီးတွင် {words}ပြီးနောက် မြင့်တက်ခဲ့သည်ဟု ပြောသည်", "တံတား|မြို့|ဆည်|ဆိပ်ကမ်း",
        "မိုး|မုန်တိုင်း|လေ|နှင်း|ရေကြီးမှု|တိမ်", "နှင့်"),
)  # fmt: skip


def site_of_scripts(root: Path, count: int, seed: int = 7) -> tuple[dict[str, str], int]:
    """Writes a site with `count` facts; gives each fact's words as typed, and the number of scripts."""
    chance = random.Random(seed)
    sentences = {language.code: _sentences(language, -(-count // len(LANGUAGES)), chance) for language in LANGUAGES}
    expected: dict[str, str] = {}
    for language in LANGUAGES:
        _write_source(root, language, sentences[language.code])
    for number in range(count):
        language = LANGUAGES[number % len(LANGUAGES)]
        sentence = sentences[language.code][number // len(LANGUAGES)]
        _write_fact(root, number, language, sentence)
        expected[f"fact-{number}"] = sentence
    config = (
        "name: Scripts\ndescription: The same flood in the world's scripts.\nlanguages: [en]\nquoted_share: 100\n"
    )
    (root / "site_config.yml").write_text(config, encoding="utf-8")
    return expected, len(LANGUAGES)


def _sentences(language: Language, count: int, chance: random.Random) -> list[str]:
    """As many different sentences."""
    found: dict[str, None] = {}
    while len(found) < count:
        words = language.joined.join(chance.sample(language.vocabulary, 3))
        found[language.sentence.format(place=chance.choice(language.places), words=words)] = None
    return list(found)


def _write_source(root: Path, language: Language, sentences: list[str]) -> None:
    name, stop = f"source-{language.code}", "。" if language.code in ("zh", "ja") else "."
    text = as_text(f"{name}.txt", "\n\n".join(f"{sentence}{stop}" for sentence in sentences).encode())
    assert isinstance(text, Text)
    snapshots = root / "content" / "snapshots"
    snapshots.mkdir(parents=True, exist_ok=True)
    (snapshots / text.name).write_bytes(text.data)
    (snapshots / f"{text.name}{FINGERPRINT_SUFFIX}").write_text(make_fingerprint.make(text), encoding="utf-8")
    context = file_format.write(take.take(text, [language.code]))
    (snapshots / f"{text.name}{CONTEXT_SUFFIX}").write_text(context, encoding="utf-8")
    _write(
        root / f"content/topics/topic-{language.code}.yml", {"id": f"topic-{language.code}", "title": language.name}
    )
    _write(root / f"content/sources/{name}.yml", {
        "id": name, "title": {language.code: sentences[0][:20].strip()}, "publisher": language.name,
        "language": language.code, "published": "2024-06-02", "file": text.name})  # fmt: skip


def _write_fact(root: Path, number: int, language: Language, sentence: str) -> None:
    letters = f"q{chr(97 + number // 26)}{chr(97 + number % 26)}"  # no word of any list
    _write(root / f"content/facts/fact-{number}.yml", {
        "id": f"fact-{number}", "statement": {"en": f"{language.english} ({language.name}, {letters}).", language.code: sentence},
        "date": "2024-06-01", "topics": [f"topic-{language.code}"], "caveat": {language.code: sentence},
        "citations": [{"source": f"source-{language.code}", "quote": sentence, "translation": f"{language.english}."}],
    })  # fmt: skip


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
