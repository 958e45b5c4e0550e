"""The checks of meaning on single sentences: what is told of a statement over its quote, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from factbook.config import reader as config
from factbook.pipeline import stages as pipeline

if TYPE_CHECKING:
    from pathlib import Path

SPEAKERS = {
    "reeve": "Anna Reeve",
    "namesake": "Paul Reeve",
    "absent": "Ida Ghost",
    "hale": "Tom Hale",
    "line": "Blue Line",
}

TOLD = [
    (
        "word-differs",
        "Sales went up from $12.4 million to $11.7 million.",
        "sales climbed to $12.4 million from $11.7 million",
    ),
    ("word-differs", "Staff fell from 13,000 to 16,000.", "staff fell to 13,000 from 16,000"),
    ("word-differs", "Spending was tripled.", "spending was doubled"),
    ("word-differs", "A third more came than in May.", "a third fewer came than in May"),
    ("word-differs", "60 percent trusted the council.", "60 percent distrusted the council"),
    ("word-differs", "Rain was 31 percent above the average.", "rain was 31 percent less than the average"),
    (
        "numbers-swapped",
        "90 were killed and 30 hurt.",
        "the toll rose to 30 dead, while the number of injured reached 90",
    ),
    ("word-differs", "40 boats came, four fewer than before.", "40 boats came, 4 more than before"),
    ("word-differs", "Eight drowned, three of them women.", "eight people drowned, among them 3 children"),
    (
        "numbers-swapped",
        "Tarnow, with 300 boats, leads Lorvik, with 200.",
        "Lorvik leads with 300 boats, ahead of Tarnow (200)",
    ),
    ("word-differs", "The flood damaged 20 huts.", "20 huts were destroyed by the flood"),
    ("word-differs", "He was found not guilty in May.", "he was convicted in May"),
    ("word-differs", "Prices were up by 4 percent.", "prices were down 4 percent"),
    ("word-differs", "The budget will grow to 2 million pounds.", "the budget is to increase by 2 million pounds"),
    ("word-differs", "Five kilos of heroin were found.", "five kilos of cocaine were found"),
    ("word-differs", "Two of the five people on board were hurt.", "of the five on board, two people died"),
    ("word-differs", "Prices were up 3 percent in May.", "prices were down 3 percent in May"),
    ("word-differs", "Prices rose by 16 percent.", "prices rose to 16 percent"),
    ("word-differs", "The gap narrowed to 3 pounds.", "the gap widened to 3 pounds"),
    ("numbers-swapped", "The toll was 43 dead and 17 injured.", "the death of 17 people and the injury of 43 others"),
    ("word-differs", "48 rivers were measured.", "48 ponds were measured"),
    ("word-differs", "The town will hire 500 nurses.", "The town will hire 500 teachers"),
    ("word-differs", "There were 212 fewer than the week before.", "There were 212 more than the week before"),
    ("word-differs", "There were 212 more than the year before.", "There were 212 more than the week before"),
    ("word-differs", "The party lost the election.", "The party won the election"),
    ("word-differs", "The rebels were released in May.", "The rebels were arrested in May"),
    ("word-differs", "Trade with the northern ports stopped.", "Trade with the southern ports stopped"),
    ("hedge-lost", "28 percent had been paid.", "just 28 percent had been paid"),
    ("hedge-lost", "The ministry announced that 45,000 houses had been built.", "45,000 houses will be built"),
    ("hedge-lost", "The plant closed in March.", "The plant will close in March"),
    ("negation-differs", "The firm said the ferry had been overloaded.", "denied that the ferry had been overloaded"),
    (
        "negation-differs",
        "The council had declared a state disaster.",
        "The council has not yet set the state disaster",
    ),
    ("negation-differs", "The town had received help.", "The town has received nothing so far, no help"),
    ("hedge-lost", "The council installed cameras.", "The council wants to install cameras"),
    ("word-differs", "Inflation slowed to 17 percent.", "Inflation accelerated to 17 percent"),
    ("word-differs", "The council allowed marches.", "The council banned marches"),
    ("measure-differs", "The ponds were deeper than 3.5 kilometres.", "The ponds were deeper than 3.5 m"),
    ("word-differs", "Prices went down by 3 percent.", "prices went up by 3 percent"),
    ("word-differs", "Milk became dearer by 3 percent.", "milk became cheaper by 3 percent"),
    ("word-differs", "All of the boats must leave, and all farms.", "some farms and boats must leave"),
    ("word-differs", "One in five trees will die.", "one in five trees will survive"),
    ("word-differs", "The left bank was flooded.", "the right bank was flooded"),
    ("negation-differs", "Three people were hurt.", "no one was injured, three houses burned down"),
    ("numbers-swapped", "Hale took 46 seats and Reeve 43.", "Reeve took 46 seats, the mayor's man Hale 43"),
    ("measure-differs", "15,000 litres of fuel leaked.", "15,000 tonnes of fuel leaked"),
    ("hedge-lost", "The town received 40 pounds.", "the town has asked for 40 pounds"),
    ("weekday-differs", "The bridge burned on Monday.", "the bridge burned on Tuesday"),
    ("word-differs", "It made a profit of 40 pounds.", "it made a net loss of 40 pounds"),
    ("word-differs", "She admitted the theft.", "she denied the theft"),
    ("word-differs", "It comes a year earlier than thought.", "it comes a year later than thought"),
]
QUIET = [
    (
        "130 jobs were gone and 170 more to be found.",
        "130 jobs were shed, but another 170 cuts remain to be found",
    ),
    ("They were hit so hard that they might not survive.", "it hit them to the point of threatening their survival"),
    ("Some 300 boats came and 2,700 carts.", "some 300 boats and just over 2,700 carts came"),
    ("A fifth boat was still to be found.", "a fifth boat had not yet been found"),
    ("That made 235 deaths.", "this brings the total of deaths to 235 cases"),
    ("The toll of boats fell by a fifth to 102.", "102 boats were lost (down by a fifth)"),
    ("Half of them were unhappy with the council.", "half of them are not satisfied with the council"),
    ("A stronger flood was unlikely.", "the possibility of a bigger flood is not great"),
    ("The council cut its forecast to 3.7 per cent from 3.8.", "cut the forecast to 3.7 percent from 3.8 percent"),
    ("Profit fell by 15 percent to 102 pounds.", "profit shrank to 102 pounds, a minus of 15 percent"),
    ("Lorvik, with 300 boats, leads Tarnow, with 200.", "Lorvik leads with 300 boats, ahead of Tarnow (200)"),
    ("3,500 people live here now, and 12,000 a year before.", "last year 12,000 people lived here, now 3,500"),
    ("Profit fell by 30 percent to 165.3 billion.", "profit was 165.3 billion yen, down 30 percent"),
    ("The riders were students for the most part.", "most riders were students"),
    ("In Lorvik and Tarnow 30 people died, it said.", "30 people died in Lorvik and Tarnow"),
    (
        "Growth was 3 percent after 1 percent the year before.",
        "grow 3 percent this year, above 1 percent last year",
    ),
    ("The toll was 17 dead and 43 injured.", "the death of 17 people and the injury of 43 others"),
    ("30 to 40 dead were counted.", "between 30 and 40 rebels died"),
    ("The council foresaw a toll of 40 pounds.", "the council expects a toll of 40 pounds"),
    ("Two thirds of the 60 staff were nurses.", "Two thirds of the 60 employees were nurses"),
    ("500 teachers will be hired.", "500 staff will be hired"),
    ("She cast her vote against the plan.", 'She cast a "no" vote on the plan'),
    ("She voted against the plan.", "She voted no on the plan"),
    ("The plan passed by 121 votes.", "The plan passed by a majority of 121 votes"),
    ("300 houses burned.", "300 homes burned"),
    ("300 pupils were brought to safety.", "300 children were brought to safety"),
    ("Sales declined by 12 percent, it said.", "Sales were down by 12 percent"),
    ("The bridge is not open.", "The bridge is still closed"),
    ("In May 2019 the council met.", "The council met in May 2019"),
    ("1,284 dengue cases were reported.", "1,284 cases of dengue were reported"),
    ("The court found 12 pounds right, not the 40 awarded below.", "wrong to award 40 pounds; 12 pounds is right"),
    ("He was unlikely to play, it was expected.", "he is unlikely to play"),
    ("Profit fell by 31 percent to 2.4 trillion won.", "profit last year was 2.4 trillion won, down 31 percent"),
    ("The court declared part of the law void.", "The court declared the law partly void"),
    ("Over 40 people came.", "just over 40 people came"),
    ("Just under 40 people came.", "barely 40 people came"),
    ("He was found not guilty of the theft.", "he was acquitted of the theft"),
    ("The toll may rise, the council said.", "the council did not rule out that the toll would rise"),
    ("The siren had been out of order since May.", "the siren had not worked since May"),
    ("No boats are missing, the council said.", "the council ruled out that boats are missing"),
    ("The council put the cost at 40 pounds.", "the council expects the cost to be 40 pounds"),
    ("Prices went up from 3 to 5 pounds.", "prices climbed to 5 pounds by June from 3 pounds"),
    ("Growth went from 4.6 to 1.5 percent.", "growth was 4.6 percent last year and 1.5 percent this year"),
    ("The toll went up to 64 people.", "the toll of people grew to 64"),
    ("Growth slowed from 4.6 percent to 1.5 percent.", "growth slowed to 1.5 percent in May, down from 4.6 percent"),
    ("The bid failed by 55 percent to 45 percent.", "the bid failed by 55 to 45 percent"),
    ("It was a town's problem and not a county's one.", "it is a town's and not a county's problem"),
    ("They came at 15:40 on foot.", "they came on foot at ca. 15.40"),
    ("Two had gone and most had stayed, it said.", "most had stayed and two had gone"),
    ("The council has not decided on a bridge.", "the council left open whether to build a bridge"),
    ("Growth of over 6 percent is likely.", 'growth "well above" 6 percent is likely'),
    ("Not since 1918 had so many come.", "so many last came in 1918"),
    ("It was the coldest May for twenty years.", "it was the coldest May in two decades"),
    ("It was 18 percent, the highest for 26 years.", "it was 18 percent, the most in 26 years"),
    ("One in three houses burned.", "roughly a third of the houses burned"),
    ("The council has said nothing about it.", "the council is silent about it"),
    ("She does not believe that it can be done again.", "to do it again is not possible, she believes"),
    ("It is neither contained nor under control.", "it is not contained and not under control"),
    ("It cost the United Kingdom 15 boats.", "it cost the UK 15 boats"),
    ("The WHO counted 15 boats.", "the World Health Organization counted 15 boats"),
    ("Hale took 43 seats and Reeve 46.", "Reeve took 46 seats, the mayor's man Hale 43"),
    ("Prices rise by a tenth in May.", "prices rise by 10 percent in May"),
    ("She wants 40 more boats.", 'she called it "no cause for joy" and called for 40 more boats'),
    ("The council put it at 40 boats.", "the council said it was 40 boats"),
]


@pytest.mark.parametrize(("code", "statement", "quote"), TOLD)
def test_what_a_quote_does_not_say_is_told(code: str, statement: str, quote: str, tmp_path: Path) -> None:
    assert code in codes(tmp_path, statement, quote)


@pytest.mark.parametrize(("statement", "quote"), QUIET)
def test_other_words_for_the_same_are_no_difference(statement: str, quote: str, tmp_path: Path) -> None:
    assert codes(tmp_path, statement, quote) <= {"modifier-differs"}


@pytest.mark.parametrize(
    "statement",
    [
        "Blue Line said the bridge was closed.",
        "The bridge was closed, according to Tom Hale.",
        "Said Tom Hale: closed.",
    ],
)
def test_a_speaker_who_did_not_speak_is_told_wherever_he_stands(statement: str, tmp_path: Path) -> None:
    quote = "the bridge is closed"
    assert "speaker-differs" in codes(tmp_path, statement, quote, ["reeve"])
    right = statement.replace("Tom Hale", "Anna Reeve").replace("Blue Line", "Anna Reeve")
    assert "speaker-differs" not in codes(tmp_path, right, quote, ["reeve"])


def test_another_speaker_than_the_quote_s_is_told_where_nobody_is_declared(tmp_path: Path) -> None:
    quote = "30 people died, Anna Reeve said"
    assert "speaker-differs" in codes(tmp_path, "Tom Hale said 30 people died.", quote)
    assert "speaker-differs" not in codes(tmp_path, "Anna Reeve said 30 people died.", quote)


def test_a_full_name_beats_a_surname(tmp_path: Path) -> None:
    told = codes(tmp_path, "Anna Reeve said 30 people died.", "30 people died, Paul Reeve said", ["reeve"])
    assert "speaker-differs" in told


def test_links_are_looked_for_like_actors(tmp_path: Path) -> None:
    assert "actor-not-named" in codes(tmp_path, "30 died, said [[absent]].", "30 people died")
    assert "actor-not-named" not in codes(tmp_path, "30 died, said [[hale]].", "30 people died")


def test_who_stands_in_the_place_of_the_speaker_whom_the_quote_names_is_told(tmp_path: Path) -> None:
    quote = "30 people died, Reeve said"
    assert "speaker-differs" in codes(tmp_path, "Tom Hale put the toll at 30.", quote, ["reeve"])
    assert "speaker-differs" not in codes(tmp_path, "In Tom Hale's town 30 died.", quote, ["reeve"])


def codes(folder: Path, statement: str, quote: str, speakers: list[str] | None = None) -> set[str]:
    """What `check` tells of one fact."""
    fact: dict[str, object] = {"id": "a", "statement": statement, "date": "../2024-06-05", "topics": ["news"]}
    if speakers:
        fact["asserted_by"] = speakers
    fact["citations"] = [{"source": "wire", "quote": quote}]
    source = {"id": "wire", "title": "Wire", "publisher": "Wire", "language": "en", "published": "2024-06-05"}
    files = {
        "site_config.yml": {"name": "Probe", "description": "Probe.", "languages": ["en"]},
        "content/topics/news.yml": {"id": "news", "title": "News"},
        "content/sources/wire.yml": {**source, "file": "wire.txt"},
        "content/facts/a.yml": fact,
    }
    for name, full in SPEAKERS.items():
        kind = "organisation" if name == "line" else "person"
        files[f"content/actors/{name}.yml"] = {"id": name, "name": full, "kind": kind}
    for path, record in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(yaml.safe_dump(record), encoding="utf-8")
    (folder / "content/snapshots").mkdir(exist_ok=True)
    text = f"Anna Reeve, Tom Hale and Blue Line met.\n{quote}.\n"
    (folder / "content/snapshots/wire.txt").write_text(text, encoding="utf-8")
    settings, _ = config.read(folder, environment={})
    assert settings is not None
    problems = pipeline.check(settings).diagnostics
    return {problem.code for problem in problems if problem.span and str(problem.span.path).endswith("facts/a.yml")}
