"""Offline: links of pages lead to files; texts, addresses of other sites and data stay as they are."""

from __future__ import annotations

import pytest

from factbook.exports.offline_zip import offline, script


def page(body: str, head: str = "") -> str:
    (found,) = offline("topics/flood/index.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())
    return found[1].decode()


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("../../actors/ada/", "../../actors/ada/index.html"),
        ("../../actors/ada/#says", "../../actors/ada/index.html#says"),
        ("../..", "../../index.html"),
        ("../../", "../../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("../../search/?q=a/b", "../../search/index.html?q=a/b"),
        ("#fact", "#fact"),
        ("https://a.example/b/", "https://a.example/b/"),
        ("//a.example/", "//a.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("../../feed.xml", "../../feed.xml"),
        ("", ""),
    ],
)
def test_links_lead_to_files(href: str, file: str) -> None:
    assert f'<a class="x" href="{file}">' in page(f'<a class="x" href="{href}">words</a>')


def test_a_text_that_looks_like_a_link_stays() -> None:
    text = '<p>write href="../x/" there</p><script type="application/ld+json">{"a": " href=\\"../x/\\""}</script>'
    assert text in page(text)


def test_redirects_lead_to_files_and_get_no_script() -> None:
    made = page("", '<meta http-equiv="refresh" content="0; url=../../topics/flood/#rise">')
    assert 'content="0; url=../../topics/flood/index.html#rise"' in made
    assert "<script" not in made


def test_the_policy_allows_files_where_it_allowed_the_site() -> None:
    made = page("", "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'sha256-x'\">")
    assert "content=\"script-src 'self' file: 'sha256-x'\"" in made
    assert '<script src="../../assets/offline.js"></script></head>' in made


def test_the_index_becomes_scripts() -> None:
    ((path, data),) = offline("de/search/words-3.json", b'{"__proto__": ["</script>", "\xc3\xa9"]}')
    assert path == "de/search/words-3.js"
    assert data.startswith(b"factbookParts[document.currentScript.src]=JSON.parse(")


@pytest.mark.parametrize("path", ["data/facts.json", "search/index.json", "index.md", "assets/a.js"])
def test_other_files_stay(path: str) -> None:
    assert list(offline(path, b"{}")) == [(path, b"{}")]


def test_the_script_does_nothing_on_a_server() -> None:
    path, data = script()
    assert path == "assets/offline.js"
    assert b'location.protocol !== "file:") return;' in data
