"""Ground room: reads numbers, amounts, dates and modifiers in any language, and traces them to a source's words."""

from generator.numerals.arithmetic import Mistake, Operand, evaluate, operands
from generator.numerals.quantity import Kind, Modifier, PartialDate, Quantity, Support
from generator.numerals.reading import read
from generator.numerals.support import FactDate, Quote, modifier_agrees, modifier_differs, supported

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
