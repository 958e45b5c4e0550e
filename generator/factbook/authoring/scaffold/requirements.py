"""Scaffold: the requirement by which a new site installs Factbook, never without the hash of Factbook's file."""

from __future__ import annotations

import hashlib
import json
import re
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from factbook import __version__

_SHA256 = re.compile(r"[0-9a-f]{64}")
_MISSING = "THE-HASH-IS-MISSING"
"""In place of a hash: pip and uv refuse it as they read the line, before anything is asked for or fetched."""
_TO_BE_FILLED_IN = f"""\
# Factbook itself. The hash of its file is not known here, and without one anybody's file of that name would do:
# pip refuses the line below until the hash stands in it. To fill it in, take the file from where you trust it:
#   python -m pip download --no-deps factbook=={__version__}
#   python -m pip hash factbook-{__version__}-py3-none-any.whl
# The line then reads: factbook=={__version__} --hash=sha256:…
factbook=={__version__} --hash={_MISSING}
"""


def requirement() -> str:
    """The file for pip that names Factbook itself: by the hash of its wheel, or not to be installed yet."""
    known = own_hash()
    if known is None:
        return _TO_BE_FILLED_IN
    return f"# Factbook itself, by the hash of its file.\nfactbook=={__version__} --hash=sha256:{known}\n"


def own_hash() -> str | None:
    """SHA-256 of the wheel that this Factbook was installed from: as the installer noted it, or worked out.

    Installers note it only of files and addresses, and not all do: pip before 23.1 left it out. See
    https://packaging.python.org/en/latest/specifications/direct-url/.
    """
    try:
        origin: Any = json.loads(metadata.distribution("factbook").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        return None
    url = origin.get("url") if isinstance(origin, dict) else None
    if not isinstance(url, str) or not url.endswith(".whl"):
        return None
    return _noted(origin.get("archive_info")) or _worked_out(url)


def _noted(archive: object) -> str | None:
    """The hash in either of the two forms that the specification has known."""
    if not isinstance(archive, dict):
        return None
    hashes, older = archive.get("hashes"), str(archive.get("hash", ""))
    digest = str(hashes.get("sha256", "")) if isinstance(hashes, dict) else ""
    digest = digest or older.removeprefix("sha256=")
    return digest if _SHA256.fullmatch(digest) else None


def _worked_out(url: str) -> str | None:
    """The hash of a wheel of this version that lies on this machine."""
    parts = urlsplit(url)
    path = Path(url2pathname(parts.path))
    if parts.scheme != "file" or not path.name.startswith(f"factbook-{__version__}-"):
        return None
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
