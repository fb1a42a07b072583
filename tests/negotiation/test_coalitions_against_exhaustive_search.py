"""Coalition stability against an exhaustive search from the definitions, and the published Elmira result."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Moves, Option, Preferences
from dragoman.negotiation import coalitions, read_model
from dragoman.negotiation.exhaustive import Exhaustive
from dragoman.negotiation.states import pattern_of

PUBLISHED = Path(__file__).parents[2] / "examples" / "published"


def model_by_chance(rng: np.random.Generator) -> GraphModel:
    makers, options = int(rng.integers(2, 5)), 4
    kept = [pattern for pattern in (pattern_of(code, options) for code in range(16)) if rng.random() < 0.8]
    return GraphModel(
        "by chance",
        tuple(
            Option(f"o{k}", f"d{rng.integers(makers)}", moves=Moves(str(rng.choice(["both", "forward", "backward"]))))
            for k in range(options)
        ),
        tuple(
            DecisionMaker(
                f"d{i}", "", Preferences(Form.PAYOFFS, payoffs=tuple((p, int(rng.integers(9))) for p in kept))
            )
            for i in range(makers)
        ),
    )


@pytest.mark.parametrize("seed", range(60))
def test_every_coalition_agrees_with_the_definitions(seed: int) -> None:
    model = model_by_chance(np.random.default_rng(seed))
    search = Exhaustive(model, [dict(maker.preferences.payoffs) for maker in model.decision_makers])
    found = {coalition.members: coalition.stable for coalition in coalitions(model).coalitions}
    teams = [team for size in range(1, len(search.makers) + 1) for team in combinations(search.makers, size)]
    assert len(found) == len(teams)
    for team in teams:
        for concept, stable in found[tuple(f"d{i}" for i in team)].items():
            assert sorted(stable) == [s for s in search.states if search.coalition_stable(concept, team, s)]


def test_in_elmira_the_ministry_and_uniroyal_jump_from_one_equilibrium_to_another() -> None:
    """Kilgour, Hipel, Fang & Peng (2001): s5 is upset by a coalition that moves to s8; s8 and s9 are not upset."""
    analysis = coalitions(read_model(PUBLISHED / "hipel-1993-elmira.toml"))
    s5, s8 = "NYNNY", "YNYNY"
    pair = next(coalition for coalition in analysis.coalitions if coalition.members == ("moe", "ur"))
    assert dict(pair.improvements)[s5] == (s8,)
    assert s5 not in pair.stable["seq"]
    assert s5 not in analysis.equilibria["nash"]
    assert s8 in analysis.equilibria["nash"]
