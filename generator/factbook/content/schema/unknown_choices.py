"""Ground: which of a field's choices was meant by a word that is none of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection

_OTHER_WORDS = {
    # kinds of actor
    "person": """
        human man woman individual politician minister president mayor judge scientist expert doctor officer
        official spokesman spokeswoman spokesperson journalist reporter author witness actor player mensch
        personne
    """,
    "state": "country nation republic kingdom land staat pays état",
    "organisation": """
        organization school university college academy institute institution ngo charity association union
        federation confederation club church mosque synagogue parish hospital clinic ministry department agency
        authority administration government council committee commission parliament congress senate assembly body
        board bureau office foundation museum library theatre police team league society think-tank service
        cooperative embassy organisationen behörde ministerium schule hochschule universität verein verband
        gewerkschaft amt école
    """,
    "company": """
        business firm corporation enterprise bank chain store supermarket restaurant hotel factory airline
        manufacturer shop startup employer unternehmen firma entreprise
    """,
    "party": "political-party partei parti faction fraction caucus",
    "court": "tribunal gericht cour judiciary",
    "armed-force": "army navy military militia force troop soldier regiment brigade guard armee",
    "media": """
        medium newspaper paper magazine journal broadcaster tv television radio channel news-agency newswire wire
        outlet website blog podcast publisher zeitung presse
    """,
    "group": """
        people community crowd family tribe delegation protester resident movement band coalition alliance gruppe
        groupe
    """,
    "place": """
        city town village region province county district river lake sea bay mountain island building street road
        bridge port harbour airport station location area site stadt ort lieu
    """,
    "thing": """
        object ship vessel boat ferry aircraft plane car vehicle train satellite law statute act bill treaty
        agreement regulation directive constitution product software app model disease virus illness drug medicine
        vaccine substance species animal plant weapon machine book film document contract gesetz schiff krankheit
        produkt chose
    """,
    # kinds of document
    "article": "news story newspaper-article artikel feature",
    "press-release": "release communiqué communique statement announcement pressemitteilung",
    "report": "study paper whitepaper white-paper thesis preprint bericht rapport",
    "book": "monograph novel chapter buch livre",
    "law": "statute act regulation directive treaty constitution ordinance gesetz loi",
    "court-decision": "judgment judgement ruling verdict decision case opinion-of-the-court urteil",
    "dataset": "data statistic statistics table spreadsheet register database datensatz",
    "transcript": "speech hearing minutes debate protokoll rede",
    "interview": "conversation q&a",
    "editorial": "opinion op-ed comment commentary column leader kommentar",
    "video": "film broadcast footage clip tv-report",
    "audio": "podcast radio recording",
    "post": "tweet toot social-media blog-post message thread",
    "page": "website webpage web-page site leaflet faq",
    # what was done to a report
    "syndication": "copy reprint republication wire reprinted syndicated",
    "translation": "translated übersetzung",
    "excerpt": "extract part shortened abridged",
    "summary": "abstract digest summarised summarized",
    # what a speaker does
    "asserts": "assert says said claims claim confirms reports states affirms",
    "denies": "deny denied rejects refutes disputes contradicts",
    "declines-to-confirm": "no-comment declines refuses unconfirmed neither",
    "expects": "expect plans intends predicts promises pledges forecasts announces will",
    # what stands around a number
    "about": "approximately approx circa ca around roughly some ungefähr etwa ~",
    "up-to": "maximum max at-most no-more-than bis-zu <= ≤",
    "at-least": "minimum min no-less-than no-fewer-than mindestens >= ≥",
    "more-than": "over above exceeding mehr-als > +",
    "less-than": "under below fewer-than weniger-als <",
    "almost": "nearly close-to fast",
    "just-over": "slightly-over slightly-more-than little-over knapp-über",
    "exactly": "exact precisely equal equals is =",
    # the editors' own view
    "likely": "probable probably",
    "unlikely": "improbable doubtful",
    "roughly-even-chance": "even even-chance fifty-fifty 50-50",
    "moderate": "medium middle",
    "preferred": "best primary",
    "deprecated": "obsolete outdated wrong",
    "true": "yes on ja oui",
    "false": "no off nein non",
}
"""Words that people write for a choice, in English and some in other languages: a school is an organisation."""
_WORDS = {choice: frozenset(words.split()) for choice, words in _OTHER_WORDS.items()}


def meant(value: str, choices: Collection[str]) -> tuple[str, ...]:
    """The choices that `value` may stand for, nearest first; none when nothing comes near.

    Of several words the last one tells most: a cargo ship is a ship, and a trade union a union.
    """
    words = re.split(r"[\s_-]+", value.casefold().strip())
    for word in dict.fromkeys(("-".join(words), *reversed(words))):
        for form in (word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word)):
            if found := tuple(choice for choice in choices if form == choice or form in _WORDS.get(choice, ())):
                return found
    return did_you_mean(value, choices)
