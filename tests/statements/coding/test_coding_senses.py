"""Whom a statement touches, what is only thought of, and what a tense or an adverb says of a tie."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import api
from dragoman.domain.report import Report
from dragoman.domain.statement import Statement
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings
from tests.statements.coding.conftest import Coded

pytestmark = pytest.mark.model


def read(settings: Settings, text: str) -> tuple[Statement, ...]:
    report = Report("x", "x", text, find_blocks(text), published=date(2025, 3, 5))
    return api.read_report(report, settings).statements


@pytest.mark.parametrize(
    "text, type_, recipient",
    [
        ("Ruritania does not want to give Graustark a reason to enter the war.", "want", "Graustark"),
        ("Ruritania is pushing for Graustark's surrender.", "want", "Graustark"),
        ("Ruritania withdrew its troops from Graustark and shipped out its tanks.", "RETREAT", "Graustark"),
        ("Ruritania ordered sanctions against Graustark.", "SANCTION", "Graustark"),
        ("Ruritania appealed to Graustark to think again.", "demand", "Graustark"),
        ("The Ruritanian strikes have been effective against the Graustark rebels.", "ASSAULT", "Graustark rebels"),
        ("Ruritania fears Graustark.", "fear", "Graustark"),
    ],
)
def test_whom_it_touches_is_its_recipient(text: str, type_: str, recipient: str, coded: Coded) -> None:
    said = [s for s in coded(text) if s.type == type_]
    assert said
    assert all(s.recipient is not None and recipient in s.recipient.text for s in said)


@pytest.mark.parametrize(
    "text, type_",
    [
        ("The joint commission rejected the treaty.", "refuse"),
        ("Ruritania reserved the right to defend its water and its security.", "threaten"),
        ("Ruritania proposed to resume the talks with more active observers.", "offer"),
        ("Ruritania moved missiles to its Zenda air base.", "MOBILIZE"),
    ],
)
def test_a_thing_is_no_recipient(text: str, type_: str, coded: Coded) -> None:
    said = [s for s in coded(text) if s.type == type_]
    assert said
    assert all(s.recipient is None for s in said)


@pytest.mark.parametrize(
    "text",
    [
        "The two governments do not agree on what happened.",
        "The minister may be forced to sell in a hurry.",
        "Ruritania rejected the figure of two million crowns.",
        "Ruritania's price for its help would be a share of the port.",
        "The idea that Ruritania might bargain with Graustark looked absurd.",
        "Ruritania can withhold only oil that it no longer sends.",
        "Pictures showed two Ruritanian bombers at the airfield.",
        "A Ruritanian port in Zenda would be worse than one at home.",
    ],
)
def test_what_nobody_does_or_wants_is_no_statement(text: str, coded: Coded) -> None:
    assert coded(text) == ()


def test_talks_of_nobody_named_that_broke_down_reject_nothing(coded: Coded) -> None:
    assert {s.type for s in coded("Talks broke down in Zenda.")} == {"CONSULT"}


def test_an_author_s_forecast_of_mediation_announces_nothing(coded: Coded) -> None:
    said = coded("Zenda will continue to act as mediator between Ruritania and Graustark.")
    assert {(s.type, s.realis) for s in said} == {("CONSULT", "predicted")}


@pytest.mark.parametrize(
    "text, object_",
    [
        ("Ruritania wants the garrison out.", "the garrison out"),
        ("Ruritania wants to keep its base and to sell its gas.", "keep its base and to sell its gas"),
        ("Ruritania has promised to sign the treaty, after a day of talks.", "sign the treaty"),
    ],
)
def test_an_object_says_the_whole_of_what_is_wanted(text: str, object_: str, coded: Coded) -> None:
    said = [s for s in coded(text) if s.kind == "stance"]
    assert [s.object.text for s in said if s.object] == [object_]


def test_what_a_present_tense_sets_for_a_later_day_is_predicted(settings: Settings) -> None:
    said = [s for s in read(settings, "The leaders of Egypt and Sudan meet in August.") if s.type == "CONSULT"]
    assert said
    assert {s.realis for s in said} == {"predicted"}


def test_the_condition_of_the_next_clause_is_not_that_of_the_first(settings: Settings) -> None:
    said = [
        s
        for s in read(settings, "Turkey has sold drones to Ethiopia; it could lean on Egypt, if it chose.")
        if s.type == "COOPERATE"
    ]
    assert [(s.condition, s.author_factuality) for s in said] == [(None, "certain")]


def test_the_day_on_which_a_contract_expires_is_its_deadline_alone(settings: Settings) -> None:
    said = [s for s in read(settings, "Russia's gas deal with Ukraine expires on April 1.") if s.kind == "agreement"]
    assert [(s.time, s.deadline.value if s.deadline else None) for s in said] == [(None, "2025-04-01")]


@pytest.mark.parametrize(
    "text, past",
    [
        ("The former envoy Rudolf Hentzau, who led the council, left Graustark.", True),
        ("General Hentzau, who once chaired the council, left Graustark.", True),
        ("General Hentzau, who leads the council, left Graustark.", False),
        ("Ruritania said that it depended on Graustark.", False),
    ],
)
def test_a_tie_told_of_as_past_is_marked(text: str, past: bool, settings: Settings) -> None:
    ties = [s for s in read(settings, text) if s.kind == "tie"]
    assert ties
    assert {s.past for s in ties} == {past}


def test_what_failed_is_told_once(coded: Coded) -> None:
    assert [s.type for s in coded("The two governments failed to agree on the price.")] == ["REJECT"]


def test_who_made_the_offer_that_is_refused_is_its_recipient(coded: Coded) -> None:
    said = [s for s in coded("Ruritania rejected the offer that Graustark made.") if s.type == "refuse"]
    assert [s.recipient.text if s.recipient else "" for s in said] == ["Graustark"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("An unarmed Ruritanian drone crashed in a Graustark field.", "ASSAULT"),
        ("Offices in Zenda were closed for the feast of the patron saint.", "COERCE"),
        ("The Ruritanian diplomat, who was not authorised to speak publicly, named no day.", "RETREAT"),
        ("The spokesman of Ruritania was looking into the matter.", "ACCUSE"),
        ("The minister of Ruritania asked whether a handshake was a treaty.", "demand"),
    ],
)
def test_an_everyday_sense_is_no_move_of_a_power(settings: Settings, text: str, type_: str) -> None:
    assert type_ not in {s.type for s in read(settings, text)}
