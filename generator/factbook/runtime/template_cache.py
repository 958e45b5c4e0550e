"""Runtime: compiled templates, the theme's and our own, kept between runs in the user's own cache folder.

Compiled templates are code. They are never read from the site's folder, which strangers write to.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from factbook.runtime import disk_cache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class TemplateCache(jinja2.BytecodeCache):
    """One file for each template; a cache that cannot be read or written is as good as none."""

    def __init__(self, kind: str, generator: str = "") -> None:
        """`kind` keeps apart what differently set environments make of one template.

        `generator` is the file of a code generator of its own: what another version of it made is not used.
        """
        release = "-".join(version(name) for name in ("mkdocs-material", "jinja2"))
        own = hashlib.sha256(Path(generator).read_bytes()).hexdigest()[:12] if generator else ""
        self._folder = disk_cache.folder(f"theme-{release}-{kind}{own}")

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            with open(self._path(bucket), "rb") as file:
                bucket.load_bytecode(file)
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        disk_cache.store_bytes(self._path(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / bucket.key
