"""Exports: a built site as files that work from a folder, without a server: what `factbook export zip` packs.

A browser that opens a file shows no index page for a folder and reads no JSON, so links get `index.html`, and
the search's index becomes scripts, which browsers do load from beside a page. Everything else stays as it is.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from factbook.runtime import manifest
from factbook.site.urls import to_root

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = "assets/offline.js"
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ADDRESS = re.compile(r'(\s(?:href|src|action)=")([^"#?]*)')
_REFRESH = re.compile(r'(content="0; url=)([^"#?]*)')
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_POLICY = re.compile(r'(http-equiv="Content-Security-Policy" content=")([^"]*)')
_INDEX = re.compile(r"(?:^|/)search/[^/]+\.json$")


def offline(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file of the site as one or more files that work offline; `path` is from the site's root."""
    if path == manifest.NAME:  # nothing is built into an archive again
        return
    if path.endswith(".html"):
        yield path, _page(path, data.decode()).encode()
    elif _INDEX.search(path) and not path.endswith("/index.json"):
        yield f"{path.removesuffix('.json')}.js", _part(data)
    else:
        yield path, data


def script() -> tuple[str, bytes]:
    """The script that pages load first: it hands the index's scripts to the search, and mends scripts' links."""
    return SCRIPT, _SCRIPT.encode()


def _page(path: str, html: str) -> str:
    html = _TAG.sub(lambda found: _tag(found[0]), html)
    if 'http-equiv="refresh"' in html:  # a redirect needs no script, and its policy allows none
        return html
    root = to_root(path)
    return html.replace("</head>", f'<script src="{root}{SCRIPT}"></script></head>', 1)


def _tag(tag: str) -> str:
    tag = _ADDRESS.sub(lambda found: found[1] + _file(found[2]), tag)
    tag = _REFRESH.sub(lambda found: found[1] + _file(found[2]), tag)
    return _POLICY.sub(lambda found: found[1] + found[2].replace("'self'", "'self' file:"), tag)


def _file(address: str) -> str:
    """A folder's address as that of the page in it."""
    if not address or _OUTSIDE.match(address):
        return address
    last = address.rpartition("/")[2]
    if last in (".", ".."):
        return f"{address}/index.html"
    return address if last else f"{address}index.html"


def _part(data: bytes) -> bytes:
    """A file of the index as a script. The text is parsed rather than written as code: no key of it is special."""
    return f"factbookParts[document.currentScript.src]=JSON.parse({json.dumps(data.decode())})\n".encode()


_SCRIPT = """\
/* Lets a site work from a folder: see exports/offline_zip.py. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  var parts = window.factbookParts = {}, plain = window.fetch;

  window.fetch = function (address) {
    var url = new URL(address.url || address, location.href);
    url.search = url.hash = "";
    if (!/^file:.*\\/search\\/[^/]+\\.json$/.test(url.href)) return plain.apply(window, arguments);
    var name = url.href.replace(/json$/, "js");
    return new Promise(function (done, failed) {
      function give() { done({ ok: true, json: function () { return Promise.resolve(parts[name]); } }); }
      if (name in parts) { give(); return; }
      var script = document.createElement("script");
      script.onload = give;
      script.onerror = failed;
      script.src = name;
      document.head.appendChild(script);
    });
  };

  ["pushState", "replaceState"].forEach(function (name) {
    var change = history[name];
    history[name] = function () {
      try { return change.apply(history, arguments); } catch (refused) { return undefined; }
    };
  });

  addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || typeof link.href !== "string") return;
    var url = new URL(link.href);
    if (url.protocol !== "file:" || !/\\/$/.test(url.pathname)) return;
    url.pathname += "index.html";
    link.href = url.href;
  }, true);
})();
"""
