"""What changed between two states of the content: pure, corpus against corpus, behind `factbook diff`."""

from factbook.authoring.diff.compare import Altered, Comparison, Other, Tally, compare
from factbook.authoring.diff.record_fields import FieldChange

__all__ = ["Altered", "Comparison", "FieldChange", "Other", "Tally", "compare"]
