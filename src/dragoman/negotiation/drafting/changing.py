"""Models with something taken away or fixed: statements, outlets, options."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Option, Preferences, Statement, Variant
from dragoman.domain.problem import Problem
from dragoman.errors import ModelError
from dragoman.negotiation.expressions import names, parse

Record = Mapping[str, object]


def without(model: GraphModel, gone: Callable[[Record], bool]) -> GraphModel:
    """The model without what rests only on evidence that is gone.

    A preference statement or an option that has evidence and loses all of it goes, and with an option every expression
    that names it; what an analyst wrote without evidence stays.
    """
    kept = tuple(option for option in model.options if not _lost(option.evidence, gone))
    ids = {option.id for option in kept}
    letters = model.status_quo
    if letters is not None:
        letters = "".join(letter for option, letter in zip(model.options, letters, strict=True) if option.id in ids)
    makers = tuple(_maker(maker, ids, gone) for maker in model.decision_makers)
    infeasible = tuple(s for s in model.infeasible if _named(s.when) <= ids)
    return replace(model, options=kept, decision_makers=makers, infeasible=infeasible, status_quo=letters)


def without_statements(model: GraphModel, statements: Sequence[str]) -> GraphModel:
    """The model if these statements were not there."""
    wanted = set(statements)
    return without(model, lambda record: name_of(record) in wanted)


def name_of(record: Record) -> str:
    """A record's statement id; of words that an analyst quoted, the report and their place: "report@10-25"."""
    statement = record.get("statement")
    return str(statement) if statement else f"{record.get('report')}@{record.get('start')}-{record.get('end')}"


def without_outlet(model: GraphModel, outlet: str) -> GraphModel:
    """The model without what an outlet says, itself or cited by another; its name in any case of letters."""
    wanted = outlet.casefold()
    return without(model, lambda record: wanted in sources_of(record))


def corroborated_only(model: GraphModel) -> GraphModel:
    """The model on claims alone that two independent roots support."""
    return without(model, lambda record: record.get("status") != "corroborated")


def sources_of(record: Record) -> frozenset[str]:
    """The outlet and the voices of a record of evidence, in lower case; of a report without an outlet its id."""
    voices = record.get("voices")
    named = [str(v) for v in voices] if isinstance(voices, list | tuple) else []
    outlet = record.get("outlet") or record.get("report")
    return frozenset(n.casefold() for n in (*named, *([str(outlet)] if outlet else [])))


def with_settings(model: GraphModel, settings: Mapping[str, bool]) -> GraphModel:
    """The model with options fixed as taken or not; raises ModelError for an id that no option has."""
    ids = [option.id for option in model.options]
    faults = [
        Problem("--set", f"no option has the id {ident!r}", f"write one of {', '.join(ids)}")
        for ident in settings
        if ident not in ids
    ]
    if faults:
        raise ModelError("; ".join(map(str, faults)), faults)
    fixed = tuple(
        Statement(f"not {_quoted(ident)}" if taken else _quoted(ident), note="fixed")
        for ident, taken in settings.items()
    )
    letters = model.status_quo
    if letters is not None:
        letters = "".join(
            ("Y" if settings[ident] else "N") if ident in settings else letter
            for ident, letter in zip(ids, letters, strict=True)
        )
    return replace(model, infeasible=(*model.infeasible, *fixed), status_quo=letters)


def _quoted(ident: str) -> str:
    return '"' + ident.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _lost(evidence: Sequence[object], gone: Callable[[Record], bool]) -> bool:
    records = [e for e in evidence if isinstance(e, Mapping)]
    return bool(records) and all(gone(record) for record in records)


def _named(when: str) -> set[str]:
    return {name.id for name in names(parse(when))}


def _maker(maker: DecisionMaker, ids: set[str], gone: Callable[[Record], bool]) -> DecisionMaker:
    variants = tuple(
        Variant(v.weight, _preferences(v.preferences, ids, gone), v.evidence, v.extra) for v in maker.variants
    )
    return replace(maker, preferences=_preferences(maker.preferences, ids, gone), variants=variants)


def _preferences(preferences: Preferences, ids: set[str], gone: Callable[[Record], bool]) -> Preferences:
    if preferences.form not in (Form.PRIORITISED, Form.WEIGHTED):
        return preferences
    kept = tuple(s for s in preferences.statements if not _lost(s.evidence, gone) and _named(s.when) <= ids)
    return replace(preferences, statements=kept)


def records(model: GraphModel) -> tuple[Record, ...]:
    """Every record of evidence in the main model, each statement once."""
    found: dict[str, Record] = {}
    every: list[Option | Statement] = [*model.options]
    for maker in model.decision_makers:
        every += maker.preferences.statements
    for one in every:
        for record in one.evidence:
            if isinstance(record, Mapping):
                found.setdefault(name_of(record), record)
    return tuple(found.values())
