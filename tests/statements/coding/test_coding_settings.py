"""Realis, polarity, and what an announced act is."""

from __future__ import annotations

import pytest

from tests.statements.coding.conftest import Coded

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, kind, type_, plover, realis, polarity",
    [
        ("Ruritania attacked Graustark.", "event", "ASSAULT", "ASSAULT", "actual", "positive"),
        ("Ruritania did not attack Graustark.", "event", "ASSAULT", "ASSAULT", "actual", "negative"),
        ("Ruritania could attack Graustark.", "event", "ASSAULT", "ASSAULT", "conditional", "positive"),
        ("Ruritania wants to keep its base.", "stance", "want", None, "desired", "positive"),
        ("Ruritania does not want to keep its base.", "stance", "want", None, "desired", "negative"),
        ("Ruritania plans to open a port.", "stance", "plan", None, "planned", "positive"),
        ("Ruritania fears a blockade.", "stance", "fear", None, "desired", "positive"),
        ("Ruritania opposes the Graustark dam.", "stance", "oppose", None, "desired", "positive"),
        ("Ruritania offered to guard the bridge.", "stance", "offer", "AGREE", "offered", "positive"),
        ("Ruritania refused to sign the treaty.", "stance", "refuse", "REJECT", "actual", "positive"),
        ("Ruritania threatened to close the strait.", "stance", "threaten", "THREATEN", "planned", "positive"),
        ("Ruritania agreed to withdraw.", "stance", "accept", "AGREE", "planned", "positive"),
        ("Ruritania will not lift the blockade.", "stance", "refuse", "REJECT", "actual", "positive"),
        ("Ruritania said it will release the crew.", "stance", "offer", "AGREE", "offered", "positive"),
        (
            "Ruritania said it would withdraw its troops from Graustark.",
            "event",
            "CONCEDE",
            "CONCEDE",
            "conditional",
            "positive",
        ),
        ("Ruritania said it will boycott the assembly.", "stance", "threaten", "THREATEN", "planned", "positive"),
        ("The president will visit Graustark on Monday.", "event", "AGREE", "AGREE", "predicted", "positive"),
    ],
)
def test_kind_realis_and_polarity(
    text: str, kind: str, type_: str, plover: str | None, realis: str, polarity: str, coded: Coded
) -> None:
    found = [(s.kind, s.type, s.plover, s.realis, s.polarity) for s in coded(text)]
    assert (kind, type_, plover, realis, polarity) in found
    assert len({s.plover for s in coded(text) if s.plover}) <= 1


def test_what_another_says_a_party_could_offer_is_an_option_and_no_stance(coded: Coded) -> None:
    (said,) = coded("Ruritania could offer to guard the bridge.")
    assert (said.kind, said.type, said.possible) == ("event", "AGREE", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania wants to attack Graustark.",
        "Ruritania threatened to attack Graustark.",
        "Ruritania promised to attack nobody and to help Graustark.",
        "If Ruritania attacks Graustark, prices rise.",
        "Ruritania accused Graustark of bombing the bridge.",
    ],
)
def test_what_is_wanted_threatened_or_supposed_is_no_event(text: str, coded: Coded) -> None:
    assert not any(s.kind == "event" and s.type in ("ASSAULT", "AID") for s in coded(text))


@pytest.mark.parametrize(
    "text, condition",
    [
        ("Ruritania will not lift the blockade unless Graustark pays.", "unless Graustark pays"),
        ("Ruritania offered to guard the bridge in exchange for grain.", "in exchange for grain"),
        ("Ruritania agreed to withdraw if Graustark disarmed.", "if Graustark disarmed"),
    ],
)
def test_conditions(text: str, condition: str, coded: Coded) -> None:
    assert condition in {s.condition.text for s in coded(text) if s.condition}


def test_strength_and_whose_action_it_would_be(coded: Coded) -> None:
    (demand,) = (s for s in coded("Ruritania demanded that Graustark release the crew.") if s.kind == "stance")
    assert (demand.strength, demand.whose) == ("demand", "graustark")
    (hope,) = (s for s in coded("Ruritania hopes to keep its base.") if s.kind == "stance")
    assert (hope.strength, hope.whose) == ("hope", "ruritania")


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania has no plan to open a port.",
        "Ruritania has not asked Graustark for a loan.",
        "Ruritania and Graustark agreed on nothing.",
        "Ruritania never attacked Graustark.",
        "No minister has visited Graustark.",
    ],
)
def test_negation_by_not_never_no_and_nothing(text: str, coded: Coded) -> None:
    assert {s.polarity.value for s in coded(text)} <= {"negative"}


@pytest.mark.parametrize(
    "text",
    ["The minister declined to comment.", "The officials asked not to be named.", "What Ruritania wants is unclear."],
)
def test_how_a_source_speaks_is_no_stance(text: str, coded: Coded) -> None:
    assert [s for s in coded(text) if s.kind == "stance"] == []


def test_a_refusal_happened_and_a_demand_not_to_do_is_still_made(coded: Coded) -> None:
    (refusal,) = coded("Ruritania rejected the Graustark draft.")
    assert refusal.realis == "actual"
    (demand,) = (s for s in coded("The envoy said Graustark should not fill the dam.") if s.kind == "stance")
    assert (demand.type, demand.polarity) == ("demand", "positive")


def test_an_attempt_to_talk_is_talk_and_other_attempts_are_wants(coded: Coded) -> None:
    assert [(s.kind, s.type, s.realis) for s in coded("Ruritania tried to negotiate with Graustark.")] == [
        ("event", "CONSULT", "actual")
    ]
    assert {s.type for s in coded("Ruritania tried to attack Graustark.")} == {"want"}


def test_clauses_side_by_side_do_not_colour_each_other(coded: Coded) -> None:
    found = coded("Ruritania demands a treaty; Graustark wants guidelines.")
    assert {(s.type, s.actor.text if s.actor else "") for s in found} == {
        ("demand", "Ruritania"),
        ("want", "Graustark"),
    }


@pytest.mark.parametrize(
    "text",
    ["Ruritania filled the dam before a treaty had been signed.", "Ruritania waits until a treaty is signed."],
)
def test_what_had_not_happened_is_not_said(text: str, coded: Coded) -> None:
    assert [s for s in coded(text) if s.kind == "agreement"] == []


def test_a_red_line(coded: Coded) -> None:
    assert [(s.type, s.strength) for s in coded("The dam is a red line for Graustark.")] == [("oppose", "red-line")]
    assert [(s.type, s.strength) for s in coded("Ruritania will never lift the blockade.")] == [("refuse", "red-line")]
