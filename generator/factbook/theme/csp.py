"""Host: the Content-Security-Policy that stands first in each page's head.

Only the theme's own inline scripts are allowed, by their hashes. They are rendered apart from any page, so
that a script which reached a page from the content would never be allowed with them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig

INLINE_SCRIPTS = tuple(f"partials/javascripts/{name}.html" for name in ("base", "palette", "content"))
"""Material's templates that hold a script without an address."""

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' {hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'none'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
LIGHT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""Of a fact's page, which holds no script of its own and may stand in a frame elsewhere."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy_of(env: jinja2.Environment, config: MkDocsConfig) -> Callable[[str], str]:
    """A function from a page's `base_url` to its policy; the scripts vary with nothing else."""

    @lru_cache(maxsize=64)
    def policy(base_url: str) -> str:
        rendered = (
            env.get_template(name).render(config=config, base_url=base_url, features=config.theme["features"])
            for name in INLINE_SCRIPTS
        )
        scripts = [script for text in rendered for script in _SCRIPT.findall(text)]
        return "; ".join(_DIRECTIVES).format(hashes=" ".join(map(_source_of, scripts)))

    return policy


def _source_of(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
