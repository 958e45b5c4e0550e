"""Lists taken apart and joined again: no comment is lost and no value changes, however the list was typed."""

from __future__ import annotations

import re

from factbook.authoring.format.fact_files import join, split
from factbook.content import yaml

LIST = """\
# top

# first
-   # beside the dash
  id: a
  statement: >- # folded
    Words
    here.
  # above topics
  topics: [t, # in a row
    u]  # behind it
  citations:
  # above the entry
  - source: x   # beside
    # inside
    quote: |
      a text
      of two lines
# before b
- {id: b, topics: [t], statement: "x # no"} # of one row
# between

- id: c
  topics:
  # odd
  - t
  statement: plain
# last
"""


def test_comments_and_values_stay() -> None:
    files = {"content/facts/t.yml": LIST.encode()}
    apart = split(files, nothing)
    assert list(apart.writes) == [f"content/facts/t/{name}.yml" for name in "abc"]
    assert apart.removes == {"content/facts/t.yml"}
    again = join(apart.writes, nothing)
    assert again.removes == set(apart.writes)
    for texts in (apart.writes, again.writes):
        whole = b"".join(texts.values()).decode()
        assert sorted(re.findall(r"# [a-z ]+$", whole, re.M)) == sorted(re.findall(r"# [a-z ]+$", LIST, re.M))
    assert values(LIST.encode()) == values(again.writes["content/facts/t.yml"])
    assert values(LIST.encode()) == [values(text) for text in apart.writes.values()]


def nothing(path: str) -> None:
    """No other file stands anywhere."""


def values(text: bytes) -> yaml.Value:
    tree, problems = yaml.read(text, "x.yml")
    assert tree is not None, problems
    return tree.value
