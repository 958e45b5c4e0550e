"""Rendering: the one way in which a value becomes HTML, quick for the many texts in which nothing needs escaping."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>\"']").search


def safe(value: Any) -> str:
    """What is printed of a value: finished HTML as it is, anything else escaped, for text and for attributes."""
    if type(value) is str:
        return value if _SPECIAL(value) is None else str(escape(value))
    return value if type(value) is Markup else str(escape(value))
