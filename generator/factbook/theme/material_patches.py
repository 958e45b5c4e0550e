"""Host: faults in Material's templates that validators and axe report, each with its cure.

A mend is applied where the template is read (`factbook.theme.material`); a test fails when an upgrade of
Material no longer contains the fault, so that no mend outlives its reason.
"""

from __future__ import annotations

import re

from factbook.runtime.frozen import frozen


@frozen
class Mend:
    """A stretch of a theme's template and what stands there instead."""

    fault: str
    cure: str
    reason: str


SCRIPT = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js")
SCRIPT_MEND = Mend(
    "link[rel=alternate]",
    "link[rel=alternate][hreflang]",
    "the script takes every alternate for a language, and would fetch the site map for each feed and each file",
)

MENDS: dict[str, tuple[Mend, ...]] = {
    "base.html": (
        Mend(
            "<html lang=\"{{ lang.t('language') }}\"",
            '<html lang="{{ config.extra.language }}"',
            "the content's language may be one that Material does not speak",
        ),
        Mend(
            'id="__drawer" autocomplete="off"',
            'id="__drawer"',
            "HTML knows no autocomplete for a checkbox",
        ),
        Mend(
            'id="__search" autocomplete="off"',
            'id="__search"',
            "HTML knows no autocomplete for a checkbox",
        ),
    ),
    "partials/nav-item.html": (
        Mend(
            ' tabindex="{{ tabindex }}"',
            '{% if tabindex %} tabindex="{{ tabindex }}"{% endif %}',
            "an empty tabindex is not a number",
        ),
    ),
}
