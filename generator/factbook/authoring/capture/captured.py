"""Capture: what is read from a page or a PDF, as it would be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from factbook.authoring.scaffold.records import Answers


class Unusable(Exception):
    """No text can be made of it; the words say why."""


@frozen
class Capture:
    """What was read, as it would be kept."""

    text: str
    """The document's words, a paragraph a line; between the pages of a PDF stands a form feed."""
    told: Answers
    """What it says of itself, by the name of a source's field; what it does not say is left out."""
    notes: tuple[str, ...] = ()
    """What whoever looks at it has to know, in sentences."""
    pages: int = 0
    """Of a PDF."""
