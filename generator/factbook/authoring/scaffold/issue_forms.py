"""Scaffold: the forms of a code host's issues, made from the vocabulary, and what somebody filled into one.

GitHub shows a form (https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms)
and keeps the answers as Markdown: a heading for each question, the answer below it. GitLab begins an issue with such
Markdown (https://docs.gitlab.com/user/project/description_templates/). The headings are the vocabulary's names, so
that the same table makes the forms and reads them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from factbook.content.schema import Field, kind
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = ("fact", "source", "correction")
MOST_CHARACTERS = 100_000
"""GitHub keeps at most 65,536 characters of an issue."""
_EMPTY = frozenset(("", "_No response_", "None", "(not stated)"))
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
"""What code hosts do not show: who judges a proposal has not seen it, so nothing in it is taken."""
_HEADING = re.compile(r"#{2,3} (\S.*?)\s*$")
_LONG = frozenset(("statement", "quote", "translation", "caveat", "note", "what_is_wrong", "better_words"))


@frozen
class Form:
    """One form: what it is for, and its questions in order."""

    name: str
    title: str
    description: str
    questions: tuple[Field, ...]


class NoForm(Exception):
    """A text is not a filled form; the words say why, for the curator."""


def form(name: str) -> Form:
    """The form called `name`: one of `NAMES`."""
    return {"fact": _fact, "source": _source, "correction": _correction}[name]()


def as_template(of: Form) -> str:
    """The form as a file for `.github/ISSUE_TEMPLATE`. Every text is quoted as JSON, which YAML reads."""
    rows = [
        "# Made from the vocabulary by `factbook schema --forms`; edits are lost.",
        f"name: {_quoted(of.title)}",
        f"description: {_quoted(of.description)}",
        f"labels: [proposed-{of.name}]",
        "body:",
    ]
    for question in of.questions:
        rows += _question(question)
    return "\n".join(rows) + "\n"


def as_description(of: Form) -> str:
    """The form as a file for `.gitlab/issue_templates`: headings, and comments that say what belongs below them."""
    head = f"{of.title}: {of.description} Write below the headings; leave empty what you do not know."
    rows = [f"<!-- {head} -->", f"/label ~proposed-{of.name}", ""]
    for question in of.questions:
        needed = " Required." if question.required else ""
        choices = f" One of: {', '.join(question.choices)}." if question.choices else ""
        example = f" For example: {question.example}" if question.example and not question.choices else ""
        rows += [f"### {label(question)}", "", f"<!-- {question.description}{choices}{needed}{example} -->", "", ""]
    return "\n".join(rows).rstrip("\n") + "\n"


def filled(text: str) -> tuple[Form, Mapping[str, str]]:
    """The form that `text` answers, and the answers by key; unanswered questions are left out.

    Comments are passed over. Headings count only in the form's order, so that an answer cannot pose as a later
    question that is there too.
    Raises `NoForm`.
    """
    if len(text) > MOST_CHARACTERS:
        raise NoForm(f"the text has more than {MOST_CHARACTERS:,} characters, and no form holds as many")
    lines = _COMMENT.sub("", text.replace("\r\n", "\n")).split("\n")
    headings = {found[1] for line in lines if (found := _HEADING.match(line))}
    for name in NAMES:
        of = form(name)
        if all(label(question) in headings for question in of.questions if question.required):
            return of, _answers(of, lines)
    needed = ", ".join(f"`### {label(question)}`" for question in form("fact").questions if question.required)
    raise NoForm(f"the text is not a filled form: a form for a fact has the headings {needed}")


def label(question: Field) -> str:
    """The heading of a question."""
    return question.label


def _answers(of: Form, lines: list[str]) -> dict[str, str]:
    order = {label(question): number for number, question in enumerate(of.questions)}
    collected: dict[int, list[str]] = {}
    at = -1
    for line in lines:
        found = _HEADING.match(line)
        number = order.get(found[1]) if found else None
        if number is None:
            collected.setdefault(at, []).append(line)
        elif number in collected or number < at:
            raise NoForm(f"the heading `### {label(of.questions[number])}` stands twice, or out of its order")
        else:
            at = number
            collected[at] = []
    pairs = ((of.questions[number].name, _words(rows)) for number, rows in collected.items() if number >= 0)
    return {name: words for name, words in pairs if words not in _EMPTY}


def _words(lines: list[str]) -> str:
    """An answer in one line."""
    return " ".join(" ".join(lines).split())


def _fact() -> Form:
    whole = kind("fact")
    cited = next(field for field in whole.fields if field.name == "citations").fields
    figure = whole.field("figure").fields
    questions = (
        _of(
            cited,
            "source",
            "The headline of a source of this site, its id, the address of its page here, or of the article.",
        ),
        _of(cited, "quote"),
        _of(cited, "translation"),
        _of(whole.fields, "statement"),
        _of(whole.fields, "date", required=False),
        _of(
            whole.fields,
            "topics",
            "The topics to which it belongs: titles or ids with commas between, its home first.",
        ),
        _of(whole.fields, "actors", "Who else takes part: names or ids with commas between."),
        _of(whole.fields, "asserted_by", "Who says so, if not the publisher: names or ids with commas between."),
        _of(whole.fields, "stance"),
        _of(figure, "series", required=False),
        _of(figure, "value"),
        _of(figure, "modifier"),
        _of(whole.fields, "caveat"),
    )
    return Form("fact", "Propose a fact", "One thing that a source says, with its words. No YAML needed.", questions)


def _source() -> Form:
    fields = kind("source").fields
    names = ("title", "publisher", "url", "published", "language", "authors", "agency", "genre", "note")
    needed = ("title", "url", "language")
    questions = tuple(_of(fields, name, required=name in needed) for name in names)
    return Form("source", "Propose a source", "A document that this site should know.", questions)


def _correction() -> Form:
    questions = (
        _asked("fact", "The id of the fact, or the address of its page.", "harbour-12-ships", required=True),
        _asked("what_is_wrong", "What is wrong with it.", "The source says up to 12.", required=True),
        _asked("better_words", "The words of a source that show it.", "up to 12 ships"),
        _asked("where", "Where these words stand: an id of a source, or an address.", "gazette"),
    )
    return Form("correction", "Report a mistake", "A fact that is not what its source says.", questions)


def _asked(name: str, description: str, example: str, *, required: bool = False) -> Field:
    """A question that no key of the vocabulary asks."""
    label = name.replace("_", " ").capitalize()
    return Field(name, "string", description, example, required, label=label)


def _of(fields: tuple[Field, ...], name: str, description: str = "", *, required: bool | None = None) -> Field:
    found = next(field for field in fields if field.name == name)
    need = found.required if required is None else required
    words = description or found.description
    example = found.example[1:-1] if found.many else found.example
    short = example.partition(", {")[0]
    return Field(name, found.type, words, short, need, found.many, found.choices, label=found.label)


def _question(of: Field) -> list[str]:
    type = "dropdown" if of.choices else "textarea" if of.name in _LONG else "input"
    rows = [f"- type: {type}", f"  id: {of.name}", "  attributes:", f"    label: {label(of)}"]
    rows.append(f"    description: {_quoted(of.description)}")
    if of.choices:
        rows.append(f"    options: [{', '.join(map(_quoted, ('(not stated)', *of.choices)))}]")
    else:
        rows.append(f"    placeholder: {_quoted(of.example)}")
    return [*rows, "  validations:", f"    required: {str(of.required).lower()}"]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
