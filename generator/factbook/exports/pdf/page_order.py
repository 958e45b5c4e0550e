"""Paper: what is to be printed: files of a built site, and the pages of it in their order."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING
from urllib.parse import unquote

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = "https://site.invalid/"
"""Stands for the address of a site that has none (RFC 2606)."""


@frozen
class Sheets:
    """Pages for one PDF."""

    folder: Path
    """Of the built site."""
    address: str | None
    """The site's public address; None: links that lead out of the PDF are printed as plain words."""
    home: str
    """Path of the edition's home page: empty, or `de/`."""
    pages: tuple[str, ...]
    """Paths from the site's root with a slash at the end, in the order of printing."""
    appendix: str = ""
    """What is printed after them, as finished HTML: the words behind the facts, each under the id `fact--ID`."""

    @property
    def root(self) -> str:
        """The address at which the browser is given the site."""
        return self.address or NOWHERE

    def file(self, address: str) -> tuple[bytes, str] | None:
        """What stands at an address, with its media type; None when it is no file of this site."""
        path = unquote(address.partition("#")[0].partition("?")[0])
        if not path.startswith(self.root):
            return None
        name = path.removeprefix(self.root)
        file = self.folder / (f"{name}index.html" if name.endswith("/") or not name else name)
        if not file.is_file() or not file.resolve().is_relative_to(self.folder.resolve()):
            return None
        return file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream"
