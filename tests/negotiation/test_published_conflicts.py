"""Conflicts from the literature, re-encoded by hand in examples/published, against their known equilibria."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.negotiation import deals, json_of, model_from, parse_model, read_model, solve

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "examples" / "published"
CASES = ROOT.parent / "shared" / "reference" / "graph_model_cases.json"
FIVE = ("nash", "gmr", "smr", "seq", "sseq")


def equilibria(name: str) -> dict[str, set[str]]:
    solution = solve(read_model(PUBLISHED / f"{name}.toml"))
    return {concept: set(solution.equilibria[concept]) for concept in FIVE}


def test_each_names_its_source_and_survives_a_round_trip() -> None:
    files = sorted(PUBLISHED.glob("*.toml"))
    assert len(files) >= 8
    for file in files:
        model = read_model(file)
        assert isinstance(model.extra["source"], str)
        assert parse_model(json_of(model)) == model


def test_prisoners_dilemma() -> None:
    """Fang, Hipel & Kilgour (1993): silence by both is an equilibrium by every concept but Nash's."""
    found = equilibria("tucker-1950-prisoners-dilemma")
    assert found.pop("nash") == {"NN"}
    assert all(states == {"NN", "YY"} for states in found.values())


def test_chicken() -> None:
    """By hand: that one swerves alone is Nash; that both do holds only if a crash threatens and is not credible."""
    found = equilibria("rapoport-guyer-1966-chicken")
    assert found["nash"] == found["seq"] == found["sseq"] == {"YN", "NY"}
    assert found["gmr"] == found["smr"] == {"YN", "NY", "YY"}


def test_battle_of_the_sexes() -> None:
    """Luce & Raiffa (1957): the two pure equilibria; being apart is held up only by a threat that can be escaped."""
    found = equilibria("luce-raiffa-1957-battle-of-the-sexes")
    assert found.pop("gmr") == {"NN", "YN", "NY", "YY"}
    assert all(states == {"YN", "NY"} for states in found.values())


def test_stag_hunt() -> None:
    assert all(states == {"NN", "YY"} for states in equilibria("skyrms-2004-stag-hunt").values())


def test_called_bluff() -> None:
    """Snyder & Diesing (1977): the side that would rather give in than fight gives in."""
    found = equilibria("snyder-diesing-1977-called-bluff")
    assert found["nash"] == found["seq"] == found["sseq"] == {"NY"}
    assert found["gmr"] == found["smr"] == {"NY", "YY"}


def test_matching_pennies() -> None:
    """No pure Nash equilibrium; every move can be answered, and every answer escaped."""
    found = equilibria("von-neumann-1928-matching-pennies")
    assert found["nash"] == found["smr"] == found["sseq"] == set()
    assert found["gmr"] == found["seq"] == {"NN", "YN", "NY", "YY"}


def test_cuban_missile_crisis() -> None:
    found = equilibria("fraser-hipel-1984-cuban-missile-crisis")
    assert found["nash"] == {"YNYN"}
    assert found["seq"] == found["sseq"] == {"NNYN", "YNYN", "NYYN"}
    assert found["gmr"] == found["smr"] == {"NNNN", "YNNN", "NYNN", "NNYN", "YNYN", "NYYN", "YYYN"}


def test_elmira() -> None:
    """Kilgour, Hipel, Fang & Peng (2001): s5, s8 and s9 by every concept, s1 and s4 by GMR and SMR too."""
    found = equilibria("hipel-1993-elmira")
    abandoned = {"NNNYN", "YNNYN", "NNNYY", "YNNYY"}
    strong = {"NYNNY", "YNYNY"} | abandoned
    assert found["nash"] == found["seq"] == found["sseq"] == strong
    assert found["gmr"] == found["smr"] == strong | {"NYNNN", "YNYNN"}


def test_from_its_stalemate_elmira_has_one_deal_and_it_was_struck() -> None:
    """The ministry and Uniroyal agreed on s8 in 1991, against the local governments (Hipel et al. 1993)."""
    found = deals(read_model(PUBLISHED / "hipel-1993-elmira.toml"), start="NYNNY").deals
    assert [(deal.state, deal.signatories, deal.losses) for deal in found] == [("YNYNY", ("moe", "ur"), ("lg",))]
    assert found[0].equilibrium == FIVE


def interchange(case: dict[str, Any]) -> dict[str, Any]:
    """A reference case as a model: payoffs by pattern."""
    makers = case["decision_makers"]
    owner = {option: f"d{i}" for i, maker in enumerate(makers) for option in maker["options"]}
    ways = {"fwd": "forward", "back": "backward", "both": "both"}
    return {
        "name": "",
        "options": [
            {"id": f"o{k}", "owner": owner[k], "text": option["name"], "moves": ways[option["dir"]]}
            for k, option in enumerate(case["options"])
        ],
        "decision_makers": [
            {"id": f"d{i}", "preferences": {"payoffs": {s["yn"]: s["payoff"][i] for s in case["states"]}}}
            for i in range(len(makers))
        ],
    }


@pytest.mark.shared
@pytest.mark.parametrize("name", ["Prisoners", "Cuban", "Elmira"])
def test_the_reference_cases_agree_for_every_state_decision_maker_and_concept(name: str) -> None:
    case = json.loads(CASES.read_text(encoding="utf-8"))[name]
    solution = solve(model_from(interchange(case)))
    stable = {state.pattern: state.stable for state in solution.states}
    number = {state["yn"]: state["number"] for state in case["states"]}
    assert set(stable) == set(number)
    for state in case["states"]:
        for concept, expected in state["stable_for_each"].items():
            assert list(stable[state["yn"]][concept.lower()].values()) == expected
    for concept, expected in [*case["equilibria"].items(), ("sim", case["sim"])]:
        assert sorted(number[pattern] for pattern in solution.equilibria[concept.lower()]) == expected


@pytest.mark.shared
def test_the_made_case_needs_sequences_of_sanctions() -> None:
    case = json.loads(CASES.read_text(encoding="utf-8"))["Made"]
    solution = solve(model_from(case["model"]))
    for concept, expected in case["equilibria"].items():
        assert sorted(solution.equilibria[concept]) == sorted(expected)
    assert sorted(solution.equilibria["gmr"]) != sorted(case["single_move_gmr"])
