"""What is wrong with a graph model: every fault at once, each with its place and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from dragoman.domain.graph_model import Form, GraphModel, Preferences, Statement
from dragoman.domain.problem import Problem
from dragoman.negotiation.expressions import Expression, ExpressionError, names, parse
from dragoman.negotiation.states import (
    MOST_OPTIONS,
    MOST_STATES,
    States,
    TooManyStates,
    code_of,
    expand,
    feasible_codes,
    pattern_of,
)

_MOST_DASHES = 20


def faults_in(model: GraphModel) -> tuple[Problem, ...]:
    """Every fault that keeps the model from being solved; empty if there is none."""
    return inspect(model)[0]


def inspect(model: GraphModel) -> tuple[tuple[Problem, ...], States | None]:
    """The faults, and the feasible states as far as they can be known."""
    ids = [option.id for option in model.options]
    problems = list(_id_faults(model))
    if len(ids) > MOST_OPTIONS:
        problems.append(Problem("options", f"there are {len(ids)}", f"keep to {MOST_OPTIONS}: leave out or join some"))
        return tuple(problems), None
    infeasible: list[Expression] = []
    parsed = True
    for k, statement in enumerate(model.infeasible):
        expression, faults = _expression(statement, f"infeasible[{k}]", ids)
        problems += faults
        parsed = parsed and not faults
        if expression is not None and not faults:
            infeasible.append(expression)
    named: dict[str, frozenset[int]] = {}
    for where, preferences in readings(model):
        faults, codes = _preference_faults(preferences, where, ids)
        problems += faults
        if codes is not None:
            named[where] = codes
    problems += _disagreements(named, len(ids))
    if not parsed or not ids or len(set(ids)) < len(ids):
        return tuple(problems + list(_status_quo_faults(model, None))), None
    states, faults = _feasible(ids, infeasible, named, model)
    problems += faults
    problems += _status_quo_faults(model, states)
    return tuple(problems), states


def readings(model: GraphModel) -> Iterator[tuple[str, Preferences]]:
    """Every set of preferences in the model, with its place: main readings and variants."""
    for k, maker in enumerate(model.decision_makers):
        yield f"decision_makers[{k}].preferences", maker.preferences
        for v, variant in enumerate(maker.variants):
            yield f"decision_makers[{k}].variants[{v}].preferences", variant.preferences


def _id_faults(model: GraphModel) -> Iterator[Problem]:
    for kind, ids in (
        ("options", [option.id for option in model.options]),
        ("decision_makers", [maker.id for maker in model.decision_makers]),
    ):
        counts = Counter(ids)
        for k, ident in enumerate(ids):
            if ident and ident in ids[:k]:
                what = f"{ident!r} is the id of {counts[ident]} {kind.replace('_', ' ')}"
                yield Problem(f"{kind}[{k}].id", what, "give each its own id")
    makers = [maker.id for maker in model.decision_makers]
    for k, option in enumerate(model.options):
        if option.owner and option.owner not in makers:
            what = f"{option.owner!r} owns {option.id!r} but is no decision maker"
            yield Problem(f"options[{k}].owner", what, f"write one of {_list(makers)}{_near(option.owner, makers)}")


def _start(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:120]}..."


def _expression(statement: Statement, where: str, ids: list[str]) -> tuple[Expression | None, list[Problem]]:
    if not statement.when:
        return None, []
    try:
        expression = parse(statement.when)
    except ExpressionError as error:
        place = f"{where} line {error.line} column {error.column}"
        return None, [Problem(place, f"{error.what}, in {_start(statement.when)!r}", "mend the expression")]
    faults = []
    for name in names(expression):
        if name.id not in ids:
            place = f"{where} line {name.line} column {name.column}"
            faults.append(
                Problem(place, f"no option has the id {name.id!r}", f"write one of {_list(ids)}{_near(name.id, ids)}")
            )
    return expression, faults


def _preference_faults(
    preferences: Preferences, where: str, ids: list[str]
) -> tuple[list[Problem], frozenset[int] | None]:
    """The faults, and the codes that a ranking or payoffs name (None for the other forms, or where they are faulty)."""
    place = f"{where}.{preferences.form.value}"
    if preferences.form in (Form.PRIORITISED, Form.WEIGHTED):
        faults = []
        for k, statement in enumerate(preferences.statements):
            faults += _expression(statement, f"{place}[{k}]", ids)[1]
        return faults, None
    if preferences.form is Form.RANKING:
        patterns = [
            (f"{place}[{k}][{n}]", p) for k, group in enumerate(preferences.ranking) for n, p in enumerate(group)
        ]
    else:
        patterns = [(f"{place}.{pattern}", pattern) for pattern, _ in preferences.payoffs]
    faults = []
    first: dict[int, str] = {}
    for at, pattern in patterns:
        fault = pattern_fault(pattern, len(ids), at)
        if fault is not None:
            faults.append(fault)
            continue
        for code in expand(pattern):
            if code in first:
                what = f"{pattern_of(code, len(ids))} was named before, at {first[code]}"
                faults.append(Problem(at, what, "name every state once"))
            first.setdefault(code, at)
    return faults, (None if faults else frozenset(first))


def pattern_fault(pattern: str, width: int, where: str) -> Problem | None:
    """What is wrong with a pattern by itself, or None."""
    if len(pattern) != width:
        what = f"{pattern!r} has {len(pattern)} letters and there are {width} options"
        return Problem(where, what, "write one letter an option, in their order")
    for k, letter in enumerate(pattern):
        if letter not in "YN-":
            return Problem(where, f"{pattern!r} has {letter!r} at letter {k + 1}", "write Y, N or - for either")
    if pattern.count("-") > _MOST_DASHES:
        return Problem(
            where, f"{pattern!r} stands for 2^{pattern.count('-')} states", f"write at most {_MOST_DASHES} dashes"
        )
    return None


def _disagreements(named: Mapping[str, frozenset[int]], width: int) -> Iterator[Problem]:
    if not named:
        return
    (first, codes), *others = named.items()
    for where, other in others:
        if other != codes:
            missing = [pattern_of(code, width) for code in sorted(codes - other)]
            added = [pattern_of(code, width) for code in sorted(other - codes)]
            parts = [f"leaves out {_list(missing)}"] * bool(missing) + [f"adds {_list(added)}"] * bool(added)
            what = f"against {first}, it {' and '.join(parts)}"
            yield Problem(where, what, "name the same states in every ranking: they are the feasible ones")


def _feasible(
    ids: list[str], infeasible: list[Expression], named: Mapping[str, frozenset[int]], model: GraphModel
) -> tuple[States | None, list[Problem]]:
    if named:
        where, codes = next(iter(named.items()))
        import numpy as np

        states = States(np.array(sorted(codes), dtype=np.int64), tuple(ids))
        faults = []
        for k, expression in enumerate(infeasible):
            for index in np.flatnonzero(states.where(expression))[:3]:
                what = f"{states.pattern(int(index))} is ruled out by {model.infeasible[k].when!r} but named in {where}"
                faults.append(Problem(f"infeasible[{k}]", what, "drop it from one of the two"))
        if not len(states):
            faults.append(Problem(where, "it names no state, so none is feasible", "name the feasible states"))
        return states, faults
    try:
        states = States(feasible_codes(ids, infeasible), tuple(ids))
    except TooManyStates:
        what = f"{len(ids)} options leave more than {MOST_STATES:,} states"
        return None, [Problem("options", what, "say more of what is infeasible, or leave options out")]
    if not len(states):
        return states, [Problem("infeasible", "no state is feasible", "drop or weaken one of the expressions")]
    return states, []


def _status_quo_faults(model: GraphModel, states: States | None) -> Iterator[Problem]:
    pattern = model.status_quo
    if pattern is None or not model.options:
        return
    fault = pattern_fault(pattern, len(model.options), "status_quo")
    if fault is not None:
        yield fault
    elif states is not None:
        count = sum(states.index(code) is not None for code in expand(pattern))
        if count == 0:
            yield Problem(
                "status_quo", f"{pattern} is not feasible", "write a feasible pattern, or mend what is infeasible"
            )
        elif count > 1:
            yield Problem("status_quo", f"{pattern} stands for {count} feasible states", "write Y or N for each option")


def status_quo_index(model: GraphModel, states: States) -> int | None:
    """Which state the conflict stands in now; None where that is not said."""
    if model.status_quo is None:
        return None
    found = [states.index(code) for code in expand(model.status_quo)]
    return next((index for index in found if index is not None), None)


def _list(words: list[str], most: int = 8) -> str:
    shown = ", ".join(words[:most])
    return shown if len(words) <= most else f"{shown} and {len(words) - most} more"


def _near(word: str, words: list[str]) -> str:
    near = get_close_matches(word, words, 1)
    return f" (is {near[0]!r} meant?)" if near else ""


__all__ = ["code_of", "faults_in", "inspect", "pattern_fault", "readings", "status_quo_index"]
