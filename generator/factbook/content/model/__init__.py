"""Ground: what the content says, as records (still names) and as the corpus (resolved, with its relations).

A `Record` is one thing as it was typed, shaped by the vocabulary, with the place of every word. Linking
turns records into the frozen types of `content` and into a `Corpus`, which alone holds the relations.
"""

from factbook.content.model.corpus import Corpus, Counts, Origin
from factbook.content.model.entities import (
    LINK,
    Actor,
    Alias,
    Briefing,
    Change,
    Citation,
    Computed,
    Derivation,
    Dispute,
    Fact,
    Figure,
    Judgement,
    Kind,
    Record,
    Role,
    Series,
    Source,
    Topic,
    Words,
    in_language,
    variants,
)

__all__ = [
    "LINK",
    "Actor",
    "Alias",
    "Briefing",
    "Change",
    "Citation",
    "Computed",
    "Corpus",
    "Counts",
    "Derivation",
    "Dispute",
    "Fact",
    "Figure",
    "Judgement",
    "Kind",
    "Origin",
    "Record",
    "Role",
    "Series",
    "Source",
    "Topic",
    "Words",
    "in_language",
    "variants",
]
