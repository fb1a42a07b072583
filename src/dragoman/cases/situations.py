"""The situation that a case adds up to, on two clocks, and its rows kept for the views."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from dragoman.cases.folder import Case
from dragoman.cases.judged import Judged, judgements_of, made_entities
from dragoman.cases.versions import standing
from dragoman.domain.case import Clocks, Stamp
from dragoman.domain.judgement import in_force
from dragoman.domain.situation import Situation
from dragoman.errors import CaseError
from dragoman.ports import Archive

CLOCKED_KEPT = 4
"""So many clocked situations are kept beside the one without clocks."""


def situation(case: Case, clocks: Clocks | None = None) -> Situation:
    """What the case's reports add up to, with the judgements in force; worked out anew."""
    from dragoman.situation import assemble

    clocks = clocks or Clocks()
    versions = standing(case.archive.versions(), clocks.known_by)
    readings = tuple(case.archive.readings([v.key for v in versions]))
    entries = in_force(case.archive.log())
    directory = Judged(case.directory, {e.id: e for e in made_entities(entries, case.directory)})
    judgements = judgements_of(entries, readings, directory)
    return assemble(readings, directory, as_of=clocks.as_of, known_by=clocks.known_by, judgements=judgements)


def fresh(case: Case, clocks: Clocks) -> Archive:
    """An archive that holds the rows of these clocks as things stand: the case's own, unless that cannot be written."""
    stamp = Stamp(clocks, case.archive.position(), f"{_rules()}.{case.own_words}")
    if case.archive.kept(clocks) == stamp:
        return case.archive
    from dragoman.adapters.memory_archive import MemoryArchive
    from dragoman.cases.rows import rows_of

    made = rows_of(situation(case, clocks))
    try:
        case.archive.keep(stamp, made, most=CLOCKED_KEPT)
        return case.archive
    except CaseError:
        memory = MemoryArchive()
        memory.keep(stamp, made, most=1)
        return memory


@cache
def _rules() -> str:
    """Changes with the code that views are worked out by."""
    package = Path(__file__).resolve().parents[1]
    files = sorted(f for room in ("situation", "cases", "domain") for f in (package / room).rglob("*") if f.is_file())
    seen = "".join(f"{f.name}{f.stat().st_size}{f.stat().st_mtime_ns}" for f in files if f.suffix != ".pyc")
    return hashlib.sha256(seen.encode()).hexdigest()[:16]
