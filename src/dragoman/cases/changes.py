"""What changed between what was known on a day and what is known now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dragoman.cases.folder import Case
from dragoman.cases.judged import gist
from dragoman.cases.situations import fresh
from dragoman.cases.versions import standing
from dragoman.cases.views import notes_of
from dragoman.domain.case import Clocks, View
from dragoman.errors import UsageError

Record = dict[str, Any]
ORDER = ("new", "changed", "overtaken", "withdrawn")


def changes(case: Case, since: date, clocks: Clocks) -> tuple[list[Record], tuple[str, ...]]:
    """Claims that are new since what had been published by `since`, changed, overtaken or withdrawn, in this order.

    A claim is found again by the statements for it. New is one with none of that day's statements; overtaken one that is
    now superseded; changed one whose status or number of roots is another; withdrawn one whose statements are all gone,
    as from an edited version. Undated reports count on neither side. `UsageError` where `since` is not before `known_by`.
    """
    if clocks.known_by is not None and since >= clocks.known_by:
        raise UsageError(f"--since {since} is not before --known-by {clocks.known_by}")
    before = Clocks(clocks.as_of, since)
    stay = _Same(case, before, clocks)
    then = _claims(case, before)
    now = _claims(case, clocks)
    of_statement = {key: claim for claim in then for key in stay.keys(claim, then=True)}
    found: list[Record] = []
    met: set[str] = set()
    for claim in now:
        keys = stay.keys(claim, then=False)
        old = {of_statement[k]["id"]: of_statement[k] for k in keys if k in of_statement}
        met |= old.keys()
        if not keys:
            continue
        what = "new" if not old else _change(next(iter(old.values())), claim)
        if what:
            found.append(_record(what, next(iter(old.values()), None), claim))
    found += [_record("withdrawn", claim, None) for claim in then if claim["id"] not in met]
    archive = fresh(case, clocks)
    notes = [*notes_of(archive, clocks)]
    if stay.undated:
        notes.append(
            f"{len(stay.undated)} undated reports are left out: it is unknown whether they were published by {since}"
        )
    return sorted(found, key=lambda r: ORDER.index(r["change"])), tuple(dict.fromkeys(notes))


def _claims(case: Case, clocks: Clocks) -> list[Record]:
    return [json.loads(row.record) for row in fresh(case, clocks).rows(clocks, View.CLAIM)]


def _change(old: Record, new: Record) -> str | None:
    if new["status"] == "superseded" and old["status"] != "superseded":
        return "overtaken"
    if (old["status"], len(old["roots"])) != (new["status"], len(new["roots"])):
        return "changed"
    return None


def _record(what: str, old: Record | None, new: Record | None) -> Record:
    claim = new or old or {}
    keep = ("id", "status", "reason", "actor", "other", "matter", "kind", "type", "quote", "headline", "superseded_by")
    was = None if old is None else {"id": old["id"], "status": old["status"], "roots": len(old["roots"])}
    return {"change": what, **{k: claim[k] for k in keep}, "roots": len(claim["roots"]), "was": was}


class _Same:
    """Tells the statements of two days apart: by their ids, and by their words in reports edited between."""

    def __init__(self, case: Case, before: Clocks, after: Clocks) -> None:
        versions = case.archive.versions()
        then = {v.report: v.key for v in standing(versions, before.known_by)}
        now = {v.report: v.key for v in standing(versions, after.known_by)}
        self.undated = {v.report for v in standing(versions, None) if v.published is None}
        edited = {report for report in then.keys() & now.keys() if then[report] != now[report]}
        self._then = dict(self._words(case, {r: then[r] for r in edited}))
        self._now = dict(self._words(case, {r: now[r] for r in edited}))

    def _words(self, case: Case, keys: Mapping[str, int]) -> Iterator[tuple[str, str]]:
        for report, key in keys.items():
            for reading in case.archive.bearing([key]):
                for s in reading.statements:
                    yield f"{report}#{s.id}", f"{report} {s.quote} {gist(s)}"

    def keys(self, claim: Record, *, then: bool) -> list[str]:
        words = self._then if then else self._now
        return [
            words.get(s["id"], s["id"])
            for s in claim["statements"]
            if s["side"] == "for" and s["report"] not in self.undated
        ]
