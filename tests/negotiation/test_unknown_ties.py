"""Ties of unknown order: necessity and possibility against every completion of small random models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Moves, Option, Preferences, Ties
from dragoman.negotiation import conflict_of, model_from, sample, solve
from dragoman.negotiation.exhaustive import Exhaustive
from dragoman.negotiation.stability.concepts import Concept
from dragoman.negotiation.states import pattern_of


def weak_orders(size: int) -> Iterator[tuple[int, ...]]:
    """Every weak order of `size` things, as ranks without gaps."""
    for ranks in product(range(size), repeat=size):
        if set(ranks) == set(range(max(ranks) + 1)):
            yield ranks


def completions(payoffs: dict[str, int]) -> Iterator[dict[str, float]]:
    classes = [[s for s, p in payoffs.items() if p == value] for value in sorted(set(payoffs.values()))]
    for orders in product(*(list(weak_orders(len(group))) for group in classes)):
        yield {
            s: level + rank / 100
            for level, (group, order) in enumerate(zip(classes, orders, strict=True))
            for s, rank in zip(group, order, strict=True)
        }


def small_model(rng: np.random.Generator) -> GraphModel:
    """Two decision makers with two options, or three with one each, no tie of more than three states."""
    makers = int(rng.integers(2, 4))
    options = 3
    owners = [0, 1, rng.integers(2)] if makers == 2 else [0, 1, 2]
    patterns = [pattern_of(code, options) for code in range(8)]
    kept = [pattern for pattern in patterns if rng.random() < 0.8]
    people = []
    for i in range(makers):
        levels = rng.permutation(np.repeat(np.arange(4), 2))[: len(kept)]
        payoffs = tuple((p, int(v)) for p, v in zip(kept, levels, strict=True))
        ties = Ties.UNKNOWN if rng.random() < 0.8 else Ties.INDIFFERENT
        people.append(DecisionMaker(f"d{i}", f"d{i}", Preferences(Form.PAYOFFS, payoffs=payoffs), ties))
    ways = [Moves(str(rng.choice(["both", "both", "forward"]))) for _ in range(options)]
    return GraphModel("", tuple(Option(f"o{k}", f"d{owners[k]}", moves=ways[k]) for k in range(options)), tuple(people))


@pytest.mark.parametrize("seed", range(40))
def test_necessary_and_possible_agree_with_every_completion(seed: int) -> None:
    model = small_model(np.random.default_rng(seed))
    if len(model.decision_makers[0].preferences.payoffs) < 2:
        return
    unknown = solve(model).unknown
    payoffs = [dict(maker.preferences.payoffs) for maker in model.decision_makers]
    choices = [
        list(completions(p)) if maker.ties is Ties.UNKNOWN else [dict[str, float](p)]
        for maker, p in zip(model.decision_makers, payoffs, strict=True)
    ]
    everything = list(product(*choices))
    rng = np.random.default_rng(seed)
    if len(everything) > 300:  # a sample refutes and bears out in one direction only
        everything = [everything[k] for k in rng.choice(len(everything), 300, replace=False)]
        complete = False
    else:
        complete = True
    if unknown is None:
        return
    for concept in Concept:
        by_completion = []
        for ranks in everything:
            search = Exhaustive(model, ranks)
            verdicts = {s: all(getattr(search, concept)(i, s) for i in search.makers) for s in search.states}
            by_completion.append(frozenset(s for s, holds in verdicts.items() if holds))
        always = frozenset.intersection(*by_completion)
        ever = frozenset.union(*by_completion)
        necessarily, possibly = set(unknown.necessarily[concept]), set(unknown.possibly[concept])
        assert necessarily <= always
        assert ever <= possibly | set(unknown.undecided[concept])
        if complete:
            assert necessarily == always
            assert possibly <= ever


def test_each_decision_maker_alone_is_exact_for_seq() -> None:
    """One completion serves all the moves a possible sanction needs, however long they are."""
    for seed in range(40, 60):
        model = small_model(np.random.default_rng(seed))
        unknown = solve(model).unknown
        if unknown is None:
            continue
        payoffs = [dict(maker.preferences.payoffs) for maker in model.decision_makers]
        choices = [
            list(completions(p)) if maker.ties is Ties.UNKNOWN else [dict[str, float](p)]
            for maker, p in zip(model.decision_makers, payoffs, strict=True)
        ]
        everything = list(product(*choices))
        if len(everything) > 2000:
            continue
        for i, maker in enumerate(model.decision_makers):
            found = [{s for s in payoffs[0] if Exhaustive(model, ranks).seq(i, s)} for ranks in everything]
            necessarily, possibly = unknown.makers["seq"][maker.id]
            assert set(necessarily) == set.intersection(*found)
            assert set(possibly) == set.union(*found)


def test_a_tie_of_unknown_order_is_not_indifference() -> None:
    model = model_from(
        {
            "name": "",
            "options": [{"id": "a", "owner": "A"}],
            "decision_makers": [{"id": "A", "preferences": {"prioritised": []}, "ties": "unknown"}],
        }
    )
    solution = solve(model)
    assert solution.equilibria["nash"] == ()
    assert solution.unknown is not None
    assert solution.unknown.possibly["nash"] == ("N", "Y")
    assert solution.under_determined == tuple(Concept)
    assert [(q.after_yes, q.after_no) for q in solution.questions] == [(1, 1)]
    indifferent = replace(model.decision_makers[0], ties=Ties.INDIFFERENT)
    assert solve(replace(model, decision_makers=(indifferent,))).equilibria["nash"] == ("N", "Y")


def test_draws_put_unknown_ties_in_every_order_alike() -> None:
    model = model_from(
        {
            "name": "",
            "options": [{"id": "a", "owner": "A"}],
            "decision_makers": [{"id": "A", "preferences": {"prioritised": []}, "ties": "unknown"}],
        }
    )
    shares = sample(model, generator=np.random.default_rng(3), draws=4000).equilibria["nash"]
    assert {share.pattern for share in shares} == {"N", "Y"}
    assert all(share.low < 0.5 < share.high for share in shares)
    assert conflict_of(model).unknown == (True,)
