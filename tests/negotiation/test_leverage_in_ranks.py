"""Leverage: control by hand on published games, a way out that bounds a threat, and options that exclude one another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import Leverage
from dragoman.negotiation import conflict_of, leverage, model_from, read_model

PUBLISHED = Path(__file__).parents[2] / "examples" / "published"


HEDGED: dict[str, Any] = {
    "name": "",
    "options": [{"id": "a", "owner": "A"}],
    "decision_makers": [
        {
            "id": "A",
            "preferences": {"prioritised": ["a"]},
            "variants": [{"weight": 0.3, "preferences": {"prioritised": ["not a"]}}],
        }
    ],
}


def pair(model: GraphModel, holder: str, target: str) -> Leverage:
    return next(p for p in leverage(model).pairs if (p.holder, p.target) == (holder, target))


def test_in_the_dilemma_each_has_fate_control_over_the_other() -> None:
    """Kelley & Thibaut (1978): the other's silence helps me whatever I do, and no choice of mine changes that."""
    found = pair(read_model(PUBLISHED / "tucker-1950-prisoners-dilemma.toml"), "first", "second")
    assert (found.helps, found.harms, found.nothing) == (1, 0, 0)
    assert (found.fate, found.behaviour, found.reflexive) == (1, 0, 1)
    assert (found.now, found.against, found.apart, found.exposed, found.bounded_by) == (3, 3, 3, 3, 0)


def test_in_matching_pennies_each_has_behaviour_control() -> None:
    found = pair(read_model(PUBLISHED / "von-neumann-1928-matching-pennies.toml"), "matcher", "other")
    assert (found.helps, found.harms, found.nothing) == (0.5, 0.5, 0)
    assert (found.fate, found.behaviour, found.reflexive) == (0, 1, 0)


def test_a_way_out_bounds_what_a_threat_can_do() -> None:
    """The host can be cut off from aid (rank 4 of 4 if it stays), but turning to another patron leaves it rank 2."""
    model = model_from(
        {
            "name": "",
            "options": [{"id": "cut", "owner": "patron"}, {"id": "turn", "owner": "host"}],
            "decision_makers": [
                {"id": "patron", "preferences": {"prioritised": ["not turn"]}},
                {"id": "host", "preferences": {"ranking": [["NN"], ["YY"], ["NY"], ["YN"]]}},
            ],
            "status_quo": "NN",
        }
    )
    found = pair(model, "patron", "host")
    assert (found.now, found.exposed, found.against, found.apart) == (1, 4, 3, 1)
    assert found.bounded_by == 1
    assert [(option.option, option.helps, option.harms) for option in found.options] == [("cut", 0.5, 0.5)]


def test_options_that_exclude_one_another_are_compared_with_the_nearest_choice() -> None:
    elmira = leverage(read_model(PUBLISHED / "hipel-1993-elmira.toml"))
    uniroyal = next(p for p in elmira.pairs if (p.holder, p.target) == ("ur", "moe"))
    abandon = next(option for option in uniroyal.options if option.option == "abandon")
    assert (abandon.helps, abandon.harms) == (0, 1)
    assert abandon.contexts == 8


def test_without_a_status_quo_there_are_shares_but_no_ranks() -> None:
    model = model_from(
        HEDGED | {"decision_makers": [*HEDGED["decision_makers"], {"id": "B", "preferences": {"prioritised": ["a"]}}]}
    )
    found = pair(model, "A", "B")
    assert (found.now, found.against, found.helps) == (None, None, 1)
    assert conflict_of(model).status_quo is None
