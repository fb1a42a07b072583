"""Whom pronouns stand for, and where they stand for nobody."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.domain.mention import Referent
from dragoman.domain.report import Report
from dragoman.entities import identify
from dragoman.reports import chunks
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings

pytestmark = pytest.mark.model
DAY = date(2025, 3, 5)


def last(settings: Settings, text: str, word: str) -> Referent | None:
    """Whom the last token `word` stands for."""
    report = Report("x", "x", text, find_blocks(text), published=DAY)
    parse = settings.parser.parse(chunks(report))
    _, referents = identify(report, parse, settings.catalogue, settings.gazetteer)
    return referents.at([t.index for t in parse.tokens if t.text == word][-1])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kenya signed the accord. It depends on whom one asks.", "It"),
        ("Kenya signed the accord. It is unclear whether the court agrees.", "It"),
        ("Kenya has a plan for the port. Uganda wants to approve it.", "it"),
        ("Kenya drew up a plan, and Uganda rejected it.", "it"),
        ("Losing the port would make it hard for Kenya to trade.", "it"),
        ("Kenya sold grain in May. The harvest was poor. Its quality was low.", "Its"),
        ("The port itself was shut after Kenya left.", "itself"),
        ("Kenya and Uganda repeated their offer.", "their"),
        ("Kenya owns the pipes. Uganda says they leaked.", "they"),
        ("Russian aircraft hit the rebels harder than they hit the town.", "they"),
        ("Emmanuel Macron left. A host who means to evict his tenant sends no bill.", "his"),
    ],
)
def test_a_word_stands_for_nobody(settings: Settings, text: str, word: str) -> None:
    found = last(settings, text, word)
    assert found is None or found.entity is None


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Kenya has given Uganda a list of steps that it must take.", "it", "UGA"),
        ("Kenya told Uganda that it would close the border.", "it", "KEN"),
        ("Kenya has found a way. With Uganda's approval it began to pay for gas.", "it", "KEN"),
        ("Kenya wants influence. It would like to succeed where Uganda failed. It seeks a port.", "It", "KEN"),
        ("Uganda shut the border. Kenyan critics say that the government gave in.", "government", "KEN"),
        ("The port was full of ships. Kenya said it rejected the offer.", "it", "KEN"),
    ],
)
def test_a_word_stands_for_a_state(settings: Settings, text: str, word: str, country: str) -> None:
    found = last(settings, text, word)
    assert found is not None
    assert found.country == country


def test_the_new_government_is_one_that_followed_another(settings: Settings) -> None:
    text = "Syria asked for help. Kenya is courting the new government as well."
    found = last(settings, text, "government")
    assert found is not None
    assert found.country == "SYR"
    assert found.entity == settings.catalogue.government("SYR", DAY)


def test_the_thing_of_a_party_is_not_the_party(settings: Settings) -> None:
    text = "When they talk about Kenya's harbour at Lamu, it is said that it has no value."
    found = last(settings, text, "it")
    assert found is None or found.entity != "KEN"


def test_ministers_of_several_states_are_of_none(settings: Settings) -> None:
    found = last(settings, "The foreign ministers of Kenya, Uganda and Egypt met in Paris.", "ministers")
    assert found is not None
    assert found.country is None


def test_he_is_the_spokesman_who_spoke_last(settings: Settings) -> None:
    found = last(settings, "A spokesman for a farmers' union said the wells were dry. He said it would rain.", "He")
    assert found is not None
    assert found.name.startswith("spokesman")


def test_a_side_of_a_state_is_its_government(settings: Settings) -> None:
    found = last(settings, "The Kenyan side rejected the offer.", "side")
    assert found is not None
    assert found.entity == settings.catalogue.government("KEN", DAY)
