"""The canonical form: order, folding, comments, quoting, and that nothing ever means something else."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.authoring.format.formatter import canonical, written
from factbook.content import yaml
from factbook.content.schema import kind

FACT = kind("fact")


def form(text: str) -> str:
    found, problems = canonical(textwrap.dedent(text).encode(), "content/facts/x.yml", FACT)
    assert found is not None, problems
    assert canonical(found.encode(), "content/facts/x.yml", FACT)[0] == found
    return found


def test_keys_stand_in_the_order_of_the_vocabulary_at_every_depth() -> None:
    assert form("""\
        citations:
        - quote: some words
          source: gazette
        strange: kept
        id: ships
        statement: Words.
        """) == textwrap.dedent("""\
        id: ships
        statement: Words.
        citations:
          - source: gazette
            quote: some words
        strange: kept
        """)


def test_facts_in_a_list_stand_apart() -> None:
    assert form("- {id: a}\n- id: b\n  date: 2024\n") == "- {id: a}\n\n- id: b\n  date: 2024\n"


def test_long_texts_are_folded_and_short_ones_are_not() -> None:
    long = " ".join(["word"] * 30)
    assert form(f"statement: {long}\nid: a\n") == (
        "id: a\nstatement: >-\n" + f"  {' '.join(['word'] * 19)}\n" + f"  {' '.join(['word'] * 11)}\n"
    )


def test_comments_go_with_what_they_stand_above() -> None:
    assert form("""\
        # About ships.
        date: 2024-05-02   # a Thursday
        # the id is old
        id: ships
        topics: [a,  # first
                 b]
        statement: >-   # folded
          Words
          here.
        # the end
        """) == textwrap.dedent("""\
        # the id is old
        id: ships
        statement: >- # folded
          Words here.
        # About ships.
        date: 2024-05-02 # a Thursday
        topics: [a, b] # first
        # the end
        """)


def test_comments_stay_inside_lists() -> None:
    text = textwrap.dedent("""\
        # first of all
        - id: a
          citations: # two
            # the better one
            - source: x
              quote: '# no comment'
            - source: y # copy

        # about b
        - id: b
        """)
    assert form(text) == text


def test_quotation_marks_stay() -> None:
    text = "id: 'a'\nstatement: \"It's: so\"\ndate: '2024'\n"
    assert form(text) == text


def test_aliases_are_written_out() -> None:
    assert form("""\
        title: &both  # twice
          en: People
          de: 'Menschen'
        id: &name people
        unit: *both  # the same
        description: *name
        """) == textwrap.dedent("""\
        id: people
        title: # twice
          en: People
          de: 'Menschen'
        unit: # the same
          en: People
          de: Menschen
        description: people
        """)


@pytest.mark.parametrize(
    "value",
    [
        "[[a]] said",
        "it: is",
        "a #b",
        "- a",
        "“so”",
        "NO",
        "12:30",
        "x\ny",
        "x\n\n\ny\n",
        " x",
        "\tx",
        "",
        "a\n\n",
        "…",
        "@a",
    ],
)
def test_new_texts_read_back_as_they_are(value: str) -> None:
    text = written({"id": "a", "statement": value, "actors": [value, {"role": value}]}, FACT)
    tree, problems = yaml.read(text.encode(), "x.yml")
    assert not problems
    assert tree is not None
    assert tree.value == {"id": "a", "statement": value, "actors": [value, {"role": value}]}


def test_a_file_that_is_no_yaml_is_left_alone() -> None:
    found, problems = canonical(b"id: [a\n", "content/facts/x.yml", FACT)
    assert found is None
    assert problems[0].code == "yaml-syntax"


TEXTS = st.lists(
    st.sampled_from(
        ["word", "a:", "#b", "- c", "[[id]]", "'", '"', "{x", "&y", "|", ">", "\n", "  ", "12", "é", "金", ","]
    ),
    max_size=40,
).map(" ".join)
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "quote", "x y", "citations"]), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["id", "statement", "citations", "z"]), VALUES, min_size=1))
def test_whatever_is_written_reads_back_and_stays_as_it_is(value: dict[str, yaml.Value]) -> None:
    text = written(value, FACT)
    tree, problems = yaml.read(text.encode(), "x.yml")
    assert not problems
    assert tree is not None
    assert tree.value == value
    assert form(text) == form(form(text))
