"""Scaffold: what a new site is built with, pinned by the hashes of the very files, as far as these are known."""

from __future__ import annotations

import json
import re
from importlib import metadata
from typing import Any

from factbook import __version__

_SHA256 = re.compile(r"[0-9a-f]{64}")
_BY_VERSION = f"""\
# Factbook itself. Only its version is pinned, because a program cannot know the hash of the file that it came in.
# To pin that file too, put its hash behind the version. pip says it:
#   python -m pip download --no-deps factbook=={__version__}
#   python -m pip hash factbook-{__version__}-py3-none-any.whl
# The line then reads: factbook=={__version__} --hash=sha256:…
factbook=={__version__}
"""


def requirement() -> str:
    """The file for pip that names Factbook itself: with the hash of the wheel that it came in, if known."""
    known = own_hash()
    if known is None:
        return _BY_VERSION
    return f"# Factbook itself, by the hash of its file.\nfactbook=={__version__} --hash=sha256:{known}\n"


def own_hash() -> str | None:
    """SHA-256 of the wheel that this Factbook was installed from; installers note it only of files and addresses.

    See https://packaging.python.org/en/latest/specifications/direct-url/.
    """
    try:
        noted: Any = json.loads(metadata.distribution("factbook").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        return None
    hashes = noted.get("archive_info", {}).get("hashes", {}) if isinstance(noted, dict) else {}
    known = hashes.get("sha256", "") if isinstance(hashes, dict) and str(noted.get("url")).endswith(".whl") else ""
    return known if _SHA256.fullmatch(known) else None
