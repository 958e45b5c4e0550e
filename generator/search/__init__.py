"""Search: an edition's index of facts and pages, as small files of which a reader's browser loads the few it needs.

Called by the host when the hand-written pages are there too. Nothing is made before a file is asked for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.bodies import Asset
from generator.search import entries, postings
from generator.search.index import Index

if TYPE_CHECKING:
    from generator.bodies import Edition

FOLDER = "search/"
"""Beside the page of the search, in each edition."""
_PART = rf"(?:^|/){FOLDER}(?:manifest|(?:words|entries)-\d+)\.json$"


def complete(edition: Edition) -> Edition:
    """The edition with the files of its index; how many there are follows from what all its pages tell."""
    index = Index(edition.bodies)
    folder = edition.prefix + FOLDER
    found = [Asset(f"{folder}manifest.json", index.manifest)]
    found += (
        Asset(f"{folder}words-{number}.json", partial(index.words, number))
        for number in range(postings.shards(index.size))
    )
    found += (
        Asset(f"{folder}entries-{number}.json", partial(index.entries, number))
        for number in range(entries.pieces(index.size))
    )
    return replace(edition, lists=(*edition.lists, *found))


def is_part(path: str) -> bool:
    """Whether a path of the site is that of a file of an index, however many there are."""
    return re.search(_PART, path) is not None
