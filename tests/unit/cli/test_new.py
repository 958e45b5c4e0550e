"""new, init and schema: what they write passes at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.scaffold.slugs import suggested
from factbook.cli.new_fact import add_fact
from factbook.cli.new_record import add_record
from factbook.diagnostics.report import Output

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

FACTS = "content/facts/ships.yml"


def test_a_fact_from_a_quote_has_a_file_of_its_own_and_passes_at_once(site: Path, run: Run) -> None:
    before = (site / FACTS).read_text()
    arguments = ("new", "fact", "--source", "gazette", "--quote", "he wrote that two ships")
    path = "content/facts/ships/he-wrote-that-two-ships.yml"
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n"), result.output
    written = (site / path).read_text()
    assert written.startswith("id: he-wrote-that-two-ships\n")
    assert "date: ../2024-05-03\ntopics: [ships]\n" in written
    assert (site / FACTS).read_text() == before
    assert run("check").exit_code == 0
    again = run(*arguments, "--id", "he-wrote-that-two-ships")
    assert (again.exit_code, again.stderr) == (2, f"{path} is there already; choose another --id or --into.\n")
    assert (site / path).read_text() == written


def test_a_fact_is_added_to_a_list_that_is_named(site: Path, run: Run) -> None:
    before = (site / FACTS).read_text()
    arguments = ("new", "fact", "--source", "gazette", "--quote", "he wrote that two ships")
    assert run(*arguments, "--into", FACTS).stdout == f"{FACTS}\n"
    assert (site / FACTS).read_text().startswith(before.rstrip() + "\n\n- id: he-wrote-that-two-ships\n")
    (site / "content/facts/one.yml").write_text("id: one\n")
    result = run(*arguments, "--id", "other", "--into", "content/facts/one.yml")
    assert (result.exit_code, result.stderr) == (
        2,
        "content/facts/one.yml holds no list; choose another --id or --into.\n",
    )


def test_a_fact_with_everything_said(site: Path, run: Run) -> None:
    (site / "content/series").mkdir()
    (site / "content/series/in-bay.yml").write_text("id: in-bay\ntitle: Ships in the bay\nunit: ships\n")
    arguments = "--source gazette --topic ships --asserted-by harbour-master --date 2024-05-02 --series in-bay"
    result = run(
        *(
            "new",
            "fact",
            *arguments.split(),
            "--value",
            "12",
            "--id",
            "a-dozen",
            "--into",
            "content/facts/2024/may.yml",
        ),
        *(
            "--quote",
            "the harbour master counted 12 ships",
            "--statement",
            "The [[harbour-master]] counted 12 ships.",
        ),
    )
    assert result.exit_code == 0, result.output
    text = (site / "content/facts/2024/may.yml").read_text()
    assert text.startswith(
        "- id: a-dozen\n  statement: The [[harbour-master]] counted 12 ships.\n  date: 2024-05-02\n"
    )
    assert "  figure:\n    series: in-bay\n    value: 12\n" in text


def test_a_stance_a_range_and_a_caveat_are_written(site: Path, run: Run) -> None:
    (site / "content/series").mkdir()
    (site / "content/series/in-bay.yml").write_text("id: in-bay\ntitle: Ships in the bay\nunit: ships\n")
    arguments = "--source gazette --id range --series in-bay --low 2 --high 12 --stance expects --caveat Rough."
    quote = ("--quote", "the harbour master counted 12 ships in the bay", "--statement", "He expects 2 to 12 ships.")
    run("new", "fact", *arguments.split(), *quote)
    written = (site / "content/facts/ships/range.yml").read_text()
    assert "stance: expects\nfigure:\n  series: in-bay\n  low: 2\n  high: 12\n" in written
    assert "caveat: Rough.\n" in written


def test_a_quote_that_stands_twice_asks_for_one_word_more(site: Path, run: Run) -> None:
    result = run("new", "fact", "--source", "gazette", "--quote", "ships")
    assert result.exit_code == 1
    assert "The quote stands 2 times; take more words, or choose one with --prefix or --suffix:\n" in result.stderr
    assert run("new", "fact", "--source", "gazette", "--quote", "ships", "--prefix", "two").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ("--source gazette", 2, "needs --quote"),
        ("--quote x", 2, "needs --source"),
        ("--source gazete --quote x", 2, "There is no source gazete. Did you mean gazette?"),
        ("--source gazette --quote three_boats_left", 1, "The quote does not stand in the source."),
        ("--source gazette --quote night --topic ship", 2, "There is no topic ship. Did you mean ships?"),
        ("--source gazette --quote night --into ../x.yml", 2, "--into names a file"),
        ("--source gazette --quote night --into content/actors/x.yml", 2, "--into names a file"),
        ("--source gazette --quote night --date yesterday", 2, "`yesterday` is not a date"),
    ],
)
def test_a_fact_that_cannot_be_written(site: Path, run: Run, arguments: str, status: int, words: str) -> None:
    before = (site / FACTS).read_text()
    result = run("new", "fact", *arguments.replace("_", " ").split(" "))
    if "three" in arguments:
        result = run("new", "fact", "--source", "gazette", "--quote", "three boats left")
    assert (result.exit_code, result.stdout) == (status, "")
    assert words in result.stderr
    assert (site / FACTS).read_text() == before
    assert not (site.parent / "x.yml").exists()


def test_a_foreign_quote_needs_a_translation(site: Path, run: Run) -> None:
    (site / "content/sources/blatt.yml").write_text("id: blatt\nlanguage: de\npublished: 2024-05-03\nfile: b.txt\n")
    (site / "content/snapshots/b.txt").write_text("Zwölf Schiffe lagen im Hafen.\n")
    arguments = ("new", "fact", "--source", "blatt", "--quote", "Zwölf Schiffe lagen im Hafen")
    assert "needs --translation" in run(*arguments).stderr
    assert run(*arguments, "--translation", "Twelve ships lay in the harbour").exit_code == 0
    assert run("check").exit_code == 0


def test_questions_are_asked_only_for_what_is_missing(site: Path) -> None:
    asked: list[str] = []
    answers = {"quote": "at night", "statement": "The Gazette wrote of the night.", "date": "", "topic": "ships"}

    def ask(what: str, example: str, choices: tuple[str, ...]) -> str:
        asked.append(what)
        return answers.get(what, "")

    assert add_fact(site, Output(quiet=True), {"source": "gazette"}, ask) == 0
    assert asked == ["quote", "statement", "date", "topic", "asserted by"]
    assert "The Gazette wrote of the night." in (site / "content/facts/ships/at-night.yml").read_text()


def test_an_actor_at_a_terminal(site: Path) -> None:
    def ask(what: str, example: str, choices: tuple[str, ...]) -> str:
        return {"name": "Zoë Łuk", "kind": "person", "id": ""}[what]

    assert add_record(site, Output(quiet=True), "actor", {"country": "PL"}, ask) == 0
    assert (
        site / "content/actors/zoe-luk.yml"
    ).read_text() == "id: zoe-luk\nname: Zoë Łuk\nkind: person\ncountry: PL\n"


@pytest.mark.parametrize(
    ("arguments", "path", "text"),
    [
        (
            ("source", "--file", "n.txt", "--title", "Ships: a list", "--publisher", "The News", "--language", "en"),
            "content/sources/the-news-ships-a-list.yml",
            'id: the-news-ships-a-list\ntitle: "Ships: a list"\npublisher: The News\nlanguage: en\nfile: n.txt\n',
        ),
        (
            ("topic", "--title", "NO"),
            "content/topics/no.yml",
            "id: no\ntitle: NO\n",
        ),
        (
            ("series", "--title", "Ships", "--scope", "in the bay", "--id", "in-bay"),
            "content/series/in-bay.yml",
            "id: in-bay\ntitle: Ships\nscope: in the bay\n",
        ),
        (
            ("actor", "--name", "金正恩", "--kind", "person", "--aliases", "Kim Jong-un", "--aliases", "Kim"),
            "content/actors/kim-jong-un.yml",
            "id: kim-jong-un\nname: 金正恩\nkind: person\naliases: [Kim Jong-un, Kim]\n",
        ),
    ],
)
def test_a_thing_of_each_kind(site: Path, run: Run, arguments: tuple[str, ...], path: str, text: str) -> None:
    result = run("new", *arguments)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n"), result.output
    assert (site / path).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("actor", "--name", "X"), "A new actor needs --kind."),
        (("actor", "--name", "X", "--kind", "person", "--country", "Poland"), "is not a country code"),
        (("actor", "--name", "X", "--kind", "person", "--id", "../x"), "is not an id"),
        (("actor", "--name", "X", "--kind", "human"), "'human' is not one of"),
        (("actor", "--name", "X", "--kind", "person", "--id", "harbour-master"), "is there already"),
        (("thing",), "No such command 'thing'"),
    ],
)
def test_a_thing_that_cannot_be_written(site: Path, run: Run, arguments: tuple[str, ...], words: str) -> None:
    before = sorted(site.rglob("*"))
    result = run("new", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert sorted(site.rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "taken", "expected"),
    [
        ("The Guardian: Troops' “grave” concern", (), "the-guardian-troops-grave-concern"),
        ("It's Ölßer", (), "its-olsser"),
        ("Ships", ("ships", "ships-2"), "ships-3"),
        ("Андрій Сибіга", (), "andrii-sybiha"),
        ("Андрій Сибіга", ("andrii-sybiha",), "andrii-sybiha-2"),
        ("Володимир Зеленський", (), "volodymyr-zelenskyi"),
        ("Сергей Лавров", (), "sergey-lavrov"),
        ("Згурів, Їжакевич, Знам’янка", (), "zghuriv-yizhakevych-znamianka"),
        ("水道局", (), "shui-dao-ju"),
        ("トヨタ自動車", (), "toyota-zi-dong-che"),
        ("김정은", (), "gim-jeong-eun"),
        ("محمد بن سلمان", (), "mhmd-bn-slmn"),
        ("Ελλάδα 2024", (), "ellada-2024"),
        ("水道局の発表によると、昨日の夜から断水している地域", (), "shui-dao-ju-no-fa-biao-niyoruto-zuo-ri-no-ye"),
        ("!!!", (), "actor-1"),
        ("!!!", ("actor-1",), "actor-2"),
        ("index", (), "actor-index"),
        ("a " * 60, (), "-".join(["a"] * 24)),
    ],
)
def test_ids_are_suggested(words: str, taken: tuple[str, ...], expected: str) -> None:
    assert suggested(words, taken, "actor") == expected


@pytest.mark.parametrize(("language", "expected"), [("uk", "petro-hnatiuk"), ("", "petro-gnatyuk")])
def test_a_site_in_ukrainian_spells_names_the_ukrainian_way(language: str, expected: str) -> None:
    assert suggested("Петро Гнатюк", (), "actor", language) == expected


def test_a_name_in_another_script_gives_a_file_and_a_word_on_its_id(site: Path, run: Run) -> None:
    result = run("new", "actor", "Андрій Сибіга", "--kind", "person")
    assert (result.exit_code, result.stdout) == (0, "content/actors/andrii-sybiha.yml\n")
    assert "made from the letters of the name; --id gives a better one" in result.stderr
    assert (
        (site / "content/actors/andrii-sybiha.yml")
        .read_text("utf-8")
        .startswith("id: andrii-sybiha\nname: Андрій Сибіга\n")
    )


def test_somebody_at_a_terminal_is_offered_an_id(site: Path) -> None:
    offered: dict[str, str] = {}

    def ask(what: str, example: str, choices: tuple[str, ...]) -> str:
        offered[what] = example
        return {"name": "Андрій Сибіга", "kind": "person"}.get(what, "")

    assert add_record(site, Output(quiet=True), "actor", {}, ask) == 0
    assert offered["id"].endswith("Enter for andrii-sybiha")
    assert (site / "content/actors/andrii-sybiha.yml").is_file()


def test_a_new_site_is_in_order_and_builds(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTBOOK_SNAPSHOTS", raising=False)
    result = run("init", "new", "--name", 'Harbour: "watch" #1')
    assert result.exit_code == 0
    assert run("check", "--site", "new", "--strict").output == "no problems; 2 facts with 2 citations checked\n"
    assert run("fmt", "--site", "new", "--check").exit_code == 0
    assert run("snapshot", "--site", "new", "--verify").exit_code == 0
    assert run("build", "--site", "new").exit_code == 0
    assert "Harbour: &#34;watch&#34; #1" in Path("new/site/index.html").read_text("utf-8").replace("&quot;", "&#34;")
    assert {path.name for path in Path("new").iterdir()} >= {".gitignore", ".gitattributes", ".github", ".vscode"}


def test_a_folder_with_something_in_it_is_left_alone(site: Path, run: Run) -> None:
    before = sorted(site.rglob("*"))
    result = run("init", ".")
    assert result.exit_code == 2
    assert "is not an empty folder" in result.stderr
    assert sorted(site.rglob("*")) == before


def test_schemas_allow_what_the_vocabulary_allows(run: Run, tmp_path: Path) -> None:
    fact = json.loads(run("schema", "fact").stdout)["$defs"]["fact"]
    assert fact["required"] == ["id", "statement", "date", "topics", "citations"]
    assert fact["properties"]["stance"]["enum"] == ["asserts", "denies", "declines-to-confirm", "expects"]
    assert fact["properties"]["citations"]["items"]["required"] == ["source", "quote"]
    assert all("description" in field for field in fact["properties"].values())
    assert run("schema", "--write", str(tmp_path / "schemas")).exit_code == 0
    assert len(list((tmp_path / "schemas").glob("*.schema.json"))) == 7
    assert run("schema", "facts").stderr == "There is no schema of facts. Did you mean fact?\n"
    assert "content/facts/**/*.yml" in run("schema").stdout
