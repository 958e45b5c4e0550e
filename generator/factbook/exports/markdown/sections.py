"""Markdown: the sections that several kinds of pages have: timelines, positions, judgements, numbers, relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.markdown import syntax as pieces
from factbook.exports.markdown.escape import escaped
from factbook.exports.markdown.syntax import blocks, bold, linked, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factbook.exports.markdown.fact_lines import Briefs
    from factbook.site.pages.actor.view import Related
    from factbook.site.pages.relations.view import Pair
    from factbook.site.pages.series.view import Counted, Figure
    from factbook.site.pages.topic.view import Judgements, JudgementView, Position, Positions, Step
    from factbook.site.views.parts import Timeline

    Say = Callable[..., str]


def timeline(section: Timeline | None, briefs: Briefs) -> str:
    """What happened, by date."""
    if section is None:
        return ""
    lines = (
        f"{bold(pieces.when(entry.when))} " + "; ".join(map(briefs.line, entry.briefs)) for entry in section.entries
    )
    return blocks((pieces.heading(section.heading), pieces.items(lines)))


def positions(section: Positions | None, briefs: Briefs) -> str:
    """Who says what, by stance."""
    if section is None:
        return ""
    stances = (
        blocks(
            (
                f"### {escaped(stance.title)}",
                pieces.items(_position(one, briefs) for one in stance.positions) or escaped(stance.nobody),
            )
        )
        for stance in section.stances
    )
    return blocks((pieces.heading(section.heading), *stances))


def judgements(section: Judgements | None, say: Say) -> str:
    """The editors' own view."""
    if section is None:
        return ""
    scale = (f"{bold(escaped(step.word))} {escaped(step.range)}" for step in section.likelihoods)
    meanings = (f"{bold(escaped(word))} {escaped(meaning)}" for word, meaning in section.confidences)
    return blocks(
        (
            pieces.heading(section.heading),
            "\n\n".join(_judgement(judgement, say) for judgement in section.judgements),
            f"{escaped(say('What these words mean'))}:",
            pieces.items(
                (
                    f"{escaped(say('Likelihood: how likely it is that the judgement holds'))}: {row_of(scale)}",
                    f"{escaped(say('Confidence: how good the information behind it is'))}: {row_of(meanings)}",
                )
            ),
        )
    )


def figure(found: Figure, say: Say) -> str:
    """What a chart finds, and all its values as a table."""
    several = [escaped(say("What is counted"))] if found.several else []
    unit = escaped(found.unit[:1].upper() + found.unit[1:] if found.unit else say("Value"))
    head = [escaped(say("Who says so")), escaped(say("When")), unit, *several, escaped(say("Words"))]
    rows = (
        (
            ", ".join(map(pieces.link, value.who)) + (f" ({escaped(value.note)})" if value.note else ""),
            pieces.when(value.when),
            linked(escaped(value.words), value.href),
            *([pieces.link(value.series)] if found.several else []),
            pieces.cites(value.cites).strip(),
        )
        for value in found.values
    )
    more = row_of(map(pieces.link, found.more))
    return blocks((f"{bold(escaped(found.headline))} {escaped(found.reading)}", pieces.table(head, rows), more))


def counted(found: Iterable[Counted]) -> str:
    """What each series counts."""
    return pieces.items(
        f"{pieces.link(one.series)}: "
        + " ".join(filter(None, (pieces.text(one.scope), pieces.text(one.description))))
        for one in found
    )


def related(section: Related | None, briefs: Briefs, say: Say) -> str:
    """The actors that stand in the same facts."""
    if section is None:
        return ""
    names = ("Actor", "Where they meet, latest first", "Facts shared", "Last")
    head = [escaped(word) for word in (say(names[0]), say(names[1]), say(names[2]), say(names[3]))]
    rows = (
        (
            pieces.link(row.actor),
            briefs.line(row.latest) + "".join(f", {pieces.link(link)}" for link in row.earlier),
            escaped(row.shared),
            escaped(row.last),
        )
        for row in section.rows
    )
    return blocks((pieces.heading(section.heading), pieces.table(head, rows)))


def pairs(found: Iterable[Pair], briefs: Briefs, say: Say) -> str:
    """Pairs of actors with the facts that name both."""
    head = [escaped(word) for word in (say("Actor"), say("And"), say("Last"), say("Facts"))]
    rows = (
        (
            pieces.anchor(pair.id) + pieces.link(pair.first),
            pieces.link(pair.second),
            escaped(pair.last),
            "; ".join(map(briefs.line, pair.facts)),
        )
        for pair in found
    )
    return pieces.table(head, rows)


def _position(position: Position, briefs: Briefs) -> str:
    said = map(briefs.position, (*position.briefs, *position.more))
    who = ", ".join(map(pieces.link, position.who))
    note = f" · {escaped(position.note)}" if position.note else ""
    return f"{bold(who)}: {'; '.join(said)}{note}"


def _judgement(found: JudgementView, say: Say) -> str:
    return blocks((pieces.text(found.text), pieces.items(_judged(found, say))))


def _judged(found: JudgementView, say: Say) -> Iterator[str]:
    if found.likelihood:
        yield f"{escaped(say('Likelihood'))}: {_step(found.likelihood)}"
    if found.confidence:
        yield f"{escaped(say('Confidence'))}: {_step(found.confidence)}"
    if found.based_on:
        yield f"{escaped(say('Based on'))} {', '.join(map(pieces.link, found.based_on))}"


def _step(step: Step) -> str:
    range_ = f" ({escaped(step.range)})" if step.range else ""
    why = f", {pieces.text(step.why)}" if step.why else ""
    return f"{bold(escaped(step.word))}{range_}{why}"
