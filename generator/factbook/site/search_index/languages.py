"""Search: what a search must know of a language: endings that do not count, words that are not looked for.

Data alone, because the browser reads the same from the index: `theme/assets/search/search.js` cuts and stems as
`tokenize.py` does. All words stand here folded. In a language that is not listed, nothing is cut off.
"""

from __future__ import annotations

from factbook.runtime.frozen import frozen


@frozen
class Language:
    """The rules of a language."""

    endings: tuple[tuple[str, str], ...] = ()
    """An ending and what stands in its place; the first that fits is taken off."""
    least: int = 3
    """Letters that are left at least."""
    undoubled: bool = False
    """Whether a double consonant at the end counts as one: `planned`, `plan`."""
    silent: str = ""
    """A letter that is taken off the end: `pledge`, `pledging`."""
    stop_words: frozenset[str] = frozenset()
    """Words that stand nearly everywhere, and those that only ask."""
    counting: frozenset[str] = frozenset()
    """Words that ask for a number."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _cut(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((ending, "") for ending in text.split())


LANGUAGES: dict[str, Language] = {
    "en": Language(
        endings=(
            ("ingly", ""),
            ("edly", ""),
            ("ings", ""),
            ("ing", ""),
            ("ied", "y"),
            ("ies", "y"),
            *_cut("ed es s"),
        ),
        undoubled=True,
        silent="e",
        stop_words=_words(
            "a about all an and any are as at be been but by can could did do does for from had has "
            "have he her his how i in into is it its many much me more most no nor not of on or our "
            "over say said says she should so some tell than that the their them then there these "
            "they this those to up was we were what when where whether which who whom whose why will "
            "with would you your"
        ),
        counting=_words("many much number count figure figures"),
    ),
    "de": Language(
        endings=_cut("ern en er em es e s n"),
        least=4,
        undoubled=True,
        stop_words=_words(
            "aber alle als am an auch auf aus bei bis da damit das dass dem den der des die dies "
            "diese dieser du durch ein eine einem einen einer eines er es fur gab gibt hat hatte "
            "hatten haben ich ihr ihre im in ist kann man mehr mit nach nicht noch nur ob oder ohne "
            "sagt sagte sein seine sich sie sind so uber um und uns unter viel viele vom von vor wann "
            "war waren warum was weil welche welcher wenn wer werden wie wieviel wieviele wird wo "
            "worden wurde wurden zu zum zur zwischen"
        ),
        counting=_words("viel viele wieviel wieviele anzahl zahl zahlen"),
    ),
    "fr": Language(
        endings=(("eaux", "eau"), ("aux", "al"), *_cut("ements ement euses euse ees ee es e s x")),
        least=4,
        undoubled=True,
        stop_words=_words(
            "a au aux avec ce ces cette combien comment d dans de des dit du elle en est et eu il ils "
            "j je l la le les leur lui mais ne nous on ou par pas plus pour pourquoi qu quand que "
            "quel quelle quelles quels qui quoi s sa se ses son sont sur un une vous y"
        ),
        counting=_words("combien nombre chiffre chiffres"),
    ),
    "es": Language(
        endings=_cut("mente aciones acion es os as s o a e"),
        least=4,
        stop_words=_words(
            "a al como con cual cuando cuanta cuantas cuanto cuantos de del dijo donde el ella en es "
            "esta este ha han la las lo los mas no o para pero por porque que quien se si sin sobre "
            "son su sus un una y"
        ),
        counting=_words("cuanta cuantas cuanto cuantos numero cifra cifras"),
    ),
    "ru": Language(
        endings=_cut(
            "ами ями ого его ому ему ыми ими ах ях ов ев еи ои ыи ии ая яя ое ее ые ие ам ям ом ем ую "
            "юю у ю а я о е ы и ь"
        ),
        least=3,
        stop_words=_words(
            "а без был была были было в во вы где да для до же за и из или к как какие какои когда "
            "кто ли мы на не но о об он она они от по почему при с сказал сколько со так то у что "
            "чтобы это"
        ),
        counting=_words("сколько число количество"),
    ),
    "uk": Language(
        endings=_cut(
            "ами ями ого ього ому ьому ими ах ях ів ев еи ои ии іи ая оі ою ею ам ям ом ем у ю а я о е и і ь"
        ),
        least=3,
        stop_words=_words(
            "а або але без був була були було в ви від вона вони він де для до з за і із коли ми на "
            "не о про скільки та так то у хто це чи чому що щоб як які якии"
        ),
        counting=_words("скільки число кількість"),
    ),
}
"""By language code."""


def rules(language: str) -> Language:
    """The rules of a language (BCP 47)."""
    return LANGUAGES.get(language.partition("-")[0].lower(), Language())
