"""Ground room: reads numbers, amounts, dates and modifiers in any language, and traces them to a source's words."""

from factbook.evidence.numerals.arithmetic import Mistake, Operand, evaluate, operands
from factbook.evidence.numerals.match import FactDate, Quote, modifier_agrees, modifier_differs, supported
from factbook.evidence.numerals.quantity import Kind, Modifier, PartialDate, Quantity, Support
from factbook.evidence.numerals.reading import read

__all__ = [
    "FactDate",
    "Kind",
    "Mistake",
    "Modifier",
    "Operand",
    "PartialDate",
    "Quantity",
    "Quote",
    "Support",
    "evaluate",
    "modifier_agrees",
    "modifier_differs",
    "operands",
    "read",
    "supported",
]
