"""Theme: addresses of a repository on the web: to edit a file, to add one, to see a commit.

Hosts differ in their paths alone. GitHub: https://docs.github.com/en/repositories/working-with-files. GitLab puts `-`
between project and page. Gitea, and so Forgejo and Codeberg, takes GitHub's words for a new file:
https://github.com/go-gitea/gitea/pull/16556.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from factbook.runtime.frozen import frozen


@frozen
class CodeHost:
    """A repository's addresses."""

    edit: str
    """A file's path in the repository follows."""
    commit: str
    """A commit's name follows."""
    new: str
    """A query with the file's name and text follows, the two keys of which are these:"""
    name_key: str
    text_key: str

    def new_file(self, path: str, text: str) -> str:
        """The page on which somebody makes the file at `path`, with `text` filled in."""
        return f"{self.new}?{self.name_key}={quote(path)}&{self.text_key}={quote(text)}"


def code_host(repository: str, branch: str) -> CodeHost:
    """The addresses of the repository at a web address; a host that is not known is taken for one like GitHub."""
    base, branch = repository.rstrip("/").removesuffix(".git"), quote(branch)
    address = urlsplit(base)
    host, steps = address.hostname or "", address.path.strip("/").count("/")
    if "gitlab" in host or steps > 1:  # only GitLab has groups within groups
        return CodeHost(
            f"{base}/-/edit/{branch}/", f"{base}/-/commit/", f"{base}/-/new/{branch}", "file_name", "content"
        )
    if host in ("codeberg.org", "gitea.com") or "forgejo" in host or "gitea" in host:
        return CodeHost(f"{base}/_edit/{branch}/", f"{base}/commit/", f"{base}/_new/{branch}", "filename", "value")
    return CodeHost(f"{base}/edit/{branch}/", f"{base}/commit/", f"{base}/new/{branch}", "filename", "value")
