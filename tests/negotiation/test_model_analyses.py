"""Why, paths, deals, draws and flips: laws on random models, and small cases by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Moves, Option, Preferences, Variant
from dragoman.domain.solution import Move
from dragoman.errors import ModelError
from dragoman.negotiation import deals, flips, model_from, paths, read_model, sample, solve, why
from dragoman.negotiation.exhaustive import Exhaustive
from dragoman.negotiation.sampling import weights_of, wilson
from dragoman.negotiation.states import pattern_of

PUBLISHED = Path(__file__).parents[2] / "examples" / "published"


def three_makers(rng: np.random.Generator) -> GraphModel:
    kept = [pattern for pattern in (pattern_of(code, 5) for code in range(32)) if rng.random() < 0.8]
    options = tuple(
        Option(f"o{k}", f"d{k % 3}", moves=Moves(str(rng.choice(["both", "both", "forward"])))) for k in range(5)
    )
    makers = tuple(
        DecisionMaker(
            f"d{i}", f"d{i}", Preferences(Form.PAYOFFS, payoffs=tuple((p, int(rng.integers(12))) for p in kept))
        )
        for i in range(3)
    )
    return GraphModel("", options, makers, status_quo=kept[0])


def search_of(model: GraphModel) -> Exhaustive:
    return Exhaustive(model, [dict(maker.preferences.payoffs) for maker in model.decision_makers])


@pytest.mark.parametrize("seed", range(8))
def test_every_reason_agrees_with_the_verdict_and_shows_moves_that_are_there(seed: int) -> None:
    model = three_makers(np.random.default_rng(seed))
    search = search_of(model)
    stable = {state.pattern: state.stable for state in solve(model).states}
    for reason in why(model):
        i = int(reason.decision_maker[1:])
        assert reason.stable == stable[reason.state][reason.concept][reason.decision_maker]
        assert {t.improvement.target for t in reason.temptations} == search.improvements(i, reason.state)
        for temptation in reason.temptations:
            at = reason.state if temptation.simultaneous else temptation.improvement.target
            last = reason.decision_maker
            for move in temptation.sanction:
                assert move.origin == at
                assert move.by not in (reason.decision_maker, last)
                j = int(move.by[1:])
                credible = temptation.simultaneous or reason.concept in ("seq", "sseq")
                legal = search.improvements(j, at) if credible else search.moves(j, at)
                assert move.target in legal
                if not temptation.simultaneous:
                    at, last = move.target, move.by
            if temptation.sanction and not temptation.simultaneous:
                assert not search.better(i, at, reason.state)


def test_a_reason_is_a_sentence() -> None:
    cuban = read_model(PUBLISHED / "fraser-hipel-1984-cuban-missile-crisis.toml")
    (reason,) = why(cuban, state="NNYN", decision_maker="ussr", concepts=_concepts("seq"))
    assert reason.sentence == (
        "NNYN is SEQ stable for Soviet Union: if Soviet Union drops withdraw (NNNN), United States takes air-strike "
        "(YNNN); that leaves it no better off."
    )
    (reason,) = why(cuban, state="NNYN", decision_maker="ussr", concepts=_concepts("nash"))
    assert (
        reason.sentence
        == "NNYN is not Nash stable for Soviet Union: Soviet Union drops withdraw (NNNN) is better for it."
    )


def _concepts(*names: str) -> tuple[Any, ...]:
    from dragoman.negotiation import Concept

    return tuple(Concept(name) for name in names)


@pytest.mark.parametrize("seed", range(20, 30))
def test_a_route_is_found_exactly_where_a_legal_sequence_leads(seed: int) -> None:
    model = three_makers(np.random.default_rng(seed))
    search = search_of(model)
    routes = paths(model)
    for route in routes.routes:
        for found, improving in ((route.by_moves, False), (route.by_improvements, True)):
            reached = {routes.start} | search.sequences([0, 1, 2], routes.start, improving=improving)
            assert (found is not None) == (route.equilibrium in reached)
            at, last = routes.start, ""
            for move in found or ():
                step = search.improvements if improving else search.moves
                assert move.origin == at
                assert move.by != last
                assert move.target in step(int(move.by[1:]), at)
                at, last = move.target, move.by
            assert found is None or at == route.equilibrium


def test_paths_need_a_start() -> None:
    model = model_from(
        {
            "name": "",
            "options": [{"id": "a", "owner": "A"}],
            "decision_makers": [{"id": "A", "preferences": {"prioritised": ["a"]}}],
        }
    )
    with pytest.raises(ModelError, match="does not say where the conflict stands"):
        paths(model)
    assert paths(model, start="N").routes[0].by_improvements == (Move("A", "N", "Y"),)


@pytest.mark.parametrize("seed", range(30, 40))
def test_deals_are_the_joint_improvements_of_those_whose_options_change(seed: int) -> None:
    model = three_makers(np.random.default_rng(seed))
    search = search_of(model)
    start = str(model.status_quo)
    expected = set()
    for state in search.states:
        signing = {o.owner for o, a, b in zip(model.options, start, state, strict=True) if a != b}
        way_open = not any(
            o.moves is Moves.FORWARD and (a, b) == ("Y", "N")
            for o, a, b in zip(model.options, start, state, strict=True)
        )
        if len(signing) > 1 and way_open and all(search.better(int(d[1:]), state, start) for d in signing):
            expected.add(state)
    found = deals(model)
    assert {deal.state for deal in found.deals} == expected
    for guarantee in found.guarantees:
        i = int(guarantee.decision_maker[1:])
        payoffs = search.ranks[i]
        worst = {
            choice: min(payoffs[s] for s in {choice} | search.sequences(search.others([i]), choice, improving=False))
            for choice in {start} | search.moves(i, start)
        }
        best = max(worst.values())
        assert worst[guarantee.choice] == best == payoffs[guarantee.worst]
        assert guarantee.rank == 1 + len({value for value in payoffs.values() if value > best})


def test_in_the_dilemma_silence_is_a_deal_in_which_whoever_begins_is_exposed() -> None:
    found = deals(read_model(PUBLISHED / "tucker-1950-prisoners-dilemma.toml"))
    (deal,) = found.deals
    assert (deal.state, deal.signatories, deal.first_movers) == ("YY", ("first", "second"), ("first", "second"))
    assert deal.exposed == (deal.schedule[0].by,)
    assert deal.tempted == ("first", "second")
    assert deal.ranks == {"first": (3, 2), "second": (3, 2)}
    assert deal.safe
    assert deal.equilibrium == ("gmr", "smr", "seq", "sseq")
    assert [guarantee.rank for guarantee in found.guarantees] == [3, 3]


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


def test_the_main_reading_has_what_the_variants_leave_of_one() -> None:
    maker = model_from(HEDGED).decision_makers[0]
    assert weights_of(maker) == (0.7, 0.3)
    heavy = tuple(Variant(weight, maker.preferences) for weight in (1.0, 3.0))
    assert weights_of(DecisionMaker("A", "A", maker.preferences, variants=heavy)) == (0.0, 0.25, 0.75)


def test_draws_give_each_equilibrium_its_share_and_are_repeatable() -> None:
    found = sample(model_from(HEDGED), generator=np.random.default_rng(1), draws=2000, seed=1)
    shares = {share.pattern: share for share in found.equilibria["nash"]}
    assert shares["Y"].low < 0.7 < shares["Y"].high
    assert shares["Y"].count + shares["N"].count == 2000
    assert found.by == {"A": (shares["Y"].count, shares["N"].count)}
    assert found == sample(model_from(HEDGED), generator=np.random.default_rng(1), draws=2000, seed=1)


def test_the_interval_is_wilsons() -> None:
    """By hand for 0 of 10: the upper end is z^2 / (10 + z^2), with z = 1.96."""
    low, high = wilson(0, 10)
    assert low == 0
    assert high == pytest.approx(1.96**2 / (10 + 1.96**2), abs=1e-4)


def test_every_statement_is_dropped_and_turned_and_the_ones_that_matter_come_first() -> None:
    model = model_from(
        {
            "name": "",
            "options": [{"id": "a", "owner": "A"}, {"id": "b", "owner": "B"}],
            "decision_makers": [
                {"id": "A", "preferences": {"prioritised": ["a", "b"]}},
                {"id": "B", "preferences": {"prioritised": ["b"]}},
            ],
        }
    )
    found = flips(model)
    assert {(flip.decision_maker, flip.place, flip.change) for flip in found} == {
        (maker, f"prioritised[{k}]", change)
        for maker, count in (("A", 2), ("B", 1))
        for k in range(count)
        for change in ("dropped", "turned round")
    }
    matters = [flip for flip in found if flip.matters]
    assert {flip.statement for flip in matters} == {"a", "b"}
    assert not any(flip.matters for flip in found if flip.decision_maker == "A" and flip.statement == "b")
    turned = next(f for f in found if (f.decision_maker, f.statement, f.change) == ("A", "a", "turned round"))
    assert (turned.gained["nash"], turned.lost["nash"]) == (("NY",), ("YY",))
    assert found[: len(matters)] == tuple(matters)


def test_flips_of_rankings_are_the_steps_between_neighbouring_classes() -> None:
    found = flips(read_model(PUBLISHED / "luce-raiffa-1957-battle-of-the-sexes.toml"))
    assert len(found) == 8
    assert {flip.statement for flip in found} >= {"NY above YN", "YN above NN = YY"}


def test_renaming_changes_names_only() -> None:
    model = read_model(PUBLISHED / "hipel-1993-elmira.toml")
    renamed = replace(
        model,
        options=tuple(replace(o, id=f"x {o.id}", owner=f"y {o.owner}", text="") for o in model.options),
        decision_makers=tuple(replace(m, id=f"y {m.id}", name="") for m in model.decision_makers),
        infeasible=tuple(
            replace(s, when=re.sub(r"(delay|accept|abandon)", r"'x \1'", s.when)) for s in model.infeasible
        ),
    )
    before, after = solve(model), solve(renamed)
    assert after.equilibria == before.equilibria
    assert [list(state.stable["seq"].values()) for state in after.states] == [
        list(state.stable["seq"].values()) for state in before.states
    ]


def test_more_than_a_quarter_in_equilibrium_is_under_determined_and_asked_about() -> None:
    """One Nash equilibrium of four states is a quarter and not more; the two by the other concepts are."""
    solution = solve(read_model(PUBLISHED / "tucker-1950-prisoners-dilemma.toml"))
    assert solution.under_determined == ("gmr", "smr", "seq", "sseq", "sim")
    assert solution.asked == "sseq"
    assert solution.questions
    elmira = solve(read_model(PUBLISHED / "hipel-1993-elmira.toml"))
    left = [question.after_yes + question.after_no for question in elmira.questions]
    assert left == sorted(left)
    assert left[0] < 2 * len(elmira.equilibria["nash"])


def test_what_the_room_exports_is_sorted_and_there() -> None:
    from dragoman import negotiation

    assert negotiation.__all__ == sorted(negotiation.__all__)
    assert all(callable(getattr(negotiation, name)) for name in negotiation.__all__)
