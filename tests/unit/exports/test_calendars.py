"""Calendars: which facts are events, on which days, and the form of RFC 5545 to the octet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factbook.exports.calendars import Calendars
from tests.unit.site.corpora import settings
from tests.unit.site.worlds import world

FACT = """\
- id: {id}
  statement: {statement}
  date: "{date}"
  topics: [war]
  citations: [{{source: report, quote: so}}]
{more}"""


def calendar(*facts: str, language: str = "en", url: str | None = "https://flood.example/", place: int = 0) -> str:
    """A calendar of a site with these facts: the whole one, or a topic's."""
    made = world(language, fact="".join(facts))
    files = list(Calendars(made.corpus, replace(settings(), url=url), language).files())
    return files[place].data.decode()


def event(date: str, *, statement: str = "It was so.", more: str = "") -> str:
    return FACT.format(id="it", statement=statement, date=date, more=more)


def lines(text: str) -> dict[str, str]:
    """The properties of the last event, unfolded."""
    event = text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[-1].split("END:VEVENT")[0]
    return dict(row.split(":", 1) for row in event.split("\r\n") if row)


@pytest.mark.parametrize(
    ("date", "start", "end", "status", "printed"),
    [
        ("2024-11-16", "20241116", "20241117", "CONFIRMED", "16 Nov 2024"),
        ("2024-11", "20241101", "20241201", "CONFIRMED", "Nov 2024"),
        ("2024", "20240101", "20250101", "CONFIRMED", "2024"),
        ("2024-11-04/2024-11-10", "20241104", "20241111", "CONFIRMED", "4–10 Nov 2024"),
        ("2024-12-31", "20241231", "20250101", "CONFIRMED", "31 Dec 2024"),
        ("2024-11~", "20241101", "20241201", "TENTATIVE", "about Nov 2024"),
        ("2024-11?", "20241101", "20241201", "TENTATIVE", "Nov 2024"),
        ("[2024-05-01,2024-05-02]", "20240501", "20240503", "TENTATIVE", "1 May 2024 or 2 May 2024"),
        ("{2024-05-01,2024-05-02}", "20240501", "20240503", "CONFIRMED", "1 May 2024 and 2 May 2024"),
    ],
)
def test_an_event_takes_the_days_that_its_date_can_mean(
    date: str, start: str, end: str, status: str, printed: str
) -> None:
    found = lines(calendar(event(date)))
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"], found["STATUS"]) == (start, end, status)
    assert found["DESCRIPTION"] == f"{printed}: It was so.".replace(",", "\\,")
    assert found["X-EDTF"] == date.replace(",", "\\,")


def test_what_is_only_expected_is_tentative() -> None:
    assert lines(calendar(event("2024-11-16", more="  stance: expects\n")))["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("date", "more"),
    [
        pytest.param("../2024-11-04", "", id="by a day"),
        pytest.param("2024-11-04/..", "", id="since a day"),
        pytest.param("2024-11-04/..", "  stance: expects\n", id="from a day on"),
        pytest.param("2024-11-04", "  retracted: {on: 2024-11-05, note: It was not so.}\n", id="withdrawn"),
    ],
)
def test_what_has_no_days_and_what_was_withdrawn_is_no_event(date: str, more: str) -> None:
    assert "BEGIN:VEVENT" not in calendar(event(date, more=more))


def test_what_was_replaced_is_no_event() -> None:
    later = FACT.format(id="later", statement="It was more.", date="2024-11-05", more="  supersedes: [it]\n")
    found = calendar(event("2024-11-04"), later)
    assert found.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:It was more." in found


@pytest.mark.parametrize(
    ("more", "stamp"),
    [
        ("", "19700101T000000Z"),
        ("  added: 2024-11-18\n", "20241118T000000Z"),
        ("  added: 2024-11-18T19:16+01:00\n", "20241118T181600Z"),
        ("  added: 2024-11-18\n  revised: [{on: 2024-11-20, note: A word.}]\n", "20241120T000000Z"),
    ],
)
def test_the_stamp_is_the_fact_s_last_change_and_never_the_clock(more: str, stamp: str) -> None:
    assert lines(calendar(event("2024-11-16", more=more)))["DTSTAMP"] == stamp


def test_signs_that_the_form_uses_are_escaped() -> None:
    assert (
        lines(calendar(event("2024", statement="'One; two, three \\ four'")))["SUMMARY"]
        == "One\\; two\\, three \\\\ four"
    )


def test_lines_are_of_75_octets_at_most_and_part_no_character() -> None:
    text = calendar(event("2024", statement="Überführung nach Łódź und zurück, " * 9 + "東京" * 40))
    assert max(len(row.encode()) for row in text.split("\r\n")) <= 75
    assert lines(text)["SUMMARY"].endswith("東京" * 40)


def test_an_event_has_the_fact_s_address_or_without_one_an_id_that_stays() -> None:
    found = lines(calendar(event("2024")))
    assert found["UID"] == found["URL"] == "https://flood.example/facts/it.html"
    without = [lines(calendar(event("2024"), url=None)) for _ in range(2)]
    assert without[0] == without[1]
    assert "URL" not in without[0]


def test_a_topic_s_calendar_has_its_own_facts() -> None:
    other = event("2024").replace("id: it", "id: other").replace("[war]", "[peace]")
    found = calendar(event("2024"), other, place=1)
    assert found.count("BEGIN:VEVENT") == 1
    assert lines(found)["CATEGORIES"] == "war"
