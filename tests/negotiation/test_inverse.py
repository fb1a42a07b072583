"""The inverse: least changes against a search through every weak order, and edits that work when made."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Moves, Option, Preferences, Ties
from dragoman.negotiation import conflict_of, invert, model_from
from dragoman.negotiation.edits import moves_of_statements, single_edits
from dragoman.negotiation.exhaustive import Exhaustive
from dragoman.negotiation.inverse import raised
from dragoman.negotiation.stability.concepts import Concept
from dragoman.negotiation.states import pattern_of


def kendall(before: dict[str, float], after: dict[str, float]) -> float:
    """Pairs reversed, and half of those tied in only one of the two."""
    total = 0.0
    for a, b in combinations(before, 2):
        then, now = np.sign(before[a] - before[b]), np.sign(after[a] - after[b])
        total += 1 if then * now < 0 else 0.5 if then != now else 0
    return total


def five_states(rng: np.random.Generator) -> GraphModel:
    kept = [pattern_of(int(code), 3) for code in np.sort(rng.permutation(8)[:5])]
    makers = []
    for i in range(2):
        payoffs = tuple((p, int(rng.integers(5))) for p in kept)
        makers.append(DecisionMaker(f"d{i}", f"d{i}", Preferences(Form.PAYOFFS, payoffs=payoffs)))
    owners = ["d0", "d0", "d1"]
    ways = [Moves(str(rng.choice(["both", "both", "forward"]))) for _ in owners]
    options = tuple(Option(f"o{k}", owner, moves=ways[k]) for k, owner in enumerate(owners))
    return GraphModel("", options, tuple(makers))


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("concept", list(Concept))
def test_no_weak_order_is_nearer_that_makes_the_state_stable(seed: int, concept: Concept) -> None:
    model = five_states(np.random.default_rng(seed))
    payoffs = [dict[str, float](maker.preferences.payoffs) for maker in model.decision_makers]
    states = list(payoffs[0])
    for wanted in states[:2]:
        for i, maker in enumerate(invert(model, wanted, concept=concept).makers):
            nearest = (
                min(
                    kendall(payoffs[i], order)
                    for ranks in product(range(5), repeat=5)
                    for order in [dict(zip(states, map(float, ranks), strict=True))]
                    if getattr(Exhaustive(model, [order if j == i else payoffs[j] for j in range(2)]), concept)(
                        i, wanted
                    )
                )
                if seed < 3
                else None
            )
            assert maker.already == getattr(Exhaustive(model, payoffs), concept)(i, wanted)
            if maker.reversal is None:
                assert maker.already
                continue
            if nearest is not None:
                assert maker.reversal.distance == nearest
            conflict = conflict_of(model)
            tied = conflict.state(maker.reversal.tied[0][0])
            ranks = raised(conflict.ranks[i], conflict.state(wanted), int(conflict.ranks[i][tied]))
            after = {pattern: float(rank) for pattern, rank in zip(conflict.states.patterns(), ranks, strict=True)}
            assert kendall(payoffs[i], after) == maker.reversal.distance
            changed = Exhaustive(model, [after if j == i else payoffs[j] for j in range(2)])
            assert getattr(changed, concept)(i, wanted)


def test_the_edits_named_are_all_that_work_with_as_few() -> None:
    model = model_from(
        {
            "name": "",
            "options": [{"id": "lease", "owner": "host"}, {"id": "aid", "owner": "guest"}],
            "decision_makers": [
                {"id": "host", "name": "Host", "preferences": {"prioritised": ["aid", "not lease", "lease iff aid"]}},
                {"id": "guest", "name": "Guest", "preferences": {"prioritised": ["lease", "not aid"]}},
            ],
        }
    )
    host = invert(model, "YY", concept=Concept.NASH).makers[0]
    assert ("drop “not lease”",) in {edit.changes for edit in host.edits}
    preferences = model.decision_makers[0].preferences
    for edit in [*single_edits(preferences), *moves_of_statements(preferences)]:
        maker = replace(model.decision_makers[0], preferences=edit.result)
        changed = replace(model, decision_makers=(maker, model.decision_makers[1]))
        works = invert(changed, "YY", concept=Concept.NASH).makers[0].already
        assert works == ((edit.words,) in {found.changes for found in host.edits})


def test_where_no_single_edit_works_pairs_are_tried() -> None:
    model = model_from(
        {
            "name": "",
            "options": [{"id": "a", "owner": "A"}, {"id": "b", "owner": "A"}],
            "decision_makers": [{"id": "A", "preferences": {"prioritised": ["not a", "not b", "not (a and b)"]}}],
        }
    )
    found = invert(model, "YY", concept=Concept.NASH).makers[0]
    assert found.edits
    assert all(len(edit.changes) == 2 for edit in found.edits)
    assert ("turn round “not a”", "turn round “not b”") in {edit.changes for edit in found.edits}


def test_the_inverse_is_told_in_words() -> None:
    model = model_from(
        {
            "name": "",
            "options": [{"id": "a", "owner": "A"}, {"id": "b", "owner": "B"}],
            "decision_makers": [
                {"id": "A", "name": "Aland", "preferences": {"ranking": [["NN"], ["NY"], ["YN"], ["YY"]]}},
                {"id": "B", "name": "Bland", "preferences": {"ranking": [["YY"], ["YN"], ["NY"], ["NN"]]}},
            ],
        }
    )
    inversion = invert(model, "YY", concept=Concept.NASH)
    assert inversion.makers[0].sentence == (
        "Aland would find YY stable if YY rose to be as good as NY and above YN (Kendall distance 1.5)."
    )
    assert inversion.makers[1].sentence == "YY is already stable for Bland."
    assert inversion.makers[0].conditions == ((("NY",),),)
    assert inversion.together


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("concept", [Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ])
def test_with_unknown_ties_no_order_that_reverses_fewer_pairs_makes_the_state_stable_for_certain(
    seed: int, concept: Concept
) -> None:
    """By trying every weak order: s must be stable with all that is tied with it read against it."""
    model = five_states(np.random.default_rng(seed))
    first = replace(model.decision_makers[0], ties=Ties.UNKNOWN)
    model = replace(model, decision_makers=(first, model.decision_makers[1]))
    payoffs = [dict[str, float](maker.preferences.payoffs) for maker in model.decision_makers]
    states = list(payoffs[0])
    wanted = states[seed % 5]
    found = invert(model, wanted, concept=concept).makers[0]

    def certain(order: dict[str, float]) -> bool:
        lowered = order | {wanted: order[wanted] - 0.5}
        return bool(getattr(Exhaustive(model, [lowered, payoffs[1]]), concept)(0, wanted))

    assert found.already == certain(payoffs[0])
    if found.reversal is None:
        return
    orders = [dict(zip(states, map(float, ranks), strict=True)) for ranks in product(range(5), repeat=5)]
    nearest = min(
        sum(
            (payoffs[0][a] - payoffs[0][b]) * (order[a] - order[b]) < 0
            or (payoffs[0][a] != payoffs[0][b] and order[a] == order[b])
            for a, b in combinations(states, 2)
        )
        for order in orders
        if certain(order)
    )
    assert found.reversal.distance == nearest
    assert len(found.reversal.reversed) == nearest
