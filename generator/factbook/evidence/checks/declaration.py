"""Check: what each check says of itself: whether it looks at one fact at a time, and whether it needs the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.model import Evidence

    Find = Callable[[Corpus, Evidence, Settings], Iterator[Diagnostic]]

Scope = Literal["fact", "site"]
"""`fact`: it looks at nothing but what `pipeline/surroundings.py` counts up around a fact, no other fact among it, so
that its verdict is kept until something of that changes. `site`: anything else."""


@frozen
class Check:
    """A promise that is checked, called as the function that checks it."""

    find: Find
    scope: Scope
    needs_texts: bool
    """Whether it looks at the evidence; to the others an empty one is as good."""

    @property
    def name(self) -> str:
        """Its file, which is the promise, and what checks it there: `dates_in_order.check`."""
        return f"{self.find.__module__.rpartition('.')[2]}.{self.find.__name__}"

    def __call__(self, corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
        return self.find(corpus, evidence, settings)


def check_of(scope: Scope, *, needs_texts: bool) -> Callable[[Find], Check]:
    """Makes a function a check; nothing is assumed, for a wrong word is silently wrong under `serve`."""
    return lambda find: Check(find, scope, needs_texts)
