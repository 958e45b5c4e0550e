"""Packaging: the README as a registry shows it, where links that are relative to the repository lead nowhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)(\[[^]]*\]\()(?!https?:|#|mailto:)([^)\s]+)\)")


class AbsoluteLinks(MetadataHookInterface):
    """Adds the README with every link and picture absolute, below the repository's address."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Puts `readme` into the project's metadata; needs `urls.Repository`."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        readme = absolute(text, metadata["urls"]["Repository"])
        metadata["readme"] = {"content-type": "text/markdown", "text": readme}


def absolute(text: str, repository: str) -> str:
    """Markdown whose relative links lead to `repository`: pictures to their bytes, files to their pages."""

    def lead(link: re.Match[str]) -> str:
        picture, opening, path = link.groups()
        return f"{picture}{opening}{repository}/{'raw' if picture else 'blob'}/main/{path})"

    return _LINK.sub(lead, text)
