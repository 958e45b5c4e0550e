"""Check: judgements say how likely something is in the words of one scale, which the configuration names.

Wrong: `likelihood: possible` on a site with the words of ICD 203.
Right: `likelihood: roughly-even-chance`; or `scale: plain` in site_config.yml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model.scales import SCALES
from factbook.diagnostics.types import Diagnostic
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence


@check_of("site", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each likelihood that the site's scale does not have."""
    words = SCALES[settings.scale]
    for topic in corpus.topics.values():
        for number, judgement in enumerate(topic.judgements):
            if judgement.likelihood is not None and judgement.likelihood not in words:
                message = f"`{judgement.likelihood}` is no word of the scale `{settings.scale}`"
                advice = f"Its words are {', '.join(words)}; `scale` in site_config.yml chooses another scale."
                span = topic.record.span("judgements", number, "likelihood")
                yield Diagnostic("choice-unknown", message, span, help=(advice,))
