"""PDF: the browser keeps its sandbox and each page its own policy, and who has no sandbox hears of it."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest

from factbook.exports.pdf import Unavailable, browser

playwright = pytest.importorskip("playwright.sync_api")


class Chromium:
    """A browser that starts only as this machine allows, and keeps what it was asked for."""

    def __init__(self, allowed: tuple[bool, ...]) -> None:
        self.allowed = allowed
        self.launched: list[bool] = []
        self.contexts: list[dict[str, Any]] = []

    @property
    def chromium(self) -> Chromium:
        return self

    def launch(self, *, chromium_sandbox: bool, args: list[str], executable_path: str | None) -> Chromium:
        assert "--no-sandbox" not in args
        self.launched.append(chromium_sandbox)
        if chromium_sandbox not in self.allowed:
            raise playwright.Error("it does not start")
        return self

    def close(self) -> None:
        pass

    def new_context(self, **options: Any) -> Any:
        self.contexts.append(options)
        raise InterruptedError("it has asked for all that it needs")


@pytest.mark.parametrize(
    ("allowed", "launched", "notices"),
    [((True, False), [True], 0), ((False,), [True, False], 1), ((), [True, False], 0)],
    ids=["allowed", "root", "no browser"],
)
def test_the_sandbox_is_kept_where_the_machine_allows_it(
    monkeypatch: pytest.MonkeyPatch, allowed: tuple[bool, ...], launched: list[bool], notices: int
) -> None:
    chromium, heard = Chromium(allowed), list[str]()
    monkeypatch.setattr(playwright, "sync_playwright", lambda: nullcontext(chromium))
    try:
        with browser.printer(heard.append) as printed, pytest.raises(InterruptedError):
            printed(None)  # type: ignore[arg-type]  # it gets no further than its context
        assert "bypass_csp" not in chromium.contexts[0]
    except Unavailable:
        assert not allowed
    assert chromium.launched == launched
    assert ["without its sandbox" in words for words in heard] == [True] * notices
