"""links: what became of each source's address, asked politely, told as messages, with the archived copy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.links import ask_links
from factbook.runtime import disk_cache
from tests.loopback import Reply, serving
from tests.made_pdf import made_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

SOURCE = "content/sources/gazette.yml"
WORDS = "On Thursday the harbour <em>master</em> counted&nbsp;12 ships in the bay. {}"
PAGE = f"<title>The Gazette</title><nav>Home</nav><p>{WORDS}</p>".format
FULL = Reply(PAGE("Later he wrote that two ships had left the bay at night.").encode())
CORRECTED = Reply(PAGE("").replace("12 ships", "13 ships").encode())


def moved(target: str, status: int = 301) -> Reply:
    return Reply(status=status, headers={"Location": target})


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ask_links, "PAUSE", 0.0)
    monkeypatch.setattr(disk_cache, "folder", lambda kind: tmp_path / "cache" / kind)


def name(site: Path, address: str, *more: str) -> None:
    """Gives the source its address."""
    text = (site / SOURCE).read_text("utf-8").partition("url:")[0]
    (site / SOURCE).write_text("".join([text, f"url: {address}\n", *more]), encoding="utf-8")


@pytest.mark.parametrize(
    ("replies", "told"),
    [
        ({"/page": FULL}, ""),
        ({"/page": moved("/new", 302), "/new": FULL}, ""),
        (
            {"/page": moved("/new"), "/new": FULL},
            "note[link-moved]: this page has moved: the server leads to another address for good",
        ),
        ({}, "warning[link-dead]: this page is gone: the server answers 404 (Not Found)"),
        ({"/page": Reply(status=410)}, "warning[link-dead]: this page is gone: the server answers 410 (Gone)"),
        (
            {"/page": moved("/", 302), "/": FULL},
            "warning[link-dead]: this page is gone: the server leads to its home page instead",
        ),
        (
            {"/page": Reply(PAGE("").encode())},
            "warning[link-changed]: this page has changed: it lacks 1 of its 2 quotes, such as "
            "“two ships had left the bay at night”",
        ),
        (
            {"/page": CORRECTED},
            "warning[link-changed]: this page has changed: none of its quotes stands there, as if it were another "
            "page, or behind a wall: “the harbour master counted 12 ships in the bay”",
        ),
        (
            {"/page": moved("/new"), "/new": CORRECTED},
            "warning[link-changed]: this page has changed: none of its quotes stands there, as if",
        ),
        (
            {"/page": Reply(b"<script>'the harbour master counted 12 ships in the bay'</script>")},
            "warning[link-changed]: this page has changed: none of its quotes stands there",
        ),
        (
            {"/page": Reply(made_pdf([["counted 12 ships in"], ["the bay."]]), media_type="application/pdf")},
            "warning[link-changed]: this page has changed: none of its quotes stands there",
        ),
        ({"/page": Reply(b"\x89PNG", media_type="image/png")}, ""),
        (
            {"/page": Reply(status=403)},
            "note[link-unreachable]: whether this page is there could not be seen: the server answers 403",
        ),
        (
            {"/page": moved("/page2"), "/page2": moved("/page")},
            "note[link-unreachable]: whether this page is there could not be seen: it is redirected in a circle",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_what_became_of_a_page(replies: dict[str, Reply], told: str, site: Path, run: Run) -> None:
    with serving(replies) as server:
        name(site, f"{server.root}/page")
        result = run("links", "--private")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{told}" if told else "")
    assert bool(told) == bool(result.stdout)
    if told:
        assert f"--> {SOURCE}:7:6\n" in result.stdout


def test_a_head_is_enough_where_nothing_is_quoted(site: Path, run: Run) -> None:
    (site / "content/sources/herald.yml").write_text("id: herald\nlanguage: en\n", encoding="utf-8")
    with serving({"/herald": FULL, "/gazette": FULL}) as server:
        (site / "content/sources/herald.yml").write_text(f"id: herald\nlanguage: en\nurl: {server.root}/herald\n")
        name(site, f"{server.root}/gazette")
        result = run("links", "--private")
    assert [asked[:2] for asked in server.asked] == [("HEAD", "/gazette"), ("GET", "/gazette"), ("HEAD", "/herald")]
    assert {agent for _, _, agent in server.asked} == {server.asked[0][2]}
    assert server.asked[0][2].startswith("factbook/")
    assert result.stderr == "no problems; 2 addresses: 2 alive\n"


def test_two_sources_on_one_page_ask_once(site: Path, run: Run) -> None:
    with serving({"/page": Reply(status=404)}) as server:
        name(site, f"{server.root}/page")
        (site / "content/sources/herald.yml").write_text(f"id: herald\nlanguage: en\nurl: {server.root}/page\n")
        result = run("links", "--private", "--format", "concise")
    assert [method for method, _, _ in server.asked] == ["HEAD", "GET"]
    assert result.stdout.count("link-dead") == 2


def test_a_server_that_knows_no_heads_is_asked_for_the_page(site: Path, run: Run) -> None:
    def only_pages(handler: object) -> None:
        handler.send_response(405 if handler.command == "HEAD" else 200)  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]

    with serving({"/page": only_pages}) as server:
        (site / "content/sources/herald.yml").write_text(f"id: herald\nlanguage: en\nurl: {server.root}/page\n")
        result = run("links", "--private", "--source", "herald")
    assert [method for method, _, _ in server.asked] == ["HEAD", "GET"]
    assert result.stderr == "no problems; 1 address: 1 alive\n"


def test_an_answer_is_kept_for_a_week_and_its_age_is_told(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = 86_400
    with serving({}) as server:
        name(site, f"{server.root}/page")
        monkeypatch.setattr(ask_links, "time", lambda: 20_000 * days)
        monkeypatch.setattr("factbook.cli.check_links.time", lambda: 20_000 * days + 60)
        assert "Asked" not in run("links", "--private").stdout
        monkeypatch.setattr("factbook.cli.check_links.time", lambda: 20_003 * days)
        result = run("links", "--private")
        assert "Asked 3 days ago, on 2024-10-04.\n" in result.stdout
        assert result.stderr.endswith("1 address: 1 dead; 1 answered lately and not asked again\n")
        assert len(server.asked) == 2
        run("links", "--private", "--since", "2024-10-05")
        assert len(server.asked) == 4
        monkeypatch.setattr("factbook.cli.check_links.time", lambda: 20_030 * days)
        run("links", "--private")
        assert len(server.asked) == 6


def test_no_answer_is_not_kept(site: Path, run: Run) -> None:
    with serving({"/page": Reply(status=503)}) as server:
        name(site, f"{server.root}/page")
        run("links", "--private")
        run("links", "--private")
    assert len(server.asked) == 4


def test_a_private_network_is_asked_only_when_that_is_said(site: Path, run: Run) -> None:
    with serving({"/page": FULL}) as server:
        name(site, f"{server.root}/page")
        result = run("links", "--format", "concise")
    assert server.asked == []
    assert "it leads into a private network, and is not asked" in result.stdout


def archive(told: object, status: int = 200) -> Reply:
    return Reply(json.dumps(told).encode(), status, "application/json")


COPY = {"available": True, "url": "http://web.archive.org/web/20240504101500/http://g.example/", "status": "200"}


@pytest.mark.parametrize(
    ("reply", "advice"),
    [
        (archive({"archived_snapshots": {"closest": COPY}}),
         "Archived: `archive_url: https://web.archive.org/web/20240504101500/http://g.example/`"),
        (archive({"archived_snapshots": {}}), "The archive has no copy of it."),
        (archive({"archived_snapshots": {"closest": COPY | {"available": False}}}), "The archive has no copy of it."),
        (archive({"archived_snapshots": {"closest": COPY | {"url": "javascript:alert(1)"}}}),
         "The archive has no copy of it."),
        (archive([]), "The archive answers in no form that is known."),
        (Reply(b"<html>"), "The archive answers in no form that is known."),
        (archive({}, 503), "The archive answers 503 (Service Unavailable)."),
    ],
)  # fmt: skip
def test_the_archived_copy_of_a_dead_page(reply: Reply, advice: str, site: Path, run: Run) -> None:
    with serving({}) as server:
        address = f"{server.root}/page"
        name(site, address)
        asked = f"/available?url={address.replace(':', '%3A').replace('/', '%2F')}&timestamp=20240503"
        with serving({asked: reply}) as archives:
            result = run("links", "--private", "--archive", f"{archives.root}/available")
    assert f"= help: {advice}\n" in result.stdout
    assert [path for _, path, _ in archives.asked] == [asked]


def test_no_archive_is_asked_unless_that_is_said(site: Path, run: Run) -> None:
    with serving({}) as server:
        name(site, f"{server.root}/page", "archive_url: https://archive.example/page\n")
        assert "Its archived copy: https://archive.example/page\n" in run("links", "--private").stdout
        name(site, f"{server.root}/page")
        assert "`factbook links --archive` asks the Wayback Machine" in run("links", "--private").stdout


def test_strict_fails_for_what_is_gone(site: Path, run: Run) -> None:
    with serving({}) as server:
        name(site, f"{server.root}/page")
        result = run("links", "--private", "--strict", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0]["code"] == "link-dead"


def test_a_source_that_is_not_there(site: Path, run: Run) -> None:
    result = run("links", "--source", "gazete")
    assert (result.exit_code, result.stderr) == (2, "There is no source gazete. Did you mean gazette?\n")


def test_a_site_without_addresses(site: Path, run: Run) -> None:
    assert run("links").stderr == "no problems; 0 addresses\n"
