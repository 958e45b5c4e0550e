"""Site: the tabs of the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.site.i18n import Wording


def sections(words: Wording) -> tuple[tuple[str, str, str], ...]:
    """Of each tab its section, the path of its page and its name (plain text)."""
    return (
        ("home", "", words.say("Briefing")),
        ("topics", "topics/", words.say("Topics")),
        ("actors", "actors/", words.say("Who says what")),
        ("numbers", "numbers/", words.say("Numbers")),
        ("disputes", "disputes/", words.say("Disputes")),
        ("timeline", "timeline/", words.say("Timeline")),
        ("sources", "sources/", words.say("Sources & method")),
    )
