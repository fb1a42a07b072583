"""The fixed points against an exhaustive search from the definitions, on random models; and the laws between concepts."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Moves, Option, Preferences
from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.exhaustive import Exhaustive
from dragoman.negotiation.stability.concepts import FIVE, Concept, stable_states
from dragoman.negotiation.stability.simultaneous import simultaneously_stable
from dragoman.negotiation.states import pattern_of


def random_model(rng: np.random.Generator) -> GraphModel:
    """Two to four decision makers, up to six options, states missing, one-way options, many ties."""
    makers = int(rng.integers(2, 5))
    options = int(rng.integers(max(2, makers - 1), 7))
    owners = [f"d{rng.integers(makers)}" for _ in range(options)]
    ways = [str(rng.choice(["both", "both", "forward", "backward"])) for _ in range(options)]
    patterns = [pattern_of(code, options) for code in range(1 << options)]
    kept = [pattern for pattern in patterns if rng.random() < 0.75] or patterns
    spread = int(rng.integers(1, len(kept) + 1))
    return GraphModel(
        "by chance",
        tuple(Option(f"o{k}", owners[k], moves=Moves(ways[k])) for k in range(options)),
        tuple(
            DecisionMaker(
                f"d{i}",
                f"d{i}",
                Preferences(Form.PAYOFFS, payoffs=tuple((p, int(rng.integers(spread))) for p in kept)),
            )
            for i in range(makers)
        ),
    )


def exhaustive(model: GraphModel) -> Exhaustive:
    return Exhaustive(model, [dict(maker.preferences.payoffs) for maker in model.decision_makers])


def stable(conflict: Conflict) -> dict[Concept, np.ndarray]:
    found = dict(stable_states(conflict.movers, list(conflict.ranks)))
    found[Concept.SIM] = simultaneously_stable(conflict.states.codes, conflict.movers, list(conflict.ranks))
    return found


@pytest.mark.parametrize("block", range(10))
def test_a_thousand_random_models_agree_with_the_definitions(block: int) -> None:
    for seed in range(block * 100, block * 100 + 100):
        model = random_model(np.random.default_rng(seed))
        conflict, search = conflict_of(model), exhaustive(model)
        for concept, found in stable(conflict).items():
            for i in search.makers:
                expected = [getattr(search, concept)(i, s) for s in conflict.states.patterns()]
                assert found[i].tolist() == expected, (seed, concept, i)


@pytest.mark.parametrize("seed", range(1000, 1100))
def test_nash_implies_sseq_which_implies_seq_and_smr_which_imply_gmr(seed: int) -> None:
    found = stable(conflict_of(random_model(np.random.default_rng(seed))))
    for narrow, wide in (
        (Concept.NASH, Concept.SSEQ),
        (Concept.SSEQ, Concept.SEQ),
        (Concept.SSEQ, Concept.SMR),
        (Concept.SEQ, Concept.GMR),
        (Concept.SMR, Concept.GMR),
        (Concept.NASH, Concept.SIM),
    ):
        assert not (found[narrow] & ~found[wide]).any()


@pytest.mark.parametrize("seed", range(1100, 1150))
def test_an_option_to_which_all_are_indifferent_changes_no_outcome(seed: int) -> None:
    model = random_model(np.random.default_rng(seed))
    owner = model.decision_makers[seed % len(model.decision_makers)].id
    wider = GraphModel(
        model.name,
        (*model.options, Option("idle", owner)),
        tuple(
            DecisionMaker(
                maker.id,
                maker.name,
                Preferences(
                    Form.PAYOFFS, payoffs=tuple((p + x, v) for p, v in maker.preferences.payoffs for x in ("N", "Y"))
                ),
            )
            for maker in model.decision_makers
        ),
    )
    before, after = conflict_of(model), conflict_of(wider)
    narrow, wide = stable(before), stable(after)
    for concept in FIVE:
        equilibria = set(before.states.patterns(np.flatnonzero(narrow[concept].all(axis=0))))
        longer = after.states.patterns(np.flatnonzero(wide[concept].all(axis=0)))
        assert {pattern[:-1] for pattern in longer} == equilibria
        assert len(longer) == 2 * len(equilibria)


@pytest.mark.parametrize("seed", range(1150, 1180))
def test_the_order_of_options_and_decision_makers_changes_nothing(seed: int) -> None:
    rng = np.random.default_rng(seed)
    model = random_model(rng)
    order = rng.permutation(len(model.options))
    turned = GraphModel(
        model.name,
        tuple(model.options[k] for k in order),
        tuple(
            DecisionMaker(
                maker.id,
                maker.name,
                Preferences(
                    Form.PAYOFFS,
                    payoffs=tuple(("".join(p[k] for k in order), v) for p, v in maker.preferences.payoffs),
                ),
            )
            for maker in reversed(model.decision_makers)
        ),
    )
    before, after = conflict_of(model), conflict_of(turned)
    here, there = stable(before), stable(after)
    for concept, found in here.items():
        turn = [after.state("".join(p[k] for k in order)) for p in before.states.patterns()]
        assert (found == there[concept][::-1][:, turn]).all()
