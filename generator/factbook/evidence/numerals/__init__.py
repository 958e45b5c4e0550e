"""Ground room: reads numbers, amounts, dates and modifiers in any language, and traces them to a source's words."""

from factbook.evidence.numerals.arithmetic import Operand, WorkingMistake, evaluate, operands
from factbook.evidence.numerals.lexicon import words_known
from factbook.evidence.numerals.match import FactDate, Quote, carried, modifier_agrees, modifier_differs, supported
from factbook.evidence.numerals.quantity import Kind, Modifier, PartialDate, Quantity, Support
from factbook.evidence.numerals.reading import read

__all__ = [
    "FactDate",
    "Kind",
    "Modifier",
    "Operand",
    "PartialDate",
    "Quantity",
    "Quote",
    "Support",
    "WorkingMistake",
    "carried",
    "evaluate",
    "modifier_agrees",
    "modifier_differs",
    "operands",
    "read",
    "supported",
    "words_known",
]
