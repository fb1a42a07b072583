"""Whom names, nouns and pronouns stand for: a sentence or two, a word in it, and the entity."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.domain.mention import MentionType, Referent, Referents
from dragoman.domain.parse import Parse
from dragoman.domain.report import Report
from dragoman.entities import identify
from dragoman.reports import chunks
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings

pytestmark = pytest.mark.model
LATE, EARLY = date(2025, 3, 5), date(2010, 6, 1)


def refer(settings: Settings, text: str, day: date) -> tuple[Parse, Referents]:
    report = Report("x", "x", text, find_blocks(text), published=day)
    parse = settings.parser.parse(chunks(report))
    _, referents = identify(report, parse, settings.catalogue, settings.gazetteer)
    return parse, referents


def at(settings: Settings, text: str, word: str, day: date = LATE, nth: int = 0) -> Referent | None:
    parse, referents = refer(settings, text, day)
    tokens = [t for t in parse.tokens if t.text == word]
    return referents.at(tokens[nth].index)


@pytest.mark.parametrize(
    ("text", "word", "entity"),
    [
        ("Moscow rejected the offer on Tuesday.", "Moscow", "RUS"),
        ("The meeting took place in Moscow on Tuesday.", "Moscow", "moscow"),
        ("Angela Merkel flew to Kyiv. Merkel met nobody there.", "Merkel", "angela-merkel"),
        ("The Hague-based court met Emmanuel Macron. He left at noon.", "He", "emmanuel-macron"),
        ("Ethiopia said it would fill the reservoir.", "it", "ETH"),
        ("Ethiopia's central bank sold dollars to importers.", "bank", "eth-central-bank"),
        ("Egyptian officials met in Cairo. They gave no details.", "They", "egy-officials"),
        ("Kenya signed the accord. The government then published its text.", "government", "KEN"),
        ("Chancellor Olaf Scholz spoke first. The chancellor promised help.", "chancellor", "olaf-scholz"),
        ("The International Monetary Fund approved the loan.", "Fund", "international-monetary-fund"),
    ],
)
def test_a_word_stands_for(settings: Settings, text: str, word: str, entity: str) -> None:
    nth = 1 if word == "Merkel" else 0
    day = date(2022, 3, 5) if "Scholz" in text or "Merkel" in text else LATE
    found = at(settings, text, word, day, nth)
    assert found is not None
    assert found.entity == entity


@pytest.mark.parametrize(
    ("text", "word", "entity"),
    [
        ("NATO officials met in Ghent on Tuesday.", "officials", "nato"),
        ("Members of the African Union rejected the offer.", "Members", "african-union"),
        ("A delegation from Hezbollah met the president.", "delegation", "hezbollah"),
        ("Fighters of the Hezbollah movement left the town.", "Fighters", "hezbollah"),
    ],
)
def test_the_people_of_a_body_act_for_it(settings: Settings, text: str, word: str, entity: str) -> None:
    found = at(settings, text, word)
    assert found is not None
    assert (found.entity, found.side) == (entity, entity)


def test_a_member_is_not_the_body(settings: Settings) -> None:
    found = at(settings, "Turkey is a member of NATO.", "member")
    assert found is None or found.entity != "nato"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is clear that the talks with Egypt failed.", "It"),
        ("Egypt and Sudan met. They want a deal, and it must be signed.", "it"),
        ("Egypt told Ethiopia that the pipes were old and that they leaked.", "they"),
        ("The phone strikes a balance between size and price.", "balance"),
    ],
)
def test_a_word_that_could_be_several_or_nobody_stands_for_nobody(settings: Settings, text: str, word: str) -> None:
    found = at(settings, text, word)
    assert found is None or found.entity is None


def test_a_title_names_the_holder_of_the_day(settings: Settings) -> None:
    text = "The French president called for a truce."
    assert at(settings, text, "president", date(2010, 6, 1)) is not None
    before, after = at(settings, text, "president", date(2010, 6, 1)), at(settings, text, "president", date(2020, 6, 1))
    assert before is not None and before.entity == "nicolas-sarkozy"
    assert after is not None and after.entity == "emmanuel-macron"


def test_a_former_president_is_not_the_holder(settings: Settings) -> None:
    found = at(settings, "A former French president called for a truce.", "president", LATE)
    assert found is None or found.entity != "emmanuel-macron"


def test_a_state_acts_through_the_government_of_the_day(settings: Settings) -> None:
    then = at(settings, "Syria rejected the offer.", "Syria", EARLY)
    now = at(settings, "Syria rejected the offer.", "Syria", LATE)
    assert then is not None and now is not None
    assert then.country == now.country == "SYR"
    assert then.side != now.side


def test_a_stranger_who_shares_a_surname_is_not_the_known_one(settings: Settings) -> None:
    parse, referents = refer(settings, "Lydia Putin, a baker, sells bread. Putin opens at six.", LATE)
    entities = {referents.at(t.index) for t in parse.tokens if t.text == "Putin"}
    assert "vladimir-putin" not in {r.entity for r in entities if r}


def test_nothing_is_found_in_an_empty_parse(settings: Settings) -> None:
    _, referents = refer(settings, "", LATE)
    assert not referents.by_token


def test_a_state_that_acts_is_an_organisation_and_one_that_lies_somewhere_a_place(settings: Settings) -> None:
    text = "Kenya opened the border. The border of Kenya is long."
    report = Report("x", "x", text, find_blocks(text), published=LATE)
    mentions, _ = identify(report, settings.parser.parse(chunks(report)), settings.catalogue, settings.gazetteer)
    kinds = [m.type for m in mentions if m.text == "Kenya"]
    assert kinds == [MentionType.ORGANISATION, MentionType.PLACE]
