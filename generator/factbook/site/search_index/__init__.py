"""Search: an edition's index of facts and pages, as small files of which a reader's browser loads the few it needs.

Called by the host when the hand-written pages are there too.
"""

from __future__ import annotations

import re

from factbook.site.search_index.index import FOLDER, Index

__all__ = ["FOLDER", "Index", "is_part"]

_PART = rf"(?:^|/){FOLDER}(?:manifest|(?:words|entries)-\d+)\.json$"


def is_part(path: str) -> bool:
    """Whether a path of the site is that of a file of an index, however many there are."""
    return re.search(_PART, path) is not None
