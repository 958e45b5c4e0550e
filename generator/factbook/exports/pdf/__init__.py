"""Paper: pages of a built site as one PDF, printed by a browser; the only room with Playwright.

The site's own print style decides how a page looks, so what is tested on the screen holds on paper too: scripts
that run right to left, letters of every script, charts. Nothing is fetched: the browser gets the built files at the
site's public address, and whatever else a page asked for would be refused.
"""

from __future__ import annotations

from factbook.exports.pdf.browser import Unavailable, printer
from factbook.exports.pdf.page_order import Sheets

__all__ = ["Sheets", "Unavailable", "printer"]
