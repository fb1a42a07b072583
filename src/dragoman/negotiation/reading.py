"""A graph model from the mapping that a TOML or JSON file holds: types and keys are checked here, sense in `faults`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import cast

from dragoman.domain.graph_model import (
    DecisionMaker,
    Form,
    GraphModel,
    Moves,
    Option,
    Preferences,
    Statement,
    Ties,
    Variant,
)
from dragoman.domain.problem import Problem

_NO_TABLE: Mapping[str, object] = {}
_FORMS = "one of prioritised, weighted, ranking, payoffs"


class Keys(dict[str, object]):
    """A table of JSON; `repeated` has the keys written more than once, of which JSON itself keeps the last."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs)
        self.repeated = tuple(key for key, count in counts.items() if count > 1)


class Reader:
    """Reads what it can and keeps every fault; a faulty part is left out of the noun."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def fault(self, where: str, what: str, todo: str) -> None:
        self.problems.append(Problem(where, what, todo))

    def model(self, data: object) -> GraphModel:
        table = self._table(data, "model")
        options = tuple(self._option(item, f"options[{k}]") for k, item in enumerate(self._list(table, "options", "")))
        makers = tuple(
            self._decision_maker(item, f"decision_makers[{k}]")
            for k, item in enumerate(self._list(table, "decision_makers", ""))
        )
        for key, found in (("options", options), ("decision_makers", makers)):
            if not found and not any(p.where == key for p in self.problems):
                self.fault(key, "there are none", f"list at least one of the {key.replace('_', ' ')}")
        infeasible = self._statements(table.get("infeasible", []), "infeasible", weighted=False)
        status_quo = table.get("status_quo")
        if status_quo is not None and not isinstance(status_quo, str):
            self.fault("status_quo", "it is not a text", "write a pattern, one Y or N an option")
            status_quo = None
        known = {"name", "options", "decision_makers", "infeasible", "status_quo"}
        return GraphModel(
            name=self._text(table, "name", "", default=""),
            options=options,
            decision_makers=makers,
            infeasible=infeasible,
            status_quo=status_quo,
            extra=_rest(table, known),
        )

    def _option(self, item: object, where: str) -> Option:
        table = self._table(item, where)
        moves = Moves.BOTH
        if "moves" in table:
            try:
                moves = Moves(cast(str, table["moves"]))
            except ValueError:
                self.fault(f"{where}.moves", f"{table['moves']!r} is no direction", "write both, forward or backward")
        return Option(
            id=self._text(table, "id", where),
            owner=self._text(table, "owner", where, todo="name the decision maker who controls the option"),
            text=self._text(table, "text", where, default=""),
            moves=moves,
            evidence=self._evidence(table, where),
            extra=_rest(table, {"id", "owner", "text", "moves", "evidence"}),
        )

    def _decision_maker(self, item: object, where: str) -> DecisionMaker:
        table = self._table(item, where)
        ident = self._text(table, "id", where)
        ties = Ties.INDIFFERENT
        if "ties" in table:
            try:
                ties = Ties(cast(str, table["ties"]))
            except ValueError:
                self.fault(f"{where}.ties", f"{table['ties']!r} is no meaning of a tie", "write indifferent or unknown")
        if "preferences" not in table:
            self.fault(f"{where}.preferences", "there are none", f"write one form: {_FORMS}")
        preferences = self._preferences(table.get("preferences", {"prioritised": []}), f"{where}.preferences")
        variants = tuple(
            self._variant(item, f"{where}.variants[{k}]")
            for k, item in enumerate(self._list(table, "variants", where, default=[]))
        )
        known = {"id", "name", "preferences", "ties", "variants"}
        return DecisionMaker(
            ident, self._text(table, "name", where, default=ident), preferences, ties, variants, _rest(table, known)
        )

    def _variant(self, item: object, where: str) -> Variant:
        table = self._table(item, where)
        weight = table.get("weight")
        if not _is_number(weight) or cast(float, weight) <= 0:
            self.fault(f"{where}.weight", f"{weight!r} is no weight", "write a number above 0")
            weight = 1.0
        preferences = self._preferences(table.get("preferences"), f"{where}.preferences")
        rest = _rest(table, {"weight", "preferences", "evidence"})
        return Variant(float(cast(float, weight)), preferences, self._evidence(table, where), rest)

    def _preferences(self, item: object, where: str) -> Preferences:
        table = self._table(item, where)
        if len(table) != 1:
            if isinstance(item, Mapping):
                self.fault(where, f"{len(table)} forms of preference", f"write exactly one: {_FORMS}")
            return Preferences(Form.PRIORITISED)
        (key, body), *_ = table.items()
        try:
            form = Form(key)
        except ValueError:
            self.fault(where, f"{key!r} is no form of preference", f"write {_FORMS}")
            return Preferences(Form.PRIORITISED)
        place = f"{where}.{key}"
        if form in (Form.PRIORITISED, Form.WEIGHTED):
            return Preferences(form, statements=self._statements(body, place, weighted=form is Form.WEIGHTED))
        if form is Form.RANKING:
            return Preferences(form, ranking=self._ranking(body, place))
        return Preferences(form, payoffs=self._payoffs(body, place))

    def _statements(self, body: object, where: str, *, weighted: bool) -> tuple[Statement, ...]:
        if not isinstance(body, list):
            self.fault(where, "it is not a list", "write a list of expressions")
            return ()
        found = []
        for k, item in enumerate(body):
            place = f"{where}[{k}]"
            if isinstance(item, str) and not weighted:
                found.append(Statement(item))
                continue
            table = self._table(item, place)
            weight = table.get("weight") if weighted else None
            if weighted and not _is_number(weight):
                self.fault(f"{place}.weight", f"{weight!r} is no weight", "write a number")
                weight = 0
            note = table.get("note")
            if note is not None and not isinstance(note, str):
                self.fault(f"{place}.note", "it is not a text", "write a text or leave it out")
                note = None
            known = {"when", "evidence", "note"} | ({"weight"} if weighted else set())
            when = self._text(table, "when", place, todo="write the expression that holds or does not")
            evidence = self._evidence(table, place)
            found.append(Statement(when, cast("int | float | None", weight), evidence, note, _rest(table, known)))
        return tuple(found)

    def _ranking(self, body: object, where: str) -> tuple[tuple[str, ...], ...]:
        classes = []
        for k, item in enumerate(body if isinstance(body, list) else [None]):
            group = [item] if isinstance(item, str) else item
            if not isinstance(group, list) or not group or not all(isinstance(pattern, str) for pattern in group):
                place = f"{where}[{k}]" if isinstance(body, list) else where
                self.fault(
                    place, "it is not a list of tied patterns", 'write the best first, as [["YN"], ["NN", "NY"]]'
                )
                continue
            classes.append(tuple(group))
        return tuple(classes)

    def _payoffs(self, body: object, where: str) -> tuple[tuple[str, int], ...]:
        pairs = []
        for pattern, payoff in self._table(body, where).items():
            if not isinstance(payoff, int) or isinstance(payoff, bool):
                self.fault(f"{where}.{pattern}", f"{payoff!r} is no whole number", "write an integer, higher is better")
            else:
                pairs.append((pattern, payoff))
        return tuple(pairs)

    def _table(self, item: object, where: str) -> Mapping[str, object]:
        if isinstance(item, Mapping):
            for key in getattr(item, "repeated", ()):
                self.fault(f"{where}.{key}", f"{key!r} is written more than once", "write every key once")
            return cast(Mapping[str, object], item)
        self.fault(where, "it is not a table of keys", "write keys and values")
        return _NO_TABLE

    def _list(
        self, table: Mapping[str, object], key: str, where: str, default: list[object] | None = None
    ) -> list[object]:
        value = table.get(key, default if default is not None else [])
        if isinstance(value, list):
            return value
        self.fault(f"{where}.{key}".lstrip("."), "it is not a list", "write a list")
        return []

    def _text(
        self, table: Mapping[str, object], key: str, where: str, *, default: str | None = None, todo: str = ""
    ) -> str:
        value = table.get(key, default)
        if isinstance(value, str) and (value or default is not None):
            return value
        if table is not _NO_TABLE:
            place = f"{where}.{key}".lstrip(".")
            self.fault(place, "it is missing" if value in (None, "") else "it is not a text", todo or "write a text")
        return default or ""

    def _evidence(self, table: Mapping[str, object], where: str) -> tuple[object, ...]:
        return tuple(self._list(table, "evidence", where, default=[]))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _rest(table: Mapping[str, object], known: set[str]) -> dict[str, object]:
    return {key: value for key, value in table.items() if key not in known}
