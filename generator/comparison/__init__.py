"""What changed between two states of the content: pure, corpus against corpus, behind `factbook diff`."""

from generator.comparison.changes import Altered, Comparison, Other, Tally, compare
from generator.comparison.fields import Alteration

__all__ = ["Alteration", "Altered", "Comparison", "Other", "Tally", "compare"]
