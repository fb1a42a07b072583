"""How the statements of a case were last grouped, kept so that after a change few of them are compared again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

from dragoman.cases.folder import Case
from dragoman.cases.sheets import Shelf, facts_then
from dragoman.domain.case import SheetRecord
from dragoman.domain.situation import Situation
from dragoman.situation.claims import Before
from dragoman.situation.facts import Fact

_NAME = "grouping"


def keep(case: Case, shelf: Shelf, situation: Situation, rules: str) -> None:
    """Keeps the grouping of a situation without clocks, and drops the sheets that only the one before it rested on."""
    first = {s.statement: c.statements[0].statement for c in situation.claims for s in c.statements if s.side == "for"}
    rows = [
        [key, stamp, [place if (place := first[f.id]) != f.id else 0 for f in sheet.facts]]
        for key, (stamp, sheet) in shelf.sheets.items()
    ]
    record = zlib.compress(json.dumps([rules, rows], separators=(",", ":")).encode("ascii"), 1)
    with case.archive.writing():
        case.archive.keep_worked(_NAME, record)
        case.archive.drop_sheets((r.key, r.stamp) for r in shelf.stale)


def before(case: Case, shelf: Shelf, rules: str) -> Before | None:
    """The grouping kept last, beside the sheets as they are now; None where there is none of use."""
    then = _kept(case, rules)
    if then is None:
        return None
    now = {(key, stamp): sheet for key, (stamp, sheet) in shelf.sheets.items()}
    lost = then.keys() - now.keys()
    if not now or len(lost) + len(now.keys() - then.keys()) > len(now) // _PART:
        return None
    gone = _facts(case, shelf, lost)
    if gone is None:
        return None
    first: dict[str, str] = {}
    for place, facts in (*gone.items(), *((p, now[p].facts) for p in then.keys() & now.keys())):
        first.update({f.id: head or f.id for f, head in zip(facts, then[place], strict=True)})
    come = frozenset(f.id for place in now.keys() - then.keys() for f in now[place].facts)
    return Before(first, tuple(f for facts in gone.values() for f in facts), come)


_PART = 5
"""Where more than one sheet in so many is another, grouping begins anew."""
_Place = tuple[int, str]


def _kept(case: Case, rules: str) -> Mapping[_Place, list[Any]] | None:
    record = case.archive.worked(_NAME)
    try:
        known, rows = json.loads(zlib.decompress(record)) if record else (None, [])
    except (ValueError, zlib.error):
        return None
    return {(key, stamp): firsts for key, stamp, firsts in rows} if known == rules else None


def _facts(case: Case, shelf: Shelf, lost: set[_Place]) -> dict[_Place, tuple[Fact, ...]] | None:
    """The facts of sheets that stand no more; None where one of them is no longer there."""
    records: dict[_Place, SheetRecord] = {(r.key, r.stamp): r for r in shelf.stale}
    records |= {(r.key, r.stamp): r for r in case.archive.sheets(sorted({key for key, _ in lost}))}
    try:
        return {place: facts_then(records[place]) for place in lost}
    except (KeyError, ValueError, zlib.error):
        return None
