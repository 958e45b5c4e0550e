"""Ground: what the content says, as records (still names) and as the corpus (resolved, with its relations).

A `Record` is one thing as it was typed, shaped by the vocabulary, with the place of every word. Linking
turns records into the frozen types of `content` and into a `Corpus`, which alone holds the relations.
"""

from generator.model.content import (
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
from generator.model.corpus import Corpus, Counts, Origin
from generator.model.evidence import Evidence, Finding, Held, Holding, Likeness, Standing

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
    "Evidence",
    "Fact",
    "Figure",
    "Finding",
    "Held",
    "Holding",
    "Judgement",
    "Kind",
    "Likeness",
    "Origin",
    "Record",
    "Role",
    "Series",
    "Source",
    "Standing",
    "Topic",
    "Words",
    "in_language",
    "variants",
]
