"""Site: the page of a fact, light and flat: the statement, the words behind it, how to cite it, where it is used."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.site import cite_forms as forms
from factbook.site.frames import framed
from factbook.site.html import escape, labelled, link
from factbook.site.page import Page, PageType
from factbook.site.pages.fact.markdown import markdown
from factbook.site.pages.fact.uses import uses
from factbook.site.provenance import edit_path, edited
from factbook.site.sides import row_title, side_of
from factbook.site.urls import ROOT, fact_path, home

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.content.model import Actor, Fact
    from factbook.site.fact_text import FactText
    from factbook.site.fragments import Fragments


def _ids(made: Fragments) -> Iterable[str]:
    return made.corpus.facts


def pages(made: Fragments, name: str) -> Iterator[Page]:
    """The page of a fact; a retracted one keeps its address and says so."""
    fact, text = made.corpus.facts[name], made.fact(name)
    at_home = home(made.corpus, fact)
    before, after, place, total = _neighbours(made, fact)
    address = f"{made.address}{fact_path(name)}" if made.address else ""
    html = framed(
        "fact",
        made.words,
        kicker=_kicker(made, fact, place, total),
        statement=text.statement,
        plain=escape(text.plain),
        words=escape(_words(made)),
        about=_about(made, fact, text),
        counted=_counted(made, fact),
        quotes=made.quotes(fact),
        cite=_cite(made, fact, text, address),
        uses=labelled(uses(made, fact), "lbl one"),
        history=labelled(_history(made, fact), "lbl one"),
        embed=_embed(text, address),
        before=before,
        after=after,
    )
    yield Page(
        path=fact_path(name),
        kind="fact",
        id=name,
        title=text.plain,
        description=_description(made, fact, text),
        html=html,
        section="topics",
        updated=edited(fact),
        edit_path=edit_path(fact.record),
        markdown=False,
        shell="light",
        picture_of=at_home,
    )


def _words(made: Fragments) -> str:
    """What the pop-over says that shows a report of this page elsewhere, as JSON."""
    say = made.words.say
    words = {
        "close": say("Close"),
        "open": say("Open this fact"),
        "first": say("Open the first fact"),
        "more": say("More reports"),
        "cite": say("Cite"),
    }
    return json.dumps(words, ensure_ascii=False)


def _kicker(made: Fragments, fact: Fact, place: int, total: int) -> str:
    topic = next((name for name in fact.topics if name in made.corpus.topics), None)
    parts = [f'<a href="{ROOT}">{made.words.say("Briefing")}</a>', made.texts.topic_link(topic) if topic else ""]
    if total > 1:
        parts.append(made.words.say("fact {n} of {total}", n=place, total=total))
    return " › ".join(part for part in parts if part)


def _about(made: Fragments, fact: Fact, text: FactText) -> str:
    say = made.words.say
    when = escape(text.when) + (f" <small>({escape(text.said)})</small>" if text.said else "")
    return labelled(
        (
            (say("Says so"), _speakers(made, fact)),
            (say("When"), when),
            (say("How firm"), _firm(made, fact, text)),
        )
    )


def _speakers(made: Fragments, fact: Fact) -> str:
    if not fact.asserted_by:
        names = [made.texts.actor_link(name) for name in made.corpus.asserters(fact)]
        return f"{', '.join(names)} <small>({made.words.say('reported without naming anyone')})</small>"
    return "<br>".join(_speaker(made, name) for name in fact.asserted_by)


def _speaker(made: Fragments, name: str) -> str:
    actor = made.corpus.actors.get(name)
    side = side_of(made.corpus, name)
    title = f", {_role(made, actor)}" if actor is not None and actor.roles else ""
    where = f" <small>({row_title(made.corpus, made.texts, side)})</small>" if side else ""
    return f"{made.texts.actor_link(name)}{title}{where}"


def _role(made: Fragments, actor: Actor) -> str:
    return made.texts.html(actor.roles[-1].title)


def _firm(made: Fragments, fact: Fact, text: FactText) -> str:
    parts = [status.html for status in text.statuses]
    if made.corpus.counts(fact).origins == 1:
        parts.append(
            made.words.say("One report, one speaker.") if _speaks_alone(made, fact) else made.words.say("One report.")
        )
    if text.caveat:
        parts.append(text.caveat)
    return "<br>".join(parts)


def _speaks_alone(made: Fragments, fact: Fact) -> bool:
    return made.corpus.counts(fact).asserters == 1


def _counted(made: Fragments, fact: Fact) -> str:
    words = made.words
    quotes = words.count("{n} quote", "{n} quotes", len(fact.citations))
    reports = words.count("{n} report", "{n} reports", made.corpus.counts(fact).origins)
    return words.say("{quotes} from {reports}", quotes=quotes, reports=reports)


def _cite(made: Fragments, fact: Fact, text: FactText, address: str) -> str:
    """The four forms, each under a tab that needs no script."""
    report = made.reports[made.corpus.origin_of[fact.citations[0].source]]
    one = forms.cited(
        made.corpus,
        made.texts,
        report,
        fact.id,
        text.plain,
        site=made.name,
        address=address,
        edited=edited(fact),
    )
    shown = (
        (made.words.say("Plain"), forms.plain(one, made.texts), " prose"),
        (made.words.say("Footnote"), forms.footnote(one, made.texts), " prose"),
        ("BibTeX", forms.bibtex(one), ""),
        ("RIS", forms.ris(one).replace("\r\n", "\n"), ""),
    )
    tabs = "".join(
        f'<input type="radio" name="form" id="Form-{number}"{" checked" if number == 1 else ""}>'
        f'<label for="Form-{number}">{name}</label>'
        for number, (name, _, _) in enumerate(shown, 1)
    )
    texts = "".join(
        f'<pre class="form-{number}{kind}">{escape(words)}</pre>' for number, (_, words, kind) in enumerate(shown, 1)
    )
    return tabs + texts


def _history(made: Fragments, fact: Fact) -> Iterator[tuple[str, str]]:
    day, say = made.words.day, made.words.say
    if fact.retracted is not None:
        yield day(fact.retracted.on.day), f"{say('Retracted')}: {made.texts.html(fact.retracted.note)}"
    for change in reversed(fact.revised):
        was = f"<br><small>{say('It said:')}</small> <del>{made.texts.html(change.was)}</del>" if change.was else ""
        yield day(change.on.day), f"{say('Corrected')}: {made.texts.html(change.note)}{was}"
    if fact.added is not None:
        changed = fact.revised or fact.retracted
        yield day(fact.added.day), say("Added.") if changed else say("Added. Not changed since.")


def _embed(text: FactText, address: str) -> str:
    if not address:
        return ""
    frame = f'<iframe src="{escape(address)}" title="{escape(text.plain)}" width="600" height="320"></iframe>'
    return escape(frame)


def _neighbours(made: Fragments, fact: Fact) -> tuple[str, str, int, int]:
    """The facts before and after it in its topic, and its place there."""
    topic = next((name for name in fact.topics if name in made.corpus.topics), None)
    order, places = made.topic_orders.get(topic or "", ((), {}))
    if fact.id not in places:
        return "", "", 0, 0
    place = places[fact.id]
    before = order[place - 1] if place else ""
    after = order[place + 1] if place + 1 < len(order) else ""
    return _neighbour(made, before, "prev"), _neighbour(made, after, "next"), place + 1, len(order)


def _neighbour(made: Fragments, name: str, rel: str) -> str:
    if not name:
        return ""
    text = made.fact(name)
    words = text.plain if len(text.plain) <= 96 else text.plain[:90].rsplit(" ", 1)[0] + "…"
    say, when = made.words.say, text.when
    lead = say("Before it, {date}", date=when) if rel == "prev" else say("After it, {date}", date=when)
    to = f' rel="{rel}"'
    return f"<small>{escape(lead)}</small>{link(fact_path(name), escape(words), to)}"


def _description(made: Fragments, fact: Fact, text: FactText) -> str:
    names = made.words.listed(tuple(map(made.texts.actor_name, made.corpus.asserters(fact))))
    return made.words.say("{who}, {date}", who=names, date=text.when)


TYPE = PageType("fact", "facts/", _ids, pages, markdown)
