"""Addresses of a repository: to edit a file, to see a commit, to add a file with its text filled in."""

from __future__ import annotations

import pytest

from factbook.theme.code_host import code_host

FORMS = {
    "https://github.com/o/r": ("/edit/main/", "/commit/", "/new/main?filename={}&value={}"),
    "https://github.com/o/r.git": ("/edit/main/", "/commit/", "/new/main?filename={}&value={}"),
    "https://git.example.org/o/r/": ("/edit/main/", "/commit/", "/new/main?filename={}&value={}"),
    "https://gitlab.com/o/r": ("/-/edit/main/", "/-/commit/", "/-/new/main?file_name={}&content={}"),
    "https://gitlab.example.org/o/r": ("/-/edit/main/", "/-/commit/", "/-/new/main?file_name={}&content={}"),
    "https://git.example.org/group/o/r": ("/-/edit/main/", "/-/commit/", "/-/new/main?file_name={}&content={}"),
    "https://codeberg.org/o/r": ("/_edit/main/", "/commit/", "/_new/main?filename={}&value={}"),
    "https://forgejo.example.org/o/r": ("/_edit/main/", "/commit/", "/_new/main?filename={}&value={}"),
}


@pytest.mark.parametrize(("repository", "forms"), FORMS.items())
def test_each_host_has_its_own_form(repository: str, forms: tuple[str, str, str]) -> None:
    host, base = code_host(repository, "main"), repository.rstrip("/").removesuffix(".git")
    assert (host.edit, host.commit) == (base + forms[0], base + forms[1])
    typed = base + forms[2].format("content/facts/flood/x.yml", "id%3A%20x%26y%0A")
    assert host.new_file("content/facts/flood/x.yml", "id: x&y\n") == typed


def test_a_branch_may_hold_what_an_address_may_not() -> None:
    assert code_host("https://github.com/o/r", "next #1").edit == "https://github.com/o/r/edit/next%20%231/"
