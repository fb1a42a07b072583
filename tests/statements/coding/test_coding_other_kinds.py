"""Ties, agreements, judgements and matters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.statements.coding import code
from dragoman.statements.context import Context
from dragoman.statements.times import find_times
from tests.statements.coding.conftest import Coded

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, tie, ends",
    [
        ("Ruritania controls the strait of Zenda.", "controls", ("Ruritania", "the strait of Zenda")),
        ("Graustark depends on Ruritania for its gas.", "needs", ("Graustark", "Ruritania")),
        ("Ruritania supplies gas to Graustark.", "supplies", ("Ruritania", "Graustark")),
        ("Ruritania is an ally of Graustark.", "allied", ("Ruritania", "Graustark")),
        ("Ruritania is hostile to Graustark.", "rival", ("Ruritania", "Graustark")),
    ],
)
def test_a_tie_has_two_ends(text: str, tie: str, ends: tuple[str, str], coded: Coded) -> None:
    found = [(s.type, s.actor.text if s.actor else "", s.recipient.text if s.recipient else "") for s in coded(text)]
    assert (tie, *ends) in found


def test_a_debt_to_two_is_two_ties(coded: Coded) -> None:
    found = coded("The new government of Ruritania inherited billions in debt to Graustark and Zenda.")
    assert {s.recipient.text for s in found if s.type == "owes" and s.recipient} == {"Graustark", "Zenda"}


@pytest.mark.parametrize(
    "text, status",
    [
        ("Ruritania signed a treaty with Graustark.", "signed"),
        ("Ruritania proposed a treaty to Graustark.", "proposed"),
        ("Ruritania is close to signing a treaty with Graustark.", "proposed"),
        ("The treaty was terminated by Ruritania.", "ended"),
        ("Ruritania froze the treaty with Graustark.", "frozen"),
        ("Occasionally the treaty was tested.", "tested"),
        ("Ruritania inherited a contract with Graustark.", "inherited"),
    ],
)
def test_an_agreement_has_a_status(text: str, status: str, coded: Coded) -> None:
    assert [s.type for s in coded(text) if s.kind == "agreement"] == [status]


def test_an_act_on_a_deal_is_one_statement_with_its_plover_type(coded: Coded) -> None:
    (signed,) = coded("Ruritania signed a treaty with Graustark.")
    assert (signed.kind, signed.type, signed.plover) == ("agreement", "signed", "SUPPORT")


@pytest.mark.parametrize(
    "text, thing, matter",
    [
        ("Ruritania invited the minister to Zenda.", "to Zenda", "visit"),
        ("Ruritania wants an explanation.", "an explanation", None),
        ("Ruritania refused to tie the hands of the king.", "tie the hands of the king", None),
    ],
)
def test_a_matter_can_be_wanted_offered_or_withheld(text: str, thing: str, matter: str | None, coded: Coded) -> None:
    (stance,) = (s for s in coded(text) if s.kind == "stance")
    assert stance.object is not None and (stance.object.text, stance.matter) == (thing, matter)


@pytest.mark.parametrize(
    "text",
    ["Ruritania did not sign a treaty with Graustark.", "Ruritania might sign a treaty.", "The treaty is long."],
)
def test_a_deal_that_is_not_said_to_be_is_none(text: str, coded: Coded) -> None:
    assert not [s for s in coded(text) if s.kind == "agreement"]


@pytest.mark.parametrize(
    "text, way",
    [
        ("Ruritania is playing a bluff.", "signal"),
        ("Ruritania has the upper hand.", "positive"),
        ("Ruritania's leverage over Graustark is gone.", "negative"),
        ("Ruritania's influence in Graustark weakened.", "negative"),
    ],
)
def test_a_judgement_goes_one_way(text: str, way: str, coded: Coded) -> None:
    assert [s.type for s in coded(text) if s.kind == "judgement"] == [way]


@pytest.mark.parametrize(
    "paraphrases",
    [
        (
            "Ruritania wants to keep its naval and air bases.",
            "Ruritania wants to keep the airfield at Zenda.",
            "Ruritania wants to keep the two military facilities.",
        ),
        ("Graustark wants to fill the dam.", "Graustark wants to complete the filling of the reservoir."),
        ("Graustark wants the prisoners back.", "Graustark wants to free the detainees."),
        ("Ruritania demanded an end to the sanctions.", "Ruritania demanded that Graustark lift the embargo."),
    ],
)
def test_paraphrases_share_a_matter(paraphrases: tuple[str, ...], coded: Coded) -> None:
    slugs = {s.matter for text in paraphrases for s in coded(text) if s.kind == "stance"}
    assert len(slugs) == 1 and None not in slugs


def test_a_matter_outside_the_table_takes_its_own_words(coded: Coded) -> None:
    (want,) = coded("Ruritania wants to open a big fertiliser plant.")
    assert want.matter == "fertiliser-plant"


def test_the_day_on_which_an_agreement_runs_out_is_its_deadline(context_of: Callable[[str], Context]) -> None:
    context = context_of("Ruritania's contract with Graustark expires on 1 January 2030.")
    (said,) = (s for s in code(context, (), find_times(context), (), ()) if s.kind == "agreement")
    assert said.deadline is not None and said.deadline.earliest == date(2030, 1, 1)


def test_what_has_no_worth_is_judged_ill(coded: Coded) -> None:
    (judged,) = (s for s in coded("Ruritania's base has no strategic value.") if s.kind == "judgement")
    assert (judged.type, judged.polarity, judged.matter) == ("negative", "positive", "military-presence")
