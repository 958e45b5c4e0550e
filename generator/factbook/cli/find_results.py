"""Report: places where words stand in the texts, each with a citation ready to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.sanitize import visible

if TYPE_CHECKING:
    from factbook.diagnostics.colours import Paint


INDENT = "  "
"""Of what stands under `citations:` of a fact in a list."""


def indented(citation: str) -> list[str]:
    """The rows of a citation, as deep as it stands in a list of facts, whatever it is indented by."""
    rows = citation.splitlines()
    depth = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    return [INDENT + row[depth:] if row.strip() else row for row in rows]


def place(
    where: str, before: str, words: str, after: str, citation: str, paint: Paint, *, likeness: float = 1.0
) -> str:
    """A place as a paragraph: its address, the words in their sentence, the citation in YAML."""
    like = f"  {likeness:.0%} like it" if likeness < 1 else ""
    sentence = f"{visible(before)} {paint(f'»{visible(words)}«', 'strong')} {visible(after)}".strip()
    lines = [f"{visible(where)}{like}", f"  {sentence}", *(visible(row) for row in indented(citation))]
    return "\n".join(lines) + "\n"
