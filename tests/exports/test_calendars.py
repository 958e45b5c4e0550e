"""Calendars hold to RFC 5545, and say of a date no more than is known of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factbook.content import dates
from factbook.content.model import Change
from factbook.exports.calendars import Calendars
from tests.exports.content import HOSTILE, corpus, settings

Event = dict[str, str]


def made(language: str = "en", url: str | None = "https://flood.example/site/") -> dict[str, bytes]:
    return {one.path: one.data for one in Calendars(corpus(), settings(url), language).files()}


def events(calendar: bytes) -> list[Event]:
    """The events of a calendar, their lines put together again, after a look at the form of the whole."""
    assert calendar.endswith(b"\r\nEND:VCALENDAR\r\n")
    lines = calendar.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    whole = b"\r\n".join(lines).replace(b"\r\n ", b"").decode().split("\r\n")
    assert whole[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert all(re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:.*", line) for line in whole[:-1])
    text = "\n".join(whole)
    found = re.findall(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", text, re.S)
    assert len(found) == text.count("\nBEGIN:")
    read = [dict(line.split(":", 1) for line in one.split("\n")) for one in found]
    assert all({"UID", "DTSTAMP", "DTSTART;VALUE=DATE"} <= set(one) for one in read)
    assert len({one["UID"] for one in read}) == len(read)
    return read


def dated(date: str, **changed: object) -> list[Event]:
    """The events of a site whose only fact has that date."""
    found = corpus()
    fact = replace(found.facts["undated"], date=dates.read(date), **changed)  # type: ignore[arg-type]
    return events(next(Calendars(replace(found, facts={"undated": fact}), settings(), "en").files()).data)


def test_which_calendars_there_are() -> None:
    assert set(made()) == {
        "events.ics",
        "topics/flood/events.ics",
        "topics/water/events.ics",
        "topics/dams/events.ics",
    }
    assert made()["topics/water/events.ics"] == made()["topics/flood/events.ics"]
    assert "de/topics/flood/events.ics" in made("de")


def test_what_an_event_says() -> None:
    event = next(one for one in events(made()["events.ics"]) if one["UID"].endswith("/rise-40.html"))
    assert event == {
        "UID": "https://flood.example/site/facts/rise-40.html",
        "URL": "https://flood.example/site/facts/rise-40.html",
        "DTSTAMP": "20240605T100000Z",
        "DTSTART;VALUE=DATE": "20240601",
        "DTEND;VALUE=DATE": "20240602",
        "SUMMARY": r"Ada said it rose by 40 cm\; -5 in places.",
        "DESCRIPTION": r"about 1 Jun 2024: Ada said it rose by 40 cm\; -5 in places.",
        "CATEGORIES": "The flood,Dams",
        "STATUS": "TENTATIVE",
        "TRANSP": "TRANSPARENT",
        "X-EDTF": "2024-06-01~",
    }


def test_what_was_retracted_is_in_no_calendar() -> None:
    assert not [one for one in events(made()["events.ics"]) if "rise-50" in one["UID"]]


@pytest.mark.parametrize(
    ("date", "first", "behind", "status"),
    [
        ("2024-11-04", "20241104", "20241105", "CONFIRMED"),
        ("2024-12-31", "20241231", "20250101", "CONFIRMED"),
        ("2024-02", "20240201", "20240301", "CONFIRMED"),
        ("2024", "20240101", "20250101", "CONFIRMED"),
        ("0987", "09870101", "09880101", "CONFIRMED"),
        ("2024-11-04/2024-11-10", "20241104", "20241111", "CONFIRMED"),
        ("2024-21", "20240301", "20240601", "CONFIRMED"),
        ("2024-11-04?", "20241104", "20241105", "TENTATIVE"),
        ("2024~", "20240101", "20250101", "TENTATIVE"),
        ("[2024-11-04,2024-11-06]", "20241104", "20241107", "TENTATIVE"),
    ],
)
def test_an_event_takes_the_days_that_its_date_can_mean(date: str, first: str, behind: str, status: str) -> None:
    (event,) = dated(date)
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"], event["STATUS"]) == (first, behind, status)
    assert event["X-EDTF"].replace("\\", "") == date


@pytest.mark.parametrize("date", ["../2024-11-04", "2024-11-04/.."])
def test_a_date_that_is_open_at_a_side_is_no_event(date: str) -> None:
    assert dated(date) == []


def test_what_is_only_expected_is_tentative() -> None:
    assert dated("2024-11-04", stance="expects")[0]["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("added", "revised", "stamp"),
    [
        (None, (), "19700101T000000Z"),
        ("2024-11-18", (), "20241118T000000Z"),
        ("2024-11-18T19:16+01:00", (), "20241118T181600Z"),
        ("2024-11-18", ("2024-11-20", "2024-11-19"), "20241120T000000Z"),
    ],
)
def test_the_stamp_is_the_last_change_and_never_the_clock(
    added: str | None, revised: tuple[str, ...], stamp: str
) -> None:
    changes = tuple(Change(dates.read_moment(day), "A word.") for day in revised)
    (event,) = dated("2024", added=added and dates.read_moment(added), revised=changes)
    assert event["DTSTAMP"] == stamp


def test_long_lines_part_no_letter() -> None:
    (event,) = dated("2024", statement="Їжак " * 60)
    assert event["SUMMARY"] == ("Їжак " * 60).strip()


def test_no_text_ends_its_line() -> None:
    (event,) = dated("2024", statement=f"{HOSTILE}\r\nBEGIN:VALARM\nX:1")
    assert "BEGIN:VALARM" in event["SUMMARY"]


def test_without_a_public_address_an_event_keeps_its_name() -> None:
    one, two = (events(made(url=None)["events.ics"]) for _ in range(2))
    assert [event["UID"] for event in one] == [event["UID"] for event in two]
    assert "URL" not in one[0]
