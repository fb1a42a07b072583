"""Why a claim stands as it does: each statement with its quote, its chain of voices, its root and report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from dragoman.cases.folder import Case
from dragoman.cases.judged import report_of
from dragoman.cases.situations import fresh
from dragoman.cases.versions import standing
from dragoman.cases.views import notes_of
from dragoman.domain.attribution import Voice
from dragoman.domain.case import Clocks, Version, View
from dragoman.domain.judgement import Accept, Correct, in_force
from dragoman.domain.statement import Statement
from dragoman.errors import InputError
from dragoman.ports import Archive

Record = dict[str, Any]


def why(case: Case, claim: str, clocks: Clocks) -> tuple[Record, tuple[str, ...]]:
    """The claim's record with more of its statements, roots and neighbours, and the notes of the view.

    `claim` is a claim's id, or a statement's global id, which stands for the claim that it is for. `InputError` where
    there is no such claim.
    """
    archive = fresh(case, clocks)
    record = _claim(archive, clocks, claim)
    names = [s["id"] for s in record["statements"]]
    told = statements_of(case, names, clocks)
    decided = _decided(case)
    for row in record["statements"]:
        version, statement = told[row["id"]]
        row |= _told(version, statement)
        row["judged"] = decided.get(row["id"])
    for name in ("superseded_by", "rivals", "linked"):
        found = {r.id: json.loads(r.record) for r in archive.rows(clocks, View.CLAIM, ids=record[name])}
        record[f"{name}_told"] = [
            {"id": i, "status": found[i]["status"], "quote": found[i]["quote"]} for i in record[name] if i in found
        ]
    return record, notes_of(archive, clocks)


def _claim(archive: Archive, clocks: Clocks, claim: str) -> Record:
    for row in archive.rows(clocks, View.CLAIM, ids=[claim]):
        return json.loads(row.record)  # type: ignore[no-any-return]
    if "#" in claim:
        mark = json.dumps(claim, ensure_ascii=False)
        for row in archive.rows(clocks, View.CLAIM):
            if mark in row.record:
                record: Record = json.loads(row.record)
                if any(s["id"] == claim and s["side"] == "for" for s in record["statements"]):
                    return record
    raise InputError(f"no claim {claim!r} on these days; see `dragoman claims`")


def statements_of(case: Case, names: Iterable[str], clocks: Clocks) -> dict[str, tuple[Version, Statement]]:
    """Statements by their global ids, with the version of the report that stands on these clocks."""
    wanted: dict[str, set[str]] = {}
    for name in names:
        wanted.setdefault(report_of(name), set()).add(name.rpartition("#")[2])
    versions = {v.report: v for v in standing(case.archive.versions(reports=wanted), clocks.known_by)}
    keys = {versions[report].key: numbers for report, numbers in wanted.items() if report in versions}
    by_key = {v.key: v for v in versions.values()}
    found = case.archive.statements(keys)
    return {f"{by_key[key].report}#{number}": (by_key[key], s) for (key, number), s in found.items()}


def _told(version: Version, statement: Statement) -> Record:
    return {
        "quote": statement.quote,
        "voices": [{"name": v.name, "entity": v.entity, "kind": str(v.kind)} for v in statement.voices],
        "chain": chain(version.outlet, statement.voices),
        "outlet": version.outlet,
        "published": version.published and version.published.isoformat(),
        "title": version.title,
        "source": version.source,
        "version": version.number,
        "factuality": str(statement.factuality),
    }


def chain(outlet: str | None, voices: Iterable[Voice]) -> str:
    """Who says it, outermost first: "Example Courier, citing Sample Wire, citing two officials"."""
    return ", citing ".join((outlet or "an outlet not known", *(v.name for v in voices)))


def _decided(case: Case) -> dict[str, str]:
    return {
        e.decision.target.statement: "accepted" if isinstance(e.decision, Accept) else "corrected"
        for e in in_force(case.archive.log())
        if isinstance(e.decision, (Accept, Correct))
    }
