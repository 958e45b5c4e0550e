"""Publish: the HTTP headers that a host should send, as the file `_headers` that Cloudflare Pages and Netlify read.

What a page may do in a browser stands in its own policy; what no page can say of itself stands here. How other
servers send the same is in docs/how-to/publish-on-a-server.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.publish.page_list import PageList

NAME = "_headers"
ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}
UNFRAMED = {"Content-Security-Policy": "frame-ancestors 'none'"}
"""For all pages but those of facts, which others may embed."""
OPEN = {"Access-Control-Allow-Origin": "*"}
"""For what scripts of other sites may read: the data."""


def host_headers(listed: PageList) -> bytes:
    """The file: rules for everything, for the pages that may stand in no frame, and for the data."""
    unframed = "".join(_rule(path, UNFRAMED) for path in _unframed(listed))
    return (_rule("/*", ALWAYS) + unframed + _rule("/data/*", OPEN)).encode()


def _unframed(listed: PageList) -> Iterator[str]:
    """Of each edition the home page, and every folder at its root that holds other pages than facts."""
    for prefix, pages in listed.pages.items():
        yield f"/{prefix}"
        for folder in sorted({path.partition("/")[0] for path, _ in pages} - {"", "facts"}):
            yield f"/{prefix}{folder}/*"


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
