"""A situation as rows of views: each with its record, as `--json` prints it, and what it is looked up by."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from dragoman.domain.case import Row, View
from dragoman.domain.claim import Claim, Support
from dragoman.domain.situation import Actor, Situation

Record = dict[str, Any]
EVIDENCE_REPORTS, EVIDENCE_OUTLETS = 3, 2


def rows_of(situation: Situation) -> Iterator[Row]:
    """Every row of every view, views in their order; rows that tell of the same thing have the same id in every situation."""
    seen: Counter[tuple[View, str]] = Counter()
    for row in _rows(situation):
        seen[row.view, row.id] += 1
        count = seen[row.view, row.id]
        yield row if count == 1 else replace(row, id=f"{row.id}~{count}")


def _rows(situation: Situation) -> Iterator[Row]:
    for c in situation.claims:
        yield _row(View.CLAIM, c.id, claim_record(c, situation), (c.actor, c.other), c.matter, c.status)
    yield from _positions(situation)
    yield from _ties(situation)
    yield from _agreements(situation)
    yield from _actors(situation)
    yield from _timeline(situation)
    yield from _outlooks(situation)
    for n, note in enumerate(situation.notes):
        yield _row(View.NOTE, str(n), {"note": note})
    yield from _undated(situation)


def _row(
    view: View,
    name: str,
    record: Record,
    actors: tuple[str | None, ...] = (),
    matter: str | None = None,
    status: str | None = None,
    day: date | None = None,
) -> Row:
    text = _WRITER.encode(record)
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()
    return Row(view, name, text, tuple(a for a in actors if a), matter, status, day)


_WRITER = json.JSONEncoder(ensure_ascii=False)
_PLAIN = frozenset({str, int, float, bool, type(None)})


@cache
def _fields(noun: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(noun))


def plain(value: Any) -> Any:
    """A noun's field as JSON: days as text, tuples as lists, nouns as objects."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if kind in (tuple, list, frozenset):
        return [plain(v) for v in value]
    return _told(value, _fields(kind)) if hasattr(value, "__dataclass_fields__") else value


def _told(noun: Any, names: Iterable[str]) -> Record:
    """Some fields of a noun as JSON."""
    return {n: v if type(v := getattr(noun, n)) in _PLAIN else plain(v) for n in names}


_TOLD_APART = frozenset({"statements", "roots", "headline"})


@cache
def _more(told: frozenset[str]) -> tuple[str, ...]:
    """The fields of a claim that are told after those that are `told` already."""
    noun: Any = Claim
    return tuple(sorted(frozenset(_fields(noun)) - _TOLD_APART - told))


def claim_record(claim: Claim, situation: Situation) -> Record:
    """One object of `dragoman claims --json`."""
    record: Record = {
        "id": claim.id,
        "status": str(claim.status),
        "reason": claim.reason,
        "actor": claim.actor,
        "matter": claim.matter,
        "kind": claim.kind,
        "statements": [_support(s, situation) for s in claim.statements],
        "roots": [plain(r) for r in claim.roots],
        "superseded_by": list(claim.superseded_by),
        "rivals": list(claim.rivals),
        "linked": list(claim.linked),
    }
    record |= _told(claim, _more(frozenset(record)))
    names = {"actor_name": _name(situation, claim.actor), "other_name": _name(situation, claim.other)}
    return {**record, **names, "headline": claim.headline, "quote": situation.quote(claim.headline)}


def _support(support: Support, situation: Situation) -> Record:
    place = statement_place(support.statement, situation)
    return {**place, "side": str(support.side), "root": support.root.name}


def statement_place(name: str, situation: Situation) -> Record:
    span = situation.statements[name].span
    return {"id": name, "report": situation.report_of[name], "start": span.start, "end": span.end}


def _quoted(names: tuple[str, ...], situation: Situation) -> list[Record]:
    return [{**statement_place(n, situation), "quote": situation.quote(n)} for n in names if n in situation.statements]


def _name(situation: Situation, entity: str | None) -> str | None:
    return None if entity is None else situation.names.get(entity, entity)


def _record(noun: Any, situation: Situation) -> Record:
    """All fields of a noun, with its statements as places and quotes."""
    kind: Any = type(noun)
    record = _told(noun, _fields(kind))
    if "statements" in record:
        record["statements"] = _quoted(noun.statements, situation)
    return record


def _positions(situation: Situation) -> Iterator[Row]:
    for p in situation.positions:
        record = {"name": _name(situation, p.actor), **_record(p, situation)}
        name = f"{p.actor}|{p.matter}|{p.stance}|{p.polarity}|{p.bearing}"
        yield _row(View.POSITION, name, record, (p.actor,), p.matter, p.held, p.since)


def _ties(situation: Situation) -> Iterator[Row]:
    for t in situation.ties:
        names = {"first_name": _name(situation, t.first), "second_name": _name(situation, t.second)}
        name = f"{t.first}|{t.second}|{t.kind}|{t.about}"
        yield _row(View.TIE, name, {**names, **_record(t, situation)}, (t.first, t.second), t.about, t.kind, t.since)


def _agreements(situation: Situation) -> Iterator[Row]:
    """Those with a deadline first, the next one first."""
    ordered = sorted(situation.agreements, key=lambda a: (a.deadline is None, a.deadline or date.max))
    for a in ordered:
        record = _record(a, situation)
        record["names"] = [_name(situation, p) for p in a.parties]
        for step, noun in zip(record["steps"], a.steps, strict=True):
            step["quote"] = situation.quote(noun.statement)
        yield _row(View.AGREEMENT, a.id, record, a.parties, a.matter, a.status, a.deadline)


def _actors(situation: Situation) -> Iterator[Row]:
    for a in situation.actors:
        record = {**_record(a, situation), "statements": list(a.statements), "standing": _standing(a, situation)}
        yield _row(View.ACTOR, a.id, record, (a.id, *a.also))


def _standing(actor: Actor, situation: Situation) -> str:
    """Whether a name is an entity: listed (in the catalogue, `entities.toml` or a judgement), by evidence, or a mention.

    Evidence is three reports of two outlets that call somebody so, copies not counted.
    """
    if actor.kind != "unknown":
        return "listed"
    reports = {situation.report_of[s] for s in actor.statements} - situation.copies.keys()
    outlets = {situation.reports[r].outlet for r in reports} - {None}
    return "evidence" if len(reports) >= EVIDENCE_REPORTS and len(outlets) >= EVIDENCE_OUTLETS else "mention"


def _timeline(situation: Situation) -> Iterator[Row]:
    claims = {c.id: c for c in situation.claims}
    for h in situation.timeline:
        c = claims[h.claim]
        record = {
            **_record(h, situation),
            "status": str(c.status),
            "kind": c.kind,
            "type": c.type,
            "actor": c.actor,
            "other": c.other,
            "matter": c.matter,
            **_quoted((c.headline,), situation)[0],
            "id": c.headline,
        }
        yield _row(View.HAPPENING, h.claim, record, (c.actor, c.other), c.matter, c.status, h.earliest or h.latest)


def _outlooks(situation: Situation) -> Iterator[Row]:
    for o in situation.outlooks:
        record = {
            **_record(o, situation),
            "quote": situation.quote(o.statement),
            "evidence": _quoted(o.evidence, situation),
        }
        yield _row(View.OUTLOOK, o.statement, record, status=o.outcome)


def _undated(situation: Situation) -> Iterator[Row]:
    if situation.undated:
        yield _row(View.NOTE, "undated", {"undated": list(situation.undated)}, status="undated")
