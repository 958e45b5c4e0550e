"""Bench: writes a seeded site of a given size that passes every check, with its texts and fingerprints.

    python -m tests.bench.corpus FOLDER --size medium

A few topics and actors hold much of it, as in any briefing that people write (Zipf's law): the heaviest topic an
eighth of the facts, the heaviest actor a sixth. The same seed and size give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from factbook.evidence.contexts import file_format
from factbook.evidence.contexts.take import take
from factbook.evidence.fingerprints import make_fingerprint
from factbook.evidence.texts.store import CONTEXT_SUFFIX, FINGERPRINT_SUFFIX, Text, as_text


@dataclass(frozen=True, slots=True)
class Size:
    """How many things of each kind a corpus holds."""

    actors: int
    topics: int
    sources: int
    facts: int
    series: int


SIZES = {
    "small": Size(50, 20, 100, 500, 5),
    "medium": Size(500, 100, 1000, 5000, 20),
    "large": Size(5000, 500, 5000, 50000, 50),
}

HEAVIEST_TOPIC = 0.124
"""The part of all facts that stand in topic 0."""
HEAVIEST_SPEAKER = 0.0805
"""The part of all facts in which actor 0 speaks; in as many others it is spoken of."""
_START = date(2020, 1, 1)
_SYLLABLES = ("ka lo mi ren tar vel so ni du bra gel hon pas rik ul wen yor zam fe ost").split()  # noqa: SIM905
_PLACES = ["Norden", "Westmark", "Ostval", "Sudbruck", "Halden", "Tarnow", "Belgau", "Rivmont", "Kesten", "Lorvik"]
_THINGS = ("trucks", "crates", "tents", "boats", "generators", "letters", "patients", "volunteers")
_DEEDS = ("sent", "received", "counted", "repaired", "ordered", "returned", "inspected", "promised")
_WHO = ("Residents", "Observers", "Shopkeepers", "Teachers", "Drivers", "Doctors", "Officials", "Farmers", "Sailors")
_TOLD = ("described", "remembered", "reported", "saw", "noted", "expected", "feared", "welcomed", "discussed")
_WHAT = ("open roads", "calm streets", "full schools", "long queues", "repaired bridges", "busy harbours")
_WHEN = ("before dawn", "through the night", "after the meeting", "during the talks", "in the old town")


@dataclass(frozen=True, slots=True)
class Fact:
    """One generated fact: what its YAML, its text and the peers' Markdown are made from."""

    id: str
    actor: int
    other: int
    topic: int
    source: int
    second: int | None
    series: int | None
    day: date
    number: int
    place: str
    thing: str
    deed: str

    @property
    def sentence(self) -> str:
        """What the source says."""
        return (
            f"{name(self.actor)} said on {weekday(self.day)} in {self.day.year} that {name(self.other)} had "
            f"{self.deed} {self.number:,} {self.thing} in {self.place}, in delivery {self.id}."
        )

    @property
    def quote(self) -> str:
        """The words that carry the fact."""
        return (
            f"{name(self.other)} had {self.deed} {self.number:,} {self.thing} in {self.place}, in delivery {self.id}"
        )

    @property
    def statement(self) -> str:
        """The fact in words of its own."""
        return (
            f"[[{slug(self.actor)}]] said that {self.number:,} {self.thing} were {self.deed} "
            f"by [[{slug(self.other)}]] in {self.place}."
        )


def name(actor: int) -> str:
    """The made-up name of an actor."""
    base = len(_SYLLABLES)
    first, last = _SYLLABLES[actor % base], _SYLLABLES[(actor // base) % base]
    third = _SYLLABLES[(actor // (base * base)) % base]
    return f"{first.title()}{last} {third.title()}{last}{actor}"


def place(number: int) -> str:
    """A made-up name without figures, which would have to stand in a quote."""
    rest, last = divmod(number, len(_SYLLABLES))
    return _SYLLABLES[last].title() + (place(rest - 1).lower() if rest else "")


def slug(actor: int) -> str:
    """The id of an actor."""
    return name(actor).lower().replace(" ", "-")


def weekday(day: date) -> str:
    """English, whatever the locale."""
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]


def facts(size: Size, seed: int) -> list[Fact]:
    """All facts, in the order of their numbers."""
    draw = random.Random(seed)
    topics = _by_weight(size.topics, size.facts, HEAVIEST_TOPIC, draw)
    speakers = _by_weight(size.actors, size.facts, HEAVIEST_SPEAKER, draw)
    others = _by_weight(size.actors, size.facts, HEAVIEST_SPEAKER, draw)
    _nobody_of_himself(speakers, others)
    found = []
    for number in range(size.facts):
        source = number % size.sources
        second = draw.randrange(size.sources) if draw.random() < 0.3 else None
        found.append(
            Fact(
                id=f"f{number}",
                actor=speakers[number],
                other=others[number],
                topic=topics[number],
                source=source,
                second=None if second == source else second,
                series=topics[number] % size.series if draw.random() < 0.2 else None,
                day=_START + timedelta(days=source % 1500),
                number=draw.randrange(20, 90_000),
                place=draw.choice(_PLACES),
                thing=draw.choice(_THINGS),
                deed=draw.choice(_DEEDS),
            )
        )
    return found


def _by_weight(count: int, facts: int, heaviest: float, draw: random.Random) -> list[int]:
    """For each fact one of `count` things, shuffled: thing 0 for the part `heaviest`, each other at least once."""
    weights = _zipf(count, max(heaviest, 1.5 / count))
    often = [max(1, round(facts * weight)) for weight in weights]
    often[1] += facts - sum(often)  # what rounding gave too many or too few
    found = [thing for thing, times in enumerate(often) for _ in range(times)]
    draw.shuffle(found)
    return found


def _zipf(count: int, heaviest: float) -> list[float]:
    """Weights that fall with a power of the rank, that power by which the first one weighs `heaviest`."""
    low, high = 0.0, 4.0
    for _ in range(60):
        power = (low + high) / 2
        weights = [rank**-power for rank in range(1, count + 1)]
        low, high = (power, high) if weights[0] / sum(weights) < heaviest else (low, power)
    return [weight / sum(weights) for weight in weights]


def _nobody_of_himself(speakers: list[int], others: list[int]) -> None:
    """Exchanges those who would be spoken of by themselves with the next fact where that makes two right ones."""
    for number, speaker in enumerate(speakers):
        if others[number] != speaker:
            continue
        for step in range(1, len(others)):
            place = (number + step) % len(others)
            if others[place] != speaker and speakers[place] != speaker:
                others[number], others[place] = others[place], speaker
                break


def write(folder: Path, size: Size, seed: int = 1) -> None:
    """Writes the whole site below `folder`, which must be empty or absent."""
    everything = facts(size, seed)
    content = folder / "content"
    for kind in ("sources", "actors", "topics", "series", "facts", "snapshots"):
        (content / kind).mkdir(parents=True)
    (folder / "site_config.yml").write_text(
        "name: Bench\ndescription: A seeded corpus\nurl: https://bench.example/\nlanguages: [en]\n"
        "repository: https://git.example/bench\n"
    )
    _actors(content / "actors", size)
    _topics(content / "topics", size)
    for number in range(size.series):
        text = f"id: series-{number}\ntitle: Deliveries to {place(number)}\nunit: things\nscope: to {place(number)}\n"
        (content / "series" / f"series-{number}.yml").write_text(text)
    _facts(content / "facts", everything)
    _sources(content, size, everything)


def _actors(folder: Path, size: Size) -> None:
    for actor in range(size.actors):
        lines = [
            f"id: {slug(actor)}",
            f"name: {name(actor)}",
            f"kind: {'person' if actor % 3 else 'organisation'}",
            "country: CH",
            f"summary: {name(actor)} speaks of deliveries along the river.",
        ]
        (folder / f"{slug(actor)}.yml").write_text("\n".join(lines) + "\n")


def _topics(folder: Path, size: Size) -> None:
    for topic in range(size.topics):
        lines = [
            f"id: topic-{topic}",
            f"title: Deliveries along the {place(topic)}",
            "summary: What was delivered, by whom, and who says so.",
            "unknowns: [Whether all deliveries were counted.]",
        ]
        (folder / f"topic-{topic}.yml").write_text("\n".join(lines) + "\n")


def file_of(fact: Fact) -> str:
    """The file below `content/facts` in which a fact stands: one for each topic and year."""
    return f"topic-{fact.topic}-{fact.day.year}.yml"


def _facts(folder: Path, everything: list[Fact]) -> None:
    files: dict[str, list[Fact]] = {}
    for fact in everything:
        files.setdefault(file_of(fact), []).append(fact)
    for name, found in files.items():
        (folder / name).write_text("\n".join(_fact(fact) for fact in found))


def _fact(fact: Fact) -> str:
    lines = [
        f"- id: {fact.id}",
        "  statement: >-",
        f"    {fact.statement}",
        f'  date: "{fact.day}"',
        f"  topics: [topic-{fact.topic}]",
        f"  actors: [{slug(fact.other)}]",
        f"  asserted_by: [{slug(fact.actor)}]",
    ]
    if fact.series is not None:
        lines += ["  figure:", f"    series: series-{fact.series}", f'    value: "{fact.number}"']
    lines.append("  citations:")
    for source in (fact.source, fact.second):
        if source is not None:
            lines += [f"    - source: source-{source}", "      quote: >-", f"        {fact.quote}"]
    return "\n".join([*lines, '  added: "2026-01-01"']) + "\n"


def _sources(content: Path, size: Size, everything: list[Fact]) -> None:
    cited: dict[int, list[Fact]] = {}
    for fact in everything:
        for source in (fact.source, fact.second):
            if source is not None:
                cited.setdefault(source, []).append(fact)
    for source in range(size.sources):
        # A second source prints a report of its own day; it must not be earlier than the event.
        day = max([_START + timedelta(days=source % 1500), *(fact.day for fact in cited[source])])
        draw = random.Random(source)
        paragraphs = [f"{fact.sentence} {_padding(draw)} {_padding(draw)}" for fact in cited[source]]
        text = "\n\n".join([f"Report {source} of the river", *paragraphs, _padding(draw)]) + "\n"
        file = f"report-{source}.txt"
        (content / "snapshots" / file).write_text(text)
        held = as_text(file, text.encode())
        assert isinstance(held, Text)
        (content / "snapshots" / f"{file}{FINGERPRINT_SUFFIX}").write_text(make_fingerprint.make(held))
        (content / "snapshots" / f"{file}{CONTEXT_SUFFIX}").write_text(file_format.write(take(held, ["en"])))
        lines = [
            f"id: source-{source}",
            f"title: Report {source} of the river",
            f"publisher: Gazette {source % 40}",
            f'published: "{day}"',
            "language: en",
            f"url: https://gazette{source % 40}.example/report/{source}",
            f"file: {file}",
        ]
        (content / "sources" / f"source-{source}.yml").write_text("\n".join(lines) + "\n")


def _padding(draw: random.Random) -> str:
    """A sentence that no fact quotes; each source has others, as reports do that are not copies of one another."""
    who, told, what, when = (draw.choice(words) for words in (_WHO, _TOLD, _WHAT, _WHEN))
    return f"{who} from {draw.choice(_PLACES)} {told} {what} {when}."


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, SIZES[given.size], given.seed)


if __name__ == "__main__":
    main()
