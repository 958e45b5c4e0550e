"""Permanent addresses: after 200 renames, retractions and moves every address that was ever published answers."""

from __future__ import annotations

import json
import random
import re
import shutil
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from factbook.authoring.format.formatter import written
from factbook.content import link, load
from factbook.content.schema import kind
from factbook.evidence.model import Evidence
from factbook.site import page_types
from factbook.site.fragments import Fragments
from factbook.site.redirects import redirect_pages
from tests.conftest import FLOOD, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus

STEPS = 250
"""Of which more than 200 are renames."""
FOLDERS = {"source": "sources", "actor": "actors", "topic": "topics", "series": "numbers"}
Things = dict[str, dict[str, Any]]
"""For each kind the values of its things by id."""


class World:
    """The small site's content, which changes as people change it: by the rules of the how-to pages."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.things: Things = {name: {} for name in (*FOLDERS, "fact")}
        for record in load.read(FLOOD)[0]:
            if record.kind != "briefing":
                value: Any = deepcopy(record.tree.value)
                for text in ("summary", "judgements", "unknowns", "description", "group"):
                    value.pop(text, None)  # what is retracted at random may support none of them
                if "unit" in value:
                    value["unit"] = "things"  # the name of no topic
                self.things[record.kind][record.id] = value
        self.number = self.renames = 0

    def step(self) -> None:
        """One change."""
        self.number += 1
        if self.number % 20 == 0:
            self._retract()
        elif self.number % 7 == 0:
            self._move()
        else:
            self._rename(self.draw.choice(list(FOLDERS)))

    def _rename(self, of: str) -> None:
        self.renames += 1
        old = self.draw.choice(sorted(self.things[of]))
        value = self.things[of].pop(old)
        earlier = [*value.get("redirect_from", ()), old]
        back = [name for name in earlier[:-1] if self.draw.random() < 0.2]  # now and then a name returns
        new = back[0] if back else f"{of}-{self.number}-{self.draw.randrange(1000)}"
        value["id"] = new
        value["redirect_from"] = [name for name in dict.fromkeys(earlier) if name != new]
        self.things[of][new] = value
        self._replace(of, old, new)

    def _replace(self, of: str, old: str, new: str) -> None:
        """Every reference, as a search in the files would replace it."""
        for name in self.things:
            for value in self.things[name].values():
                text = json.dumps({key: child for key, child in value.items() if key not in ("id", "redirect_from")})
                text = re.sub(rf'"{old}"', f'"{new}"', text)
                if of in ("actor", "topic"):
                    text = re.sub(rf"\[\[{old}(?=[\]|])", f"[[{new}", text)
                kept = {key: value[key] for key in ("id", "redirect_from") if key in value}
                value.clear()
                value.update({**kept, **json.loads(text)})

    def _retract(self) -> None:
        fact = self.things["fact"][self.draw.choice(sorted(self.things["fact"]))]
        fact["retracted"] = {"on": "2024-07-01", "note": "The report was withdrawn."}

    def _move(self) -> None:
        """Another home for a fact."""
        fact = self.things["fact"][self.draw.choice(sorted(self.things["fact"]))]
        others = sorted(set(self.things["topic"]) - {fact["topics"][0]})
        fact["topics"] = [self.draw.choice(others), *fact["topics"]]
        fact["topics"] = list(dict.fromkeys(fact["topics"]))

    def files(self) -> Iterator[tuple[str, str]]:
        for of in FOLDERS:
            for name, value in self.things[of].items():
                yield f"content/{kind(of).folder}/{name}.yml", written(value, kind(of))
        yield "content/facts/all.yml", written(list(self.things["fact"].values()), kind("fact"))

    def corpus(self) -> Corpus:
        read = [load.parse(text.encode(), path) for path, text in self.files()]
        assert not [problem for _, problems in read for problem in problems]
        found, problems = link.link([record for records, _ in read for record in records], "en")
        assert not problems, problems
        return found

    def addresses(self) -> set[str]:
        """What can be linked to now."""
        pages = {f"{FOLDERS[of]}/{name}/" for of in FOLDERS for name in self.things[of]}
        return pages | {f"facts/{name}.html" for name in self.things["fact"]}


@pytest.fixture(scope="module")
def settings() -> Settings:
    from tests.exports.content import settings

    return settings()


@pytest.mark.parametrize("seed", [1, 2])
def test_every_address_leads_somewhere_after_each_change(seed: int, settings: Settings) -> None:
    world, published = World(seed), set[str]()
    for _ in range(STEPS):
        published |= world.addresses()
        world.step()
        corpus = world.corpus()
        made = Fragments(corpus, Evidence({}, {}, {}), settings, "en")
        targets = set(page_types.paths(made))
        moved = {asset.path.removesuffix("index.html") for asset in redirect_pages(made, "")}
        assert published <= targets | moved
        for old, new in corpus.redirects.items():
            assert new in targets
            assert new not in corpus.redirects, (old, new)  # one step, never a chain
    assert world.renames > 200
    assert len(published) > 100


def test_the_built_site_answers_at_all_of_them(tmp_path: Path) -> None:
    world, published = World(3), set[str]()
    for _ in range(STEPS):
        published |= world.addresses()
        world.step()
    published |= world.addresses()
    root = tmp_path / "site"
    shutil.copytree(FLOOD, root)
    (root / "content" / "briefing.yml").unlink()
    shutil.rmtree(root / "content" / "pages")
    for folder in ("sources", "actors", "topics", "series", "facts"):
        shutil.rmtree(root / "content" / folder)
        (root / "content" / folder).mkdir()
    for path, text in world.files():
        (root / path).write_text(text)
    assert not [problem for problem in build(root) if problem.is_error]
    for prefix in ("", "de/"):
        for address in sorted(published):
            assert arrives(root / "site", prefix + address), address
    gone = {name: fact["retracted"]["note"] for name, fact in world.things["fact"].items() if "retracted" in fact}
    assert len(gone) > 2
    for name, note in gone.items():
        assert note in (root / "site" / "facts" / f"{name}.html").read_text()


def arrives(site: Path, address: str) -> bool:
    """Whether a reader who follows the redirect at an address comes to a page."""
    file = site / address if address.endswith(".html") else site / address / "index.html"
    page = file.read_text()
    found = re.search(r'http-equiv="refresh" content="0; url=([^"#]*)', page)
    if found is None:
        return "<article" in page
    target = (file.parent / found[1]).resolve()
    shown = (target if target.suffix == ".html" else target / "index.html").read_text()
    return 'http-equiv="refresh"' not in shown and "<article" in shown
