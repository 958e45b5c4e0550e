"""What several tests of this room make: a text from a string, and words of every kind to make one of."""

from __future__ import annotations

from hypothesis import strategies as st

from factbook.evidence.texts.search_index import Prepared
from factbook.evidence.texts.store import Text, as_text


def text(content: str, name: str = "report.txt") -> Text:
    """A text with this content."""
    made = as_text(name, content.encode("utf-8"))
    assert isinstance(made, Text)
    return made


def prepared(content: str, lines: tuple[int, int] | None = None) -> Prepared:
    """A source with this content."""
    return Prepared(text(content), lines)


LANGUAGES = {
    "Arabic": "قال الوزير إن ١٢٬٠٠٠ جندي وصلوا إلى المنطقة، ولم يُعلَن عن أي خسائر.",
    "Hebrew": 'דובר צה"ל אמר כי 12,000 חיילים הגיעו לאזור, וכי אין נפגעים.',
    "Persian": "وزیر می‌گوید که ۱۲٬۰۰۰ سرباز به این منطقه آمده‌اند و کسی آسیب ندیده است.",
    "Chinese": "部长表示,约一万二千名士兵已于3月12日抵达该地区,没有人员伤亡。",
    "Japanese": "外相は「約1万2000人の兵士が到着した」と述べ、死傷者はいないと説明した。",
    "Thai": "รัฐมนตรีกล่าวว่าทหาร ๑๒,๐๐๐ นายเดินทางมาถึงพื้นที่แล้ว ไม่มีผู้บาดเจ็บ",
    "Russian": "Министр заявил, что в регион прибыли 12 000 солдат, пострадавших нет.",
    "Ukrainian": "Міністр Андрій Сибіга повідомив про зв’язок: прибули 12 000 солдатів, об'єкти цілі.",
    "German": "Der Minister sagte, bis zu 12.000 Soldaten seien „in der Region“ eingetroffen.",
    "Hindi": "मंत्री ने कहा कि १२,००० सैनिक क्षेत्र में पहुँच गए हैं और कोई हताहत नहीं हुआ।",
    "Vietnamese, decomposed": (
        "Bo\u0323\u0302 tru\u031bo\u031b\u0309ng no\u0301i 12.000 li\u0301nh "
        "\u0111a\u0303 \u0111e\u0302\u0301n no\u031bi."
    ),
    "Korean": "장관은 병사 1만2000명이 그 지역에 도착했다고 밝혔다.",
    "Khmer": "រដ្ឋមន្ត្រីបាននិយាយថាទាហាន ១២.០០០ នាក់បានមកដល់។",
}
"""A sentence in each: a minister says that 12,000 soldiers arrived and nobody was hurt."""

PLAIN = """
the a troops Kyiv Russia's don’t U.S.-made 12,000 12 1,000 55 30.5 19:05 100% B-52 10–12 ‘grave’ Ukraine, said
war. — … ... (NATO) "strong» straße ﬁnal <u>Obolon</u> -5 +7 O'Brien 1990's 12th G7 a_b x—y 20%. 。 ، ؟
Привет зв’язок 日本の首相 ประเทศไทย צה״ל १२,००० 한국은 ខ្ញុំ 二百三十人
"""

WORDS = st.sampled_from(
    [
        *PLAIN.split(),
        "cafe\u0301",
        "e\u0301te\u0301",
        "so\u00adft",
        "mili\u00ad\ntary",
        "a\u00ad\nb\u00ad\r\nc",
        "zero\u200bwidth",
        "می\u200cخواهم",
        "12 000",
        "1\u202f234",
    ]
)
"""Words and marks of many scripts, some of which are one to a reader and several to a machine."""

SPACES = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", "\u00a0", " \n\n "])


@st.composite
def contents(draw: st.DrawFn, least: int = 1, most: int = 40) -> str:
    """A text of such words."""
    words = draw(st.lists(st.tuples(WORDS, SPACES), min_size=least, max_size=most))
    return "".join(word + space for word, space in words)
