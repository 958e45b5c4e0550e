"""Ground: the words in which judgements say how likely something is, from the least to the most likely."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SCALES: Mapping[str, tuple[str, ...]] = {
    "icd203": (
        "almost-no-chance",
        "very-unlikely",
        "unlikely",
        "roughly-even-chance",
        "likely",
        "very-likely",
        "almost-certain",
    ),
    "plain": ("unlikely", "possible", "likely", "certain"),
}
"""By the name that the configuration gives under `scale`; the first is that of an American directive, ICD 203."""
