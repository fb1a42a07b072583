"""How the statements of a case were last grouped, and which reports were copies: kept, so that after a change little of it is
looked for again."""

from __future__ import annotations

import json
import zlib
from itertools import takewhile
from typing import Any

from dragoman.cases.folder import Case
from dragoman.cases.sheets import Shelf, facts_then
from dragoman.domain.case import SheetRecord
from dragoman.domain.situation import Situation
from dragoman.situation import Earlier
from dragoman.situation.claims import Before, replay
from dragoman.situation.copies import NO_COPIES, Copies
from dragoman.situation.facts import Fact

_GROUPING, _COPIES = "grouping", "copies"


def keep(case: Case, shelf: Shelf, situation: Situation, copies: Copies, rules: str) -> None:
    """Keeps what was found for a situation without clocks, and drops the sheets that only the one before it rested on."""
    first = {s.statement: c.statements[0].statement for c in situation.claims for s in c.statements if s.side == "for"}
    rows = [
        [key, stamp, [place if (place := first[f.id]) != f.id else 0 for f in sheet.facts]]
        for key, (stamp, sheet) in shelf.sheets.items()
    ]
    keys = {sheet.report.id: key for key, (_, sheet) in shelf.sheets.items()}
    parts = [(*place, source) for place, source in copies.paragraphs.items()]
    found = [[[keys[name], name] for name in copies.order], dict(copies.reports), parts]
    with case.archive.writing():
        case.archive.keep_worked(_GROUPING, _packed([rules, rows]))
        case.archive.keep_worked(_COPIES, _packed([rules, found]))
        case.archive.drop_sheets((r.key, r.stamp) for r in shelf.stale)


def earlier(case: Case, shelf: Shelf, rules: str) -> Earlier:
    """What was kept last that is of use with these sheets."""
    return Earlier(_before(case, shelf, rules), _copies(case, shelf, rules))


def _copies(case: Case, shelf: Shelf, rules: str) -> Copies:
    """The copies kept last, as far as the reports that come first are the same versions."""
    found = _kept(case, _COPIES, rules)
    if found is None:
        return NO_COPIES
    order, whole, parts = found
    now = {sheet.report.id: key for key, (_, sheet) in shelf.sheets.items()}
    names = [name for _, name in takewhile(lambda pair: now.get(pair[1]) == pair[0], order)]
    return Copies(whole, {(name, block): source for name, block, source in parts}, order=tuple(names))


def _before(case: Case, shelf: Shelf, rules: str) -> Before | None:
    """The grouping kept last, beside the sheets as they are now; None where there is none of use."""
    rows = _kept(case, _GROUPING, rules)
    if rows is None:
        return None
    then: dict[_Place, list[Any]] = {(key, stamp): firsts for key, stamp, firsts in rows}
    now = {(key, stamp): sheet for key, (stamp, sheet) in shelf.sheets.items()}
    lost = then.keys() - now.keys()
    if len(lost) + len(now.keys() - then.keys()) > len(now) * replay.MOST_CHANGED:
        return None
    gone = _facts(case, shelf, lost)
    if gone is None:
        return None
    first: dict[str, str] = {}
    for place, facts in (*gone.items(), *((p, now[p].facts) for p in then.keys() & now.keys())):
        first.update({f.id: head or f.id for f, head in zip(facts, then[place], strict=True)})
    come = frozenset(f.id for place in now.keys() - then.keys() for f in now[place].facts)
    return Before(first, tuple(f for facts in gone.values() for f in facts), come)


_Place = tuple[int, str]


def _packed(value: Any) -> bytes:
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode("ascii"), 1)


def _kept(case: Case, name: str, rules: str) -> Any:
    """What was kept under a name by the same rules, None where nothing was."""
    record = case.archive.worked(name)
    try:
        known, found = json.loads(zlib.decompress(record)) if record else (None, None)
    except (ValueError, zlib.error):
        return None
    return found if known == rules else None


def _facts(case: Case, shelf: Shelf, lost: set[_Place]) -> dict[_Place, tuple[Fact, ...]] | None:
    """The facts of sheets that stand no more; None where one of them is no longer there."""
    records: dict[_Place, SheetRecord] = {(r.key, r.stamp): r for r in shelf.stale}
    records |= {(r.key, r.stamp): r for r in case.archive.sheets(sorted({key for key, _ in lost}))}
    try:
        return {place: facts_then(records[place]) for place in lost}
    except (KeyError, ValueError, zlib.error):
        return None
