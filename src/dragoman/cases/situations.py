"""The situation that a case adds up to, on two clocks, and its rows kept for the views."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

from dragoman.cases.folder import Case
from dragoman.cases.judged import Judged, judgements_of, made_entities
from dragoman.cases.versions import standing
from dragoman.domain.case import Clocks, Stamp
from dragoman.domain.judgement import Accept, in_force
from dragoman.domain.situation import Situation
from dragoman.errors import CaseError
from dragoman.ports import Archive

CLOCKED_KEPT = 4
"""So many clocked situations are kept beside the one without clocks."""


def situation(case: Case, as_of: date | None = None, known_by: date | None = None, *, whole: bool = True) -> Situation:
    """What the case's reports add up to, with the judgements in force; worked out anew.

    Without `whole` its readings hold statements and attributions alone, which bear on it; that takes half the memory.
    """
    from dragoman.situation import assemble

    keys = [v.key for v in standing(case.archive.versions(), known_by)]
    readings = tuple(case.archive.readings(keys) if whole else case.archive.bearing(keys))
    entries = in_force(case.archive.log())
    directory = Judged(case.directory, {e.id: e for e in made_entities(entries, case.directory)})
    judgements = judgements_of(entries, readings, directory)
    return assemble(readings, directory, as_of=as_of, known_by=known_by, judgements=judgements)


def fresh(case: Case, clocks: Clocks) -> Archive:
    """An archive that holds the rows of these clocks as things stand: the case's own, unless that cannot be written."""
    stamp = Stamp(clocks, _position(case), f"{_rules()}.{case.own_words}")
    if case.archive.kept(clocks) == stamp:
        return case.archive
    from dragoman.adapters.memory_archive import MemoryArchive
    from dragoman.cases.rows import rows_of

    made = rows_of(situation(case, clocks.as_of, clocks.known_by, whole=False))
    try:
        case.archive.keep(stamp, made, most=CLOCKED_KEPT)
        return case.archive
    except CaseError:
        memory = MemoryArchive()
        memory.keep(stamp, made, most=1)
        return memory


def prepare(case: Case) -> None:
    """Works the views without clocks out, so that the next look at them need not."""
    fresh(case, Clocks())


def _position(case: Case) -> str:
    """Changes with each version, and with the judgements that bear on the situation: an undone one leaves no trace."""
    entries = in_force(case.archive.log())
    bearing = repr([e.decision for e in entries if not isinstance(e.decision, Accept)])
    return f"{case.archive.latest()}.{hashlib.sha256(bearing.encode()).hexdigest()[:16]}"


@cache
def _rules() -> str:
    """Changes with the code that views are worked out by."""
    package = Path(__file__).resolve().parents[1]
    files = sorted(f for room in ("situation", "cases", "domain") for f in (package / room).rglob("*") if f.is_file())
    seen = "".join(f"{f.name}{f.stat().st_size}{f.stat().st_mtime_ns}" for f in files if f.suffix != ".pyc")
    return hashlib.sha256(seen.encode()).hexdigest()[:16]
