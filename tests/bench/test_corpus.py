"""The seeded corpus: as many facts as asked for, in a few heavy topics and actors, and nobody left without one."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.bench import corpus


@pytest.mark.parametrize("name", ["small", "medium"])
def test_a_few_topics_and_actors_are_heavy_and_none_is_empty(name: str) -> None:
    size = corpus.SIZES[name]
    found = corpus.facts(size, 1)
    topics = Counter(fact.topic for fact in found)
    actors = Counter(actor for fact in found for actor in (fact.actor, fact.other))
    assert len(found) == size.facts == sum(topics.values())
    assert topics[0] == max(topics.values()) == round(size.facts * corpus.HEAVIEST_TOPIC)
    assert actors[0] == max(actors.values()) == 2 * round(size.facts * corpus.HEAVIEST_SPEAKER)
    assert (len(topics), len(actors)) == (size.topics, size.actors)


def test_nobody_speaks_of_himself() -> None:
    assert not [fact for fact in corpus.facts(corpus.SIZES["small"], 1) if fact.actor == fact.other]


def test_the_same_seed_gives_the_same_facts_and_another_gives_others() -> None:
    size = corpus.SIZES["small"]
    assert corpus.facts(size, 1) == corpus.facts(size, 1) != corpus.facts(size, 2)
