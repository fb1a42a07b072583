"""Import of the JSON that GMCR+ saves (`.gmcr`; Kinsara, Petersons, Hipel & Kilgour 2015).

Options and their owners go by index, directions are fwd, back or both, and a statement is a list of [index, "Y" or
"N"] that all hold, or a `compound` of several such lists of which one holds. A ranking made by hand names states by
their number in GMCR+'s own list, which the file does not hold; it is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Moves, Option, Preferences, Statement
from dragoman.domain.problem import Problem

_DIRECTIONS = {"fwd": Moves.FORWARD, "back": Moves.BACKWARD, "both": Moves.BOTH}


def looks_like_gmcr_plus(data: object) -> bool:
    """Whether the mapping uses the keys of GMCR+."""
    return isinstance(data, Mapping) and ("decisionMakers" in data or data.get("program") == "gmcr-py")


def model_from_gmcr_plus(data: object) -> tuple[GraphModel, list[Problem]]:
    """The model, and every fault found; ids are `o1`, `o2`, ... and `d1`, `d2`, ..., in the order of the file."""
    table = cast(Mapping[str, object], data)
    problems: list[Problem] = []
    listed = _dictionaries(table.get("options"), "options", problems)
    makers = _dictionaries(table.get("decisionMakers"), "decisionMakers", problems)
    owner: dict[int, str] = {}
    for k, maker in enumerate(makers):
        for index in _entries(maker.get("options"), f"decisionMakers[{k}].options", problems):
            if not isinstance(index, int) or not 0 <= index < len(listed):
                where = f"decisionMakers[{k}].options"
                problems.append(Problem(where, f"{index!r} is no option's index", f"write 0 to {len(listed) - 1}"))
            elif index in owner:
                what = f"option {index} already belongs to {owner[index]}"
                problems.append(Problem(f"decisionMakers[{k}].options", what, "give it to one decision maker"))
            else:
                owner[index] = f"d{k + 1}"
    options = []
    for k, item in enumerate(listed):
        direction = str(item.get("permittedDirection", "both"))
        if direction not in _DIRECTIONS:
            where = f"options[{k}].permittedDirection"
            problems.append(Problem(where, f"{direction!r} is no direction", "write fwd, back or both"))
        if k not in owner:
            problems.append(Problem(f"options[{k}]", "nobody owns it", "list its index with a decision maker"))
        moves = _DIRECTIONS.get(direction, Moves.BOTH)
        options.append(Option(f"o{k + 1}", owner.get(k, ""), str(item.get("name", "")), moves))
    infeasible = tuple(
        Statement(_statement(item, f"infeasibles[{k}]", len(listed), problems))
        for k, item in enumerate(_entries(table.get("infeasibles"), "infeasibles", problems))
    )
    by_hand = bool(table.get("useManualPreferenceRanking") or table.get("useManualPreferenceVectors"))
    decision_makers = []
    for k, maker in enumerate(makers):
        where = f"decisionMakers[{k}]"
        if by_hand:
            what = "its ranking was made by hand and names states by number in a list that the file does not hold"
            problems.append(
                Problem(f"{where}.preferenceRanking", what, "rank by statements in GMCR+, or write patterns here")
            )
        statements = tuple(
            Statement(_statement(item, f"{where}.preferences[{n}]", len(listed), problems))
            for n, item in enumerate(_entries(maker.get("preferences"), f"{where}.preferences", problems))
        )
        preferences = Preferences(Form.PRIORITISED, statements=statements)
        decision_makers.append(DecisionMaker(f"d{k + 1}", str(maker.get("name", f"d{k + 1}")), preferences))
    name = str(table.get("name", "") or table.get("title", ""))
    return GraphModel(name, tuple(options), tuple(decision_makers), infeasible), problems


def _dictionaries(value: object, where: str, problems: list[Problem]) -> list[Mapping[str, object]]:
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        problems.append(Problem(where, "it is not a list of tables", "save the file with GMCR+ again"))
        return []
    if not value:
        problems.append(Problem(where, "there are none", "list at least one"))
    return value


def _entries(value: object, where: str, problems: list[Problem]) -> list[object]:
    """A list, or a fault and nothing; what is left out is an empty list."""
    if value is None or isinstance(value, list):
        return value or []
    problems.append(Problem(where, "it is not a list", "save the file with GMCR+ again"))
    return []


def _statement(item: object, where: str, count: int, problems: list[Problem]) -> str:
    if isinstance(item, Mapping) and item.get("compound"):
        parts = [
            _conjunction(part, where, count, problems)
            for part in _entries(item.get("members"), f"{where}.members", problems)
        ]
        return " or ".join(f"({part})" for part in parts)
    return _conjunction(item, where, count, problems)


def _conjunction(item: object, where: str, count: int, problems: list[Problem]) -> str:
    terms = []
    for pair in item if isinstance(item, list) else [None]:
        match pair:
            case [int(index), "Y" | "N" as letter] if 0 <= index < count:
                terms.append(f"o{index + 1}" if letter == "Y" else f"not o{index + 1}")
            case _:
                what = f"{pair!r} is no [index, Y or N] of {count} options"
                problems.append(Problem(where, what, "save the file with GMCR+ again"))
    return " and ".join(terms)
