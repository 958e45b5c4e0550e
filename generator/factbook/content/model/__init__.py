"""Ground: what the content says, as records (still names) and as the corpus (resolved, with its relations).

A `Record` is one thing as it was typed, shaped by the vocabulary, with the place of every word. Linking
turns records into the frozen types of `content` and into a `Corpus`, which alone holds the relations.
"""

from factbook.content.model.corpus import Corpus, Counts, Origin
from factbook.content.model.entities import (
    LINK,
    MARK,
    Actor,
    Alias,
    Briefing,
    Change,
    Citation,
    Computed,
    Derivation,
    Fact,
    Figure,
    Group,
    Judgement,
    Kind,
    Question,
    Record,
    Role,
    Series,
    Side,
    Source,
    Topic,
    Words,
    in_language,
    variants,
)

__all__ = [
    "LINK",
    "MARK",
    "Actor",
    "Alias",
    "Briefing",
    "Change",
    "Citation",
    "Computed",
    "Corpus",
    "Counts",
    "Derivation",
    "Fact",
    "Figure",
    "Group",
    "Judgement",
    "Kind",
    "Origin",
    "Question",
    "Record",
    "Role",
    "Series",
    "Side",
    "Source",
    "Topic",
    "Words",
    "in_language",
    "variants",
]
