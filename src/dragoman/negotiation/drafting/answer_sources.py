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
from dragoman.negotiation.drafting.plain import Plain

MOST_STATEMENTS = 60
MOST_OUTLETS = 12
QUOTED = 90
_PART = {
    "always": "in every outcome",
    "never": "in none",
    "sometimes": "open",
    "none holds": "open, as nothing holds",
    "no such option": "out of the model",
}


def flips_part(model: GraphModel, found: Outcomes) -> Part:
    """Each statement taken away in turn; those that change what holds, the ones that change most first."""
    rows: list[tuple[int, Said]] = []
    gone = 0
    every, plain = records(model), Plain(model)
    for record in every[:MOST_STATEMENTS]:
        left = without_statements(model, [name_of(record)])
        told = _compared(plain, found, left)
        if told and left.options and _only_gone(found, left):
            gone += 1
        elif told:
            rows.append((len(told), Said(f"Without {_cited(record)}: {'; '.join(told)}.", (record,))))
    rows.sort(key=lambda row: -row[0])
    note = f"{min(len(every), MOST_STATEMENTS)} statements tried one by one; {len(rows)} change what holds."
    if gone:
        note += f" {gone} more only carr{'ies' if gone == 1 else 'y'} an option that is taken in none."
    return Part("flips", "The statements that matter most", tuple(said for _, said in rows), note)


def _only_gone(found: Outcomes, model: GraphModel) -> bool:
    """Whether nothing differs but that options are gone that no outcome had."""
    return all(was == "never" and now == "no such option" for _, was, now in differences(found, outcomes(model)))


def sources_part(model: GraphModel, found: Outcomes) -> Part:
    """The answer on corroborated claims alone, and with each outlet or voice left out."""
    plain = Plain(model)
    lines = [_line(plain, found, "With corroborated claims only", corroborated_only(model))]
    same: list[str] = []
    counts: dict[str, int] = {}
    shown: dict[str, str] = {}
    for record in records(model):
        for source in sources_of(record):
            counts[source] = counts.get(source, 0) + 1
            shown.setdefault(source, _written(record, source))
    for source in sorted(counts, key=lambda s: (-counts[s], s))[:MOST_OUTLETS]:
        left = without_outlet(model, source)
        if left.options and not _compared(plain, found, left):
            same.append(shown[source])
        else:
            lines.append(_line(plain, found, f"Without {shown[source]}", left))
    if same:
        lines.append(Said(f"The same without any one of these: {', '.join(same)}."))
    return Part("sources", "On whose word it stands", tuple(lines))


def _written(record: Mapping[str, object], source: str) -> str:
    """A source as the evidence writes it."""
    voices = record.get("voices")
    every = [*(voices if isinstance(voices, list | tuple) else ()), record.get("outlet"), record.get("report")]
    return next((str(v) for v in every if v and str(v).casefold() == source), source)


def _cited(record: Mapping[str, object]) -> str:
    """A statement by its words, outlet and day."""
    words = " ".join(str(record.get("quote", "")).split())
    words = words if len(words) <= QUOTED else f"{words[:QUOTED].rsplit(' ', 1)[0]} ..."
    whence = ", ".join(str(v) for v in (record.get("outlet"), record.get("day")) if v)
    return f"“{words}”{f' ({whence})' if whence else ''}" if words else name_of(record)


def _line(plain: Plain, found: Outcomes, what: str, model: GraphModel) -> Said:
    if not model.options:
        return Said(f"{what}: nothing is left of the model.")
    told = _compared(plain, found, model)
    return Said(f"{what}: {'; '.join(told) if told else 'the same'}.")


def _compared(plain: Plain, found: Outcomes, model: GraphModel) -> tuple[str, ...]:
    """What differs in words, options that change alike together; () nothing."""
    if not model.options:
        return ("nothing is left of the model",)
    alike: dict[tuple[str, str], list[str]] = {}
    for ident, was, now in differences(found, outcomes(model)):
        alike.setdefault((was, now), []).append(ident)
    return tuple(
        f"{_PART.get(now, now)} ({_PART.get(was, was)} before): {plain.taken(ids)}" for (was, now), ids in alike.items()
    )
