"""Site: the original reports behind all sources, as chips and headings name them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site import dates

if TYPE_CHECKING:
    from datetime import date

    from factbook.content.dates import Moment
    from factbook.content.model import Corpus, Source
    from factbook.content.model.corpus import Origin
    from factbook.site.texts import Texts

CITE = "cite"
"""Where a fact's page shows how to cite it: people link there, so it alone of our names is written small."""
_NOT_IN_AN_ANCHOR = re.compile(r"[^\w.-]|_")


@frozen
class Report:
    """One original report; several sources may be copies of it."""

    id: str
    """Id of its origin."""
    anchor: str
    """The same, fit to be an id in HTML."""
    short: str
    """Whose it is, as on a chip: `AP`."""
    name: str
    """The same in full: `Associated Press`."""
    day: date | None
    dates: tuple[str, str, str]
    """Its year, month and day in words; all empty when its date is not known."""
    shared: bool
    """Whether another report has the same short name."""
    speaker: str
    """Id of the actor whose report it is, else the plain name; empty when nobody is known."""


def reports(corpus: Corpus, texts: Texts) -> dict[str, Report]:
    """Every original report, by the id of its origin."""
    shorts = {name: _short(corpus, texts, publisher(corpus, origin)) for name, origin in corpus.origins.items()}
    times = Counter(shorts.values())
    return {
        name: _report(corpus, texts, origin, shorts[name], shared=times[shorts[name]] > 1)
        for name, origin in corpus.origins.items()
    }


def anchor_of(origin: str) -> str:
    """An origin's id, fit to be one in HTML: a source's own, or `agency:its+words` of a report that nobody holds."""
    anchor = ":".join(_NOT_IN_AN_ANCHOR.sub(_coded, part) for part in origin.split("/", 1))
    return "Cite" if anchor == CITE else anchor


def _coded(found: re.Match[str]) -> str:
    return "+" if found[0] == " " else f"_{ord(found[0]):x}_"


def publisher(corpus: Corpus, origin: Origin) -> str:
    """Whose report it is: id of an actor where it is one, else the name as written, else nothing."""
    root = corpus.sources[origin.root or origin.sources[0]]
    name = origin.agency or root.agency or root.publisher or ""
    return corpus.actor_by_name.get(name, name)


def published(corpus: Corpus, origin: Origin) -> Moment | None:
    """When the report was published: itself, else its first copy."""
    sources = [corpus.sources[origin.root]] if origin.root else [corpus.sources[name] for name in origin.sources]
    moments = [source.published for source in sources if source.published]
    return min(moments, key=lambda moment: moment.day, default=None)


def source_name(corpus: Corpus, texts: Texts, source: Source) -> str:
    """A source's publisher in plain words."""
    if source.publisher is None:
        return texts.words.say("Publisher not stated")
    return texts.actor_name(corpus.actor_by_name.get(source.publisher, source.publisher))


def _report(corpus: Corpus, texts: Texts, origin: Origin, short: str, *, shared: bool) -> Report:
    whose = publisher(corpus, origin)
    moment = published(corpus, origin)
    say = texts.words
    told = dates.telling(say, moment) if moment else ("", "", "")
    name = texts.actor_name(whose) if whose else say.say("Publisher not stated")
    anchor = anchor_of(origin.id)
    return Report(origin.id, anchor, short, name, moment.day if moment else None, told, shared, whose)


def _short(corpus: Corpus, texts: Texts, whose: str) -> str:
    if not whose:
        return texts.words.say("unnamed")
    known = corpus.actors.get(whose)
    return texts.plain(known.short) if known is not None and known.short else texts.actor_name(whose)
