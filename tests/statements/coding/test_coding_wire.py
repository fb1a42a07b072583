"""Shapes that wires use for each type, in plain sentences: passives, idioms, nominal and light-verb forms."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.domain.statement import Role
from tests.statements.coding.conftest import Coded

pytestmark = pytest.mark.model

ROWS = tuple(csv.DictReader((Path(__file__).parent / "wire.csv").open(encoding="utf-8")))
YIELD = frozenset({"CONCEDE", "RETREAT"})


def _names(role: Role | None, name: str) -> bool:
    return not name or (role is not None and name[:5].lower() in role.text.lower())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["sentence"])
def test_a_wire_sentence_gives_its_type_and_its_parties(row: dict[str, str], coded: Coded) -> None:
    types = YIELD if row["type"] == "YIELD" else frozenset({row["type"]})
    said = [s for s in coded(row["sentence"]) if s.plover is not None and s.plover.value in types]
    assert any(_names(s.actor, row["actor"]) and _names(s.recipient, row["recipient"]) for s in said)


def test_the_sentences_cover_every_type() -> None:
    assert {row["type"] for row in ROWS} >= {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST"}
    assert {row["type"] for row in ROWS} >= {"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE"}
    assert len(ROWS) > 100


@pytest.mark.parametrize(
    "sentence",
    [
        "It is time for all ministers to come to the aid of Ruritania.",
        "Ruritania called on Graustark to apologise.",
        "The envoy was charged with fraud and with breaking the law by using force against a guard.",
        "Ruritania's plans expose Ruritania to the weather.",
        "The minister will discuss the dam.",
        "A memorial service was cancelled.",
        "Ruritania refrained from selling rockets to Graustark.",
    ],
)
def test_what_only_looks_like_it_is_not_said(sentence: str, coded: Coded) -> None:
    events = [s for s in coded(sentence) if s.kind.value == "event" and s.polarity.value == "positive"]
    assert [s for s in events if s.trigger and s.trigger.text != "charged"] == []


def test_what_somebody_no_longer_insists_on_is_conceded(coded: Coded) -> None:
    (dropped,) = coded("Ruritania no longer insists on the toll.")
    assert (dropped.type, dropped.polarity.value) == ("CONCEDE", "positive")


def test_what_another_said_would_come_is_predicted(coded: Coded) -> None:
    (visit,) = (s for s in coded("A farmer said that the Ruritanian king would visit Graustark in May.") if s.plover)
    assert (visit.type, visit.realis.value) == ("AGREE", "predicted")


def test_a_headline_without_a_full_stop_may_be_passive(coded: Coded) -> None:
    found = coded("Forty prisoners exchanged at Zenda")
    assert [(s.type, s.actor) for s in found] == [("RETREAT", None)]


def test_a_place_that_no_catalogue_holds_may_be_a_state(coded: Coded) -> None:
    (cut,) = (s for s in coded("Ruritania suspended a loan to Graustark.") if s.type == "SANCTION")
    assert cut.recipient is not None and cut.recipient.entity == "graustark"
