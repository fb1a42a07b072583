"""What an answer hangs on: which statement, outlet or degree of proof, if taken away, changes what holds."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.domain.answers import Part, Said
from dragoman.domain.graph_model import GraphModel
from dragoman.negotiation.drafting.changing import (
    corroborated_only,
    name_of,
    records,
    sources_of,
    without_outlet,
    without_statements,
)
from dragoman.negotiation.drafting.outcomes import Outcomes, differences, outcomes
from dragoman.negotiation.drafting.whatif import in_words

MOST_STATEMENTS = 60
MOST_OUTLETS = 12


def flips_part(model: GraphModel, found: Outcomes) -> Part:
    """Each statement taken away in turn; those that change what holds, the ones that change most first."""
    rows: list[tuple[int, Said]] = []
    every = records(model)
    for record in every[:MOST_STATEMENTS]:
        told = _compared(found, without_statements(model, [name_of(record)]))
        if told:
            rows.append((len(told), Said(f"Without {name_of(record)}: {'; '.join(told)}", (record,))))
    rows.sort(key=lambda row: -row[0])
    note = f"{min(len(every), MOST_STATEMENTS)} statements tried one by one; {len(rows)} change what holds."
    return Part("flips", "The statements that matter most", tuple(said for _, said in rows), note)


def sources_part(model: GraphModel, found: Outcomes) -> Part:
    """The answer on corroborated claims alone, and with each outlet or voice left out."""
    lines = [_line(found, "With corroborated claims only", corroborated_only(model))]
    counts: dict[str, int] = {}
    shown: dict[str, str] = {}
    for record in records(model):
        for source in sources_of(record):
            counts[source] = counts.get(source, 0) + 1
            shown.setdefault(source, _written(record, source))
    for source in sorted(counts, key=lambda s: (-counts[s], s))[:MOST_OUTLETS]:
        lines.append(_line(found, f"Without {shown[source]}", without_outlet(model, source)))
    return Part("sources", "On whose word it stands", tuple(lines))


def _written(record: Mapping[str, object], source: str) -> str:
    """A source as the evidence writes it."""
    voices = record.get("voices")
    every = [*(voices if isinstance(voices, list | tuple) else ()), record.get("outlet"), record.get("report")]
    return next((str(v) for v in every if v and str(v).casefold() == source), source)


def _line(found: Outcomes, what: str, model: GraphModel) -> Said:
    if not model.options:
        return Said(f"{what}: nothing is left of the model.")
    told = _compared(found, model)
    return Said(f"{what}: {'; '.join(told) if told else 'the same'}.")


def _compared(found: Outcomes, model: GraphModel) -> tuple[str, ...]:
    """What differs in words; "" nothing."""
    if not model.options:
        return ("nothing is left of the model",)
    after = outcomes(model)
    told = [f"{ident} was {in_words(was)}, is {in_words(now)}" for ident, was, now in differences(found, after)]
    return tuple(told)
