"""snapshot of a page: shown first, kept when told to, asked of a server once; and what cannot be taken in."""

from __future__ import annotations

import sys
from threading import Event
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.capture import read_page
from factbook.runtime import http_request
from tests.loopback import Reply, serving
from tests.made_pdf import made_pdf
from tests.unit.cli.terminal import at_a_terminal, plain

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

    from tests.unit.cli.conftest import Run

WHALE = """\
<html lang="en"><head><meta charset="utf-8"><title>A whale in the bay</title>
<meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2024-05-04"></head>
<body><nav><a href="/">Home</a></nav><article><h1>A whale in the bay</h1>
<p>A whale was seen off the pier on Saturday, the coast guard said. It was about nine metres long.</p></article>
<footer>Imprint</footer></body></html>
"""
SHOWN = """\
A whale in the bay
A whale was seen off the pier on Saturday, the coast guard said. It was about nine metres long.

id: the-herald-a-whale-in-the-bay
title: A whale in the bay
publisher: The Herald
published: 2024-05-04
language: en
file: the-herald-a-whale-in-the-bay.txt

"""
ID = "the-herald-a-whale-in-the-bay"
TEXT = f"content/snapshots/{ID}.txt"
SOURCE = f"content/sources/{ID}.yml"


@pytest.fixture
def whale(site: Path) -> Path:
    (site / "whale.html").write_text(WHALE, encoding="utf-8")
    return site


def test_without_a_terminal_a_page_is_shown_and_not_kept(whale: Path, run: Run) -> None:
    result = run("snapshot", "whale.html")
    assert (result.exit_code, result.stdout) == (2, SHOWN)
    assert result.stderr == (
        "2 lines with 24 words.\nNothing was kept. --yes keeps the text, --new-source writes the source.\n"
    )
    assert not (whale / TEXT).exists()


def test_yes_keeps_the_text_and_its_fingerprint(whale: Path, run: Run) -> None:
    result = run("snapshot", "whale.html", "--yes")
    assert result.exit_code == 0
    assert result.stdout == f"{SHOWN}{ID}.txt: written {TEXT}.fingerprint and .context\n"
    assert f"factbook new source --file {ID}.txt" in result.stderr
    assert (whale / TEXT).read_text("utf-8") == SHOWN.partition("\n\n")[0] + "\n"
    assert not (whale / SOURCE).exists()
    assert run("snapshot", "--verify").stdout.endswith(f"{ID}.txt: matches\n")


def test_the_source_is_written_when_that_is_said(whale: Path, run: Run) -> None:
    assert run("snapshot", "whale.html", "--yes", "--new-source", "--id", "whale").exit_code == 0
    assert (
        (whale / "content/sources/whale.yml").read_text("utf-8").startswith("id: whale\ntitle: A whale in the bay\n")
    )
    assert run("find", "nine metres").exit_code == 0
    assert run("check").exit_code == 0


def test_at_a_terminal_it_is_asked(whale: Path) -> None:
    status, seen = at_a_terminal(
        ["snapshot", "whale.html"], whale, typed=[("Keep this text", "y"), ("Write the source?", "y")]
    )
    assert status == 0, seen
    assert plain(seen).index("A whale was seen") < plain(seen).index("Keep this text")
    assert (whale / SOURCE).exists()
    status, seen = at_a_terminal(["snapshot", "whale.html"], whale, typed=[("Keep this text", "n")])
    assert (status, "Nothing was kept." in seen) == (0, True)


def test_a_language_that_the_page_does_not_say_is_asked_for(whale: Path, run: Run) -> None:
    (whale / "whale.html").write_text(WHALE.replace(' lang="en"', ""), encoding="utf-8")
    result = run("snapshot", "whale.html", "--yes", "--new-source")
    assert (result.exit_code, "`language`" in result.stderr) == (2, True)
    for left in (whale / "content/snapshots").glob(f"{ID}*"):
        left.unlink()
    answers = [("Keep this text", "y"), ("Write the source?", "y"), ("Language", "fr")]
    status, seen = at_a_terminal(["snapshot", "whale.html"], whale, typed=answers)
    assert status == 0, seen
    assert "language: fr\n" in (whale / SOURCE).read_text("utf-8")


def test_an_address_is_asked_once_and_its_redirects_are_told(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    moved = Reply(status=301, headers={"Location": "/whale"})
    with serving({"/old": moved, "/whale": Reply(WHALE.encode())}) as server:
        result = run("snapshot", f"{server.root}/old", "--yes", "--new-source")
    assert result.exit_code == 0, result.output
    assert server.asked == [("GET", "/old", server.asked[0][2]), ("GET", "/whale", server.asked[0][2])]
    assert server.asked[0][2].startswith("factbook/")
    assert f"Redirected to {server.root}/whale.\n" in result.stderr
    source = (site / SOURCE).read_text("utf-8")
    assert f"url: {server.root}/whale\n" in source
    assert "accessed: 2026-05-28\n" in source


@pytest.mark.parametrize(
    ("asked", "canonical", "told", "note"),
    [
        ("https://g.example/a?utm=1", "", {"url": "https://g.example/a?utm=1"}, ""),
        ("https://g.example/a?utm=1", "https://g.example/a", {"url": "https://g.example/a"}, ""),
        ("https://copy.example/a", "https://g.example/a", {"url": "https://copy.example/a"}, "is it a copy"),
        (
            "https://web.archive.org/web/20240504101500/https://g.example/a?b=1",
            "https://web.archive.org/web/20240504101500/https://g.example/a",
            {
                "url": "https://g.example/a?b=1",
                "archive_url": "https://web.archive.org/web/20240504101500/https://g.example/a?b=1",
            },
            "",
        ),
    ],
)
def test_the_address_of_a_source(
    asked: str, canonical: str, told: dict[str, str], note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = WHALE.replace("</head>", f'<link rel="canonical" href="{canonical}"></head>' if canonical else "</head>")
    answer = http_request.Response(200, asked, (), "text/html", "utf-8", page.encode())
    monkeypatch.setattr(read_page, "ask", lambda *asked, **how: answer)
    capture = read_page.from_address(asked, "factbook")
    assert {key: value for key, value in capture.told.items() if "url" in key} == told
    assert note in " ".join(capture.notes)
    assert bool(note) == bool(capture.notes)


def test_who_asks_says_where_the_site_is(site: Path, run: Run) -> None:
    (site / "site_config.yml").write_text(
        "name: Harbour watch\nurl: https://harbour.example/facts/\n", encoding="utf-8"
    )
    with serving({"/whale": Reply(WHALE.encode())}) as server:
        run("snapshot", f"{server.root}/whale")
    assert server.asked[0][2].endswith(" (+https://harbour.example/facts/)")


def test_what_stands_in_files_of_the_content_is_never_asked(site: Path, run: Run) -> None:
    with serving({"/whale": Reply(WHALE.encode())}) as server:
        source = site / "content/sources/gazette.yml"
        source.write_text(source.read_text("utf-8") + f"url: {server.root}/whale\n", encoding="utf-8")
        for command in (["check"], ["snapshot", "--all"], ["snapshot", "--verify"], ["find", "ships"]):
            run(*command)
    assert server.asked == []


def test_an_address_that_is_a_source_already_is_told(site: Path, run: Run) -> None:
    with serving({"/whale": Reply(WHALE.encode())}) as server:
        address = f"{server.root}/whale"
        assert run("snapshot", address, "--yes", "--new-source").exit_code == 0
        result = run("snapshot", address, "--yes")
        assert result.exit_code == 2
        assert result.stderr == f"The source {ID} has this address already; --id NAME takes it in once more.\n"
        assert run("snapshot", address, "--yes", "--id", "whale-later").exit_code == 0


def test_a_pdf_keeps_its_pages_and_find_names_them(site: Path, run: Run) -> None:
    pages = [
        ["Report on the bay."],
        ["A whale was seen off the pier on Saturday."],
        ["It was nine metres long, and"],
        ["grey."],
    ]
    (site / "report.pdf").write_bytes(made_pdf(pages, title="Report on the bay", language="en"))
    result = run("snapshot", "report.pdf", "--yes", "--new-source")
    assert result.exit_code == 0, result.output
    assert "— p. 2 —\nA whale was seen off the pier on Saturday.\n" in result.stdout
    assert "on 4 pages." in result.stderr
    assert "    at: p. 2\n" in run("find", "A whale was seen").stdout
    assert "    at: pp. 3-4\n" in run("find", "long, and grey").stdout
    quote = "A whale was seen off the pier on Saturday"
    result = run("new", "fact", "--source", "report-on-the-bay", "--quote", quote, "--date", "2024-05-04")
    assert result.exit_code == 0, result.output
    assert "at: p. 2\n" in (site / result.stdout.splitlines()[0]).read_text("utf-8")
    assert "page-differs" not in run("check").stdout


def test_the_middle_of_a_long_text_is_shown_when_asked(site: Path, run: Run) -> None:
    (site / "long.pdf").write_bytes(made_pdf([[f"Line {number}" for number in range(40)]] * 3))
    result = run("snapshot", "long.pdf")
    assert "… 70 more lines, which -v shows …\n" in result.stdout
    assert "more lines" not in run("snapshot", "long.pdf", "-v").stdout


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=404), "{}/page: the server answers 404 (Not Found); is it there in a browser?"),
        (Reply(status=403), "{}/page: the server answers 403 (Forbidden)"),
        (Reply(b"PNG", media_type="image/png"), "{}/page is image/png; only pages (HTML) and PDFs are taken in.\n"),
        (Reply(b"<html></html>", media_type="application/pdf"), "{}/page is called a PDF and is none"),
        (Reply(b"<html><body></body></html>"), "{}/page: no article is found in it"),
        (
            Reply(status=302, headers={"Location": "file:///etc/passwd"}),
            "{}/page leads to file:///etc/passwd, and only",
        ),
        (Reply(b"x" * 2_000_000), "{}/page is larger than 1 MB.\n"),
        (
            Reply(made_pdf([["x"]], password="secret"), media_type="application/pdf"),
            "{}/page is locked with a password",
        ),
    ],
)
def test_what_a_server_says_that_cannot_be_taken_in(
    reply: Reply, reason: str, site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_page, "SIZE_LIMIT", 1_048_576)
    before = sorted(site.rglob("*"))
    with serving({"/page": reply}) as server:
        result = run("snapshot", f"{server.root}/page", "--yes", "--new-source")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(reason.format(server.root))
    assert sorted(site.rglob("*")) == before


def silent(handler: BaseHTTPRequestHandler) -> None:
    Event().wait(0.6)


def test_a_server_that_says_nothing(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_request, "WAIT", 0.2)
    with serving({"/page": silent}) as server:
        result = run("snapshot", f"{server.root}/page")
    assert (result.exit_code, result.stderr) == (2, f"{server.root}/page does not answer in time.\n")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nothing.html"], "nothing.html: No such file or directory.\n"),
        (
            ["ftp://files.example/page.html"],
            "ftp://files.example/page.html leads to ftp://files.example/page.html, and only",
        ),
        (
            ["file:///etc/passwd"],
            "file:///etc/passwd leads to file:///etc/passwd, and only http and https are asked.\n",
        ),
        (["whale.html", "--id", "A Whale"], "`A Whale` is not an id"),
        (["whale.html", "whale.html", "--id", "whale"], "--id names one page"),
    ],
)
def test_what_is_no_page(arguments: list[str], reason: str, whale: Path, run: Run) -> None:
    result = run("snapshot", *arguments, "--yes")
    assert result.exit_code == 2
    assert result.stderr.startswith(reason)


def test_a_text_of_that_name_stays(whale: Path, run: Run) -> None:
    (whale / "content/snapshots/whale.txt").write_text("Other words.\n", encoding="utf-8")
    result = run("snapshot", "whale.html", "--yes", "--id", "whale")
    assert result.exit_code == 2
    assert "A text called whale.txt is there already; choose another --id.\n" in result.stderr
    assert (whale / "content/snapshots/whale.txt").read_text("utf-8") == "Other words.\n"


def test_a_page_in_a_snapshots_folder_is_a_text(whale: Path, run: Run) -> None:
    (whale / "whale.html").rename(whale / "content/snapshots/whale.html")
    result = run("snapshot", "whale.html")
    assert result.stdout == "whale.html: written content/snapshots/whale.html.fingerprint and .context\n"


@pytest.mark.parametrize(("name", "library"), [("whale.html", "trafilatura"), ("whale.pdf", "pypdf")])
def test_without_the_extra(name: str, library: str, whale: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (whale / "whale.pdf").write_bytes(made_pdf([["A whale"]]))
    for module in ("html_article", "pdf_pages"):
        monkeypatch.delitem(sys.modules, f"factbook.authoring.capture.{module}", raising=False)
        monkeypatch.delattr(f"factbook.authoring.capture.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    result = run("snapshot", name, "--yes")
    told = "Taking pages in needs one thing more: pip install 'factbook[capture]'.\n"
    assert (result.exit_code, result.stderr) == (2, told)
