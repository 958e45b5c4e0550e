"""Drafts: checked and counted, and not in what is published; the same from a check and from `serve`'s look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.config import reader
from factbook.content import load
from factbook.pipeline import stages
from factbook.pipeline.incremental import IncrementalSession

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.config.settings import Settings

FILES = {
    "site_config.yml": "name: Rivers\n",
    "content/briefing.yml": "title: Rivers\ndraft: true\n",
    "content/topics/flood.yml": "id: flood\ntitle: The flood\n",
    "content/actors/miller.yml": "id: miller\nname: Bo Miller\nkind: person\ndraft: true\n",
    "content/actors/baker.yml": (
        "id: baker\nname: Cy Baker\nkind: person\n"
        "answered: [{code: actor-unused, about: no fact names this actor, reason: The next report does.}]\n"
    ),
    "content/facts/flood.yml": (
        "- {id: rise, statement: The river has risen., date: 2024-06-01, topics: [flood],\n"
        "   citations: [{source: gazette, quote: the river rose}]}\n"
        "- {id: mill, statement: Bo Miller lost 3 mills., date: 2024-06-01, topics: [flood], actors: [miller],\n"
        "   citations: [{source: gazette, quote: lost his mill}], draft: true}\n"
    ),
    "content/sources/gazette.yml": "id: gazette\nlanguage: en\nfile: gazette.txt\n",
    "content/snapshots/gazette.txt": "They said that the river rose and that Bo Miller lost his mill.\n",
}


def site(root: Path) -> Settings:
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    settings, _ = reader.read(root, {})
    assert settings is not None
    return settings


def test_a_draft_is_checked_and_counted_and_not_published(tmp_path: Path) -> None:
    checked = stages.check(site(tmp_path))
    assert [problem.code for problem in checked.diagnostics if problem.is_error] == ["number-without-words"]
    assert (set(checked.corpus.facts), set(checked.corpus.actors)) == ({"rise"}, {"baker"})
    assert (checked.corpus.briefing.title, checked.drafts) == (None, 3)
    assert checked.corpus.facts_by_topic == {"flood": ("rise",)}


def test_what_is_served_is_what_is_checked(tmp_path: Path) -> None:
    settings = site(tmp_path)
    checked = stages.check(settings)
    corpus, _, problems = IncrementalSession(settings, load.parse_all).refresh()
    assert (corpus, problems) == (checked.corpus, checked.diagnostics)
    assert "actor-unused" not in {problem.code for problem in problems}
