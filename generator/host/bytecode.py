"""Host: the theme's compiled templates, kept between runs in the user's own cache folder.

Compiled templates are code. They are never read from the site's folder, which strangers write to.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from importlib.metadata import version
from typing import TYPE_CHECKING

import jinja2

from generator.kept import user_cache

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket


class SharedBytecode(jinja2.BytecodeCache):
    """One file for each template; a cache that cannot be read or written is as good as none."""

    def __init__(self, kind: str) -> None:
        """`kind` keeps apart what differently set environments make of one template."""
        release = "-".join(version(name) for name in ("mkdocs-material", "jinja2"))
        self._folder = user_cache() / "factbook" / f"theme-{release}-{kind}"

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            with open(self._path(bucket), "rb") as file:
                bucket.load_bytecode(file)
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._folder) as folder:
                with open(f"{folder}/new", "wb") as file:
                    bucket.write_bytecode(file)
                os.replace(f"{folder}/new", self._path(bucket))

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / bucket.key
