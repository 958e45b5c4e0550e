"""Every kind of notation in many languages: what it must support in an English statement and what it must not.

Each row is walked both ways: the English statement over the foreign quote, and the foreign statement over the English
quote. `wrong` statements must not be supported in either.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from factbook.evidence.numerals import Quantity, modifier_agrees, read, supported
from factbook.evidence.numerals.claims import claims


class Row(NamedTuple):
    """One notation: the same in several languages, and what an English statement makes of it."""

    kind: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    forms: dict[str, str]


TABLE = (
    Row(
        "a half behind the unit of time",
        ("three and a half years",),
        ("three years", "a year and a half"),
        {
            "fr": "trois ans et demi",
            "es": "tres años y medio",
            "it": "tre anni e mezzo",
            "pt": "três anos e meio",
            "ar": "ثلاث سنوات ونصف",
            "he": "שלוש שנים וחצי",
        },
    ),
    Row(
        "thousands of a larger scale",
        ("23.5 billion rupees",),
        ("3.5 billion rupees",),
        {"hi": "2 हजार 350 करोड़ रुपये"},
    ),
    Row(
        "from an age on",
        ("at least 60", "people aged 60 and over", "60 and older"),
        ("under 60", "up to 60", "at least 61"),
        {
            "de": "60 Jahre und älter",
            "fr": "60 ans et plus",
            "es": "60 y más años",
            "it": "60 anni e più",
            "pt": "60 anos ou mais",
            "nl": "60 jaar en ouder",
            "sv": "60 år och äldre",
            "da": "60 år og derover",
            "nb": "60 år og eldre",
            "fi": "60 vuotta täyttäneet",
            "pl": "60 lat i starsi",
            "cs": "ve věku 60 let a starší",
            "ru": "60 лет и старше",
            "uk": "60 років і старше",
            "ro": "60 de ani și peste",
            "el": "60 ετών και άνω",
            "tr": "60 yaş ve üzeri",
            "ar": "60 عاما فأكثر",
            "fa": "۶۰ سال و بالاتر",
            "he": "בני 60 ומעלה",
            "hi": "60 साल और उससे अधिक",
            "id": "60 tahun ke atas",
            "vi": "60 tuổi trở lên",
            "zh": "60岁及以上",
            "ja": "60歳以上",
            "ko": "60세 이상",
        },
    ),
    Row(
        "under an age",
        ("under 18", "less than 18", "younger than 18"),
        ("over 18", "at least 18", "under 17"),
        {
            "de": "jünger als 18",
            "fr": "moins de 18 ans",
            "es": "menores de 18 años",
            "it": "minori di 18 anni",
            "pt": "menores de 18 anos",
            "nl": "jonger dan 18",
            "sv": "yngre än 18",
            "da": "yngre end 18",
            "pl": "poniżej 18 lat",
            "cs": "mladší 18 let",
            "ru": "младше 18 лет",
            "uk": "молодші 18 років",
            "tr": "18 yaş altı",
            "hu": "18 év alattiak",
            "ar": "دون 18 عاما",
            "fa": "زیر ۱۸ سال",
            "he": "מתחת לגיל 18",
            "ja": "18歳未満",
            "ko": "18세 미만",
        },
    ),
    Row(
        "what something has come to",
        ("rose to 17",),
        ("rose to 18",),
        {
            "nl": "het aantal steeg vorig jaar tot 17",
            "it": "è salito fino a 17",
            "fr": "a grimpé jusqu'à 17",
            "ru": "выросло до 17",
            "ja": "17円まで下落し",
            "ko": "17엔까지 하락했다",
            "hi": "बढ़कर 17 तक पहुँच गई",
            "fa": "تا ۱۷ درجه افزایش یافت",
        },
    ),
    Row(
        "time",
        ("at 7:30 p.m.", "at 19:30"),
        ("at 7:30 a.m.", "at 18:30", "at 19:40"),
        {
            "en": "at 19:30",
            "de": "um 19.30 Uhr",
            "fr": "à 19h30",
            "es": "a las 19.30 h",
            "pt": "às 19h30",
            "it": "alle ore 19.30",
            "nl": "om 19.30 uur",
            "sv": "kl. 19.30",
            "da": "kl. 19.30",
            "fi": "klo 19.30",
            "pl": "o godz. 19.30",
            "cs": "v 19.30 hodin",
            "tr": "saat 19.30'da",
            "uk": "о 19:30",
            "ru": "в 19:30",
            "el": "στις 19:30",
            "he": "בשעה 19:30",
            "ar": "الساعة 19:30",
            "fa": "ساعت ۱۹:۳۰",
            "zh": "晚上7点半",
            "ja": "午後7時30分",
            "ko": "오후 7시 30분",
            "th": "เวลา 19.30 น.",
            "vi": "lúc 19 giờ 30",
            "id": "pukul 19.30",
        },
    ),
    Row(
        "hour",
        ("at 8 p.m.",),
        ("at 9 p.m.", "28 people"),
        {
            "de": "um 20 Uhr",
            "fr": "à 20 h",
            "es": "a las 20h",
            "pt": "às 20h",
            "it": "alle ore 20",
            "nl": "om 20 uur",
            "sv": "klockan 20",
            "fi": "klo 20",
            "cs": "ve 20 hodin",
            "ru": "в 8 часов вечера",
            "uk": "о 20 годині",
            "zh": "晚上八点",
            "ja": "午後8時",
            "ko": "오후 8시",
            "vi": "8 giờ tối",
            "ar": "الساعة 8 مساء",
        },
    ),
    Row(
        "date",
        ("on 5 November",),
        ("on 6 November", "on 5 December"),
        {
            "de": "am 5.11. in Kiel",
            "cs": "dne 5. listopadu",
            "fr": "le 5 novembre",
            "es": "el 5 de noviembre",
            "pt": "em 5 de novembro",
            "it": "il 5 novembre",
            "nl": "op 5 november",
            "sv": "den 5 november",
            "da": "den 5. november",
            "pl": "5 listopada",
            "ru": "5 ноября",
            "uk": "5 листопада",
            "tr": "5 Kasım'da",
            "el": "στις 5 Νοεμβρίου",
            "hi": "5 नवंबर",
            "zh": "11月5日",
            "ja": "11月5日",
            "ko": "11월 5일",
            "id": "5 November",
        },
    ),
    Row(
        "years",
        ("from 1914 to 1918", "in 1918"),
        ("in 1919", "from 1914 to 1919"),
        {"en": "1914-18", "de": "1914–18"},
    ),
    Row("years", ("from 2008 to 2009",), ("in 2010",), {"en": "2008-09", "fr": "2008-09", "de": "2008/09"}),
    Row(
        "century",
        ("the 19th century",),
        ("the 18th century", "19 people"),
        {
            "fr": "au XIXe siècle",
            "es": "en el siglo XIX",
            "pt": "no século XIX",
            "it": "nel secolo XIX",
            "pl": "w XIX wieku",
            "ru": "в XIX веке",
            "uk": "у XIX столітті",
        },
    ),
    Row(
        "group",
        ("12,000 people", "12 thousand people"),
        ("12 people", "120,000 people"),
        {
            "en": "12 000 people",
            "de": "12 000 Menschen",
            "fr": "12 000 personnes",
            "es": "12 000 personas",
            "it": "12.000 persone",
            "nl": "12.000 mensen",
            "pl": "12 000 osób",
            "ru": "12 000 человек",
            "uk": "12 000 людей",
            "cs": "12 000 lidí",
            "sv": "12 000 personer",
            "fi": "12 000 ihmistä",
            "el": "12.000 άνθρωποι",
            "tr": "12.000 kişi",
            "ar": "12,000 شخص",
            "he": "12,000 איש",
            "fa": "۱۲٬۰۰۰ نفر",
            "hi": "12,000 लोग",
            "th": "12,000 คน",
            "vi": "12.000 người",
            "id": "12.000 orang",
            "zh": "12,000人",
            "ja": "1万2000人",
            "ko": "1만2천 명",
        },
    ),
    Row(
        "scale",
        ("5 million people", "5,000,000 people"),
        ("5 people", "5,000 people", "5 billion people"),
        {
            "de": "5 Millionen Menschen",
            "fr": "5 millions de personnes",
            "es": "5 millones de personas",
            "pt": "5 milhões de pessoas",
            "it": "5 milioni di persone",
            "nl": "5 miljoen mensen",
            "pl": "5 mln osób",
            "ru": "5 миллионов человек",
            "uk": "5 мільйонів людей",
            "cs": "5 milionů lidí",
            "sv": "5 miljoner människor",
            "da": "5 millioner mennesker",
            "fi": "5 miljoonaa ihmistä",
            "el": "5 εκατομμύρια άνθρωποι",
            "tr": "5 milyon kişi",
            "ar": "5 ملايين شخص",
            "he": "5 מיליון איש",
            "fa": "۵ میلیون نفر",
            "hi": "50 लाख लोग",
            "th": "5 ล้านคน",
            "vi": "5 triệu người",
            "id": "5 juta orang",
            "zh": "500万人",
            "ja": "500万人",
            "ko": "500만 명",
            "hu": "5 millió ember",
            "sk": "5 miliónov ľudí",
            "hr": "5 milijuna ljudi",
            "ro": "5 milioane de oameni",
        },
    ),
    Row(
        "scale in parts",
        ("2.5 million people",),
        ("2 million people", "500,000 people", "500 people"),
        {
            "en": "2 million 500 thousand people",
            "de": "2 Millionen 500.000 Menschen",
            "it": "2 milioni e 500 mila persone",
            "es": "2 millones 500 mil personas",
            "pt": "2 milhões e 500 mil pessoas",
            "tr": "2 milyon 500 bin kişi",
            "fa": "۲ میلیون و ۵۰۰ هزار نفر",
            "hi": "25 लाख लोग",
            "vi": "2 triệu 500 nghìn người",
            "id": "2 juta 500 ribu orang",
            "th": "2 ล้าน 5 แสนคน",
            "ru": "2 миллиона 500 тысяч человек",
            "uk": "2 мільйони 500 тисяч людей",
        },
    ),
    Row("scale in parts", ("250,000 people",), ("200,000 people", "50,000 people"), {"hi": "2 लाख 50 हजार लोग"}),
    Row("scale in parts", ("11,119 people",), ("11,000 people", "119 people"), {"tr": "11 bin 119 kişi"}),
    Row(
        "scale in parts",
        ("12,000 people",),
        ("2,000 people",),
        {"ko": "만 2천 명", "ja": "1万2千人", "zh": "一万二千人"},
    ),
    Row(
        "scale at money",
        ("3 billion dollars", "$3bn"),
        ("$3", "3 million dollars"),
        {"en": "$3B", "de": "3 Mrd. Dollar"},
    ),
    Row(
        "scale at money",
        ("4 million dollars",),
        ("$4", "4 billion dollars"),
        {"en": "$4MM", "fr": "4 M$", "de": "4 Mio. Dollar"},
    ),
    Row(
        "scale at money", ("5 trillion dollars",), ("5 dollars",), {"en": "5T dollars", "es": "5 billones de dólares"}
    ),
    Row("scale", ("1 million people",), ("10 people", "6 people"), {"en": "10⁶ people", "de": "10⁶ Menschen"}),
    Row(
        "sign",
        ("minus 3 million dollars", "-$3 million"),
        ("3 million dollars",),
        {
            "en": "-$3m",
            "de": "minus 3 Millionen Dollar",
            "fr": "−3 millions de dollars",
            "es": "−3 millones de dólares",
        },
    ),
    Row("sign", ("-4 million euros",), ("4 million euros",), {"en": "−€4m", "nl": "−€4 miljoen"}),
    Row(
        "sign",
        ("minus 9 percent",),
        ("nine percent",),
        {"en": "negative nine percent", "de": "−9 %", "ru": "минус 9 %"},
    ),
    Row(
        "sign",
        ("minus 5 degrees",),
        ("5 degrees",),
        {"zh": "零下5度", "ja": "氷点下5度", "ko": "영하 5도", "pl": "minus 5 stopni"},
    ),
    Row(
        "percent",
        ("7.5 percent",),
        ("75 percent", "7 percent", "7.5 percentage points", "7.5 people"),
        {
            "de": "7,5 Prozent",
            "fr": "7,5 pour cent",
            "es": "7,5%",
            "it": "7,5%",
            "pt": "7,5%",
            "nl": "7,5 procent",
            "pl": "7,5 proc.",
            "ru": "7,5 процента",
            "uk": "7,5%",
            "cs": "7,5 procenta",
            "sv": "7,5 procent",
            "fi": "7,5 prosenttia",
            "el": "7,5%",
            "tr": "yüzde 7,5",
            "ar": "7.5%",
            "he": "7.5%",
            "fa": "7.5 درصد",
            "hi": "7.5 प्रतिशत",
            "th": "7.5%",
            "vi": "7,5%",
            "id": "7,5 persen",
            "zh": "百分之七点五",
            "ja": "7.5パーセント",
            "ko": "7.5%",
            "hu": "7,5%",
            "ro": "7,5%",
            "ka": "7,5%",
            "sw": "7.5%",
        },
    ),
    Row("tenths", ("30 percent",), ("3 percent", "13 percent"), {"ja": "3割", "zh": "三成"}),
    Row(
        "points",
        ("0.75 percentage points", "75 basis points"),
        ("75 percent",),
        {"en": "75 basis points", "de": "75 Basispunkte"},
    ),
    Row(
        "points",
        ("half a percentage point",),
        ("half a percent",),
        {"en": "half a percentage point", "de": "0,5 Prozentpunkte"},
    ),
    Row("percent", ("half a percent",), ("half a percentage point",), {"en": "half a percent", "de": "0,5 Prozent"}),
    Row("cents", ("75 cents", "$0.75"), ("75 dollars",), {"en": "$0.75", "de": "75 Cent"}),
    Row("decimals", ("150 million people",), ("100 million people",), {"zh": "一点五亿人", "ja": "1.5億人"}),
    Row("more", ("more than 300,000",), ("300,000", "30,000"), {"zh": "三十多万人"}),
    Row("more", ("more than 2 million",), ("2 million",), {"zh": "二百余万"}),
    Row(
        "range",
        ("from 70 to 80 percent",),
        ("from 70 to 90 percent",),
        {"es": "entre el 70% y el 80%", "fr": "de 70 à 80 %"},
    ),
    Row(
        "bound: at least",
        ("at least 500 people",),
        ("500 people", "up to 500 people", "nearly 500 people", "more than 500 people"),
        {
            "de": "mindestens 500 Menschen",
            "fr": "au moins 500 personnes",
            "es": "al menos 500 personas",
            "it": "almeno 500 persone",
            "pt": "pelo menos 500 pessoas",
            "nl": "minstens 500 mensen",
            "pl": "co najmniej 500 osób",
            "ru": "не менее 500 человек",
            "uk": "щонайменше 500 людей",
            "cs": "nejméně 500 lidí",
            "sv": "minst 500 personer",
            "da": "mindst 500 mennesker",
            "fi": "vähintään 500 ihmistä",
            "el": "τουλάχιστον 500 άνθρωποι",
            "tr": "en az 500 kişi",
            "ar": "ما لا يقل عن 500 شخص",
            "he": "לפחות 500 איש",
            "fa": "دست‌کم 500 نفر",
            "hi": "कम से कम 500 लोग",
            "th": "อย่างน้อย 500 คน",
            "vi": "ít nhất 500 người",
            "id": "setidaknya 500 orang",
            "zh": "至少500人",
            "ja": "少なくとも500人",
            "ko": "최소 500명",
        },
    ),
    Row(
        "bound: more than",
        ("more than 500 people", "over 500 people"),
        ("500 people", "nearly 500 people", "up to 500 people"),
        {
            "en": "exceeding 500 people",
            "de": "mehr als 500 Menschen",
            "fr": "plus de 500 personnes",
            "es": "más de 500 personas",
            "it": "oltre 500 persone",
            "pt": "mais de 500 pessoas",
            "nl": "meer dan 500 mensen",
            "pl": "ponad 500 osób",
            "ru": "более 500 человек",
            "uk": "понад 500 людей",
            "cs": "více než 500 lidí",
            "sv": "mer än 500 personer",
            "da": "mere end 500 mennesker",
            "fi": "yli 500 ihmistä",
            "el": "πάνω από 500 άνθρωποι",
            "tr": "500'den fazla kişi",
            "ar": "أكثر من 500 شخص",
            "he": "יותר מ-500 איש",
            "fa": "بیش از 500 نفر",
            "hi": "500 से अधिक लोग",
            "th": "กว่า 500 คน",
            "vi": "hơn 500 người",
            "id": "lebih dari 500 orang",
            "zh": "超过500人",
            "ja": "500人超",
        },
    ),
    Row(
        "bound: almost",
        ("nearly 500 people", "almost 500 people"),
        ("500 people", "just over 500 people", "more than 500 people", "at least 500 people"),
        {
            "en": "almost 500 people",
            "de": "fast 500 Menschen",
            "fr": "presque 500 personnes",
            "es": "casi 500 personas",
            "it": "quasi 500 persone",
            "pt": "quase 500 pessoas",
            "nl": "bijna 500 mensen",
            "pl": "prawie 500 osób",
            "ru": "почти 500 человек",
            "uk": "майже 500 людей",
            "cs": "téměř 500 lidí",
            "sv": "nästan 500 personer",
            "da": "næsten 500 mennesker",
            "fi": "lähes 500 ihmistä",
            "el": "σχεδόν 500 άνθρωποι",
            "tr": "neredeyse 500 kişi",
            "he": "כמעט 500 איש",
            "th": "เกือบ 500 คน",
            "vi": "gần 500 người",
            "id": "hampir 500 orang",
            "zh": "近500人",
            "ja": "500人近く",
            "ko": "거의 500명",
        },
    ),
    Row(
        "bound: just over",
        ("just over 500 people",),
        ("500 people", "nearly 500 people"),
        {"de": "gut 500 Menschen", "sv": "drygt 500 personer", "nl": "ruim 500 mensen", "ko": "500여 명"},
    ),
    Row(
        "bound: about",
        ("about 950 people",),
        ("950 people", "at least 950 people"),
        {"en": "approx. 950 people", "de": "ca. 950 Menschen", "nl": "ca. 950 mensen", "pl": "ok. 950 osób"},
    ),
    Row(
        "bound: max",
        ("at most 960 people",),
        ("960 people", "at least 960 people"),
        {"en": "max. 960 people", "de": "max. 960 Menschen", "fr": "max. 960 personnes"},
    ),
    Row(
        "bound: min", ("at least 970 people",), ("970 people",), {"en": "min. 970 people", "de": "min. 970 Menschen"}
    ),
    Row("bound: topped", ("more than 1,020 people",), ("1,020 people",), {"en": "topped 1,020", "de": "über 1.020"}),
    Row(
        "three words and one",
        ("1,136 people",),
        ("1,000 people", "136 people"),
        {
            "ur": "ایک ہزار ایک سو چھتیس افراد",
            "hi": "एक हज़ार एक सौ छत्तीस लोग",
            "bn": "এক হাজার একশ ছত্রিশ জন",
            "fa": "هزار و صد و سی‌وشش نفر",
        },
    ),
    Row(
        "words in one",
        ("25 people",),
        ("20 people", "5 people"),
        {
            "fa": "بیست‌وپنج نفر",
            "ckb": "بیست و پێنج کەس",
            "ku": "bîst û pênc kes",
            "hy": "քսանհինգ մարդ",
            "tl": "dalawampu't limang tao",
        },
    ),
    Row("teens", ("35 people",), ("15 people",), {"ka": "ოცდათხუთმეტი ადამიანი", "kk": "отыз бес адам"}),
    Row("teens", ("12 people",), ("10 people",), {"hy": "տասներկու մարդ"}),
    Row("hundreds", ("2,500 people",), ("2,000 people",), {"ka": "ორი ათას ხუთასი ადამიანი"}),
    Row(
        "words with an article",
        ("three more",),
        ("four more",),
        {"hy": "ևս երեքը", "ha": "wasu uku", "so": "saddex kale", "ps": "درې نور", "ne": "थप तीन", "ml": "മൂന്ന് പേർ"},
    ),
    Row(
        "percent",
        ("12 percent",),
        ("13 percent", "12 people"),
        {
            "ha": "kashi 12 cikin dari",
            "so": "boqolkiiba 12",
            "ps": "۱۲ سلنه",
            "ckb": "لەسەدا ١٢",
            "mr": "१२ टक्के",
            "gu": "12 ટકા",
            "te": "12 శాతం",
            "kn": "ಶೇ 12",
            "uz": "12 foiz",
            "ky": "12 пайыз",
        },
    ),
    Row(
        "bound: more than",
        ("more than 500 people",),
        ("500 people", "at most 500 people"),
        {
            "bn": "৫০০ জনের বেশি",
            "az": "500 nəfərdən çox",
            "ka": "500-ზე მეტი",
            "hy": "500-ից ավելի",
            "tr": "500 kişiden fazla",
            "ha": "fiye da 500",
            "so": "in ka badan 500 qof",
        },
    ),
    Row(
        "more, not more than",
        ("21 percent",),
        ("more than 21 percent",),
        {"bn": "২১ শতাংশ বেশি", "az": "21 faiz çoxdur", "ka": "21 პროცენტით მეტი", "hy": "21 տոկոսով ավելի"},
    ),
    Row(
        "bound: up to",
        ("up to 5 years",),
        ("5 years", "about 5 years"),
        {"tr": "5 yıla kadar", "ka": "5 წლამდე"},
    ),
    Row("bound: about", ("about 5 years",), ("5 years", "up to 5 years"), {"tr": "5 yıl kadar"}),
    Row("bound: up to a scale", ("up to 5,000 people",), ("5,000 people",), {"tr": "5 bine kadar kişi"}),
    Row(
        "date",
        ("on 14 September",),
        ("on 15 September", "on 14 October"),
        {"vi": "sáng 14/9", "ar": "يوم 14/9", "he": "ב-14/9", "hi": "14/9 को", "id": "pada 14/9"},
    ),
    Row("money", ("1.3 billion pesos",), ("1.4 billion pesos",), {"tl": "P1.3 bilyon"}),
    Row("decade", ("in his 60s",), ("in his 70s",), {"ko": "60대 남성", "ja": "60代の男性"}),
    Row(
        "in a row",
        ("two terms", "the second term in a row"),
        ("four terms",),
        {"ja": "2四半期連続", "ko": "2분기 연속"},
    ),
    Row(
        "a number within a word",
        ("five storeys", "a 5-storey house"),
        ("four storeys", "fifteen storeys"),
        {
            "uk": "п'ятиповерхівка",
            "ru": "пятиэтажка",
            "pl": "pięciopiętrowy blok",
            "sv": "femvåningshus",
            "hu": "ötemeletes ház",
            "cs": "pětipatrový dům",
            "de": "fünfstöckiges Haus",
        },
    ),
    Row("age", ("a 23-year-old",), ("a 33-year-old",), {"it": "23 anni", "cs": "23letá", "el": "23χρονος"}),
    Row(
        "age in tens",
        ("in their eighties",),
        ("in their seventies",),
        {"fr": "octogénaires", "es": "octogenarias", "pt": "octogenários", "de": "in den Achtzigern"},
    ),
    Row(
        "several of a power of ten",
        ("tens of thousands of euros",),
        ("ten thousand euros", "hundreds of thousands of euros"),
        {"de": "mehrere zehntausend Euro", "it": "diverse decine di migliaia di euro"},
    ),
    Row(
        "a stroke for a range",
        ("20 to 30 metres",),
        ("20 metres", "30 metres", "25 metres"),
        {"it": "20/30 metri", "es": "20/30 metros", "fr": "20/30 mètres"},
    ),
    Row(
        "a bound before a currency",
        ("more than 15 million rupees",),
        ("15 million rupees", "more than 15 million dollars"),
        {"en": "over Rs. 15 million", "de": "mehr als 15 Millionen Rupien"},
    ),
    Row("a bound before a currency", ("more than $15 million",), ("$15 million",), {"en": "over US$ 15 million"}),
    Row("top", ("the top 100 firms",), ("the top 10 firms",), {"de": "Top-100-Firmen", "nl": "top-100-bedrijven"}),
    Row(
        "an amount by a year",
        ("2,500 euros by 2031",),
        ("2,600 euros by 2031",),
        {
            "pt": "2.500 euros até 2031",
            "de": "2.500 Euro bis 2031",
            "es": "2.500 euros hasta 2031",
            "it": "2.500 euro fino al 2031",
        },
    ),
    Row(
        "a scale behind both bounds",
        ("from less than 6.3 billion euros to more than 6.4 billion euros",),
        ("6.3 euros", "6.3 million euros", "6.3 billion dollars"),
        {
            "en": "from less than 6.3 to more than 6.4 billion euros",
            "de": "von weniger als 6,3 auf mehr als 6,4 Milliarden Euro",
            "fr": "de moins de 6,3 à plus de 6,4 milliards d'euros",
            "it": "da meno di 6,3 a più di 6,4 miliardi di euro",
        },
    ),
    Row("first months", ("seven months",), ("eight months",), {"zh": "前七月", "ja": "7か月"}),
    Row("prefix", ("four people",), ("five people",), {"ar": "وأربعة أشخاص", "he": "וארבעה אנשים"}),
    Row("prefix", ("about 500 people",), ("500 people",), {"ar": "بنحو 500 شخص", "he": "כ-500 איש"}),
    Row(
        "price",
        ("4.7 billion shillings",),
        ("4.7 million shillings", "4.7 billion dollars"),
        {"en": "Sh4.7 billion", "de": "4,7 Milliarden Schilling"},
    ),
    Row("price", ("450 million",), ("450", "45 million"), {"en": "R450m", "fr": "450 millions"}),
    Row(
        "tenth of a point",
        ("0.1 percentage points", "a tenth"),
        ("10 percentage points", "0.2 percentage points"),
        {"es": "una décima más", "pt": "uma décima", "it": "un decimo in più"},
    ),
    Row("fraction", ("two tenths",), ("ten", "a tenth"), {"es": "dos décimas", "pt": "duas décimas"}),
    Row(
        "decade",
        ("the 1980s",),
        ("the 1990s", "80 years"),
        {
            "de": "die 80er Jahre",
            "fr": "les années 80",
            "es": "los años 80",
            "pt": "os anos 80",
            "it": "gli anni 80",
            "nl": "de jaren 80",
            "pl": "lata 80. były",
            "cs": "v 80. letech",
            "sv": "på 80-talet",
            "da": "i 80'erne",
            "fi": "1980-luvulla",
            "uk": "у 80-х роках",
        },
    ),
    Row(
        "bound: almost",
        ("just under half a percentage point",),
        ("just over half a percentage point",),
        {"de": "ein knapper halber Prozentpunkt", "sv": "knappt en halv procentenhet"},
    ),
    Row("goal", ("went up to 8.4 percent",), ("went up to 4.8 percent",), {"de": "stieg auf 8,4 Prozent"}),
    Row("from by to", ("up 3,750 to 212,250",), ("up 3,760", "to 212,350"), {"de": "um 3.750 auf 212.250"}),
    Row("number with an ending", ("five of them",), ("six of them",), {"tr": "beşinin durumu"}),
    Row("number with an ending", ("three of them",), ("two of them",), {"tr": "üçü öldü"}),
    Row("unit", ("41.5 degrees",), ("415 degrees",), {"en": "41.5C", "de": "41,5 Grad"}),
    Row("identifier", ("seat 11A",), ("seat 11B", "11 people"), {"en": "seat 11A"}),
    Row(
        "identifier",
        ("version 3.12.1",),
        ("version 3.12.2", "3.12 people"),
        {"en": "version 3.12.1", "de": "Version 3.12.1"},
    ),
    Row("identifier", ("the B-52",), ("the C-52", "the B-53"), {"en": "a B-52", "de": "eine B-52", "fr": "un B-52"}),
    Row("identifier", ("Type-12",), ("Type-13",), {"de": "Typ 12", "fr": "type 12"}),
)
CELLS = [
    pytest.param(row, language, form, id=f"{row.kind} {language} {form}")
    for row in TABLE
    for language, form in row.forms.items()
]


def holds(statement: str, language: str, quote: str, quoted_in: str) -> bool:
    """Whether every number of the statement stands in the quote, bounded as there."""
    claims: tuple[Quantity, ...] = read(statement, language)
    assert claims, f"“{statement}” claims nothing"
    traced = [(claim, supported(claim, [(quote, quoted_in)])) for claim in claims]
    return all(
        support.found and (support.quantity is None or modifier_agrees(claim, support.quantity))
        for claim, support in traced
    )


@pytest.mark.parametrize(("row", "language", "form"), CELLS)
def test_a_notation_supports_what_it_says(row: Row, language: str, form: str) -> None:
    assert [words for words in row.right if not holds(words, "en", form, language)] == []
    assert holds(form, language, row.right[0], "en"), "the other way"


@pytest.mark.parametrize(
    ("statement", "language", "quote"),
    [
        ("in the first seven months", "zh", "前七月"),
        ("in the first 8 months", "vi", "8 tháng đầu năm"),
        ("in the first nine months", "km", "៩ ខែដើមឆ្នាំ"),
        ("in den ersten sieben Monaten", "tr", "yedi ayda"),
    ],
)
def test_where_months_stand_is_no_number(statement: str, language: str, quote: str) -> None:
    spoken = "de" if statement.startswith("in den") else "en"
    assert all(supported(claim, [(quote, language)]).found for claim in claims(statement, spoken))
    assert [claim.low for claim in claims("the first month", "en")] == [1]


def test_the_end_of_a_range_from_is_not_bounded() -> None:
    quote = "kutoka asilimia 13 hadi asilimia 12.75"
    assert holds("from 13 percent to 12.75 percent", "en", quote, "sw")
    assert not holds("12.75 percent", "en", "hadi asilimia 12.75", "sw")


@pytest.mark.parametrize(("row", "language", "form"), CELLS)
def test_a_notation_supports_nothing_else(row: Row, language: str, form: str) -> None:
    assert [words for words in row.wrong if holds(words, "en", form, language)] == []
    assert [words for words in row.wrong if holds(form, language, words, "en")] == []


INFLECTED = {
    "cs": "dubnových hodnot",
    "pl": "kwietniowych danych",
    "ru": "апрельских данных",
    "uk": "квітневих даних",
    "hu": "áprilistól",
    "fi": "huhtikuussa",
    "tr": "nisandan",
    "el": "από τον Απρίλιο",
    "kk": "сәуірде",
    "hy": "ապրիլին",
    "ka": "აპრილში",
    "bn": "এপ্রিলে",
    "sk": "v apríli",
    "hr": "u travnju",
    "bg": "априлски",
    "lt": "balandį",
    "et": "aprillist",
}
"""April, inflected or as an adjective."""


@pytest.mark.parametrize(("language", "form"), INFLECTED.items())
def test_a_month_is_known_in_all_its_forms(language: str, form: str) -> None:
    assert holds("in April", "en", form, language)
    assert not holds("in May", "en", form, language)


def test_a_currency_behind_a_word_that_leads_away_is_not_the_number_s() -> None:
    for words, language in {"145 je Dollar": "de", "145 to the dollar": "en", "4.000 por dólar": "es"}.items():
        (quantity,) = read(words, language)
        assert (quantity.kind, quantity.currency) == ("number", "")
