"""The form of web addresses: what may stand in one, where, and what is advised instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.content.schema.url_form import likely_url, looked_at, url


@pytest.mark.parametrize("address", [
    "https://gazette.example", "HTTP://gazette.example:8080/", "https://gazette.example:/", "https://gazette.example./a",
    "https://gazette.example/-._~:@!$&'()*+,;=/%20?a=/?&b#/?c", "https://127.0.0.1/", "https://[2001:db8::1]:443/",
    "https://пример.рф/страница", "https://gazette.example/Été/e\u0301?漢=字#נהר", "https://a_b.example/",
])  # fmt: skip
def test_what_rfc_3986_and_3987_allow(address: str) -> None:
    assert not url(address)


@pytest.mark.parametrize(
    "character", ["{", "}", "|", "^", "`", "\\", "<", ">", '"', " ", "[", "]", "\u200b", "\u3164", "\ufe0f", "\n"]
)
@pytest.mark.parametrize(
    "before", ["https://gazette.example/a", "https://gazette.example/?a", "https://gazette.example/#a"]
)
def test_what_no_address_may_hold(before: str, character: str) -> None:
    assert f"as character {len(before) + 1}," in url(f"{before}{character}b")


@pytest.mark.parametrize("address", [
    "https://gazette.example/%", "https://gazette.example/%2", "https://gazette.example/%zz", "https://gazette.example/#a#b",
    "https://a..b/", "https://.a/", "https://a%20b/", "https://a!b/", "https://1.2.3/", "https://1.2.3.256/", "https://[::g]/",
    "https://[::1]a/", "https://a:65536/", "https://a.\u0301b/", "https://", "gazette.example", "https://me@gazette.example/",
])  # fmt: skip
def test_what_is_no_address(address: str) -> None:
    assert url(address)


@pytest.mark.parametrize(("typed", "meant"), [
    ("https://gazette.example/{a} b", "https://gazette.example/%7Ba%7D%20b"),
    ("https://gazette.example/100%", "https://gazette.example/100%25"),
    ("https://gazette.example/#a#b", "https://gazette.example/#a%23b"),
    ("https://gazette.example/a\u200bb", "https://gazette.example/ab"),
    ("<https://gazette.example/>", "https://gazette.example/"),
    ("www.gazette.example/[a]", "https://www.gazette.example/%5Ba%5D"),
    ("https:/gazette.example/é", "https://gazette.example/é"),
])  # fmt: skip
def test_the_nearest_right_address(typed: str, meant: str) -> None:
    assert likely_url(typed) == meant
    assert not url(meant)


SIGNS = st.sampled_from(
    [*"ab.-_~:/?#[]@!$&'()*+,;=%{}|^ 19", "%20", "%zz", "é", "\u200b", "//", "https://", "a.example/"]
)


@given(st.lists(SIGNS, max_size=12).map("".join))
def test_a_quick_look_sees_what_a_close_one_sees(rest: str) -> None:
    for address in (f"https://{rest}", f"https://a.example{rest}", f"http://a.example/{rest}"):
        assert url(address) == looked_at(address)
